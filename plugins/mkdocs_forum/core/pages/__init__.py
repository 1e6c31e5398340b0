"""The pages of the site, derived from the library, and what templates are given of it.

Takes a library and gives views and pages; must not know how a page is rendered or placed.
"""

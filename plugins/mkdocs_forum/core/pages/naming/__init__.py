"""How pages are called, what is told of them, and what they stand below.

Takes pages with their contexts and gives words; must not know how a page is shown.
"""

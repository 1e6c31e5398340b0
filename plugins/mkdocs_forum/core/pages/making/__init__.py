"""From the library to what templates show of each entry.

Takes a library in which every relation leads somewhere; gives views. Must not know what pages there
are, nor a template.
"""

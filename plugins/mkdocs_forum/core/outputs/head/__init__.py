"""What the head of a page tells other programs: its subject, its dates, its authors, its place.

Takes views and texts and gives elements of HTML; must not know templates.
"""

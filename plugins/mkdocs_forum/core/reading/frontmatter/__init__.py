"""The frontmatter of one file as plain values, with the place of each.

Takes the lines between the rulers and gives values or faults; must not know the kinds of entry.
"""

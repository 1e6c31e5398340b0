"""What a new entry is asked, in a terminal or on a page, and the file that it becomes.

Takes filled-in fields and gives a file that reads back equal; must not know how they came.
"""

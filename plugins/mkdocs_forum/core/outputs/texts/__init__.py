"""The texts of a forum as Markdown, and the list of them.

Takes the contents and gives files; must not know how pages look.
"""

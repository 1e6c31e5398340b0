"""All that knows MkDocs: its files, pages, options, search and messages.

Takes MkDocs' objects and gives the core's, and back; must not decide anything about a forum.
"""

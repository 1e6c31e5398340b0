"""The command that begins a forum.

Takes options and answers and gives choices, of which files are written; must not know templates.
"""

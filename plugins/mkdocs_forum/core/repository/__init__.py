"""What git and the forge tell of a forum: its history, another commit, addresses for edits.

Takes the folder or the address of a repository and gives plain values; must not know entries, and
runs nothing that a repository brings.
"""

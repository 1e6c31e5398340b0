"""A new forum: the files that it begins with, and those that are brought up to date later.

Takes what its founder chose and gives files by their paths; must not know the disk, nor git.
"""

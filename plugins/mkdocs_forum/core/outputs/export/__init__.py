"""A built forum as plain Markdown pages, which any generator renders and any forge shows.

Takes pages as they are published, and gives files; must not know who built them, nor the disk.
"""

"""The forum itself, a package per stage: `forum.py` shows the way, and is the one to read first.

Takes files as bytes and gives pages, documents and other outputs; must not know any generator.
"""

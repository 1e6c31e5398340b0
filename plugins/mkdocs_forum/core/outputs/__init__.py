"""What other programs read: schemas, settings of editors, redirects.

Takes a library or the model and gives files; must not know pages or paper.
"""

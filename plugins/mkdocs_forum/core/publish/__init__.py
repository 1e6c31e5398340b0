"""A finished site put in place of the last one, in one step.

Takes a folder and gives it the place of another; must not know what is in either.
"""

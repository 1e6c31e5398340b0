"""A finished site put in place of the last one, in one step, and what builds keep for the next.

Takes a folder and gives it the place of another, and keeps bytes by keys; must not know what is in
either.
"""

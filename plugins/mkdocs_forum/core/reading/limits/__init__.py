"""How much of each thing a text may hold, so that no text exhausts a build.

Takes text and gives faults; must not know what the text says.
"""

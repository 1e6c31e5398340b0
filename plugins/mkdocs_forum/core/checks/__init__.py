"""The rules over a whole forum, and the mending of what needs no judgement.

Takes a library with the files around it and gives faults and edits; must not know what is shown.
"""

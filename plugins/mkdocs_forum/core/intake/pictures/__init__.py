"""Pictures that come with contributions: judged, named, placed beside their texts and linked.

Takes pictures and texts and gives files; must not know how they came, nor write anything.
"""

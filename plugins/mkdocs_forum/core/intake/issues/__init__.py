"""Contributions as issues of a forge: its forms, and what they give.

Takes the text of an issue and gives files; must not know the forge's interface.
"""

"""Whom questions are put to, who promises an answer, and what became of them.

Takes a library; gives names, promises and figures. Must not know how they are told.
"""

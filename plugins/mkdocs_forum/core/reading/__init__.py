"""The way of one file: bytes, then a `Source`, then an `Entry` with its questions.

Takes a path with its bytes and gives a `Reading`, faults included; must not know any other file.
"""

"""Words and strings alone: names, characters, encodings, days, the language of the interface.

Takes text and gives text or plain values; must not know what a forum is.
"""

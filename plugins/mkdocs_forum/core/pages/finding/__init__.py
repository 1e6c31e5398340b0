"""How readers find their way: the page of the search, what is like a text, whom to ask.

Takes the library and its views; gives what pages show of the ways on from them.
"""

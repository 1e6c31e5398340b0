"""What workflows ask of a forge, as requests to its interface for programs.

Takes a function that asks, gives proposals, comments and statuses; must not know the network.
"""

"""Proposals on a forge: what of them is read, what they are told, where they are shown.

Takes commits and what a forge tells, gives files, comments and requests; must not know the network.
"""

"""What is told of a fault, and to whom: its place, its code, its sentences, its reports.

Takes what a rule found and gives it to people, forges and other programs; must not know how it
was found.
"""

"""Every kind of fault by its code: how much it stops, and why it matters.

Takes nothing and gives tables; must not know which rule reports what.
"""

"""Formulas: from the TeX in which they are written to MathML, and from that to pictures.

Takes HTML and gives HTML; must not know who shows it. Its libraries come with the extra `maths`.
"""

"""Diagrams: from the words in which they are written, in Mermaid, to pictures.

Takes texts and gives SVG, drawn by a program beside us; must not know who shows it.
"""

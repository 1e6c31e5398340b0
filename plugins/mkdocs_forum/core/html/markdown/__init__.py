"""Texts in HTML as Markdown.

Takes sanitised texts and gives lines; must not know what they are for.
"""

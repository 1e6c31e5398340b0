"""Pages as the theme shows them, and what is done to each before it is published.

Takes pages with their variables and gives HTML; must not know how their texts are rendered.
"""

"""Rendered HTML: what it holds, what may stay, and what is made of it.

Takes what a Markdown renderer gave and gives HTML that is safe and well set; must not know which
page shows it.
"""

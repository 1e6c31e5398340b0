"""GitHub's Markdown for Python-Markdown: what GitHub shows is what stands on the site.

Takes a text and the renderer of a site with all its extensions; gives the tree that GitHub's parser
would give, in which the site's own notations work as ever. Must not know the forum.
"""

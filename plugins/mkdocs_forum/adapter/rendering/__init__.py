"""Texts of contributions as MkDocs renders them, and what is written about a question.

Takes pages and entries, gives HTML that is safe. It places nothing among the files of a site.
"""

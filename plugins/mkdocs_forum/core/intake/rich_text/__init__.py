"""Texts with headings, lists and the like, out of mails and documents of Word, as Markdown.

Takes HTML and files; gives lines and text. Must not know a forum, nor what a letter is.
"""

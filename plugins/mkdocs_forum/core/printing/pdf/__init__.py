"""PDF documents of pages to print, made by WeasyPrint or by Chromium.

Takes a page and what reads the site's files, and gives bytes; must not know what is printed.
"""

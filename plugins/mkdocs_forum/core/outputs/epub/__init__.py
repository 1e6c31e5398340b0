"""An edition as a book for readers of EPUB: its talks as chapters, with contents and pictures.

Takes what is printed, as it stands in templates, and gives packed books; must not know the pages of
the site, nor paper: no codes for cameras, no numbers of notes.
"""

"""The site that `mkdocs serve` shows: what an edit changes, and what is made when it is asked for.

Takes the events of MkDocs' server and what a whole build leaves; gives pages as such a build would
make them, without one, and tells in the browser what is wrong. Must not know how anything is made.
"""

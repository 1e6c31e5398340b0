"""How a text of the forum is cited: as a sentence, and as files that reference managers read.

Takes a library and gives works, sentences and files; must not know templates.
"""

"""Rules over what entries of one kind say: programmes, promises, topics, translations.

Takes a library; gives diagnostics. Must not know the site.
"""

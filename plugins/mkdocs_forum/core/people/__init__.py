"""What a forum knows of somebody: where it names them, a letter that says so, and how it forgets.

Takes the texts of a forum and a name; gives places, sentences and files. Must not know who asks.
"""

"""Pages and documents of past editions: their lines with their look, what each is, drafts of files.

Takes files of any program; gives drafts of a talk, its speakers and its edition, and tells of every
line what it was taken for. Must not know who is asked, nor where files are written.
"""

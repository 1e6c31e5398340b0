"""The files that a talk brings: PDF documents and transcripts.

Takes what such a file holds; gives what it says, or why it may not be published. Must not know of
which talk it is, and runs nothing that stands in it.
"""

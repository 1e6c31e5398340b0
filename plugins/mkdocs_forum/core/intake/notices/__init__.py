"""Who is told of what was published, and in which words: by mail, or by a comment on the forge.

Takes two publications and gives texts; must not send, and tells nobody who didn't agree to it.
"""

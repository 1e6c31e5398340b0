"""What happened in a forum, as feeds.

Takes the contents and gives files; must not know when a site is built.
"""

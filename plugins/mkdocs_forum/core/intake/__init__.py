"""Contributions that come from outside: judged as files of the forum, placed, told of.

Takes a mail or an issue and gives files with remarks on all that was left out; must not know a
mailbox or a forge, nor write anything.
"""

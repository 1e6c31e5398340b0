"""Contributions as mails: what their authors wrote, without what their programs added.

Takes the bytes of a mail and gives files with remarks; must not know a mailbox.
"""

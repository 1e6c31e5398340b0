"""Commands that make files of what members send: mails and issues.

Take what `core/intake/` makes of it; must not judge it themselves.
"""

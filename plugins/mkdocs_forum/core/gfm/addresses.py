"""Addresses in a text: what is one, and how it stands in a page."""

import re
from urllib.parse import quote

EMAIL = re.compile(
    r"(?<![\w.+/-])(?:mailto:)?(?P<mailbox>[\w.+-]{1,64}@(?:[a-zA-Z0-9_-]{1,63}\.){1,8}[a-zA-Z0-9_-]{0,62}[a-zA-Z])(?![\w@-])"
)
"""An e-mail address in prose."""
_UNSAFE = re.compile(
    r"[\s\x00-\x20\"<>\\^`{|}\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
)
"""What browsers don't take in an address as it stands; accents and other letters they do."""


def encoded(address: str) -> str:
    """Give an address as it stands in a page."""
    return _UNSAFE.sub(lambda found: quote(found[0]), address)

"""Addresses in a text: what is one, and how it stands in a page."""

import re
from urllib.parse import quote

EMAIL = re.compile(
    r"(?<![\w.+/-])(?:mailto:)?(?P<mailbox>[\w.+-]{1,64}@(?:[a-zA-Z0-9_-]{1,63}\.){1,8}[a-zA-Z0-9_-]{0,62}[a-zA-Z])(?![\w@-])"
)
"""An e-mail address in prose."""
_LOCAL = re.compile(
    r"(?:[a-z]:[\\/]|file:|\\{2})(?:.*[\\/])?(?P<name>.*)", re.IGNORECASE | re.DOTALL
)
_UNSAFE = re.compile(
    r"[\s\x00-\x20\"<>\\^`{|}\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
)
"""What browsers don't take in an address as it stands; accents and other letters they do."""


def encoded(address: str) -> str:
    """Give an address as it stands in a page."""
    return _UNSAFE.sub(lambda found: quote(found[0]), address)


def own_file(address: str) -> str | None:
    """Give the name of a file whose address leads to its author's own computer."""
    found = _LOCAL.fullmatch(address)
    return encoded(found["name"]) if found else None


def joined(address: str) -> str:
    """Give an address as it stands in a page, whose spaces may be those of a number."""
    is_number = re.match(r"(?:mailto|tel):", address, re.IGNORECASE)
    return re.sub(r"\s+", "", address) if is_number else encoded(address)

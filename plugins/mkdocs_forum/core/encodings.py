"""How files are encoded: in UTF-8, or in what other programs still write."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

_CHARSETS = ("cp1252", "mac_roman", "cp850")
"""What French texts are written in that aren't UTF-8: Windows, old Macs, DOS."""
_FRENCH = frozenset("àâäçéèêëîïôöùûüœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ«»’“”–—…•·€°\xa0")
"""What they have beyond ASCII."""


def is_utf16(data: bytes) -> bool:
    """Whether a file begins with the mark of UTF-16."""
    return data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))


def decode(data: bytes) -> str:
    """Decode a file whatever its encoding; what is UTF-8 in it is taken as such."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    text = data.decode("utf-8-sig", "surrogateescape")
    foreign = [ord(sign) - 0xDC00 for sign in text if "\udc80" <= sign <= "\udcff"]
    if not foreign:
        return text
    charset = max(_CHARSETS, key=lambda name: _likeness(bytes(foreign), name))
    return re.sub("[\udc80-\udcff]", lambda found: _letter(ord(found[0]) - 0xDC00, charset), text)


def _likeness(foreign: bytes, charset: str) -> int:
    return sum(_letter(byte, charset) in _FRENCH for byte in foreign)


def _letter(byte: int, charset: str) -> str:
    return bytes([byte]).decode(charset, "ignore")

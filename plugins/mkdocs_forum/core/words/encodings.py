"""How files are encoded: in UTF-8, or in what other programs still write."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from mkdocs_forum.core.words.languages import of_all

_CHARSETS = ("cp1252", "iso8859_15", "cp1250", "mac_roman", "cp850")
"""What French texts are written in that aren't UTF-8: Windows, old Unix, Windows in Central Europe,
old Macs, DOS. Of those that fit alike, the first is taken."""
_LIKELY = frozenset("«»’“”–—…•·€°\xa0").union(of_all(lambda language: language.letters))
"""What texts in the languages of the interface have beyond ASCII."""
_FOREIGN = re.compile("[\udc80-\udcff]")
"""A byte that isn't UTF-8, as `surrogateescape` gives it."""

_DOCUMENTS = (
    b"PK\x03\x04",  # Word, LibreOffice
    b"\xd0\xcf\x11\xe0",  # Word until 2003
    b"{\\rtf",
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
)
"""How files begin that are no text, whatever they are called."""


def is_document(data: bytes) -> bool:
    """Whether a file is a document of another program, or a picture."""
    return data.startswith(_DOCUMENTS)


def is_utf16(data: bytes) -> bool:
    """Whether a file begins with the mark of UTF-16."""
    return data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))


def encode(text: str) -> bytes:
    """Give a text as a file holds it; what can't be encoded is told by the check."""
    return text.encode("utf-8", "surrogatepass")


def decode(data: bytes) -> str:
    """Decode a file whatever its encoding; what is UTF-8 in it is taken as such."""
    if is_utf16(data):
        return data.decode("utf-16", "replace")
    text = data.decode("utf-8-sig", "surrogateescape")
    foreign = [
        (text[max(0, found.start() - 1) : found.end() + 1], found[0])
        for found in _FOREIGN.finditer(text)
    ]
    if not foreign:
        return text
    charset = max(_CHARSETS, key=lambda name: sum(_likeness(*each, name) for each in foreign))
    return _FOREIGN.sub(lambda found: _letter(found[0], charset), text)


def _likeness(around: str, byte: str, charset: str) -> int:
    """Tell how well a byte reads: as a likely sign, as a letter in a word, or as neither."""
    letter = _letter(byte, charset)
    if letter.isupper() and around[0].islower():
        return 0  # No word goes on with a capital.
    if letter in _LIKELY:
        return 2
    in_word = any(sign.isalpha() for sign in around if sign != byte)
    return int(letter.isalpha() and in_word)


def _letter(byte: str, charset: str) -> str:
    return bytes([ord(byte) - 0xDC00]).decode(charset, "ignore")

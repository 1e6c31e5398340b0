"""Mending what needs no judgement: encodings, quotes, tabs, lists and names of questions.

All that isn't at fault stays as it is, byte for byte.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter
from collections.abc import Iterable

from mkdocs_forum.core.characters import tidy
from mkdocs_forum.core.diagnostics import Edit, Location
from mkdocs_forum.core.loading import Reading, read_file
from mkdocs_forum.core.settings import Settings

_LINE = re.compile("\r\n|\r|\n")
_CHARSETS = ("cp1252", "mac_roman", "cp850")
"""What French texts are written in that aren't UTF-8: Windows, old Macs, DOS."""
_FRENCH = frozenset("àâäçéèêëîïôöùûüœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ«»’“”–—…€°\xa0")
"""What they have beyond ASCII."""


def mend(path: str, data: bytes, settings: Settings) -> bytes:
    """Mend a file.

    Arguments:
        path: Path of the file below the docs folder.
        data: What it holds.
        settings: The forum's options.

    Returns:
        What it should hold: the same if nothing can be mended.
    """
    mark, text = _opened(data)
    reading = read_file(path, text, settings)
    # Each round mends what the one before uncovered: no file has more faults than lines.
    for _ in range(len(_LINE.findall(text)) + 1):
        edits = [fault.edit for fault in reading.faults if fault.edit] if reading else []
        if not edits:
            break
        text = apply(text, edits)
        reading = read_file(path, text, settings)
    return mark + apply(text, unnamed(reading)).encode()


def name_questions(path: str, data: bytes, settings: Settings) -> bytes:
    """Give the questions of a file that have no name of their own that of their address.

    Returns:
        What the file should hold: the same if it can't be read.
    """
    edits = unnamed(read_file(path, data, settings))
    mark, text = _opened(data)
    return mark + apply(text, edits).encode() if edits else data


def unnamed(reading: Reading | None) -> list[Edit]:
    """Give what names the questions of a file that have no name of their own.

    Of those whose names would be the same none is named: their author has to choose.
    """
    questions = reading.questions if reading else ()
    counts = Counter(question.slug for question in questions)
    namings = [question.naming for question in questions if counts[question.slug] == 1]
    return [naming for naming in namings if naming]


def _opened(data: bytes) -> tuple[bytes, str]:
    """Give the mark of byte order and the text of a file."""
    return BOM_UTF8 if data.startswith(BOM_UTF8) else b"", tidy(decode(data))


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


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Make changes in a text, whose lines keep their ends; new lines end as its first one does."""
    starts = [0, *(found.end() for found in _LINE.finditer(text))]
    end = _LINE.search(text)

    def index(place: Location) -> int:
        return starts[place.line - 1] + place.column - 1

    spans = sorted({(index(edit.start), index(edit.end), edit.text) for edit in edits})
    for first, last, new in reversed(spans):
        text = text[:first] + new.replace("\n", end[0] if end else "\n") + text[last:]
    return text

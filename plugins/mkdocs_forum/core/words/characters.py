"""Characters that a text shouldn't have: those that nobody sees, and those that mislead.

Among them are spaces that break no line, as French and Word set them: to YAML they are no spaces.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from mkdocs_forum.core.words.patterns import one_of

UNSEEN = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200b\u2028\u2029\ufeff]"
)
"""Controls, lone surrogates, marks of byte order and spaces without width; besides, what ends a
line for some only.

The first set is what YAML refuses (https://yaml.org/spec/1.2.2/#51-character-set) and U+0085.
"""
HARMLESS = re.compile("[\x0b\x0c\x85\u200b\u2028\u2029\ufeff]")
"""Those among them that other programs leave in a text, and that mean nothing: it reads the same
without them."""
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Controls that turn the direction of writing (https://trojansource.codes)."""

MOST_MARKS: Final = 8
"""Marks and signs without width in a row, at the most. Heaps of marks on a letter cover the lines
above it, which others wrote; rows of signs hide a text. Scripts that set marks on marks need four
or five, the flag of a region seven."""
_MARKING: Final = frozenset({"Mn", "Me", "Cf"})
_MARKS = [
    sign
    for sign in map(chr, (*range(0x20000), *range(0xE0000, 0xE1000)))
    if unicodedata.category(sign) in _MARKING
]
HEAP = re.compile(f"{one_of(_MARKS).pattern}{{{MOST_MARKS + 1},}}")
"""Such signs that are too many."""
_OFTEN = one_of(sign for sign in _MARKS if sign < "\U00010000").pattern[1:-1]
_PERHAPS = re.compile(rf"[{_OFTEN}\U00010000-\U000e0fff]{{{MOST_MARKS + 1}}}")
"""Such signs and what may be some: sought in a tenth of the time, which counts for whole pages."""

_SPACE = "[ \\xa0\\u202f]"
_UNBREAKABLE = re.compile("[\\xa0\\u202f]")
_INDENT_AND_KEY = re.compile(
    # A text that goes on below its key is set in; there, French puts such a space before a colon.
    rf"^(?:[\w-]+{_SPACE}*:(?={_SPACE}|\n|$){_SPACE}*"
    rf"|{_SPACE}*(?:-{_SPACE}+)*(?:[\w-]+:{_SPACE}+)?)",
    re.MULTILINE,
)
"""What YAML reads a line by: how far it is set in, its dashes and its key."""

BREAKS = "\x0b\x0c\x85\u2028\u2029"

RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
"""A sign of a script that is written from right to left."""


def tidy(text: str) -> str:
    """Give a text without such characters, its accents on their letters.

    Line ends stay as they are; what ended a line for some programs only becomes a space.
    """
    return unicodedata.normalize("NFC", cleared(text))


def cleared(text: str) -> str:
    """Give a text without such characters, its accents where they are."""
    spaced = re.sub(f"[{BREAKS}]", " ", text)
    plain = UNSEEN.sub(lambda found: found[0] if found[0] == "\r" else "", spaced)
    return TURNING.sub("", plain)


def is_mark(text: str) -> bool:
    """Whether a text is a mark that stands on a letter, or a sign without width."""
    return len(text) == 1 and unicodedata.category(text) in _MARKING


def without_heaps(text: str) -> str:
    """Give a text in which no letter bears more marks, or hides more signs, than it may."""
    if text.isascii() or not _PERHAPS.search(text):
        return text
    return HEAP.sub(lambda heap: heap[0][:MOST_MARKS], text)


def visible(text: str) -> str:
    """Write such characters out by their numbers, so that a text can be shown on one line."""
    pattern = f"{UNSEEN.pattern}|{TURNING.pattern}|\n"
    return re.sub(pattern, lambda found: ascii(found[0])[1:-1], text)


def fixed_spaces(header: str) -> Iterator[tuple[int, int, int]]:
    """Find spaces that break no line where YAML needs plain ones.

    Returns:
        For each line with some: where what YAML reads it by begins and ends, and where the first
        such space stands.
    """
    for found in _INDENT_AND_KEY.finditer(header):
        if odd := _UNBREAKABLE.search(found[0]):
            yield found.start(), found.end(), found.start() + odd.start()


def plain_spaces(text: str) -> str:
    """Give a text with plain spaces."""
    return _UNBREAKABLE.sub(" ", text)


def direction(text: str) -> str:
    """Give the direction of a text as HTML names it: that of its first letter."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    first = next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L")
    return "ltr" if first == "L" else "rtl"

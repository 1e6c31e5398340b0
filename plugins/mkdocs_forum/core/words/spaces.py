"""Spaces that break no line, as French and Word set them: to YAML they are no spaces."""

import re
from collections.abc import Iterator

_ANY = "[ \\xa0\\u202f]"
_FIXED = re.compile("[\\xa0\\u202f]")
_READ = re.compile(
    # A text that goes on below its key is set in; there, French puts such a space before a colon.
    rf"^(?:[\w-]+{_ANY}*:(?={_ANY}|\n|$){_ANY}*|{_ANY}*(?:-{_ANY}+)*(?:[\w-]+:{_ANY}+)?)",
    re.MULTILINE,
)
"""What YAML reads a line by: how far it is set in, its dashes and its key."""


def fixed_spaces(header: str) -> Iterator[tuple[int, int, int]]:
    """Find spaces that break no line where YAML needs plain ones.

    Returns:
        For each line with some: where what YAML reads it by begins and ends, and where the first
        such space stands.
    """
    for found in _READ.finditer(header):
        if odd := _FIXED.search(found[0]):
            yield found.start(), found.end(), found.start() + odd.start()


def plain(text: str) -> str:
    """Give a text with plain spaces."""
    return _FIXED.sub(" ", text)

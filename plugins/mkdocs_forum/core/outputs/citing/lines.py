"""Texts on one line, for formats in which the end of a line is the end of a value."""

import re
from typing import Final

_SIGNS: Final = r"\x00-\x1f\x7f\x85\u2028\u2029"
"""What ends a line somewhere, or is no sign at all; spaces that don't break a line stay."""
_BREAK: Final = re.compile(rf"[{_SIGNS}]")
_BREAKS: Final = re.compile(rf"[\s{_SIGNS}]*[{_SIGNS}]\s*")


def one_line(text: str) -> str:
    """Give a text on one line; all else stays as it is."""
    return (_BREAKS.sub(" ", text) if _BREAK.search(text) else text).strip(" ")

"""Texts on one line, for formats in which the end of a line is the end of a value."""

import re
from typing import Final

_BREAKS: Final = re.compile(
    "[\\s\x00-\x1f\x7f\x85\u2028\u2029]*[\x00-\x1f\x7f\x85\u2028\u2029]\\s*"
)
"""What ends a line somewhere, or is no sign at all; spaces that don't break a line stay."""


def one_line(text: str) -> str:
    """Give a text on one line; all else stays as it is."""
    return _BREAKS.sub(" ", text).strip(" ")

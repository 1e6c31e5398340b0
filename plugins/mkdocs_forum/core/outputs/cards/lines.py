"""Words parted into lines that fit, in letters as large as may be."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

Measure = Callable[[str], float]
"""Gives the width of a text."""

LONGEST: Final = 300
"""Signs of a text that are looked at: more find no place."""


def fitting(
    text: str, width: float, sizes: Sequence[tuple[int, Measure, int]]
) -> tuple[int, list[str]]:
    """Part a text into lines in the largest letters in which it fits.

    Arguments:
        text: The text.
        width: Width of a line.
        sizes: Sizes of letters, the largest first; of each how wide a text is, and how many lines
            there may be.

    Returns:
        The size and the lines; what finds no place in the smallest letters is cut off.
    """
    short = text[:LONGEST]
    for size, measure, most in sizes:
        lines = list(_lines(short, width, measure)) or [""]
        if len(lines) <= most and len(text) <= LONGEST:
            return size, lines
    kept = lines[:most]
    while kept[-1] and measure(f"{kept[-1]}…") > width:
        kept[-1] = kept[-1][:-1]
    return size, [*kept[:-1], f"{kept[-1].rstrip()}…"]


def _lines(text: str, width: float, measure: Measure) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        *full, line = _pieces(word, width, measure)
        yield from full
    if line:
        yield line


def _pieces(word: str, width: float, measure: Measure) -> Iterator[str]:
    """Break a word that is longer than a line."""
    piece = ""
    for sign in word:
        if piece and measure(piece + sign) > width:
            yield piece
            piece = ""
        piece += sign
    yield piece

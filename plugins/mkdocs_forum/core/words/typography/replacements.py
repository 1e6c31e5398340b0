"""The rules of a language as a few patterns, for what sets a text while it is being written.

They set what is plain in one stretch of text; the site looks at whole blocks, and at more.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mkdocs_forum.core.words.languages import LANGUAGES, Typography, conventions
from mkdocs_forum.core.words.typography.spaces import abbreviated

_FULL = "\u00a0"
_THIN = "\u202f"
_MAYBE = r"\s?"
_LETTER = r"(?<=[^\W\d_])"


class Replacement(NamedTuple):
    """A pattern, and what is written in place of all that it finds."""

    pattern: re.Pattern[str]
    text: str
    """`$1` stands for the pattern's group, if it has one."""


def replacements(language: str | None) -> Iterator[Replacement]:
    """Give the patterns of a language, each for what the one before it made of a text.

    Arguments:
        language: Code of a language; there are none for one that isn't among `LANGUAGES`.
    """
    typography = conventions(language).typography if language in LANGUAGES else None
    if typography:
        for pattern, text in [*_signs(typography), *_spaces(typography)]:
            yield Replacement(re.compile(pattern), text)


def _signs(typography: Typography) -> Iterator[tuple[str, str]]:
    opening, closing = typography.quotes[0]
    yield rf"{_LETTER}'(?=[\w\"«])", "’"
    yield r'(?<![\w"])" ?(?=\S)([^"]*[^\s"]) ?"(?!["\w])', f"{opening}$1{closing}"
    yield r"(?<![./\\])[.]{3}(?![./\d])", "…"
    yield r"(?<=[^\d\s–—-]\s)-{1,2}(?=\s[^\s\d–—-]{2})", typography.dash
    yield r"(?<![\w.,/-])([12]\d{3})--?(?=[12]\d{3}(?![\w/-]))", "$1–"


def _spaces(typography: Typography) -> Iterator[tuple[str, str]]:
    opening, closing = typography.quotes[0]
    if opening[1:]:
        yield rf"{opening[0]}\s*(?=\S)", opening
        yield rf"(?<=[^\s{opening[0]}])\s*{closing[-1]}", closing
    for sign, space in typography.before.items():
        ends = r"[\s»]|$" if sign == ":" else r"[\s!?»)…]|$"
        yield rf"(?<=[\w)\]»”…%€.])\s*[{sign}](?={ends})", space + sign
    yield from _around_numbers(typography)
    if typography.titles:
        yield rf"(?<![\w.])({_any(typography.titles)})\s+(?=[A-ZÀ-ÖØ-Þ])", f"$1{_FULL}"
    for words in typography.abbreviations:
        yield rf"(?<![\w.]){abbreviated(words, _MAYBE)}(?!\w)", words.replace(" ", _THIN)


def _around_numbers(typography: Typography) -> Iterator[tuple[str, str]]:
    if hour := typography.hour:
        number = r"(?<![\w.,/])([01]?\d|2[0-4])"
        yield rf"{number}\s*{hour}\s*(?=[0-5]\d(?!\w))", f"$1{_FULL}{hour}{_FULL}"
        yield rf"{number}\s*{hour}(?![\w'’])", f"$1{_FULL}{hour}"
    if typography.units:
        yield rf"(?<=\d)\s+(?=(?:{_any(typography.units)})(?![\w'’]))", _FULL
    if typography.close_units:
        yield rf"(?<=\d)(?=(?:{_any(typography.close_units)})(?!\w))", _FULL
    if typography.references:
        yield rf"(?<![\w.])({_any(typography.references)})\s+(?=\d|[IVXL]+\b)", f"$1{_FULL}"
    if typography.close_references:
        yield rf"(?<![\w.])({_any(typography.close_references)})(?=\d)", f"$1{_FULL}"
    if typography.thousands:
        after = r"(?=\d{3}(?![\w/-]|\s\d{1,2}(?!\d)|\s\d{4}))"
        yield rf"(?<![\w.,+/'’-])(?<!\d\s)([1-9]\d{{0,2}})\s{after}", f"$1{typography.thousands}"
        yield rf"(?<={typography.thousands}\d{{3}})\s(?=\d{{3}}(?!\d))", typography.thousands


def _any(words: Iterable[str]) -> str:
    # The longest first: "pp." before "p.".
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))

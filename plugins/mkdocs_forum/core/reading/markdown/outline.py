"""The outline of a text in Markdown, read line by line: its headings, and what isn't prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown import Markdown

FENCE = re.compile(r"\s*(`{3,}(?!.*`)|~{3,})")
HTML = re.compile(r" {0,3}<(?:(!--)|([A-Za-z][A-Za-z0-9-]*)\b(?![^>]*\bmarkdown\b))")
ATX = re.compile(r" {0,3}(#{1,6})[ \t]*(.*)")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_DEFINITION = re.compile(r" {0,3}(?:\[(?P<note>\^[^\]]+)\]|\*?\[[^\]^][^\]]*\]):")
BULLET = re.compile(r"\s*(?:[-*+•]|[–—·▪●◦\uf0b7](?=.*\w))(?:\s|$)")
BLOCKS = frozenset(Markdown().block_level_elements)
"""Elements of HTML that are blocks to a renderer."""


def is_fence(line: str) -> bool:
    """Whether a line may open fenced code."""
    return FENCE.match(line) is not None


def is_heading(line: str) -> bool:
    """Whether a line is a heading by itself."""
    return ATX.fullmatch(line) is not None


def verbatim(lines: Sequence[str]) -> Iterator[range]:
    """Give the stretches of lines that are fenced code, comments or blocks of HTML."""
    number = 0
    # What was sought to the end and isn't there is never sought again: time stays linear.
    unclosed: set[str] = set()
    while number < len(lines):
        closing = _closing(lines[number])
        end = _end(lines, number, closing) if closing and closing not in unclosed else None
        if end is not None:
            yield range(number, end)
        elif closing:
            unclosed.add(closing)
        number = end or number + 1


def prose(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give the lines outside fenced code, comments and blocks of HTML, each with its number."""
    after = 0
    for stretch in [*verbatim(lines), range(len(lines), len(lines))]:
        for number in range(after, stretch.start):
            yield number, lines[number]
        after = stretch.stop


def _closing(line: str) -> str | None:
    """Give what closes the part that isn't Markdown, if one may begin on a line."""
    if fence := FENCE.match(line):
        return fence[1]
    html = HTML.match(line)
    if html is None or (html[2] and html[2].lower() not in BLOCKS):
        return None
    return "-->" if html[1] else f"</{html[2].lower()}"


def _end(lines: Sequence[str], start: int, closing: str) -> int | None:
    """Give the line after the one that closes what begins on a line, if there is one."""
    sign = closing[0]
    is_fence = sign in "`~"
    for number in range(start + is_fence, len(lines)):
        if is_fence:
            line = lines[number].strip()
            found = len(line) >= len(closing) and not line.strip(sign)
        else:
            found = closing in lines[number].lower()
        if found:
            return number + 1
    return None


def definitions(lines: Sequence[str], text: str) -> Iterator[str]:
    """Give the lines that define what another text refers to: notes, links, abbreviations."""
    defines = False
    for _, line in prose(lines):
        if found := _DEFINITION.match(line):
            defines = not found["note"] or f"[{found['note']}]" in text
        else:
            defines = defines and line.startswith("    ")
        if defines:
            yield line


@dataclass(frozen=True)
class Heading:
    """A heading of a text."""

    first: int
    """Its first line, from 0."""
    after: int
    """The line after its last."""
    level: int
    """From 1 to 6."""
    text: str
    """What it says, in Markdown."""


def headings(lines: Sequence[str]) -> Iterator[Heading]:
    """Give the headings, underlined ones too."""
    above = (-1, "")
    for number, line in prose(lines):
        text = above[1].strip() if above[0] == number - 1 else ""
        if atx := ATX.fullmatch(line):
            yield Heading(number, number + 1, len(atx[1]), atx[2].rstrip(" \t#"))
        elif text and not BULLET.match(text) and (below := UNDERLINE.fullmatch(line)):
            yield Heading(number - 1, number + 1, 1 if below[1][0] == "=" else 2, text)
        above = (number, line)

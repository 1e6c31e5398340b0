"""The bullets of a list in Markdown, read line by line, whatever signs their author took."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from mkdocs_forum.core.faults.diagnostic import Location
from mkdocs_forum.core.reading.markdown.outline import is_heading
from mkdocs_forum.core.reading.source import Source

RULE = re.compile(r" {0,3}([-*_=–—•·])(?:[ \t]*\1){2,}[ \t]*$")
BULLET = re.compile(
    r"(?P<indent>[ \t]*)"
    r"(?P<sign>[-*+•]|\d{1,3}[.)]|[–—·▪●◦\uf0b7](?=.*\w))"
    r"(?:\s+|(?<=[•·▪●◦\uf0b7])|(?<=[-–—])(?=[^\W\d_]|[«“\"*\[(])|$)"
    r"(?P<text>.*)"
)
"""A line that begins a bullet: as Markdown wants it, or with what Word puts there, or without its
space. Long dashes and dots alone are an ornament, and a dash before a number makes it negative."""
NOTE = re.compile(r" {0,3}\[\^[^\]]+\]:")
"""A line that begins the text of a footnote; what is set in below it belongs to it."""
ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])(?:[ \t]|(?<=•)|$)")
"""A line further in that begins an item within a bullet; with other signs it goes on with it."""
IDENTIFIER = re.compile(r"(?<!\s)\s*\{:?[ \t]*#(?P<id>[^{}]*(?<![ \t]))[ \t]*\}\s*$")
"""The name of a question, at the end of its bullet."""


@dataclass(frozen=True)
class Bullet:
    """One bullet with all its lines."""

    first: int
    """Its first line in the body, from 0."""
    sign: str
    columns: tuple[int, int]
    """Where its sign and its text begin, from 1."""
    lines: tuple[str, ...]
    """Its lines, the first one without the sign."""
    is_plain: bool
    """Whether it begins as Markdown wants it: with a sign of its own and a space."""

    def place(self, source: Source, line: int, index: int) -> Location:
        """Find a character of one of its lines."""
        before = self.columns[1] if line == 0 else 1
        return source.locate_body(self.first + line, before + index)


def bullets(lines: Sequence[str], section: range, in_prose: Set[int]) -> Iterator[Bullet]:
    """Give the bullets of a stretch of lines.

    Arguments:
        lines: The lines of a text.
        section: Those that are read.
        in_prose: Those that are neither code nor HTML.
    """
    first, last, margin = -1, -1, 0
    start: re.Match[str] | None = None
    blank = False
    noted = set(_noted(lines, section, in_prose))
    for number in section:
        line = lines[number].expandtabs(4)
        is_rule = RULE.fullmatch(line) is not None
        is_prose = number in in_prose and number not in noted
        bullet = BULLET.fullmatch(lines[number]) if is_prose and not is_rule else None
        if bullet and start is None:
            margin = len(bullet["indent"].expandtabs(4))
        deeper = number not in noted and len(line) - len(line.lstrip()) > margin + 1
        ends = is_rule or not is_prose or blank or is_heading(line)
        if bullet and not (deeper and start):
            if start:
                yield _bullet(lines, first, last, start)
            start, first, last, blank = bullet, number, number + 1, False
        elif start and not line.strip():
            blank = True
        elif start and (deeper or not ends):
            last, blank = number + 1, False
        elif start:
            yield _bullet(lines, first, last, start)
            start = None
    if start:
        yield _bullet(lines, first, last, start)


def _noted(lines: Sequence[str], section: range, in_prose: Set[int]) -> Iterator[int]:
    """Give the lines of footnotes, with what is set in below them."""
    is_noted = False
    for number in section:
        line = lines[number].expandtabs(4)
        begins = number in in_prose and NOTE.match(line) is not None
        is_noted = begins or (is_noted and (not line.strip() or line.startswith("    ")))
        if is_noted:
            yield number


def _bullet(lines: Sequence[str], first: int, last: int, start: re.Match[str]) -> Bullet:
    columns = (start.start("sign") + 1, start.start("text") + 1)
    space = start.string[start.end("sign") : start.start("text")]
    is_spaced = bool(space or not start["text"]) and not space.strip(" \t")
    return Bullet(
        first,
        start["sign"],
        columns,
        (start["text"], *lines[first + 1 : last]),
        start["sign"] in "-*+" and is_spaced,
    )

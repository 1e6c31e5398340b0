"""Lists that begin with what Word and mail programs write before an item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Edit, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.reading.markdown.outline import prose
from mkdocs_forum.core.reading.source import Source

SIGN: Final = re.compile(
    r"(?P<indent>[ \t\xa0]*)(?P<sign>[•▪●◦‣⁃\uf0b7]|[·o](?=[ \t\xa0]))[ \t\xa0]*(?=\S)"
)
"""The beginning of such an item."""
_LETTER = re.compile(r"[ \t\xa0]*o(?![\t\xa0]| {2})")
"""A word of one letter; Word's sign of a second level, which it looks like, stands apart."""
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]")
_SIGNS = re.compile("[•▪●◦‣⁃\uf0b7·]")
_CODE = 4
"""Columns from which on Markdown takes a line for code."""


@dataclass(frozen=True)
class List:
    """A list with such signs."""

    first: int
    """Its first line, from 0."""
    sign: str
    """The sign of its first item."""
    lines: tuple[str, ...]
    """Its lines, as Markdown has them."""


def misread_lists(lines: Sequence[str]) -> Iterator[List]:
    """Give the lists of a text that a renderer takes for prose."""
    if not any(map(_SIGNS.search, lines)):
        return
    run: list[int] = []
    is_item = False
    for number, line in [*prose(lines), (len(lines) + 1, "")]:
        found = _sign(line) if line.strip() else None
        goes_on = bool(run) and number == run[-1] + 1
        if found and (goes_on or found["sign"] != "o"):
            if not goes_on and run:
                yield _list(lines, run, is_within=is_item)
                run = []
            run.append(number)
        elif goes_on and line.strip() and not _ITEM.match(line):
            run.append(number)
        elif run:
            yield _list(lines, run, is_within=is_item)
            run = []
        if not run and line.strip():
            is_item = bool(_ITEM.match(line)) or (is_item and line[0] in " \t")


def _sign(line: str) -> re.Match[str] | None:
    return None if _LETTER.match(line) else SIGN.match(line)


def _list(lines: Sequence[str], run: Sequence[int], *, is_within: bool) -> List:
    """Write a list; `is_within` tells whether it may belong to an item above it."""
    signs = {number: found for number in run if (found := _sign(lines[number]))}
    columns = {number: _columns(found["indent"]) for number, found in signs.items()}
    least = min(columns.values())
    margin = 0 if is_within or least < _CODE else least
    written = tuple(
        f"{' ' * (columns[number] - margin)}- {lines[number][signs[number].end() :]}"
        if number in signs
        else lines[number]
        for number in run
    )
    return List(run[0], signs[run[0]]["sign"], written)


def _columns(indent: str) -> int:
    return len(indent.expandtabs(4))


def plain_lists(text: str) -> str:
    """Write the lists of a text so that a renderer reads them."""
    lines = text.split("\n")
    for found in list(misread_lists(lines)):
        lines[found.first : found.first + len(found.lines)] = found.lines
    return "\n".join(lines)


def check_lists(source: Source, read: range | None = None) -> Iterator[Diagnostic]:
    """Report the lists of a text that begin with such signs.

    Arguments:
        source: The file.
        read: Lines of the body, from 0, of whose lists another rule tells: the questions.
    """
    lines = source.body.split("\n")
    for found in misread_lists(lines):
        last = found.first + len(found.lines) - 1
        if read and found.first in read:
            continue
        start = source.locate_body(found.first)
        end = source.locate_body(last, len(lines[last]) + 1)
        yield Diagnostic(
            start,
            "F319",
            say("'{sign}' doesn't begin a list", sign=found.sign),
            say(Sentence.BEGIN_WITH_DASH),
            Edit(start, end, "\n".join(found.lines)),
        )

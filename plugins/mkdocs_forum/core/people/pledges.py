"""How a question forgets who was asked for an answer, or promised one."""

import re
from collections.abc import Iterator
from typing import Final

_WITHIN: Final = frozenset(" \t-#\r\n")
"""Signs with which a line begins that belongs to the key above it, if only as a comment."""
_KEYS: Final = re.compile(r"(?:asked_of|promised_by)[ \t]*:")
_ENTRY: Final = re.compile(r"[ \t]*[^\s#]")
"""Begins a line that is neither empty nor a comment."""
_EMPTY: Final = re.compile(r":[ \t]*(?:\[[ \t]*\]|\{[ \t]*\})?\s*$")


def without_pledges(head: str, slug: str) -> str:
    """Take somebody off the lines of a frontmatter that say who was asked and who promised.

    Arguments:
        head: The frontmatter.
        slug: Finds the name of the member's file, as a pattern.
    """
    return "".join(_lines(head, slug))


def _lines(head: str, slug: str) -> Iterator[str]:
    given = rf"['\"]?{slug}['\"]?(?:[ \t]*:[^,\]}}\n]*)?"
    own = re.compile(rf"[ \t]*(?:-[ \t]+)?{given}[ \t]*$")
    inline = re.compile(rf"(?<=[\s\[{{]){given}[ \t]*(?:,[ \t]*|(?=[\]}}]|$))", re.MULTILINE)
    for lines in _blocks(head):
        if not _KEYS.match(lines[0]):
            yield from lines
            continue
        first = re.sub(r",[ \t]*(?=[\]}])", "", inline.sub("", lines[0]))
        below = [line for line in lines[1:] if not own.match(line.rstrip("\r\n"))]
        # A key below which nobody is left says nothing.
        if any(map(_ENTRY.match, below)) or not (_EMPTY.search(first) and [first, *below] != lines):
            yield first
        yield from below


def _blocks(head: str) -> Iterator[list[str]]:
    """Give each key of a frontmatter with the lines that belong to it."""
    block: list[str] = []
    for line in head.splitlines(keepends=True):
        if block and (line[:1] not in _WITHIN or line.startswith("---")):
            yield block
            block = []
        block.append(line)
    yield block

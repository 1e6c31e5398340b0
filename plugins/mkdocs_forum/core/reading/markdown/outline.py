"""The outline of a text in Markdown: its headings, and what isn't prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from mkdocs_forum.core.gfm.syntax import blocks

FENCE = re.compile(r"\s*(`{3,}(?!.*`)|~{3,})")
ATX = re.compile(r" {0,3}(#{1,6})[ \t]*(.*)")
_DEFINITION = re.compile(r" {0,3}(?:\[(?P<note>\^[^\]]+)\]|\*?\[[^\]^][^\]]*\]):")
_CODE_OR_HTML = re.compile("[`~]{3}|<")
_VERBATIM = frozenset({"fence", "html_block"})


def is_fence(line: str) -> bool:
    """Whether a line may open fenced code."""
    return FENCE.match(line) is not None


def is_heading(line: str) -> bool:
    """Whether a line is a heading by itself."""
    return ATX.fullmatch(line) is not None


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


def verbatim(lines: Sequence[str]) -> Sequence[range]:
    """Give the stretches of lines that are fenced code, comments or blocks of HTML."""
    text = "\n".join(lines)
    return _outline(text)[0] if _CODE_OR_HTML.search(text) else ()


def headings(lines: Sequence[str]) -> Sequence[Heading]:
    """Give the headings, underlined ones too, save those in lists and quotes."""
    return _outline("\n".join(lines))[1]


def unclosed_fence(lines: Sequence[str]) -> int | None:
    """Give the line on which fenced code begins that nothing closes, if there is any."""
    if not any(map(is_fence, lines)):
        return None
    for stretch in verbatim(lines):
        fence = FENCE.match(lines[stretch.start])
        below = [line.strip() for line in lines[stretch.start + 1 : stretch.stop]]
        if fence and not (below and below[-1].startswith(fence[1]) and len(set(below[-1])) == 1):
            return stretch.start
    return None


def prose(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give the lines outside fenced code, comments and blocks of HTML, each with its number."""
    after = 0
    for stretch in [*verbatim(lines), range(len(lines), len(lines))]:
        for number in range(after, stretch.start):
            yield number, lines[number]
        after = stretch.stop


@lru_cache(4096)  # Each text is asked for by several rules.
def _outline(text: str) -> tuple[Sequence[range], Sequence[Heading]]:
    tokens = blocks(text, {})
    stretches = [range(*token.map) for token in tokens if token.type in _VERBATIM and token.map]
    found = [
        Heading(token.map[0], token.map[1], int(token.tag[1]), " ".join(inline.content.split()))
        for token, inline in pairwise(tokens)
        if token.type == "heading_open" and not token.level and token.map
    ]
    return tuple(stretches), tuple(found)


def definitions(lines: Sequence[str], text: str) -> Iterator[str]:
    """Give the lines that define what another text refers to: notes, links, abbreviations.

    An empty one stands before each definition, so that none goes on in the next.
    """
    defines = False
    for _, line in prose(lines):
        if found := _DEFINITION.match(line):
            defines = not found["note"] or f"[{found['note']}]" in text
            yield from [""] * defines
        else:
            defines = defines and line.startswith("    ")
        if defines:
            yield line

"""White space between the lines of HTML, which no browser shows: one line feed says as much."""

import re
from collections.abc import Iterator
from typing import Final

_KEPT: Final = re.compile(
    r"<(?P<name>pre|script|style|textarea)\b.*?</(?P=name)>", re.DOTALL | re.IGNORECASE
)


def unindented(html: str) -> str:
    """Give HTML, or the source of a template, whose lines begin at their first sign.

    What stands in elements whose white space counts stays as it is.
    """
    return "".join(_pieces(html))


def _pieces(html: str) -> Iterator[str]:
    end = 0
    for kept in _KEPT.finditer(html):
        yield _without_gaps(html[end : kept.start()])
        yield kept[0]
        end = kept.end()
    yield _without_gaps(html[end:])


def _without_gaps(html: str) -> str:
    """Let a line feed stand for itself, empty lines and all white space around them."""
    first, *lines = html.split("\n")
    if not lines:
        return first
    *inner, last = lines
    return "\n".join((first.rstrip(), *filter(None, map(str.strip, inner)), last.lstrip()))

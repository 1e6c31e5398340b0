"""Texts with a colon: what stands before it is a key to YAML, unless they stand between quotes."""

import re

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Edit, Location, brief, say

_CLOSED = r"(?:[^\s\"'\[{|>]|\"[^\"]*\"|'[^']*'|\[[^\[\]]*\])"
COLON = re.compile(
    # French puts a space before a colon; in a list, that colon belongs to the text.
    rf"((?P<margin>\s*)(?:[\w-]+ *:|- +[\w-]+:|-)) +(?P<text>{_CLOSED}.*?: .*|{_CLOSED}.*:)"
)
"""A line whose text has a colon that makes a key of it."""
_CONTINUED = re.compile(r"(?P<margin>[ ]+)(?!#|- |[\w-]+ *:(?:\s|$))\S.*")
LONGEST_LINE = 160
"""Characters of a line that is to be written at the most: to copy it, one has to see it whole."""


def colon_fault(before: str, text: str, start: Location, end: Location) -> Diagnostic:
    """Give the fault of a text with a colon that doesn't stand between quotes.

    Arguments:
        before: What stands before it on its line.
        text: The text.
        start: Where it begins.
        end: The place after its last character.
    """
    line = " ".join(f"{before} {quoted(text)}".split())
    return Diagnostic(
        start,
        "F110",
        say("a text with a colon must be between quotes"),
        say("write {line}", line=brief(line, LONGEST_LINE)),
        Edit(start, end, quoted(text)),
    )


def quoted(text: str) -> str:
    """Put a text between quotes."""
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"'))


def continues(line: str, margin: str) -> bool:
    """Whether a line goes on with the text of a key or a dash that stands at a margin."""
    found = _CONTINUED.fullmatch(line)
    return found is not None and len(found["margin"]) > len(margin)

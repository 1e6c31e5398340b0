"""Texts in which another file begins: two were put together, most often by copying a message."""

import re
from collections.abc import Iterator
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Diagnostic, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.reading.markdown.outline import verbatim
from mkdocs_forum.core.reading.source import Source

OPENING: Final = re.compile(
    r"^---[ \t]*\n(?P<key>(?:question|author|edition|speakers|title|name|date):)[^\n]*\n"
    r"(?:[^\n]+\n){0,40}?---[ \t]*$",
    re.MULTILINE,
)
"""The keys of a file of the forum, between their two lines."""


def check_further_files(source: Source) -> Iterator[Diagnostic]:
    """Report the first line of a text at which another file begins."""
    if not OPENING.search(source.body):
        return
    code = verbatim(source.body.split("\n"))
    for found in OPENING.finditer(source.body):
        line = source.body.count("\n", 0, found.start())
        if not any(line in stretch for stretch in code):
            message = say(Sentence.ANOTHER_FILE, key=found["key"])
            hint = say(Sentence.SEND_APART)
            yield Diagnostic(source.locate_body(line), "F159", message, hint)
            return

"""Notations by which a text would bring in another file or run code: not in contributions."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from mkdocs_forum.core.diagnostics import Diagnostic, say
from mkdocs_forum.core.sentences import Sentence
from mkdocs_forum.core.settings import Settings
from mkdocs_forum.core.source import Source

NOTATIONS: Final[Mapping[str, re.Pattern[str]]] = {
    # A text has no other use for these two.
    "snippets": re.compile(r"-{1,3}8<-{1,3}"),
    "includes": re.compile(r"\{!.{1,200}?!\}|\{%-? {0,9}include\b.{1,200}?%\}"),
    # These mean something else where nothing reads them.
    "macros": re.compile(r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}"),
    "objects": re.compile(r"^:::[ \t]+\S+"),
}
"""What each kind of extension reads, by its name in `Settings.notations`."""
ALWAYS: Final = frozenset({"snippets", "includes"})
"""Kinds that are refused whether or not the site reads them today."""
READERS: Final[Mapping[str, str]] = {
    "macros": "macros",
    "markdown-exec": "macros",
    "mkdocstrings": "objects",
    "placeholder": "macros",
}
"""Plugins of MkDocs that read a kind of notation."""


def check_notations(source: Source, settings: Settings) -> Iterator[Diagnostic]:
    """Report what would publish a file of the build machine, or run on it."""
    for number, line in enumerate(source.body.split("\n")):
        for kind in sorted(ALWAYS | settings.notations):
            if found := NOTATIONS[kind].search(line):
                yield Diagnostic(
                    source.locate_body(number, found.start() + 1),
                    "F156",
                    say(Sentence.BRINGS_IN, notation=_short(found[0])),
                    say(Sentence.WRITE_TEXT),
                )
                break


def _short(notation: str, longest: int = 60) -> str:
    return notation if len(notation) <= longest else f"{notation[: longest - 1]}…"

"""Notations by which a text would bring in another file or run code: not in contributions."""

import re
from collections.abc import Iterator, Mapping, Set
from typing import Final

from mkdocs_forum.core.diagnostics import Diagnostic, Location, say
from mkdocs_forum.core.frontmatter import Keys, Value
from mkdocs_forum.core.sentences import Sentence
from mkdocs_forum.core.settings import Settings
from mkdocs_forum.core.source import Source

NOTATIONS: Final[Mapping[str, re.Pattern[str]]] = {
    # A text has no other use for these two.
    "snippets": re.compile(r"-{1,3}8<-{1,3}"),
    "includes": re.compile(r"\{![^\n]*|\{%[-+]?\s*include[^\n]*"),
    "execution": re.compile(r"(?<![^\n])(?>[^\n]*?(?:```|~~~))[^\n]*?\bexec[ \t]*=[^\n]*"),
    # These mean something else where nothing reads them. `{#`, which begins a comment there, runs
    # nothing, and it names questions and headings.
    "macros": re.compile(r"\{\{[^\n]*|\{%[^\n]*"),
    "objects": re.compile(r"(?<![^\n])[ \t>#*+.)\d-]*:::[^\n]*"),
}
"""How what each kind of extension reads begins, with the rest of its line, by the kind's name in
`Settings.notations`. Where it ends is for its reader to say, who may find that some lines below."""
ALWAYS: Final = frozenset({"execution", "includes", "snippets"})
"""Kinds that are refused whether or not the site reads them today."""
IN_KEYS: Final = frozenset({"macros"})
"""Kinds that are read in the frontmatter, too."""
READERS: Final[Mapping[str, str]] = {
    "external-markdown": "macros",
    "macros": "macros",
    "markdownextradata": "macros",
    "mkdocstrings": "objects",
    "placeholder": "macros",
    "table-reader": "macros",
}
"""Plugins of MkDocs that read a kind of notation."""


def check_notations(source: Source, settings: Settings) -> Iterator[Diagnostic]:
    """Report what would publish a file of the build machine, or run on it: one to a line."""
    for keys, text in _texts(source.meta):
        for found in _found(text, IN_KEYS & settings.notations)[:1]:
            yield _fault(source.locate(*keys), found)
    line, last, told = 0, 0, -1
    for found in _found(source.body, ALWAYS | settings.notations):
        start = found.start()
        line += source.body.count("\n", last, start)
        last = start
        if line != told:
            told = line
            column = start - source.body.rfind("\n", 0, start)
            yield _fault(source.locate_body(line, column), found)


def _found(text: str, kinds: Set[str]) -> list[re.Match[str]]:
    """Give what stands in a text, in its order."""
    found = (match for kind in sorted(kinds) for match in NOTATIONS[kind].finditer(text))
    return sorted(found, key=re.Match.start)


def _texts(value: Value | Mapping[str, Value], keys: Keys = ()) -> Iterator[tuple[Keys, str]]:
    """Give each text in the frontmatter, with its keys."""
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield (*keys, key), key
            yield from _texts(item, (*keys, key))
    else:
        for place, item in enumerate(value or ()):
            yield from _texts(item, (*keys, place))


def _fault(where: Location, found: re.Match[str]) -> Diagnostic:
    message = say(Sentence.BRINGS_IN, notation=_short(found[0].split("\n")[0]))
    return Diagnostic(where, "F156", message, say(Sentence.WRITE_TEXT))


def _short(notation: str, longest: int = 60) -> str:
    return notation if len(notation) <= longest else f"{notation[: longest - 1]}…"

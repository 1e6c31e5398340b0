"""Notations by which a text would bring in another file or run code: not in contributions."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, brief, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.frontmatter.values import Keys, Value
from mkdocs_forum.core.reading.source import Source

NOTATIONS: Final[Mapping[str, re.Pattern[str]]] = {
    # A text has no other use for these two.
    "snippets": re.compile(r"-{1,3}8<-{1,3}"),
    "includes": re.compile(r"\{![^\n]*|\{%[-+]?\s*include[^\n]*"),
    "execution": re.compile(r"(?:```|~~~)(?:(?!```|~~~)[^\n])*?(?<!\w)exec[ \t]*=[^\n]*"),
    # This one means something else where nothing reads it.
    "objects": re.compile(r"(?<![^\n])[ \t>#*+.)\d-]*:::[^\n]*"),
}
"""How what each kind of extension reads begins, with the rest of its line, by the kind's name in
`Settings.notations`. Where it ends is for its reader to say, who may find that some lines below."""
ALWAYS: Final = frozenset({"execution", "includes", "snippets"})
"""Kinds that are refused whether or not the site reads them today."""
READERS: Final[Mapping[str, str]] = {"mkdocstrings": "objects"}
"""Plugins of MkDocs that read a kind of notation."""
SIGNS: Final[Mapping[str, str]] = {"variable_start_string": "{{", "block_start_string": "{%"}
"""Signs that open what macros run, by the ends of the options that change them. `{#`, which begins
a comment, runs nothing, and it names questions and headings."""
MACROS: Final = frozenset(
    {"external-markdown", "macros", "markdownextradata", "placeholder", "table-reader"}
)
"""Plugins of MkDocs that read such signs, in the frontmatter, too."""


def check_notations(source: Source, settings: Settings) -> Iterator[Diagnostic]:
    """Report what would publish a file of the build machine, or run on it: one to a line."""
    openings = _opened_by(settings.openings)
    for keys, text in _texts(source.meta) if openings else ():
        for found in _found(text, openings)[:1]:
            yield _fault(source.locate(*keys), found)
    line, last, told = 0, 0, -1
    for found in _found(source.body, refused(settings)):
        start = found.start()
        line += source.body.count("\n", last, start)
        last = start
        if line != told:
            told = line
            column = start - source.body.rfind("\n", 0, start)
            yield _fault(source.locate_body(line, column), found)


def refused(settings: Settings) -> list[re.Pattern[str]]:
    """Give the patterns of what no text may hold."""
    kinds = [NOTATIONS[kind] for kind in sorted(ALWAYS | settings.notations)]
    return kinds + _opened_by(settings.openings)


def _opened_by(openings: Set[str]) -> list[re.Pattern[str]]:
    """Give the pattern of openings with the rest of their line, if there is any."""
    return [re.compile(f"(?:{'|'.join(sorted(openings))})[^\\n]*")] if openings else []


def _found(text: str, patterns: Iterable[re.Pattern[str]]) -> list[re.Match[str]]:
    """Give what stands in a text, in its order."""
    found = (match for pattern in patterns for match in pattern.finditer(text))
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
    message = say(Sentence.BRINGS_IN, notation=brief(found[0].split("\n")[0]))
    return Diagnostic(where, "F156", message, say(Sentence.WRITE_TEXT))

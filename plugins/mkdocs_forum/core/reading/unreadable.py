"""Texts of which no entry can be made: what they name is checked all the same."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Location
from mkdocs_forum.core.model.kinds import ANONYMOUS
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import MODELS, contradicts, keys_in_path, parts_of
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.words.slugs import SLUG

_NAMING: Final[Mapping[str, Mapping[str, str]]] = {
    "talks": {"edition": "editions", "speakers": "members"},
    "answers": {"question": "questions", "author": "members"},
    "questions": {"by": "members", "duplicate_of": "questions"},
}
"""Keys that name another entry, with the kind of that, by the kind of the text."""
_NAME: Final = re.compile(SLUG)
_NAMES: Final = {"questions": re.compile(f"{SLUG}/{SLUG}")}


@dataclass(frozen=True)
class Name:
    """The name of an entry in another's text."""

    kind: str
    """Kind of what is named, as a key of `MODELS`; a question is one of `questions`."""
    wanted: str
    location: Location


@dataclass(frozen=True)
class Unreadable:
    """A text of which no entry can be made, with what it names."""

    source: Source
    kind: str
    names: tuple[Name, ...] = ()


def read_names(source: Source, kind: str, settings: Settings) -> Unreadable:
    """Keep what can be checked of a text of which no entry can be made."""
    if kind not in MODELS:
        return Unreadable(source, kind)
    parts = parts_of(source, kind, settings)
    told = keys_in_path(kind, parts)
    found = []
    if kind == "questions":
        found.append(Name("questions", "/".join(parts), Location(source.path)))
    for key, other in _NAMING.get(kind, {}).items():
        written = source.meta.get(key) or told.get(key)
        if contradicts(key, written, told):
            # Nobody knows which of the two is meant.
            continue
        items = written if isinstance(written, list) else [written]
        found += [
            Name(other, item, source.locate(key, number))
            for number, item in enumerate(items)
            if isinstance(item, str) and not (key == "author" and item in ANONYMOUS)
        ]
    # What can't be a name is told as such.
    names = [name for name in found if _NAMES.get(name.kind, _NAME).fullmatch(name.wanted)]
    return Unreadable(source, kind, tuple(names))

"""Contributions that stand beside the folders of the forum, where nobody reads them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.model.settings import FOLDERS, Settings
from mkdocs_forum.core.reading.entry import CONTRIBUTED
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.words.slugs import slugify

KEYS: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "talks": frozenset({"speakers", "edition"}),
        "answers": frozenset({"question", "author"}),
        "members": frozenset({"name", "consent"}),
    }
)
"""Keys that together tell a kind of entry."""
LIKE: Final = 0.85
"""How much of its letters a folder has of another one's at the least: a plural is left off."""

_KEY = re.compile(r"^([\w-]+)[ \t\xa0]*:", re.MULTILINE)


def check_misplaced(pages: Iterable[Source], settings: Settings) -> Iterator[Diagnostic]:
    """Report pages that were most likely meant for a folder of the forum: each folder once.

    Arguments:
        pages: The pages that are no entries.
        settings: The options.
    """
    own = set(settings.folders.values())
    told: set[str] = set()
    for page in pages:
        folder = page.path.split("/")[0] if "/" in page.path else ""
        if folder in own or folder in told:
            continue
        if meant := _folder_like(folder, settings):
            told.add(folder)
            message = say("'{folder}' isn't a folder of the forum", folder=folder)
            yield Diagnostic(Location(page.path), "F126", message, say(Sentence.NEAR, near=meant))
        elif kind := _kind_by_keys(page.header):
            message = say("the file has the keys of an entry, but isn't read as one in this place")
            hint = say("put it into the folder '{folder}'", folder=settings.folders[kind])
            yield Diagnostic(Location(page.path), "F126", message, hint)


def _folder_like(folder: str, settings: Settings) -> str | None:
    """Give the folder of the forum that has nearly a name, or has it in another language."""
    names = {
        known[kind]: settings.folders[kind]
        for known in (*FOLDERS.values(), settings.folders)
        for kind in CONTRIBUTED
    }
    near = get_close_matches(slugify(folder), names, n=1, cutoff=LIKE)
    return names[near[0]] if near else None


def _kind_by_keys(header: str) -> str | None:
    keys = set(_KEY.findall(header))
    return next((kind for kind, needed in KEYS.items() if needed <= keys), None)

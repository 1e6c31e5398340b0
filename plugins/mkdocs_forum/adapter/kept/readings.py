"""Files that were read before."""

import datetime
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from enum import Enum
from hashlib import blake2b

from pydantic import BaseModel

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Edit, Location, Message
from mkdocs_forum.core.model import kinds, materials, notices, outcomes
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.publish.serialise import Fingerprints, Serialiser
from mkdocs_forum.core.publish.store import Store
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.reading.questions.scan import Question
from mkdocs_forum.core.reading.read import Reader, Reading, read_file
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.reading.unreadable import Name, Unreadable
from mkdocs_forum.core.words.encodings import encode

_MODELS = [
    found
    for module in (kinds, materials, notices, outcomes)
    for found in vars(module).values()
    if isinstance(found, type)
    and issubclass(found, BaseModel | Enum)
    and found.__module__ == module.__name__
]
_FORMS = Serialiser(
    *(Reading, Entry, Source, Question, Unreadable, Name),
    *(Diagnostic, Edit, Location, Message),
    *_MODELS,
)
_KIND = "reading"
_MOST = 8
"""Texts that are remembered at the most."""


class KeptReader:
    """Reads each file by itself, save those that were read before."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        # Neither the day nor whether drafts are shown changes what a file says.
        lasting = replace(settings, today=datetime.date.max, drafts=False)
        self._settings = Fingerprints().of(lasting).encode()

    def __call__(self, path: str, data: str | bytes, settings: Settings) -> Reading | None:
        """Give what a file tells, as `read_file` does."""
        key = self._key(path, data if isinstance(data, bytes) else data.encode())
        kept = self._store.get(_KIND, key)
        if kept is not None:
            try:
                reading: Reading = _FORMS.loads(kept)
            except ValueError:
                pass
            else:
                return reading
        return self._fresh(key, path, data, settings)

    def _fresh(self, key: str, path: str, data: str | bytes, settings: Settings) -> Reading | None:
        reading = read_file(path, data, settings)
        if reading:
            with suppress(TypeError):  # A fault tells something that is no plain value.
                self._store.put(_KIND, key, _FORMS.dumps(reading))
        return reading

    def _key(self, path: str, data: bytes) -> str:
        found = blake2b(self._settings, digest_size=20)
        for part in (encode(path), data):
            found.update(b"%d:" % len(part))
            found.update(part)
        return found.hexdigest()


class RememberedTexts:
    """Remembers what was made of plain values alone, for as long as the site is served."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def keep(self, kind: str, made_of: object, make: Callable[[], str]) -> str:
        """Give a text that was made of the same values lately, or else make it."""
        key = Fingerprints().of(kind, made_of)
        text = self._known.pop(key, None)
        self._known[key] = text if text is not None else make()
        while len(self._known) > _MOST:  # What wasn't asked for longest.
            del self._known[next(iter(self._known))]
        return self._known[key]


class RememberedReadings:
    """Remembers what the files of a forum gave, for as long as the site is served."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str | bytes, Settings, Reading | None]] = {}

    def reader(self, read: Reader) -> Reader:
        """Give what reads each file by itself, save those that are as they were.

        Arguments:
            read: Reads the others.
        """

        def remembered(path: str, data: str | bytes, settings: Settings) -> Reading | None:
            known = self._known.get(path)
            if known is None or known[:2] != (data, settings):
                known = self._known[path] = data, settings, read(path, data, settings)
            return known[2]

        return remembered

"""The documents of one kind of an edition: what is known of their words is kept as a whole.

Where one changes, those of other kinds and editions aren't read again.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import blake2b
from itertools import groupby, pairwise
from typing import Any, Final

from mkdocs_forum.core.library.keeping import Keep, make_anew
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.search.documents import Document, MakeDocument, OwnPage, documents
from mkdocs_forum.core.outputs.search.postings import Postings, Row
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.pages.page import VirtualPage

BLOCK: Final = 8_000
"""Letters in a file of what is shown, about: a query loads one for each hit."""
_PARTED: Final = frozenset({"talk", "question", "answer"})
"""Kinds of which there are many of each edition."""


@dataclass(frozen=True)
class Segment:
    """Documents that stand together."""

    name: str
    """What their files are called."""
    outlines: Sequence[Document]
    """What they are, with outlines in the place of texts where such are known."""
    made: Sequence[MakeDocument]
    """Make the documents themselves."""
    language: str
    """Code of the site's language."""
    keep: Keep | None
    """Keeps what is known of them, if outlines stand for their texts."""

    @property
    def rows(self) -> Iterable[Row]:
        """Their words, the documents counted from 0 on."""
        stems, first, last, rest, forms = (
            column.split("\n")[:-1] for column in self._known["columns"]
        )
        return zip(stems, map(int, first), map(int, last), rest, forms, strict=True)

    @property
    def starts(self) -> Sequence[int]:
        """Number of the first document in each file of what is shown, likewise."""
        return list(self._known["starts"])

    @property
    def version(self) -> str:
        """Stands for what is shown of them."""
        return str(self._known["version"])

    def outputs(self, folder: str) -> Iterator[Output]:
        """Give the files of what is shown of them."""
        for number, (start, end) in enumerate(pairwise([*self.starts, len(self.made)])):
            made_of = self.outlines[start:end] if self.keep else None
            held = partial(self._block, start, end)
            yield Output(f"{folder}{self.name}/{number}.json", held, made_of)

    def _block(self, start: int, end: int) -> str:
        return _json(list(map(_record, self._documents[start:end])))

    @cached_property
    def _documents(self) -> list[Document]:
        return [make() for make in self.made]

    @cached_property
    def _known(self) -> dict[str, Any]:
        keep = self.keep or make_anew
        found: dict[str, Any] = json.loads(
            keep("segment", (self.language, self.outlines), self._make)
        )
        return found

    def _make(self) -> str:
        postings, version = Postings(), blake2b(digest_size=8)
        for number, document in enumerate(self._documents):
            postings.take(number, document, document.lang or self.language)
            version.update(_json(_record(document)).encode())
        starts, rows = list(_starts(self._documents)), postings.rows()
        # Five long texts are read sooner than as many short ones as there are words.
        columns = ["".join(f"{row[place]}\n" for row in rows) for place in range(5)]
        return _json({"columns": columns, "starts": starts, "version": version.hexdigest()})


def segments(
    contents: Contents, pages: Sequence[VirtualPage], own: Sequence[OwnPage]
) -> Iterator[Segment]:
    """Give all that may be found, in its order.

    Arguments:
        contents: The forum with its texts.
        pages: Its pages.
        own: The organisers' own pages.
    """
    outline = contents.outline or contents
    outlines = (make() for make in documents(outline, pages, own))
    found = zip(outlines, documents(contents, pages, own), strict=True)
    keep = contents.keep if contents.outline else None
    names: Counter[str] = Counter()
    for name, group in groupby(found, lambda each: _name(each[0])):
        shown, made = zip(*group, strict=True)
        names[name] += 1
        told = name if names[name] == 1 else f"{names[name]}-{name}"
        yield Segment(told, shown, made, contents.settings.language, keep)


def _name(document: Document) -> str:
    is_parted = document.kind in _PARTED
    return f"{document.kind}/{document.edition}" if is_parted else document.kind


def _starts(found: Sequence[Document]) -> Iterator[int]:
    """Part what is shown into files; give the number of the first document of each."""
    size = 0
    for number, document in enumerate(found):
        length = sum(map(len, _record(document)))
        if number == 0 or size + length > BLOCK:
            yield number
            size = 0
        size += length


def _record(document: Document) -> list[str]:
    """Give what is shown of a document; what is lacking at its end is empty."""
    told = [document.url, document.title, document.about, document.text]
    told += [document.status, document.lang]
    while not told[-1]:
        told.pop()
    return told


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

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
from typing import Any, Final, NamedTuple

from mkdocs_forum.core.library.keeping import Keep
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.search.documents import Document, OwnPage
from mkdocs_forum.core.outputs.search.findables import Findable, findables
from mkdocs_forum.core.outputs.search.postings import Postings, Row
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.pages.page import VirtualPage

BLOCK: Final = 8_000
"""Letters in a file of what is shown, about: a query loads one for each hit."""


class Facets(NamedTuple):
    """By what a document may be chosen."""

    kind: str
    status: str
    edition: str
    topics: Sequence[str]
    people: Sequence[str]


@dataclass(frozen=True)
class Segment:
    """Documents that stand together."""

    name: str
    """What their files are called."""
    found: Sequence[Findable]
    """What they are made of."""
    language: str
    """Code of the site's language."""
    keep: Keep
    """Keeps what is known of them."""

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

    @property
    def facets(self) -> Iterable[Facets]:
        """By what each of them may be chosen."""
        return (Facets(*each) for each in self._known["facets"])

    def outputs(self, folder: str) -> Iterator[Output]:
        """Give the files of what is shown of them."""
        for number, (start, end) in enumerate(pairwise([*self.starts, len(self.found)])):
            made_of = [each.made_of for each in self.found[start:end]]
            held = partial(self._block, start, end)
            yield Output(f"{folder}{self.name}/{number}.json", held, made_of)

    def _block(self, start: int, end: int) -> str:
        return _json(list(map(_record, self._documents[start:end])))

    @cached_property
    def _documents(self) -> list[Document]:
        return [each.make() for each in self.found]

    @cached_property
    def _known(self) -> dict[str, Any]:
        made_of = [each.made_of for each in self.found]
        known: dict[str, Any] = json.loads(self.keep("segment", made_of, self._make))
        return known

    def _make(self) -> str:
        postings, version = Postings(), blake2b(digest_size=8)
        for number, document in enumerate(self._documents):
            postings.take(number, document, document.lang or self.language)
            version.update(_json(_record(document)).encode())
        starts, rows = list(_starts(self._documents)), postings.rows()
        # Five long texts are read sooner than as many short ones as there are words.
        columns = ["".join(f"{row[place]}\n" for row in rows) for place in range(5)]
        facets = list(map(_facets, self._documents))
        known = {"columns": columns, "facets": facets, "starts": starts}
        return _json({**known, "version": version.hexdigest()})


def segments(
    contents: Contents, pages: Sequence[VirtualPage], own: Sequence[OwnPage]
) -> Iterator[Segment]:
    """Give all that may be found, in its order.

    Arguments:
        contents: The forum with its texts.
        pages: Its pages.
        own: The organisers' own pages.
    """
    names: Counter[str] = Counter()
    for name, group in groupby(findables(contents, pages, own), _name):
        names[name] += 1
        told = name if names[name] == 1 else f"{names[name]}-{name}"
        yield Segment(told, list(group), contents.settings.language, contents.keep)


def _name(found: Findable) -> str:
    return f"{found.kind}/{found.edition}" if found.edition else found.kind


def _facets(document: Document) -> Facets:
    topics, people = document.topics, document.people
    return Facets(document.kind, document.status, document.edition, topics, people)


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

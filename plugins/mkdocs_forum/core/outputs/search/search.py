"""The files of the index: a query loads the first two, then those that it needs."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any, Final

from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.search.documents import KINDS, STATUSES, Document, OwnPage, documents
from mkdocs_forum.core.outputs.search.postings import Facet, Postings
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.words.stems import stems_of

FOLDER: Final = "assets/forum/search/"
"""Folder of the index below the root of the site."""
SHARD: Final = 24_000
"""Letters in a file of postings, about: a query loads one or two for each of its words."""
BLOCK: Final = 8_000
"""Letters in a file of what is shown, about: a query loads one for each hit."""


def search_files(
    contents: Contents, pages: Iterable[VirtualPage], own: Iterable[OwnPage]
) -> Iterator[Output]:
    """Give the index, file by file: what is shown of the pages isn't held until the end.

    Arguments:
        contents: The forum with its texts.
        pages: Its pages.
        own: The organisers' own pages.
    """
    version = blake2b(digest_size=8)
    for output in _files(_Gathered(contents), documents(contents, pages, own)):
        if isinstance(output, Output):
            version.update(output.text.encode())
            yield output
        else:
            index = {"version": version.hexdigest(), **output}
            yield Output(f"{FOLDER}index.json", _json(index))


def _files(
    gathered: "_Gathered", found: Iterable[Document]
) -> Iterator[Output | Mapping[str, Any]]:
    """Give all files but the one that tells of the others, and at last what that one holds."""
    starts = []
    for number, (start, block) in enumerate(_blocks(map(gathered.take, found))):
        starts.append(start)
        yield Output(f"{FOLDER}found/{number}.json", _json(block))
    shards = list(gathered.postings.shards(SHARD))
    for number, shard in enumerate(shards):
        yield Output(f"{FOLDER}postings/{number}.txt", _lines(gathered.postings, shard))
    yield Output(f"{FOLDER}words.txt", _words(gathered.postings))
    yield Output(f"{FOLDER}facets.json", _json(gathered.facets()))
    yield {**gathered.known(), "postings": [shard[0] for shard in shards], "found": starts}


class _Gathered:
    """What the index knows of all documents that were taken."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self.postings = Postings(contents.settings.language)
        self._kinds: Counter[str] = Counter()
        self._facets = {name: Facet() for name in ("kind", "status", "edition", "topic", "person")}

    def take(self, document: Document) -> list[str]:
        """Take a document; give what is shown of it."""
        number = self.postings.take(document)
        self._kinds[document.kind] += 1
        values = {
            "kind": (document.kind,),
            "status": (document.status,),
            "edition": (document.edition,),
            "topic": document.topics,
            "person": document.people,
        }
        for name, found in values.items():
            self._facets[name].take(number, found)
        return _record(document)

    def known(self) -> dict[str, Any]:
        """Give what the index says of itself."""
        return {
            "count": self._kinds.total(),
            "kinds": list(self._kinds.items()),
            "names": self._told(KINDS),
            "statuses": self._told(STATUSES),
            "alike": _alike(self._contents),
        }

    def facets(self) -> dict[str, list[list[str]]]:
        """Give by what hits may be chosen: each value with its name and its documents."""
        views, facets = self._contents.views, self._facets
        editions = {slug: view.title for slug, view in views.editions.items()}
        people = {slug: view.name for slug, view in views.members.items()}
        return {
            "kind": facets["kind"].lines(self._told(KINDS)),
            "status": facets["status"].lines(self._told(STATUSES)),
            "edition": facets["edition"].lines(editions)[::-1],
            "topic": sorted(facets["topic"].lines({})),
            "person": facets["person"].lines(people),
        }

    def _told(self, names: Mapping[str, str]) -> dict[str, str]:
        return {key: self._contents.language.tell(name) for key, name in names.items()}


def _alike(contents: Contents) -> list[list[tuple[str, str]]]:
    """Give the words of the site's language that stand for each other, each with its stem."""
    stems = stems_of(contents.settings.language)
    groups = contents.language.conventions.thesaurus
    return [[stems.of(word)[-1] for word in group] for group in groups]


def _words(postings: Postings) -> str:
    """Give each stem with its forms; `+` stands for the stem where a form begins with it."""
    lines = []
    for stem in sorted(postings.forms):
        forms = sorted(postings.forms[stem])
        shown = (f"+{form.removeprefix(stem)}" if form.startswith(stem) else form for form in forms)
        lines.append(" ".join((stem, *shown)))
    return "\n".join(lines)


def _lines(postings: Postings, shard: Iterable[str]) -> str:
    return "\n".join(f"{stem} {postings.documents[stem].line}" for stem in shard)


def _blocks(found: Iterable[list[str]]) -> Iterator[tuple[int, list[list[str]]]]:
    """Part what is shown into files, each with the number of its first document."""
    block: list[list[str]] = []
    start = size = 0
    for record in found:
        length = sum(map(len, record))
        if block and size + length > BLOCK:
            yield start, block
            start, block, size = start + len(block), [], 0
        block.append(record)
        size += length
    if block:
        yield start, block


def _record(document: Document) -> list[str]:
    """Give what is shown of a document; what is lacking at its end is empty."""
    told = [document.url, document.title, document.about, document.text]
    told += [document.status, document.lang]
    while not told[-1]:
        told.pop()
    return told


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

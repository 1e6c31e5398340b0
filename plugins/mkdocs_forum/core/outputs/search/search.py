"""The files of the index: a query loads the first two, then those that it needs."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final

from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.search.documents import OwnPage
from mkdocs_forum.core.outputs.search.kinds import KINDS, STATUSES
from mkdocs_forum.core.outputs.search.postings import Facet, Postings
from mkdocs_forum.core.outputs.search.segments import Facets, Segment, segments
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.words.stems import stems_of

FOLDER: Final = "assets/forum/search/"
"""Folder of the index below the root of the site."""
SHARD: Final = 24_000
"""Letters in a file of postings, about: a query loads one or two for each of its words."""


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
    gathered = _Gathered(contents)
    for segment in segments(contents, list(pages), list(own)):
        gathered.take(segment)
        version.update(segment.version.encode())
        yield from segment.outputs(f"{FOLDER}found/")
    for output in _words_and_facets(gathered):
        version.update(output.text.encode())
        yield output
    yield Output(f"{FOLDER}index.json", _json({"version": version.hexdigest(), **gathered.known()}))


def _words_and_facets(gathered: "_Gathered") -> Iterator[Output]:
    for number, shard in enumerate(gathered.shards):
        yield Output(f"{FOLDER}postings/{number}.txt", _lines(gathered.postings, shard))
    yield Output(f"{FOLDER}words.txt", _words(gathered.postings))
    yield Output(f"{FOLDER}facets.json", _json(gathered.facets()))


class _Gathered:
    """What the index knows of all documents that were taken."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self.postings = Postings()
        self._kinds: Counter[str] = Counter()
        self._found: list[tuple[str, list[int]]] = []
        self._facets = {name: Facet() for name in ("kind", "status", "edition", "topic", "person")}

    def take(self, segment: Segment) -> None:
        """Take the documents of a segment."""
        start = self._kinds.total()
        self.postings.join(start, segment.rows)
        self._found.append((segment.name, [start + each for each in segment.starts]))
        for facets in segment.facets:
            self._take(facets)

    def _take(self, facets: Facets) -> None:
        number = self._kinds.total()
        self._kinds[facets.kind] += 1
        values = {
            "kind": (facets.kind,),
            "status": (facets.status,),
            "edition": (facets.edition,),
            "topic": facets.topics,
            "person": facets.people,
        }
        for name, found in values.items():
            self._facets[name].take(number, found)

    @cached_property
    def shards(self) -> list[list[str]]:
        """The stems of each file of postings, once all documents were taken."""
        return list(self.postings.shards(SHARD))

    def known(self) -> dict[str, Any]:
        """Give what the index says of itself."""
        return {
            "count": self._kinds.total(),
            "kinds": list(self._kinds.items()),
            "names": self._told(KINDS),
            "statuses": self._told(STATUSES),
            "alike": _alike(self._contents),
            "postings": [shard[0] for shard in self.shards],
            "found": self._found,
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
    for stem in sorted(postings.documents):
        forms = postings.forms(stem)
        shown = (f"+{form.removeprefix(stem)}" if form.startswith(stem) else form for form in forms)
        lines.append(" ".join((stem, *shown)))
    return "\n".join(lines)


def _lines(postings: Postings, shard: Iterable[str]) -> str:
    return "\n".join(f"{stem} {postings.documents[stem].line}" for stem in shard)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

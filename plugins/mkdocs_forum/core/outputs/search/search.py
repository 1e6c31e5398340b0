"""The files of the index: a query loads the first two, then those that it needs."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import Any, Final

from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.search.documents import KINDS, STATUSES, Document, OwnPage, documents
from mkdocs_forum.core.outputs.search.postings import Postings, based, gather
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
    """Give the index.

    Arguments:
        contents: The forum with its texts.
        pages: Its pages.
        own: The organisers' own pages.
    """
    found = list(documents(contents, pages, own))
    postings = gather(found, contents.settings.language)
    shards = list(postings.shards(SHARD))
    blocks = list(_blocks(found))
    files = [
        Output(f"{FOLDER}words.txt", _words(postings)),
        Output(f"{FOLDER}facets.json", _json(_facets(found, contents))),
        *(
            Output(f"{FOLDER}postings/{number}.txt", _lines(postings, shard))
            for number, shard in enumerate(shards)
        ),
        *(
            Output(f"{FOLDER}found/{number}.json", _json([_record(each) for each in block]))
            for number, block in enumerate(blocks)
        ),
    ]
    yield from files
    yield Output(f"{FOLDER}index.json", _json(_index(found, contents, shards, blocks, files)))


def _index(
    found: Sequence[Document],
    contents: Contents,
    shards: Sequence[Sequence[str]],
    blocks: Sequence[Sequence[Document]],
    files: Iterable[Output],
) -> dict[str, Any]:
    tell = contents.language.tell
    starts = [0]
    for block in blocks:
        starts.append(starts[-1] + len(block))
    version = blake2b("".join(file.text for file in files).encode(), digest_size=8)
    return {
        "version": version.hexdigest(),
        "count": len(found),
        "kinds": [[kind, len(list(group))] for kind, group in groupby(each.kind for each in found)],
        "names": {kind: tell(name) for kind, name in KINDS.items()},
        "statuses": {status: tell(name) for status, name in STATUSES.items()},
        "postings": [shard[0] for shard in shards],
        "found": starts[:-1],
        "alike": _alike(contents),
    }


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
    return "\n".join(f"{stem} {' '.join(postings.lines[stem])}" for stem in shard)


def _blocks(found: Iterable[Document]) -> Iterator[list[Document]]:
    block: list[Document] = []
    size = 0
    for document in found:
        if block and size + len(document.text) > BLOCK:
            yield block
            block, size = [], 0
        block.append(document)
        size += len(document.text) + 200
    if block:
        yield block


def _record(document: Document) -> list[str]:
    """Give what is shown of a document; what is lacking at its end is empty."""
    told = [document.url, document.title, document.about, document.text]
    told += [document.status, document.lang]
    while not told[-1]:
        told.pop()
    return told


def _facets(found: Sequence[Document], contents: Contents) -> dict[str, list[list[str]]]:
    """Give by what hits may be chosen: each value with its name and its documents."""
    views, tell = contents.views, contents.language.tell
    editions = {slug: view.title for slug, view in views.editions.items()}
    people = {slug: view.name for slug, view in views.members.items()}
    statuses = {status: tell(name) for status, name in STATUSES.items()}
    return {
        "kind": _facet(((each.kind,) for each in found), {k: tell(v) for k, v in KINDS.items()}),
        "status": _facet(((each.status,) for each in found), statuses),
        "edition": _facet(((each.edition,) for each in found), editions)[::-1],
        "topic": sorted(_facet((each.topics for each in found), None)),
        "person": _facet((each.people for each in found), people),
    }


def _facet(values: Iterable[tuple[str, ...]], names: Mapping[str, str] | None) -> list[list[str]]:
    """Give each value with its name and the numbers of its documents, as differences."""
    lines: dict[str, list[str]] = {name: [] for name in names or ()}
    last: dict[str, int] = {}
    for number, found in enumerate(values):
        for value in filter(None, found):
            lines.setdefault(value, []).append(based(number - last.get(value, 0)))
            last[value] = number
    return [
        [value, (names or {}).get(value, value), " ".join(line)]
        for value, line in lines.items()
        if line
    ]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

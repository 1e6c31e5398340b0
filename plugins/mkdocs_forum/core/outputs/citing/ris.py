"""Works in RIS, which reference managers exchange."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from mkdocs_forum.core.outputs.citing.lines import one_line
from mkdocs_forum.core.outputs.citing.work import Kind, Work

_TYPES: Final = {
    Kind.TALK: "CPAPER",
    Kind.ANSWER: "ICOMM",
    Kind.SYNTHESIS: "ICOMM",
    Kind.PROCEEDINGS: "CONF",
}


def ris(works: Iterable[Work]) -> str:
    """Write works as a file of RIS."""
    return "".join(map(_entry, works))


@lru_cache(512)  # The file of an edition holds it, too.
def _entry(work: Work) -> str:
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in _tags(work))


def _tags(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[work.kind]
    for tag, value in _values(work):
        if value:
            yield tag, value
    yield "ER", ""


def _values(work: Work) -> Iterator[tuple[str, str]]:
    yield "ID", work.key
    for name in work.authors:
        yield "AU", name.sorted
    yield "TI", work.title
    yield "T2", work.container
    yield "PY", str(work.date.year)
    yield "DA", f"{work.date:%Y/%m/%d}"
    yield "PB", work.publisher
    yield "CY", work.place
    yield "SN", work.isbn or work.issn
    yield "DO", work.doi
    yield "UR", work.url
    yield "LA", work.language
    yield "AB", work.summary
    for topic in work.topics:
        yield "KW", topic

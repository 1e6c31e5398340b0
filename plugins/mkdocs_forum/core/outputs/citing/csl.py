"""Works in CSL-JSON, which citation processors read."""

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from mkdocs_forum.core.outputs.citing.work import Kind, Work
from mkdocs_forum.core.words.names import Name

_TYPES: Final = {
    Kind.TALK: "paper-conference",
    Kind.ANSWER: "post",
    Kind.SYNTHESIS: "post",
    Kind.PROCEEDINGS: "book",
}


def csl_json(works: Iterable[Work]) -> str:
    """Write works as a file of CSL-JSON, each on a line of its own."""
    return "[\n{}\n]\n".format(",\n".join(map(_written, works)))


@lru_cache(512)  # The file of an edition holds it, too.
def _written(work: Work) -> str:
    return json.dumps(_item(work), ensure_ascii=False)


def _item(work: Work) -> dict[str, Any]:
    people = "editor" if work.kind is Kind.PROCEEDINGS else "author"
    day = [work.date.year, work.date.month, work.date.day]
    item = {
        "id": work.key,
        "type": _TYPES[work.kind],
        "title": work.title,
        people: [*map(_name, work.authors)],
        "container-title": work.container,
        "event-title": work.container if work.kind is Kind.TALK else "",
        "event-place": work.place,
        "publisher": work.publisher,
        "issued": {"date-parts": [day]},
        "ISBN": work.isbn,
        "ISSN": work.issn,
        "DOI": work.doi,
        "URL": work.url,
        "language": work.language,
        "abstract": work.summary,
        "keyword": ", ".join(work.topics),
    }
    return {key: value for key, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given}

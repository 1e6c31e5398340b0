r"""Works in BibTeX.

Words are escaped for LaTeX, addresses never: there `\%` would be a part of them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from mkdocs_forum.core.outputs.citing.lines import one_line
from mkdocs_forum.core.outputs.citing.work import Kind, Work
from mkdocs_forum.core.words.names import Name

_TYPES: Final = {
    Kind.TALK: "inproceedings",
    Kind.ANSWER: "misc",
    Kind.SYNTHESIS: "misc",
    Kind.PROCEEDINGS: "proceedings",
}
_CONTAINERS: Final = {"inproceedings": "booktitle", "misc": "howpublished", "proceedings": "series"}
_ESCAPES: Final = {
    **{sign: f"\\{sign}" for sign in "&%$#_"},
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "\\": r"\textbackslash{}",
}
_SPECIAL: Final = re.compile("[{}]".format(re.escape("{}" + "".join(_ESCAPES))))
_BRACE: Final = re.compile("[{}]")
_BRACES: Final = {"{": r"\{", "}": r"\}"}
_ALONE: Final = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
"""Braces of which not every one has another: BibTeX counts those behind a backslash, too."""
_LIGATURE: Final = re.compile(r"(?<=([-'`,<>]))(?=\1)|(?<=[?!])(?=`)")
"""Between signs of which LaTeX makes one, such as a dash of hyphens."""


def bibtex(works: Iterable[Work]) -> str:
    """Write works as a file of BibTeX."""
    return "\n".join(map(_entry, works))


@lru_cache(512)  # The file of an edition holds it, too.
def _entry(work: Work) -> str:
    kind = _TYPES[work.kind]
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work, kind) if value)
    return f"@{kind}{{{work.key},\n{fields}}}\n"


def _fields(work: Work, kind: str) -> Iterator[tuple[str, str]]:
    people = "editor" if kind == "proceedings" else "author"
    yield people, " and ".join(map(_name, work.authors))
    yield "title", _escaped(work.title)
    yield _CONTAINERS[kind], _escaped(work.container)
    yield "publisher", _escaped(work.publisher)
    yield "address", _escaped(work.place)
    yield "date", work.date.isoformat()
    yield "year", str(work.date.year)
    yield "month", str(work.date.month)
    yield "isbn", work.isbn
    yield "issn", work.issn
    yield "doi", work.doi
    yield "url", work.url
    yield "language", work.language
    yield "abstract", _escaped(work.summary)
    yield "keywords", ", ".join(map(_escaped, work.topics))


@lru_cache(512)
def _name(name: Name) -> str:
    return ", ".join(_part(part) for part in (name.family, name.given) if part)


def _part(part: str) -> str:
    """Write a part of a name; one that would be parted anew stands between braces."""
    escaped = _escaped(part)
    is_plain = not re.search(r",|\band\b", part, re.IGNORECASE)
    return escaped if is_plain else f"{{{escaped}}}"


def _escaped(text: str) -> str:
    line = one_line(text)
    if _SPECIAL.search(line):
        escapes = {**_ESCAPES, **(_BRACES if _is_balanced(line) else _ALONE)}
        line = _SPECIAL.sub(lambda sign: escapes[sign[0]], line)
    return _LIGATURE.sub("{}", line)


def _is_balanced(text: str) -> bool:
    """Whether every brace has another."""
    depth = 0
    for brace in _BRACE.findall(text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0

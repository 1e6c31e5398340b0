"""HTML as XML, which readers of EPUB ask for: whatever stands there is well-formed."""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape
from typing import Final

from mkdocs_forum.core.html.pieces import VOID, Attributes, Token

_UNTOLD: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that no XML can hold."""
_NAME: Final = re.compile(r"[a-z_][\w.-]*", re.IGNORECASE)
_FOREIGN: Final = {
    "math": "http://www.w3.org/1998/Math/MathML",
    "svg": "http://www.w3.org/2000/svg",
}
"""Elements of other vocabularies, which XML has to be told."""
_CAMEL: Final = {name.lower(): name for name in ("preserveAspectRatio", "viewBox", "pathLength")}
"""Attributes whose capitals count in XML; HTML reads them in small letters."""


def xhtml(pieces: Iterable[Token]) -> str:
    """Give a stretch of HTML as XML.

    What is open at the end is closed, an end without a beginning is left out, and so are comments.
    """
    return "".join(_written(pieces))


def plain(text: str) -> str:
    """Give a text without the signs that no XML can hold."""
    return _UNTOLD.sub("", text)


def _written(pieces: Iterable[Token]) -> Iterator[str]:
    open_: list[str] = []
    for token in pieces:
        if token.kind in {"start", "empty"}:
            is_empty = token.name in VOID or token.kind == "empty"
            yield f"<{token.name}{_attributes(token)}{'/' if is_empty else ''}>"
            if not is_empty:
                open_.append(token.name)
        elif token.kind == "end":
            if token.name in open_:
                yield from _closed(open_, token.name)
        elif not token.source.startswith(("<!", "<?")):
            yield escape(plain(unescape(token.source)), quote=False)
    while open_:
        yield f"</{open_.pop()}>"


def _closed(open_: list[str], name: str) -> Iterator[str]:
    """Close an element, and those that are open within it."""
    last = ""
    while last != name:
        last = open_.pop()
        yield f"</{last}>"


def _attributes(token: Token) -> str:
    given: Attributes = token.attributes
    if token.name in _FOREIGN:
        given = [("xmlns", _FOREIGN[token.name]), *given]
    kept: dict[str, str] = {}
    for name, value in given:
        if _NAME.fullmatch(name):
            # Of two with one name the first counts, as in browsers.
            kept.setdefault(_CAMEL.get(name, name), name if value is None else value)
    return "".join(f' {name}="{escape(plain(value))}"' for name, value in kept.items())

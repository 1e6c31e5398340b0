"""The chapters of a book, with the places that links within it lead to."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from mkdocs_forum.core.html.pieces import Attributes, Token, element
from mkdocs_forum.core.html.tree import REFERENCES, Text, read
from mkdocs_forum.core.outputs.epub.xhtml import plain, xhtml
from mkdocs_forum.core.printing.paper import unfolded

_PAPER: Final = ("print-code", "print-space")
"""Classes of what serves on paper alone: codes for cameras, lines to write on."""
_OUTER: Final = ("http", "https", "mailto", "tel")
"""Schemes of addresses that lead out of a book."""


@dataclass(frozen=True)
class Entry:
    """A line of the contents."""

    text: str
    anchor: str
    """Identifier of what it leads to."""
    lang: str | None = None
    below: tuple["Entry", ...] = ()


@dataclass(frozen=True)
class Chapter:
    """A chapter, whose links lead to the site's addresses."""

    name: str
    """Name of its file."""
    entry: Entry
    """Its line in the contents."""
    text: Text
    source: str
    """Path of the file that it is made of, below the docs folder."""


@dataclass(frozen=True)
class Places:
    """Where in a book the pages of the site stand, and what stands on them."""

    anchors: Mapping[str, str]
    """Identifiers by the whole addresses of pages; with `#` at the end, what precedes those of the
    page."""
    files: Mapping[str, str]
    """Name of the file of each identifier."""

    def within(self, url: str) -> str:
        """Give an address as it is within the book; nothing for what doesn't stand in it."""
        page, _, fragment = url.partition("#")
        if not page:
            return self._at(xml_id(fragment))
        exact = xml_id(self.anchors.get(f"{page}#", "") + fragment) if fragment else ""
        anchor = exact if exact in self.files else self.anchors.get(page, "")
        return self._at(xml_id(anchor))

    def _at(self, anchor: str) -> str:
        return f"{self.files[anchor]}#{anchor}" if anchor in self.files else ""


def on_screen(html: str) -> Text:
    """Give what is printed as a book has it: nothing folded, nothing for paper alone."""
    return unfolded(Text(tuple(_without_paper(iter(read(html).tokens)))))


def body(chapter: Chapter, places: Places, picture: Callable[[str], str]) -> str:
    """Give the body of a chapter as XHTML.

    Arguments:
        chapter: The chapter.
        places: Where its links lead.
        picture: Gives where a picture stands in the book, by its path below the root of the site;
            nothing for what the book can't show, which is told in words.
    """
    return xhtml(_shown(_linked(iter(chapter.text.tokens), places), picture))


def ids_of(text: Text) -> Iterator[str]:
    """Give the identifiers of a text, as they are in a book."""
    return map(xml_id, text.ids)


def xml_id(name: str) -> str:
    """Give an identifier as XML may have it."""
    return re.sub(r"[^\w.-]", ".", name)


def _without_paper(pieces: Iterator[Token]) -> Iterator[Token]:
    for token in pieces:
        if token.kind in {"start", "empty"} and any(map(token.has_class, _PAPER)):
            element(pieces, token)
        else:
            yield token


def _linked(pieces: Iterable[Token], places: Places) -> Iterator[Token]:
    """Let links lead to places in the book, or to whole addresses; the others are none."""
    for token in pieces:
        if token.kind not in {"start", "empty"} or not token.attributes:
            yield token
        else:
            placed = (_placed(token, name, value or "", places) for name, value in token.attributes)
            yield token.renamed(token.name, [item for item in placed if item])


def _placed(token: Token, name: str, value: str, places: Places) -> tuple[str, str | None] | None:
    if name == "id":
        return name, xml_id(value)
    if name in REFERENCES:
        return name, " ".join(map(xml_id, value.split()))
    if name == "href":
        is_away = token.has_class("print-away")
        url = "" if is_away else places.within(value)
        url = url or _outer(value)
        return (name, url) if url else None
    return next(item for item in token.attributes if item[0] == name)


def _outer(url: str) -> str:
    try:
        scheme = urlsplit(url).scheme
    except ValueError:
        return ""
    return quote(plain(url), safe="%/:=&?~#+!$,;'@()*") if scheme in _OUTER else ""


def _shown(pieces: Iterable[Token], picture: Callable[[str], str]) -> Iterator[Token]:
    for token in pieces:
        if token.name != "img":
            yield token
        elif place := picture(token.get("src")):
            kept: Attributes = [item for item in token.attributes if item[0] not in {"src", "alt"}]
            yield token.renamed("img", [("src", place), ("alt", token.get("alt")), *kept])
        else:
            yield Token("text", plain(token.get("alt")).replace("&", "&amp;").replace("<", "&lt;"))

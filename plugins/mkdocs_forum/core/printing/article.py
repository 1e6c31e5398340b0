"""An article to print, made once: only its addresses differ from one document to another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from html import escape, unescape

from mkdocs_forum.core.model.addresses import relocate
from mkdocs_forum.core.printing.paper import Note
from mkdocs_forum.core.printing.scopes import MARK, Numbers, mark, numbered, printed_in

ROOT = ""
"""Address of the page for which an article is made: the root of the site."""
AWAY = "print-away"
"""Class of links that lead from paper to the site."""
_NOTE = "footnote-ref"
"""Class of links to notes of a text, which are found by their numbers."""

_ADDRESS = re.compile(
    rf'<(?P<tag>a|img)\b(?P<away> class="{AWAY}")?[^<>]*? (?:href|src)="(?!data:)'
    r'(?P<address>[^"]+)"[^<>]*>'
)
"""Sanitised HTML has no `<` and no `>` but those of its tags."""
_ID = re.compile(r'<[^<>]* id="([^"]*)"')
_MARK = re.compile(MARK.format(r"(\d+)", r"(\w+)"))


@dataclass(frozen=True)
class Article:
    """What is printed of a talk, or of something else, as it would be at the root of the site."""

    html: str
    """Its text, with a mark behind each link that leads elsewhere."""
    notes: tuple[Note, ...] = ()
    """Where these lead."""
    ids: Mapping[str, str] = field(default_factory=dict)
    """Identifiers that a link may lead to, each with the part of the document it stands in."""


@dataclass(frozen=True)
class Binding:
    """Articles that become one document, and how what stands in it is found there."""

    articles: tuple[Article, ...]
    here: str
    """Address of the document."""
    anchors: Mapping[str, str] = field(default_factory=dict)
    """Identifiers in the document, by the addresses of the pages that stand in it, as the articles
    have them; with `#` at the end of the address, what precedes the identifiers of the page."""
    above: str = "above"
    """Tells on paper that a link leads back."""
    below: str = "below"

    @property
    def texts(self) -> Iterator[str]:
        """The articles with their addresses as they are in the document."""
        seen: set[str] = set()
        for article in self.articles:
            yield _MARK.sub(partial(self._marked, article), self._linked(article, seen))
            seen.update(article.ids)

    @property
    def notes(self) -> list[tuple[Note, Numbers]]:
        """The addresses to which it sends the reader, each once, with its numbers."""
        found = {note.address: note for article in self.articles for note in article.notes}
        return [
            (replace(found[address], url=relocate(found[address].url, ROOT, self.here)), numbers)
            for address, numbers in self._numbers.items()
        ]

    @cached_property
    def _parts(self) -> Mapping[str, str]:
        return {name: part for article in self.articles for name, part in article.ids.items()}

    @cached_property
    def _numbers(self) -> Mapping[str, Numbers]:
        listed: dict[str, frozenset[str]] = {}
        for article in self.articles:
            for found in _MARK.finditer(article.html):
                note, scopes = self._noted(article, found)
                listed[note.address] = listed.get(note.address, frozenset()) | scopes
        return numbered(listed)

    def _noted(self, article: Article, found: re.Match[str]) -> tuple[Note, frozenset[str]]:
        """Give the note of a mark, and the choices that print the link without what it leads to."""
        note = article.notes[int(found[1])]
        anchor = self._anchor(note.url)
        there = printed_in(self._parts.get(anchor, "text")) if anchor else frozenset[str]()
        return note, printed_in(found[2]) - there

    def _marked(self, article: Article, found: re.Match[str]) -> str:
        note, scopes = self._noted(article, found)
        numbers = self._numbers.get(note.address, {})
        return mark({scope: number for scope, number in numbers.items() if scope in scopes})

    def _linked(self, article: Article, seen: set[str]) -> str:
        """Give an article whose links lead to their places in the document, or to the site."""
        places = {found[1]: found.end() for found in _ID.finditer(article.html)}

        def moved(found: re.Match[str]) -> str:
            tag, address = found[0], unescape(found["address"])
            is_fixed = found["away"] or found["tag"] == "img" or _NOTE in tag
            anchor = "" if is_fixed else self._anchor(address)
            if not anchor:
                url = relocate(address, ROOT, self.here)
                return tag.replace(f'"{found["address"]}"', f'"{escape(url)}"', 1)
            is_above = anchor in seen or places.get(anchor, len(article.html)) < found.start()
            where = escape(self.above if is_above else self.below)
            return tag.replace(
                f'"{found["address"]}"', f'"#{escape(anchor)}" data-here="{where}"', 1
            )

        return _ADDRESS.sub(moved, article.html)

    def _anchor(self, address: str) -> str:
        """Give the identifier of what a link leads to, if that stands in the document."""
        page, sign, fragment = address.partition("#")
        if not page:
            return fragment if fragment in self._parts else ""
        if page not in self.anchors:
            return ""
        exact = self.anchors[f"{page}#"] + fragment
        return exact if sign and exact in self._parts else self.anchors[page]

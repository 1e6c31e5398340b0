"""What a text needs on paper: nothing folded, nothing abbreviated, no address lost."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from html import escape
from urllib.parse import urlsplit

from mkdocs_forum.core.html.pieces import Token, element, words_of
from mkdocs_forum.core.html.tree import Text
from mkdocs_forum.core.printing.tables import fitted

_FURNITURE = ("headerlink", "footnote-backref")
"""Classes of links that serve on a screen only."""

FOLDED = {"details": ("div", "admonition"), "summary": ("p", "admonition-title")}
"""What the elements of a folded block become: an element and a class, as of one that isn't."""

PARTS = {
    "print-discussion": "answers",
    "print-question--listed": "listed",
    "print-state": "listed",
    "print-question": "asked",
}
"""Parts of a document that may be left out, by the classes of their elements, the inner ones first.

What stands in none of them is `text`.
"""


SHORT = range(130, 360)
"""Letters of what takes four or five lines, in large print or in normal one."""


@dataclass(frozen=True)
class Note:
    """The address of one or more links of a text."""

    number: int
    """Stands after each of them."""
    url: str
    """What the link leads to."""
    address: str
    """The whole address, as paper tells it."""
    parts: frozenset[str]
    """Where its links stand, as values of `PARTS`."""
    rel: str = ""
    """What one of them says of where it leads, as `rel`: the address is listed as a link, too."""


@dataclass(frozen=True)
class Paper:
    """A text ready for paper."""

    text: Text
    notes: tuple[Note, ...]
    """Addresses of its links, to be listed below it."""


def on_paper(text: Text, whole: Callable[[str], str]) -> Paper:
    """Prepare a text for paper.

    What was folded is open, tabs stand one below the other under their labels, abbreviations
    are told once, links are numbered, tables fit.

    Arguments:
        text: The text.
        whole: Gives the whole address of a link.
    """
    links: dict[str, Note] = {}
    html = text.html
    rules = (rule for rule, signs in _RULES if any(sign in html for sign in signs))
    pieces = reduce(lambda stream, rule: rule(stream), rules, iter(text.tokens))
    pieces = _kept_whole(_numbered(pieces, links, whole))
    return Paper(Text(tuple(pieces)), tuple(links.values()))


def _without_furniture(pieces: Iterator[Token]) -> Iterator[Token]:
    """Leave out the links to headings and back from notes; load every picture at once.

    Boxes to tick become signs: WeasyPrint knows no fields.
    """
    for token in pieces:
        if token.kind not in {"start", "empty"}:
            yield token
        elif any(map(token.has_class, _FURNITURE)):
            element(pieces, token)
        elif token.has_class("task-list-control") or token.get("type") == "checkbox":
            box = element(pieces, token)
            is_ticked = any(name == "checked" for piece in box for name, _ in piece.attributes)
            yield Token("other", "☑" if is_ticked else "☐")
        elif token.name == "img":
            kept = [item for item in token.attributes if item[0] != "loading"]
            yield token.renamed("img", kept) if len(kept) < len(token.attributes) else token
        else:
            yield token


def _opened(pieces: Iterator[Token]) -> Iterator[Token]:
    """Make of what is folded a block with a title: no engine can fold that or lose it."""
    for token in pieces:
        if token.name not in FOLDED or token.kind not in {"start", "end"}:
            yield token
        elif token.kind == "end":
            yield Token("end", f"</{FOLDED[token.name][0]}>", FOLDED[token.name][0])
        else:
            name, added = FOLDED[token.name]
            kept = [item for item in token.attributes if item[0] != "open"]
            yield token.renamed(name, kept).classed(added, token.get("class"))


def _untabbed(pieces: Iterator[Token]) -> Iterator[Token]:
    """Put the label of each tab above what it shows."""
    labels: list[list[list[Token]]] = []
    for token in pieces:
        if token.kind == "start" and token.has_class("tabbed-labels"):
            row = iter(element(pieces, token)[1:-1])
            labels.append([element(row, label)[1:-1] for label in row if label.name == "label"])
        elif token.name == "input" and token.get("name").find("__tabbed") >= 0:
            continue
        else:
            yield token
            if token.kind == "start" and token.has_class("tabbed-block") and labels:
                label = labels[-1].pop(0)
                if not labels[-1]:
                    labels.pop()
                yield from [Token("start", '<p class="print-tab">', "p"), *label]
                yield Token("end", "</p>", "p")


def _expanded(pieces: Iterator[Token]) -> Iterator[Token]:
    """Tell the meaning of each abbreviation where it occurs first."""
    told: set[str] = set()
    for token in pieces:
        if token.kind != "start" or token.name != "abbr" or not token.get("title"):
            yield token
            continue
        inner = element(pieces, token)
        yield from inner
        if (meaning := token.get("title")) not in told:
            told.add(meaning)
            yield Token("other", f" ({escape(meaning, quote=False)})")


def _numbered(
    pieces: Iterator[Token], notes: dict[str, Note], whole: Callable[[str], str]
) -> Iterator[Token]:
    """Put after each link that leads elsewhere the number of its address."""
    within = _Within()
    for token in pieces:
        within.see(token)
        url = token.get("href") if token.kind == "start" and token.name == "a" else ""
        if not url or url.startswith("#"):
            yield token
            continue
        inner = element(pieces, token)
        # A picture alone says nothing of where it leads, and its address is told.
        is_picture = not words_of(inner).strip() and any(piece.name == "img" for piece in inner)
        yield from inner[1:-1] if is_picture else inner
        address = whole(url)
        # Some plugins let each picture lead to itself, to show it larger.
        if shows(inner, url):
            continue
        if not is_told(address, words_of(inner)):
            note = notes.get(address) or Note(len(notes) + 1, url, address, frozenset())
            rel = note.rel or token.get("rel")
            notes[address] = replace(note, parts=note.parts | {within.part}, rel=rel)
            yield Token("other", f'<sup class="print-mark">[{note.number}]</sup>')


def _kept_whole(pieces: Iterator[Token]) -> Iterator[Token]:
    """Mark what is too short to be torn apart.

    Chromium leaves three lines of a paragraph behind, however few it takes to the next page.
    """
    for token in pieces:
        if token.kind != "start" or token.name not in {"p", "li", "dd"}:
            yield token
            continue
        first, *rest = element(pieces, token)
        if len(words_of(rest)) in SHORT:
            yield from [first.classed("print-whole", first.get("class")), *rest]
        else:
            yield first
            yield from _kept_whole(iter(rest))


_RULES: tuple[tuple[Callable[[Iterator[Token]], Iterator[Token]], tuple[str, ...]], ...] = (
    (_without_furniture, (*_FURNITURE, "checkbox", "<img")),
    (_opened, ("<details",)),
    (fitted, ("<table",)),
    (_untabbed, ("tabbed-",)),
    (_expanded, ("<abbr",)),
)
"""Rules of paper in their order, each with what a text has somewhere for which there is something
to do. They see each token: those that have nothing to do are passed over."""


class _Within:
    """Knows in which part of a document the token stands that was seen last."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []

    def see(self, token: Token) -> None:
        if token.is_open and token.name in {"div", "p", "section"}:
            part = next((part for name, part in PARTS.items() if token.has_class(name)), "")
            self._open.append((token.name, part))
        elif token.kind == "end" and self._open and self._open[-1][0] == token.name:
            self._open.pop()

    @property
    def part(self) -> str:
        return next((part for _, part in reversed(self._open) if part), "text")


def shows(link: Iterable[Token], url: str) -> bool:
    """Whether a link shows the picture that it leads to, by a whole address or from the page."""
    sources = (piece.get("src").lstrip("./") for piece in link if piece.name == "img")
    return any(source and url.endswith(source) for source in sources)


def is_told(address: str, words: str) -> bool:
    """Whether the words of a link say its address."""
    return _spoken(words) == _spoken(address)


def _spoken(address: str) -> str:
    """Give an address as people say it."""
    scheme = urlsplit(address).scheme
    spoken = address.removeprefix(f"{scheme}:").strip("/") if scheme else address
    return "".join(spoken.split()).casefold()

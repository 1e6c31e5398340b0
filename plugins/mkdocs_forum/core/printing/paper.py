"""What a text needs on paper: nothing folded, nothing abbreviated, no address lost."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from html import escape
from urllib.parse import urlsplit

from mkdocs_forum.core.html.pieces import Token, element, words_of
from mkdocs_forum.core.html.tree import Text
from mkdocs_forum.core.printing.scopes import MARK, PARTS
from mkdocs_forum.core.printing.tables import fitted
from mkdocs_forum.core.words.characters import direction

_FURNITURE = ("headerlink", "footnote-backref")
"""Classes of links that serve on a screen only."""

FOLDED = {"details": ("div", "admonition"), "summary": ("p", "admonition-title")}
"""What the elements of a folded block become: an element and a class, as of one that isn't."""

LINE = 60
"""Letters of a paragraph that takes but one line, or hardly more."""
NEAR = 60
"""Pieces of a block among which its first letter stands."""
SHORT = range(130, 360)
"""Letters of what takes four or five lines, in large print or in normal one."""


_HOLD = (Token("start", '<span class="print-hold">', "span"), Token("end", "</span>", "span"))
"""What a style sheet makes as high as that which has to stay with the line before it."""


@dataclass(frozen=True)
class Note:
    """The address of one or more links of a text."""

    url: str
    """What the link leads to."""
    address: str
    """The whole address, as paper tells it."""
    rel: str = ""
    """What one of them says of where it leads, as `rel`: the address is listed as a link, too."""


@dataclass(frozen=True)
class Paper:
    """A text ready for paper."""

    text: Text
    """Behind each link that leads elsewhere stands a mark."""
    notes: tuple[Note, ...]
    """Where these lead."""
    ids: Mapping[str, str]
    """Identifiers that a link may lead to, each with the part of the document it stands in."""


def on_paper(text: Text, whole: Callable[[str], str]) -> Paper:
    """Prepare a text for paper.

    What was folded is open, tabs stand one below the other under their labels, abbreviations
    are told once, links are numbered, tables fit.

    Arguments:
        text: The text.
        whole: Gives the whole address of a link.
    """
    links: dict[str, Note] = {}
    ids: dict[str, str] = {}
    placed = list(_kept_whole(_marked(_placed(_ruled(text), ids), links, whole)))
    text = Text(tuple(_held(placed) if links else placed))
    return Paper(text, tuple(links.values()), ids)


def unfolded(text: Text) -> Text:
    """Prepare a text for a book on a screen: as for paper, but links are pressed there."""
    return Text(tuple(_ruled(text)))


def _ruled(text: Text) -> Iterator[Token]:
    html = text.html
    rules = (rule for rule, signs in _RULES if any(sign in html for sign in signs))
    return reduce(lambda stream, rule: rule(stream), rules, iter(text.tokens))


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


def _directed(pieces: Iterator[Token]) -> Iterator[Token]:
    """Tell in which direction a block runs that leaves it to its words.

    WeasyPrint doesn't find out.
    """
    held = list(pieces)
    for place, token in enumerate(held):
        if token.kind == "start" and token.get("dir") == "auto":
            words = words_of(element(iter(held[place + 1 : place + NEAR]), token))
            kept = [item for item in token.attributes if item[0] != "dir"]
            yield token.renamed(token.name, [*kept, ("dir", direction(words))])
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


def _placed(pieces: Iterator[Token], ids: dict[str, str]) -> Iterator[Token]:
    """Note in which part of the document each identifier stands."""
    within = _Within()
    for token in pieces:
        within.see(token)
        if token.kind == "start" and (" id=" in token.source or " name=" in token.source):
            names = (token.get("id"), token.get("name") if token.name == "a" else "")
            ids.update((name, within.part) for name in names if name)
        yield token


def _marked(
    pieces: Iterator[Token], notes: dict[str, Note], whole: Callable[[str], str]
) -> Iterator[Token]:
    """Put a mark after each link that leads elsewhere."""
    within, numbers = _Within(), dict[str, int]()
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
            note = notes.get(address) or Note(url, address)
            notes[address] = replace(note, rel=note.rel or token.get("rel"))
            number = numbers.setdefault(address, len(numbers))
            yield Token("other", MARK.format(number, within.part))


def _kept_whole(pieces: Iterator[Token]) -> Iterator[Token]:
    """Mark what is too short to be torn apart.

    Chromium leaves three lines of a paragraph behind, however few it takes to the next page.
    """
    is_below_byline = False
    for token in pieces:
        if token.kind != "start" or token.name not in {"p", "li", "dd"}:
            is_below_byline = is_below_byline and token.source.isspace()
            yield token
            continue
        first, *rest = element(pieces, token)
        length = len(words_of(rest))
        if length in SHORT:
            yield from [first.classed("print-whole", first.get("class")), *rest]
        elif is_below_byline and length < LINE:
            yield from [first.classed("print-line-alone", first.get("class")), *rest]
        else:
            yield first
            yield from _kept_whole(iter(rest))
        is_below_byline = first.has_class("print-byline")


def _held(pieces: list[Token]) -> Iterator[Token]:
    """Put a place at the end of the last line, and mark its paragraph if that is short.

    There, style sheets hold the addresses that follow: Firefox knows no other way.
    """
    texts = (
        number for number, token in enumerate(pieces) if token.source.strip() and not token.name
    )
    last = max(texts, default=-1)
    names = ((number, pieces[number]) for number in range(last, -1, -1))
    begin, block = next((item for item in names if item[1].name == "p"), (-1, _HOLD[0]))
    is_short = block.kind == "start" and len(words_of(pieces[begin:last])) < SHORT.stop
    for number, token in enumerate(pieces):
        if is_short and number == begin:
            yield token.classed("print-last", token.get("class"))
        else:
            yield token
        if number == last:
            yield from _HOLD


_RULES: tuple[tuple[Callable[[Iterator[Token]], Iterator[Token]], tuple[str, ...]], ...] = (
    (_without_furniture, (*_FURNITURE, "checkbox", "<img")),
    (_directed, ('dir="auto"',)),
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

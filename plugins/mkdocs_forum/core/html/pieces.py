"""HTML cut where its tokens begin: put together again, it is the same byte for byte."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from itertools import pairwise
from typing import Literal

Attributes = Sequence[tuple[str, str | None]]

Kind = Literal["start", "empty", "end", "text", "other"]

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
"""Elements that have no end tag."""


@dataclass(frozen=True)
class Token:
    """A tag, a stretch of text or another piece of HTML."""

    kind: Kind
    source: str
    """The piece as it stands in the HTML."""
    name: str = ""
    """Name of the element, of a tag."""
    attributes: Attributes = ()

    def get(self, name: str) -> str:
        """Give the value of an attribute; nothing if it has none."""
        return next((value or "" for key, value in self.attributes if key == name), "")

    def has_class(self, name: str) -> bool:
        """Whether it is a tag with a class."""
        return name in self.get("class").split()

    @property
    def is_open(self) -> bool:
        """Whether it begins an element that another token ends."""
        return self.kind == "start" and self.name not in VOID

    def renamed(self, name: str, attributes: Attributes) -> "Token":
        """Give a start tag with a name and attributes."""
        end = " />" if self.kind == "empty" else ">"
        source = f"<{name}{''.join(map(_attribute, attributes))}{end}"
        return Token(self.kind, source, name, tuple(attributes))


def tokens(html: str) -> list[Token]:
    """Cut a fragment of HTML into its tokens."""
    return _Cutter(html).cut()


def joined(pieces: Iterable[Token]) -> str:
    """Put tokens together."""
    return "".join(token.source for token in pieces)


def element(pieces: Iterator[Token], first: Token) -> list[Token]:
    """Take the rest of an element whose start tag was taken.

    Returns:
        The element's tokens with its tags.
    """
    taken, depth = [first], int(first.is_open)
    while depth and (token := next(pieces, None)):
        taken.append(token)
        if token.name == first.name:
            depth += token.is_open - (token.kind == "end")
    return taken


class _Cutter(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._html = html
        self._found: list[tuple[tuple[int, int], Kind, str, Attributes]] = []

    def cut(self) -> list[Token]:
        self.feed(self._html)
        self.close()
        starts = [0]
        for line in self._html.split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        places = [starts[line - 1] + column for (line, column), *_ in self._found]
        first = self._html[: places[0]] if places else self._html
        pieces = [Token("other", first)] if first else []
        stretches = pairwise([*places, len(self._html)])
        for (_, kind, name, attributes), (start, end) in zip(self._found, stretches, strict=False):
            pieces.append(Token(kind, self._html[start:end], name, attributes))
        return pieces

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        self._note("start", tag, attrs)

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self._note("empty", tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._note("end", tag)

    def handle_data(self, data: str) -> None:
        self._note("text")

    def handle_entityref(self, name: str) -> None:
        self._note()

    def handle_charref(self, name: str) -> None:
        self._note()

    def handle_comment(self, data: str) -> None:
        self._note()

    def handle_decl(self, decl: str) -> None:
        self._note()

    def handle_pi(self, data: str) -> None:
        self._note()

    def unknown_decl(self, data: str) -> None:
        self._note()

    def _note(self, kind: Kind = "other", name: str = "", attributes: Attributes = ()) -> None:
        self._found.append((self.getpos(), kind, name, attributes))


def _attribute(item: tuple[str, str | None]) -> str:
    name, value = item
    return f" {name}" if value is None else f' {name}="{escape(value)}"'

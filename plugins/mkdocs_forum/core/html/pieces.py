"""HTML cut where its tokens begin: put together again, it is the same byte for byte."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from html import escape, unescape
from typing import Final, Literal, NamedTuple

Attributes = Sequence[tuple[str, str | None]]

Kind = Literal["start", "empty", "end", "text", "other"]

VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
"""Elements that have no end tag."""
_RAW: Final = frozenset({"iframe", "noembed", "noframes", "script", "style", "textarea", "title"})
"""Elements in which a browser sees no tag but their own end."""

# As the HTML standard reads them (13.2.5, Tokenization).
_VALUE = r"""\s*+=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^\s>]++)"""
_ATTRIBUTE = rf"[\s/]*+[^\s/>][^\s/>=]*+(?:{_VALUE})?+"
_TOKEN = re.compile(
    r"(?P<text>[^<&]++)"
    rf"|<(?P<start>[a-zA-Z][^\s/>]*+)(?:{_ATTRIBUTE})*+[\s/]*+>"
    r"|</(?P<end>[a-zA-Z][^\s/>]*+)[^>]*+>"
    # A tag or a comment that never ends takes all that is left.
    r"|(?P<other>&\#?\w++;?|<!--.*?(?:-->|\Z)|<[a-zA-Z!?/][^>]*+(?:>|\Z))"
    r"|(?P<sign>[<&])",
    re.DOTALL,
)
_NAME = re.compile(r"[^\s/>]+")
_NAMED = re.compile(rf"[\s/]*+([^\s/>][^\s/>=]*+)({_VALUE})?+")


class Token(NamedTuple):
    """A tag, a stretch of text or another piece of HTML, such as a reference or a comment."""

    kind: Kind
    source: str
    """The piece as it stands in the HTML."""
    name: str = ""
    """Name of the element, of a tag."""

    @property
    def attributes(self) -> Attributes:
        """Names and values of the attributes, of a start tag."""
        return _attributes(self.source) if self.kind in {"start", "empty"} else ()

    def get(self, name: str) -> str:
        """Give the value of an attribute; nothing if it has none."""
        for key, value in self.attributes:
            if key == name:
                return value or ""
        return ""

    def has_class(self, name: str) -> bool:
        """Whether it is a tag with a class."""
        is_likely = name in self.source or "&" in self.source
        return is_likely and name in self.get("class").split()

    @property
    def is_open(self) -> bool:
        """Whether it begins an element that another token ends."""
        return self.kind == "start" and self.name not in VOID

    def renamed(self, name: str, attributes: Attributes) -> "Token":
        """Give a start tag with a name and attributes."""
        end = " />" if self.kind == "empty" else ">"
        return Token(self.kind, f"<{name}{''.join(map(_written, attributes))}{end}", name)

    def classed(self, *classes: str) -> "Token":
        """Give a start tag with these classes and no others."""
        kept = [item for item in self.attributes if item[0] != "class"]
        return self.renamed(self.name, [*kept, ("class", " ".join(filter(None, classes)))])


_BREAK: Final = Token("text", "\n")


def tokens(html: str) -> list[Token]:
    """Cut a fragment of HTML into its tokens."""
    return list(_cut(str(html)))  # Not `Markup`, which makes another one of each slice.


def joined(pieces: Iterable[Token]) -> str:
    """Put tokens together."""
    return "".join(token.source for token in pieces)


def words_of(pieces: Iterable[Token]) -> str:
    """Give the text of tokens as it is read, without comments and declarations."""
    read = (token for token in pieces if token.kind in {"text", "other"})
    return unescape(
        "".join(token.source for token in read if not token.source.startswith(("<!", "<?")))
    )


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


def _cut(html: str) -> Iterator[Token]:
    place = 0
    while found := _TOKEN.match(html, place):
        place = found.end()
        source, kind = found[0], found.lastgroup
        if kind in {"start", "end"}:
            tag = _tag(source)
            yield tag
            is_raw = kind == "start" and tag.name in _RAW
            if is_raw and (inner := html[place : _end_of(tag.name, html, place)]):
                yield Token("text", inner)
                place += len(inner)
        elif source == "\n":
            yield _BREAK
        else:
            yield Token("other" if kind == "other" else "text", source)


def _end_of(name: str, html: str, place: int) -> int:
    end = re.compile(rf"</{name}(?![^\s/>])", re.IGNORECASE).search(html, place)
    return end.start() if end else len(html)


@lru_cache(8192)  # A forum repeats a few tags many times: each is made, and held, once.
def _tag(source: str) -> Token:
    name = _NAME.match(source, 2 if source[1] == "/" else 1)
    assert name
    kind: Kind = "end" if source[1] == "/" else "empty" if source.endswith("/>") else "start"
    return Token(kind, source, name[0].lower())


@lru_cache(8192)
def _attributes(source: str) -> Attributes:
    _, *found = _NAMED.findall(source[1:-1])
    return tuple((name.lower(), _value(written)) for name, written in found)


def _value(written: str) -> str | None:
    if not written:
        return None
    value = written.partition("=")[2].strip()
    return unescape(value[1:-1] if value[:1] in {'"', "'"} else value)


def _written(item: tuple[str, str | None]) -> str:
    name, value = item
    return f" {name}" if value is None else f' {name}="{escape(value)}"'

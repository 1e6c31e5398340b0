"""A rendered text: cut once, and from then on read and changed token by token.

All that is not touched stays as it was, byte for byte.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import Final

from mkdocs_forum.core.html.pieces import Attributes, Token, joined, tokens, words_of
from mkdocs_forum.core.words.characters import RIGHT_TO_LEFT

REFERENCES: Final = frozenset(
    {"aria-controls", "aria-describedby", "aria-labelledby", "for", "headers"}
)
"""Attributes that hold identifiers of elements, separated by spaces."""
_DOCUMENT = re.compile(r"</?(?:html|body)\b[^>]*>|<head\b[^>]*>\s*</head>", re.IGNORECASE)
_LEVELS: Final = {f"h{level}": level for level in range(1, 7)}
_BLOCKS: Final = frozenset(
    {
        *("blockquote", "caption", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("li", "ol", "p", "summary", "table", "td", "th", "ul"),
    }
)
"""Elements that run in one direction."""

TagChange = Callable[[str, Attributes], tuple[str, Attributes] | None]
"""Gives the new name and attributes of an element, or nothing to leave it."""


@dataclass(frozen=True)
class Text:
    """A text in HTML, with what stands in it.

    Templates print it as it is: what is handed to them was sanitised, or written by one of them.
    """

    tokens: tuple[Token, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.tokens)

    def __html__(self) -> str:
        """Give the text as HTML, to templates that escape what isn't."""
        return self.html

    @property
    def html(self) -> str:
        """The text as HTML; not kept, since a text outlives the places that ask for it."""
        return joined(self.tokens)

    @property
    def words(self) -> str:
        """Its text as it is read, without tags; not kept either."""
        return words_of(self.tokens)

    @property
    def length(self) -> int:
        """Number of letters that are read, white space left out."""
        return len("".join(self.words.split()))

    @cached_property
    def ids(self) -> frozenset[str]:
        """Identifiers that a link may lead to."""
        return (self._values("id") | self._values("name", "a")) - {""}

    @cached_property
    def links(self) -> frozenset[str]:
        """Addresses of links."""
        return self._values("href", "a")

    @cached_property
    def images(self) -> frozenset[str]:
        """Addresses of images."""
        return self._values("src", "img")

    @cached_property
    def wordless(self) -> frozenset[str]:
        """Addresses of images that are shown at least once without alternative text."""
        images = (token for token in self._tags if token.name == "img")
        return frozenset(image.get("src") for image in images if not image.get("alt").strip())

    @cached_property
    def elements(self) -> frozenset[str]:
        """Names of its elements."""
        return frozenset(token.name for token in self._tags)

    @cached_property
    def headings(self) -> tuple[int, ...]:
        """Levels of its headings (1 to 6), in their order."""
        return tuple(filter(None, map(level_of, self.tokens)))

    def rewritten(self, change: TagChange) -> "Text":
        """Rewrite the start tags; those of which nothing is given are kept as they are."""
        return Text(tuple(_with_tags(self.tokens, change)))

    @property
    def _tags(self) -> Iterator[Token]:
        return (token for token in self.tokens if token.kind in {"start", "empty"})

    def _values(self, attribute: str, name: str = "") -> frozenset[str]:
        tags = (token for token in self._tags if not name or token.name == name)
        return frozenset(token.get(attribute) for token in tags)


def read(html: str) -> Text:
    """Cut a text; one that is shown, once, after it was sanitised."""
    return Text(tuple(tokens(html)))


def without_document(html: str) -> str:
    """Give a text that was read as a whole page, as some plugins do, without what only that has."""
    return _DOCUMENT.sub("", html) if "<html" in html else html


def as_written(text: str) -> str:
    """Give HTML that shows a text as it was written."""
    return f"<pre>{escape(text, quote=False)}</pre>"


def level_of(token: Token) -> int:
    """Give the level of the heading that a token begins, or 0."""
    return _LEVELS.get(token.name, 0) if token.kind in {"start", "empty"} else 0


def directed(text: Text) -> Text:
    """Let each block of a text run as its own words do, where some run from right to left."""
    if not RIGHT_TO_LEFT.search(text.html):
        return text

    def change(name: str, attributes: Attributes) -> tuple[str, Attributes] | None:
        is_free = name in _BLOCKS and all(key != "dir" for key, _ in attributes)
        return (name, [*attributes, ("dir", "auto")]) if is_free else None

    return text.rewritten(change)


def rebase(
    text: Text,
    prefix: str,
    *,
    top: int = 1,
    link: Callable[[str], str] = str,
    image: Callable[[str], str] = str,
) -> Text:
    """Prepare a text for its place inside another one.

    Arguments:
        text: The text.
        prefix: Put before each identifier and before each link to one of them.
        top: Level of its highest headings (1 to 6). Each of the others is one level below the
            heading that it stands under, down to 6: no level is skipped.
        link: Gives the new address of a link that leads out of the text.
        image: Gives the new address of an image.

    Returns:
        The same text with its identifiers, references, headings and links rewritten.
    """
    open_: list[int] = []

    def level(given: int) -> int:
        while open_ and open_[-1] >= given:
            open_.pop()
        open_.append(given)
        return min(6, top + len(open_) - 1)

    def value(key: str, given: str) -> str:
        if key in {"id", "name"}:
            return prefix + given
        if key in REFERENCES:
            return " ".join(prefix + name for name in given.split())
        if key == "href" and given.startswith("#"):
            return f"#{prefix}{given[1:]}" if len(given) > 1 else given
        return {"href": link, "src": image}.get(key, str)(given)

    def place(name: str, attributes: Attributes) -> tuple[str, Attributes] | None:
        placed = [(key, value(key, given) if given else given) for key, given in attributes]
        tag = f"h{level(_LEVELS[name])}" if name in _LEVELS else name
        return (tag, placed) if tag != name or placed != list(attributes) else None

    return text.rewritten(place)


def _with_tags(pieces: Iterable[Token], change: TagChange) -> Iterator[Token]:
    """Change start tags, and the end tags of those that got another name."""
    renamed: list[tuple[str, str]] = []
    for token in pieces:
        if token.kind in {"start", "empty"}:
            changed = change(token.name, token.attributes)
            if changed and changed[0] != token.name:
                renamed.append((token.name, changed[0]))
            yield token.renamed(*changed) if changed else token
        elif token.kind == "end" and renamed and renamed[-1][0] == token.name:
            name = renamed.pop()[1]
            yield Token("end", f"</{name}>", name)
        else:
            yield token

"""The links and images of a text in Markdown, each with its place.

They are found without rendering, so that a whole forum is read in seconds. What is found this way
may be none to a renderer: whoever tells a fault asks that one first.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from mkdocs_forum.core.reading.markdown.outline import is_fence, verbatim


class Kind(Enum):
    """How an address stands in a text."""

    LINK = "link"
    IMAGE = "image"
    DEFINITION = "definition"
    """For links or images elsewhere in the text: `[name]: address`."""


@dataclass(frozen=True)
class Reference:
    """A link, an image or the definition of one."""

    kind: Kind
    address: str
    """The address, without what Markdown puts around it."""
    start: tuple[int, int]
    """Line from 0 and column from 1 at which all of it begins."""
    place: tuple[int, int]
    """Line and column of the address."""
    has_text: bool = True
    """Whether an image says in words what it shows, or that it only decorates."""
    is_html: bool = False
    """Whether it is written in HTML, which is shown as it stands."""


TOKEN = re.compile(r"\\.|!\[|\[|\]|\n[ \t]*\n", re.DOTALL)
"""Each way begins with a letter of its own, not a group: so it is sought in a tenth of the time."""
# The bounds keep a text made to be slow from being so; no address is that long.
_INNER = r"\((?:[^()\n\\]|\\.|\([^()\n]{0,200}\)){0,400}\)"
DESTINATION = re.compile(
    rf"""\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<plain>(?:[^()\n\\]|\\.|{_INNER}){{0,1000}}?))"""
    r"""\s*(?:"[^"]{0,1000}"|'[^']{0,1000}')?\s*\)"""
)
LABEL = re.compile(r"\s?\[([^\[\]]*)\]")
DEFINITION = re.compile(
    r"""^[ \t>]*\[(?P<label>[^\[\]^][^\[\]\n]*)\]:[ \t]*(?:\n[ \t]*)?<?(?P<address>[^\s<>]+)>?"""
    r"""[ \t]*(?:\n?[ \t]*(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\))[ \t]*)?$""",
    re.MULTILINE,
)
CODE = re.compile(r"(?<![\\`])(`+)(?!`)((?:(?!\n[ \t]*\n).)*?[^`])\1(?!`)", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(
    r"""<(?P<name>a|img)(?P<attributes>\s(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*)>""", re.IGNORECASE
)
ELEMENT = re.compile(r"(?<!\\)<(?P<name>[a-zA-Z][\w-]*)(?:\s[^<>]*|/)?>")
ATTRIBUTE = re.compile(
    r"""(?<=\s)(href|src|alt)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))|(?=[\s/]|$))""",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"\bhttps?://[^\s<>\"'`|\\^{}\[\]]+", re.IGNORECASE)
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")


@lru_cache(1 << 14)  # A forum that is served is looked through after each edit.
def find_references(text: str) -> tuple[Reference, ...]:
    """Find the links and images of a text, in their order."""
    if "[" not in text and "<" not in text:
        return ()
    return tuple(sorted(_Scanner(text).references(), key=lambda found: found.start))


@lru_cache(1 << 14)
def find_elements(text: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Find the elements that a text brings in as HTML: each name, where it stands first."""
    found: dict[str, tuple[int, int]] = {}
    for name, place in _Scanner(text).elements() if "<" in text else ():
        found.setdefault(name, place)
    return tuple(found.items())


def find_prose(text: str) -> str:
    """Give a text of the same length with spaces in place of code, comments and blocks of HTML."""
    return _Scanner(text).prose


def find_addresses(text: str) -> tuple[tuple[str, tuple[int, int]], ...]:
    """Find the whole addresses that stand in a text, in links or by themselves, with their places.

    What ends a sentence or closes a parenthesis after one is no part of it.
    """
    return tuple(_Scanner(text).addresses()) if "://" in text else ()


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        lines = text.split("\n")
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        in_html, in_prose = list(lines), list(lines)
        for stretch in verbatim(lines):
            for number in stretch:
                in_prose[number] = " " * len(lines[number])
            if is_fence(lines[stretch.start]):
                in_html[stretch.start : stretch.stop] = in_prose[stretch.start : stretch.stop]
        self.prose, self._html = (_blanked("\n".join(kept)) for kept in (in_prose, in_html))
        self._defined = {_label(found["label"]): found for found in DEFINITION.finditer(self.prose)}

    def elements(self) -> Iterator[tuple[str, tuple[int, int]]]:
        for tag in ELEMENT.finditer(self._html):
            yield tag["name"].lower(), self._place(tag.start())

    def addresses(self) -> Iterator[tuple[str, tuple[int, int]]]:
        for found in ADDRESS.finditer(self.prose):
            address = found[0].rstrip(".,:;!?*_~")
            while address.endswith(")") and address.count(")") > address.count("("):
                address = address[:-1].rstrip(".,:;!?*_~")
            yield address, self._place(found.start())

    def references(self) -> Iterator[Reference]:
        yield from self._brackets()
        for definition in self._defined.values():
            yield self._reference(Kind.DEFINITION, definition, "address", definition.start())
        yield from self._tags()

    def _brackets(self) -> Iterator[Reference]:
        """Match brackets, each with the one that closes it, within a paragraph."""
        opened: list[re.Match[str]] = []
        position = 0
        while token := TOKEN.search(self.prose, position):
            position = token.end()
            if token[0].startswith("\n"):
                # The empty line may be the first of several.
                opened, position = [], token.end() - 1
            elif token[0] in {"[", "!["}:
                opened.append(token)
            elif token[0] == "]" and opened:
                start = opened.pop()
                if destination := DESTINATION.match(self.prose, position):
                    position = destination.end()
                    yield self._inline(start, token, destination)
                elif start[0] == "![" and not self._between(start, token):
                    yield from self._unnamed(start, token)

    def _between(self, start: re.Match[str], close: re.Match[str]) -> str:
        return self._text[start.end() : close.start()].strip()

    def _inline(
        self, start: re.Match[str], close: re.Match[str], destination: re.Match[str]
    ) -> Reference:
        kind = Kind.IMAGE if start[0] == "![" else Kind.LINK
        group = "plain" if destination["angled"] is None else "angled"
        has_text = kind is Kind.LINK or bool(self._between(start, close))
        return self._reference(kind, destination, group, start.start(), has_text=has_text)

    def _unnamed(self, start: re.Match[str], close: re.Match[str]) -> Iterator[Reference]:
        """Give an image that has a definition but no text."""
        label = LABEL.match(self.prose, close.end())
        if label and (definition := self._defined.get(_label(label[1]))):
            yield self._reference(Kind.IMAGE, definition, "address", start.start(), has_text=False)

    def _tags(self) -> Iterator[Reference]:
        for tag in TAG.finditer(self._html) if "<" in self._html else ():
            given = {
                found[1].lower(): found
                for found in ATTRIBUTE.finditer(self._html, *tag.span("attributes"))
            }
            kind, key = (Kind.LINK, "href") if tag["name"].lower() == "a" else (Kind.IMAGE, "src")
            if address := given.get(key):
                group = address.lastindex or 1
                has_text = kind is Kind.LINK or "alt" in given
                yield self._reference(
                    kind, address, group, tag.start(), has_text=has_text, is_html=True
                )

    def _reference(
        self,
        kind: Kind,
        found: re.Match[str],
        group: str | int,
        start: int,
        *,
        has_text: bool = True,
        is_html: bool = False,
    ) -> Reference:
        first, last = found.span(group)
        written = self._text[first:last].strip()
        return Reference(
            kind,
            written if is_html else ESCAPED.sub(r"\1", written),
            self._place(start),
            self._place(first),
            has_text,
            is_html,
        )

    def _place(self, position: int) -> tuple[int, int]:
        line = bisect_right(self._starts, position) - 1
        return line, position - self._starts[line] + 1


def _label(written: str) -> str:
    return " ".join(written.lower().split())


def _blanked(text: str) -> str:
    """Put spaces in place of code and comments."""
    if "`" in text:
        text = CODE.sub(_blank, text)
    # What is opened after the last end is no comment, and is never searched for its end.
    head, end, tail = text.rpartition("-->")
    return COMMENT.sub(_blank, head + end) + tail


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])

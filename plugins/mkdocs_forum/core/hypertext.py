"""The HTML of a mail as the lines that its reader sees; what is quoted begins with `>`."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = frozenset(
    {
        *("address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p"),
        *("pre", "section", "table", "td", "th", "tr", "ul"),
    }
)
_HIDDEN: Final = frozenset({"head", "script", "style", "template", "title"})
_DEEPEST: Final = 99
_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^>]*(?:>|\Z)", re.DOTALL)
"""Comments and the like, for which the parser may take time by the square of their number."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_HARD = re.compile("[ \xa0]{2,}|^\xa0")
"""Spaces that HTML would lose; editors therefore write some of them as such that don't break."""


def lines_of(html: str) -> list[str]:
    """Give the lines of a text in HTML.

    A space that doesn't break and stands alone between words was meant by the author; beside
    others it stands for a plain one.
    """
    page = _Page()
    page.feed(_UNSEEN.sub("", html))
    page.close()
    return page.lines()


class _Page(HTMLParser):
    """Reads a page from its top to its end."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str | None] = []
        """The lines; nothing where a paragraph begins or ends."""
        self._pieces: list[str] = []
        """What the line that is begun holds so far."""
        self._is_begun = False
        self._sign = ""
        """What stands before the line: the sign of a list."""
        self._open = {"pre": 0, "blockquote": 0, "hidden": 0}
        """How many elements are open that change what is read."""

    def lines(self) -> list[str]:
        """Give what was read."""
        self._end()
        return _spread(self._lines)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin a line where an element does."""
        if tag == "br":
            self._break()
        self._edge(tag)
        self._count(tag, 1)
        if tag == "li":
            self._sign = "- "
        if tag == "body":
            self._open["hidden"] = 0

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Take `<br/>` for `<br>`; no other element is without content."""
        self.handle_starttag(tag, attrs)
        self._count(tag, -1)

    def handle_endtag(self, tag: str) -> None:
        """End a line where an element ends."""
        self._edge(tag)
        self._count(tag, -1)

    def handle_data(self, data: str) -> None:
        """Add a stretch of text."""
        if self._open["hidden"]:
            return
        if not self._open["pre"]:
            self._write(_SPACE.sub(" ", data))
            return
        first, *others = data.split("\n")
        self._write(first)
        for line in others:
            self._break()
            self._write(line)

    def _count(self, tag: str, step: int) -> None:
        name = "hidden" if tag in _HIDDEN else tag
        if name in self._open:
            self._open[name] = max(0, self._open[name] + step)

    def _edge(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end()
        if tag == "p":
            self._lines.append(None)

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._is_begun = self._is_begun or text.strip(" ") != ""

    def _break(self) -> None:
        self._is_begun = True
        self._end()

    def _end(self) -> None:
        if self._is_begun:
            line = "".join(self._pieces)
            quotes = "> " * min(self._open["blockquote"], _DEEPEST)
            self._lines.append(quotes + self._sign + (line if self._open["pre"] else _plain(line)))
            self._sign = ""
        self._pieces, self._is_begun = [], False


def _plain(line: str) -> str:
    collapsed = _SPACE.sub(" ", line).strip(" ")
    return _HARD.sub(lambda found: " " * len(found[0]), collapsed).rstrip(" \xa0")


def _spread(lines: Sequence[str | None]) -> list[str]:
    """Set paragraphs apart by an empty line, unless empty ones of the author's do."""
    written = [line for line in lines if line is not None]
    neighbours = zip(lines, lines[1:], lines[2:], strict=False)
    if any(
        above is None and line is not None and not line.strip("> ") and below is None
        for above, line, below in neighbours
    ):
        return written
    spread: list[str] = []
    for line in lines:
        if line is not None:
            spread.append(line)
        elif spread and spread[-1]:
            spread.append("")
    return spread

"""HTML as the lines that its reader sees, in Markdown; what is quoted begins with `>`."""

import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import Final
from urllib.parse import unquote

from mkdocs_forum.core.intake.pictures.picture import reference, token
from mkdocs_forum.core.intake.rich_text.inline import STYLED, Run, linked, marked, styles_of
from mkdocs_forum.core.intake.rich_text.links import meant
from mkdocs_forum.core.intake.rich_text.tables import Edge, Lines, Table, is_drawn
from mkdocs_forum.core.intake.rich_text.word_lists import word_level, word_sign

_BLOCKS: Final = frozenset(
    {
        *("address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p"),
        *("pre", "section", "table", "td", "th", "tr", "ul"),
    }
)
_HIDDEN: Final = frozenset({"head", "script", "style", "template", "title"})
_HEADINGS: Final = {f"h{level}": f"{'#' * min(level + 1, 6)} " for level in range(1, 7)}
"""Signs of each heading; that of the first level is the title of a page."""
_TOO_MUCH: Final = frozenset({"table", "ul", "ol", "pre", "blockquote", *_HEADINGS})
"""What Markdown's tables can't hold."""
_DEEPEST: Final = 99
"""Levels of quotes that are told apart, and of elements that set words off."""
_DEEPEST_LIST: Final = 6
"""Levels of lists that are told apart."""
_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^>]*(?:>|\Z)", re.DOTALL)
"""Comments and the like, for which the parser may take time by the square of their number."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_HARD = re.compile("[ \xa0]{2,}|^\xa0")
"""Spaces that HTML would lose; editors therefore write some of them as such that don't break."""
_BROKEN = ("\xa0 ", " \xa0", "\xa0\xa0")
"""Two spaces at the end of a line, by which Markdown breaks it."""
_TARGET = re.compile(r"https?://[^\s<>()]+")
"""Address that Markdown takes as it is."""
_WORDS = re.compile(r"[^\[\]]*[^\s\[\]][^\[\]]*")
_LIKE_ADDRESS = re.compile(r"\s*\S+[.@:]\S+\s*")
"""Words of which a program made a link; whoever makes one by hand names what it leads to."""
_START = re.compile(r"\d{1,3}")


def lines_of(html: str, *, marks: bool = False, tables: bool = False) -> list[str]:
    """Give the lines of a text in HTML.

    A space that doesn't break and stands alone between words was meant by the author; beside
    others it stands for a plain one.

    Arguments:
        html: The text.
        marks: Whether headings, bold words, tables, pictures of a mail and the like come with
            Markdown's signs; lists and links do in any case.
        tables: Whether all tables hold values, though no line is drawn around their cells.
    """
    page = _Page(marks, tables)
    page.feed(_UNSEEN.sub("", html))
    page.close()
    return page.lines()


class _Page(HTMLParser):
    """Reads a page from its top to its end."""

    def __init__(self, marks: bool, tables: bool) -> None:
        super().__init__()
        self._has_marks = marks
        self._all_tables = tables
        self._lines: Lines = []
        """Where lines go: to the page, or to a cell of a table."""
        self._runs: list[Run] = []
        """What the line that is begun holds so far."""
        self._is_begun = False
        self._sign = ""
        """What stands before the line: the sign of a list."""
        self._heading = ""
        """The signs of the heading that is open."""
        self._open = {"pre": 0, "blockquote": 0, "hidden": 0, "table": 0}
        """How many elements are open that change what is read."""
        self._styles: list[tuple[str, frozenset[str]]] = []
        """The elements that are open and may set words off, and how words are set off in them."""
        self._table: Table | None = None
        self._around: Lines = []
        """Where lines go below the table that is open."""
        self._lists: list[int | None] = []
        """The lists that are open; of one with numbers, the number of its last item."""
        self._depth = 0
        """Level of the list in which the last line stands; 0 outside of lists."""
        self._word_level = 0
        """Level of Word's paragraph that is begun, if that may be an item."""
        self._is_word_item = False
        self._link: tuple[str, Lines, int, int] | None = None
        """Where the link leads that is open, and below which lines and runs it begins."""

    def lines(self) -> list[str]:
        """Give what was read."""
        self._end()
        self._end_table()
        return _spread(self._lines)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin a line where an element does."""
        attributes = dict(attrs)
        if tag == "br":
            self._break()
        self._edge(tag, word_level(attributes) if tag == "p" and not self._lists else 0)
        self._count(tag, 1)
        if tag in {"ul", "ol"}:
            self._lists.append(_number_above(attributes) if tag == "ol" else None)
        if tag == "li":
            self._sign = self._next_sign()
        if self._has_marks:
            self._set_off(tag, attributes)
        if tag == "a":
            address = meant(attributes.get("href") or "")
            self._link = (address, self._lines, len(self._lines), len(self._runs))
        if tag == "body":
            self._open["hidden"] = 0

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Take `<br/>` for `<br>`; no other element is without content."""
        self.handle_starttag(tag, attrs)
        self._count(tag, -1)

    def handle_endtag(self, tag: str) -> None:
        """End a line where an element ends."""
        if tag == "a" and self._link:
            self._end_link(*self._link)
        self._edge(tag)
        self._count(tag, -1)
        if tag in {"ul", "ol", "li"}:
            self._sign = ""
        if tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if tag == "table" and not self._open["table"]:
            self._end_table()
        if tag in STYLED:
            self._unset(tag)

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

    def _set_off(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        """Begin what Markdown has signs for, beside lists."""
        if tag in STYLED and len(self._styles) < _DEEPEST:
            around = self._styles[-1][1] if self._styles else frozenset[str]()
            self._styles.append((tag, styles_of(tag, attributes, around)))
        source = unquote(attributes.get("src") or "") if tag == "img" else ""
        if source.startswith("cid:") and not self._open["hidden"]:
            self._write(token(reference(source[4:]), attributes.get("alt") or ""))
        if tag in _HEADINGS:
            self._lines.append(Edge.BLOCK)
            self._heading = _HEADINGS[tag]
        if tag == "table" and self._open["table"] == 1 and not self._open["blockquote"]:
            self._around, self._table = self._lines, Table(self._all_tables or is_drawn(attributes))
        elif self._table and tag in _TOO_MUCH:
            self._table.is_layout = True
        if self._table and tag == "tr" and self._open["table"] == 1:
            self._table.row()
        if self._table and tag in {"td", "th"} and self._open["table"] == 1:
            self._lines = self._table.cell(tag, attributes)

    def _unset(self, tag: str) -> None:
        """End the last element of a kind that may set words off, and all that are open in it."""
        names = [name for name, _ in self._styles]
        if tag in names:
            del self._styles[len(names) - 1 - names[::-1].index(tag) :]

    def _end_table(self) -> None:
        if self._table:
            self._lines = self._around
            self._lines += self._table.lines
            self._table = None

    def _count(self, tag: str, step: int) -> None:
        name = "hidden" if tag in _HIDDEN else tag
        if name in self._open:
            self._open[name] = max(0, self._open[name] + step)

    def _edge(self, tag: str, word_level: int = 0) -> None:
        if tag not in _BLOCKS:
            return
        self._end()
        if tag == "p" and not word_level and not self._is_word_item:
            self._lines.append(Edge.PARAGRAPH)
        if tag in _HEADINGS and self._heading:
            self._lines.append(Edge.BLOCK)
            self._heading = ""
        self._word_level, self._is_word_item = word_level, False

    def _next_sign(self) -> str:
        """Give the sign of an item that begins."""
        above = self._lists[-1] if self._lists else None
        if above is None:
            return "- "
        self._lists[-1] = above + 1
        return f"{above + 1}. "

    def _write(self, text: str) -> None:
        styles = self._styles[-1][1] if self._styles else frozenset[str]()
        self._runs.append(Run(text, styles))
        self._is_begun = self._is_begun or text.strip(" ") != ""

    def _end_link(self, address: str, lines: Lines, line: int, place: int) -> None:
        """Write a link as Markdown does, unless its words are an address themselves."""
        self._link = None
        is_here = lines is self._lines and line == len(lines)
        runs = self._runs[place:] if is_here else []
        text = "".join(run.text for run in runs)
        is_named = _WORDS.fullmatch(text) and not _LIKE_ADDRESS.fullmatch(text)
        if is_named and _TARGET.fullmatch(address):
            styles = self._styles[-2][1] if len(self._styles) > 1 else frozenset[str]()
            self._runs[place:] = linked(runs, address, styles)

    def _break(self) -> None:
        self._is_begun = True
        self._end()

    def _end(self) -> None:
        if self._is_begun:
            line = marked(self._runs)
            if self._word_level:
                line = self._word_item(line)
            text = line if self._open["pre"] else _plain(line)
            quotes = "> " * min(self._open["blockquote"], _DEEPEST)
            heading = self._heading if text and not self._sign else ""
            sign = self._placed(text)
            self._lines.append(quotes + sign + heading + text)
            self._sign = ""
        self._runs, self._is_begun = [], False

    def _word_item(self, line: str) -> str:
        """Take off what Word wrote before an item, or see that the line is none."""
        if self._is_word_item:
            return line
        found = word_sign(line)
        self._is_word_item = bool(found)
        if not found:
            self._lines.append(Edge.PARAGRAPH)
            self._word_level = 0
            return line
        self._sign, end = found
        return line[end:]

    def _placed(self, text: str) -> str:
        """Give what stands before a line: the space of its list, and the sign of an item."""
        lists = max(len(self._lists), self._word_level)
        if self._sign:
            depth = min(max(lists, 1), self._depth + 1, _DEEPEST_LIST)
        else:
            depth = min(lists, self._depth)
        if not text and not self._sign:
            return ""
        if bool(depth) != bool(self._depth):
            self._lines.append(Edge.BLOCK)
        self._depth = depth
        return "    " * (depth - 1 if self._sign else depth) + self._sign


def _number_above(attributes: Mapping[str, str | None]) -> int:
    """Give the number before the first one of a list."""
    start = _START.fullmatch(attributes.get("start") or "")
    return max(int(start[0]) - 1, 0) if start else 0


def _plain(line: str) -> str:
    collapsed = _SPACE.sub(" ", line).strip(" ")
    text = _HARD.sub(lambda found: " " * len(found[0]), collapsed).rstrip(" \xa0")
    return f"{text}  " if text and line.endswith(_BROKEN) else text


def _spread(lines: Lines) -> list[str]:
    """Set lists apart by empty lines, and paragraphs, unless empty ones of the author's do."""
    are_apart = any(
        (above, below) == (Edge.PARAGRAPH, Edge.PARAGRAPH)
        and isinstance(line, str)
        and not line.strip("> ")
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
    )
    spread: list[str] = []
    for line in lines:
        if isinstance(line, str):
            spread.append(line)
        elif spread and spread[-1] and (line is Edge.BLOCK or not are_apart):
            spread.append("")
    return spread

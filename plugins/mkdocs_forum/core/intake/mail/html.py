"""The HTML of a mail as the lines that its reader sees; what is quoted begins with `>`."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from html.parser import HTMLParser
from typing import Final

from mkdocs_forum.core.intake.mail.plain_text import meant

_BLOCKS: Final = frozenset(
    {
        *("address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p"),
        *("pre", "section", "table", "td", "th", "tr", "ul"),
    }
)
_HIDDEN: Final = frozenset({"head", "script", "style", "template", "title"})
_DEEPEST: Final = 99
"""Levels of quotes that are told apart."""
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
_WORD_LIST = re.compile(r"MsoListParagraph|mso-list:(?!none)")
_WORD_LEVEL = re.compile(r"mso-list:[^;]{,40}\blevel([1-9])")
_WORD_SIGN = re.compile(r"[ \xa0]*(?:(\d{1,3}[.)])|([^\W\d_]{1,4}[.)])|\S)(?: ?\xa0[ \xa0]+)")
"""What Word writes before an item: a number, a letter or a bullet, and several spaces."""
_START = re.compile(r"\d{1,3}")


class _Edge(Enum):
    """What stands between lines."""

    PARAGRAPH = auto()
    """A paragraph begins or ends."""
    LIST = auto()
    """A list does, which Markdown sees by an empty line alone."""


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
        self._lines: list[str | _Edge] = []
        self._pieces: list[str] = []
        """What the line that is begun holds so far."""
        self._is_begun = False
        self._sign = ""
        """What stands before the line: the sign of a list."""
        self._open = {"pre": 0, "blockquote": 0, "hidden": 0}
        """How many elements are open that change what is read."""
        self._lists: list[int | None] = []
        """The lists that are open; of one with numbers, the number of its last item."""
        self._depth = 0
        """Level of the list in which the last line stands; 0 outside of lists."""
        self._word_level = 0
        """Level of Word's paragraph that is begun, if that may be an item."""
        self._is_word_item = False
        self._link: tuple[str, int, int] | None = None
        """Where the link leads that is open, and after how many lines and pieces it begins."""

    def lines(self) -> list[str]:
        """Give what was read."""
        self._end()
        return _spread(self._lines)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Begin a line where an element does."""
        if tag == "br":
            self._break()
        self._edge(tag, _word_level(attrs) if tag == "p" and not self._lists else 0)
        self._count(tag, 1)
        if tag in {"ul", "ol"}:
            self._lists.append(_number_above(attrs) if tag == "ol" else None)
        if tag == "li":
            self._sign = self._next_sign()
        if tag == "a":
            address = meant(dict(attrs).get("href") or "")
            self._link = (address, len(self._lines), len(self._pieces))
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

    def _edge(self, tag: str, word_level: int = 0) -> None:
        if tag not in _BLOCKS:
            return
        self._end()
        if tag == "p" and not word_level and not self._is_word_item:
            self._lines.append(_Edge.PARAGRAPH)
        self._word_level, self._is_word_item = word_level, False

    def _next_sign(self) -> str:
        """Give the sign of an item that begins."""
        above = self._lists[-1] if self._lists else None
        if above is None:
            return "- "
        self._lists[-1] = above + 1
        return f"{above + 1}. "

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._is_begun = self._is_begun or text.strip(" ") != ""

    def _end_link(self, address: str, line: int, place: int) -> None:
        """Write a link as Markdown does, unless its words are an address themselves."""
        self._link = None
        text = "".join(self._pieces[place:]) if line == len(self._lines) else ""
        is_named = _WORDS.fullmatch(text) and not _LIKE_ADDRESS.fullmatch(text)
        if is_named and _TARGET.fullmatch(address):
            words = text.strip()
            self._pieces[place:] = [text.replace(words, f"[{words}]({address})", 1)]

    def _break(self) -> None:
        self._is_begun = True
        self._end()

    def _end(self) -> None:
        if self._is_begun:
            line = "".join(self._pieces)
            if self._word_level:
                line = self._word_item(line)
            text = line if self._open["pre"] else _plain(line)
            quotes = "> " * min(self._open["blockquote"], _DEEPEST)
            sign = self._placed(text)
            self._lines.append(quotes + sign + text)
            self._sign = ""
        self._pieces, self._is_begun = [], False

    def _word_item(self, line: str) -> str:
        """Take off what Word wrote before an item, or see that the line is none."""
        if self._is_word_item:
            return line
        sign = _WORD_SIGN.match(line)
        self._is_word_item = bool(sign)
        if not sign:
            self._lines.append(_Edge.PARAGRAPH)
            self._word_level = 0
            return line
        number, letter = sign.groups()
        self._sign = f"{number[:-1]}. " if number else f"- {letter} " if letter else "- "
        return line[sign.end() :]

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
            self._lines.append(_Edge.LIST)
        self._depth = depth
        return "    " * (depth - 1 if self._sign else depth) + self._sign


def _word_level(attrs: Sequence[tuple[str, str | None]]) -> int:
    """Give the level of the list that a paragraph of Word's may be an item of."""
    given = dict(attrs)
    style = given.get("style") or ""
    if not _WORD_LIST.search(f"{given.get('class') or ''} {style}"):
        return 0
    level = _WORD_LEVEL.search(style)
    return int(level[1]) if level else 1


def _number_above(attrs: Sequence[tuple[str, str | None]]) -> int:
    """Give the number before the first one of a list."""
    start = _START.fullmatch(dict(attrs).get("start") or "")
    return max(int(start[0]) - 1, 0) if start else 0


def _plain(line: str) -> str:
    collapsed = _SPACE.sub(" ", line).strip(" ")
    text = _HARD.sub(lambda found: " " * len(found[0]), collapsed).rstrip(" \xa0")
    return f"{text}  " if text and line.endswith(_BROKEN) else text


def _spread(lines: Sequence[str | _Edge]) -> list[str]:
    """Set lists apart by empty lines, and paragraphs, unless empty ones of the author's do."""
    are_apart = any(
        (above, below) == (_Edge.PARAGRAPH, _Edge.PARAGRAPH)
        and isinstance(line, str)
        and not line.strip("> ")
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
    )
    spread: list[str] = []
    for line in lines:
        if isinstance(line, str):
            spread.append(line)
        elif spread and spread[-1] and (line is _Edge.LIST or not are_apart):
            spread.append("")
    return spread

"""A text in HTML as Markdown, which GitHub and Python-Markdown read back as the same words.

Takes sanitised HTML, and reads it once from its top to its end: what Markdown has no sign for, such
as boxes, leaves its words. Nothing that stands in one text can change how another is read below it.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from textwrap import indent
from typing import Final

from mkdocs_forum.core.html.markdown.inline import Inline, fenced
from mkdocs_forum.core.html.pieces import Token, element, words_of
from mkdocs_forum.core.html.tree import Text, level_of

_BLOCKS: Final = frozenset(
    {
        *("address", "article", "aside", "center", "dd", "details", "div", "dl", "dt"),
        *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("label", "main", "nav", "ol", "p", "section", "summary", "ul"),
    }
)
_TITLES: Final = frozenset({"dt", "summary"})
_TITLE_CLASS: Final = "admonition-title"
_STEP: Final = 4
"""Columns by which Python-Markdown sets in what stands in a list."""
_DEEPEST: Final = 12
"""Lists and quotes that are set into one another; those below stand as deep as the last."""
_CLOSING, _ESCAPE = re.compile(r"(?:^|(?<= ))#+$"), r"\\\g<0>"
"""Signs that would close a heading."""
_LANGUAGE = re.compile(r"\b(?:language|highlight)-([\w+#-]+)")


def markdown(text: Text, *, top: int = 1, anchors: bool = False) -> str:
    """Give a text as Markdown.

    Arguments:
        text: The text.
        top: Level of its highest heading; the others keep their distance, down to 6.
        anchors: Whether links may lead to its elements, by their identifiers.

    Returns:
        Lines without an end; nothing for a text without words.
    """
    shift = top - min(text.headings, default=top)
    writer = _Writer(shift, anchors=anchors)
    writer.read(iter(text.tokens))
    return writer.written()


def heading(text: str, level: int) -> str:
    """Give a heading; its text is Markdown."""
    line = text.replace("<br>\n", " ")
    return f"{'#' * level} {_CLOSING.sub(_ESCAPE, line)}"


class _Writer:
    """Writes blocks as they begin and end."""

    def __init__(self, shift: int, *, anchors: bool) -> None:
        self._shift, self._has_anchors = shift, anchors
        self._anchors = ""
        """Those of elements whose text is still to come."""
        self._lines: list[str] = []
        self._inline = Inline()
        self._containers: list[_Container] = []
        """Lists' items and quotes that are open, from the outermost."""
        self._lists: list[int | None] = []
        """Lists that are open; of one with numbers, that of its next item."""
        self._level = 0
        """Level of the heading that is open."""
        self._is_apart = False
        """Whether the next block needs an empty line above it."""
        self._is_continued = False
        """Whether the last block goes on with an item or a quote that another one begins."""

    def read(self, pieces: Iterator[Token]) -> None:
        for token in pieces:
            if token.kind == "text":
                self._inline.add(token.source)
            elif token.source.startswith("&"):
                self._inline.add(unescape(token.source))
            elif token.kind in {"start", "empty"}:
                self._start(token, pieces)
            elif token.kind == "end":
                self._end(token)

    def written(self) -> str:
        self._flush()
        return "\n".join(self._lines)

    def _start(self, token: Token, pieces: Iterator[Token]) -> None:
        name = token.name
        if self._has_anchors and (identifier := token.get("id")):
            self._mark(name, f'<a id="{escape(identifier)}"></a>')
        if name == "pre":
            self._code(element(pieces, token))
        elif name == "table":
            self._table(element(pieces, token))
        elif name in {"ul", "ol"}:
            self._begin_list(token)
        elif name in {"li", "blockquote"}:
            self._flush()
            self._open(token)
        elif name == "hr":
            self._block("***")  # Behind the sign of an item, hyphens would be one rule with it.
        elif name[0] == "h" and (level := level_of(token)):
            self._flush()
            self._level = max(1, min(6, level + self._shift))
        elif name in _BLOCKS:
            self._flush()
            self._inline.is_title = name in _TITLES or token.has_class(_TITLE_CLASS)
        else:
            self._inline.start(token)

    def _mark(self, name: str, anchor: str) -> None:
        if name in _BLOCKS | {"blockquote", "li", "pre", "table"}:
            self._flush()
            self._anchors += anchor
        else:
            self._inline.mark(anchor)

    def _end(self, token: Token) -> None:
        name = token.name
        if name in {"li", "blockquote"}:
            self._close(name)
        elif name in {"ul", "ol"}:
            self._flush()
            self._lists[-1:] = []
            self._is_apart = True
        elif name in _BLOCKS:
            self._flush()
            self._level, self._inline.is_title = 0, False
        else:
            self._inline.end(token)

    def _begin_list(self, token: Token) -> None:
        self._flush()
        # A list that begins behind another one is a list of its own only behind a block.
        self._is_apart = self._is_apart or not self._lists
        first = token.get("start")
        number = int(first) if re.fullmatch(r"\d{1,8}", first) else 1
        self._lists.append(number if token.name == "ol" else None)

    def _open(self, token: Token) -> None:
        sign = "> "
        if token.name == "li":
            number = self._lists[-1] if self._lists else None
            sign = ("-" if number is None else f"{number}.").ljust(_STEP - 1) + " "
            if number is not None:
                self._lists[-1] = number + 1
        self._containers.append(_Container(token.name, sign))
        # Python-Markdown would go on with the last block of the item above.
        self._is_apart = self._is_apart or self._is_continued or token.name == "blockquote"

    def _close(self, name: str) -> None:
        self._flush()
        if self._containers and self._containers[-1].name == name:
            container = self._containers.pop()
            if name == "li" and not container.is_begun:
                self._containers.append(container)
                self._block("&nbsp;")  # Python-Markdown takes an empty item for a word.
                self._containers.pop()
            self._is_apart = self._is_apart or name == "blockquote"

    def _flush(self) -> None:
        """Write the block that is begun, if it has words."""
        if text := self._inline.take():
            text, self._anchors = self._anchors + text, ""
            self._block(heading(text, self._level) if self._level else text)
            # Items of a list stand close if each is but a line.
            self._is_apart = not self._is_item()

    def _is_item(self) -> bool:
        return bool(self._containers) and self._containers[-1].name == "li" and not self._level

    def _block(self, text: str) -> None:
        containers = self._containers[:_DEEPEST]
        begins = any(not container.is_begun for container in containers)
        self._is_continued = bool(containers) and not begins
        if self._lines and (self._is_apart or not begins):
            rest = "".join(container.rest for container in containers if container.is_begun)
            self._lines.append(rest.rstrip())
        for number, line in enumerate(text.split("\n")):
            before = "".join(container.before() for container in containers)
            self._lines.append((before + line).rstrip(" ") if number or line else before.rstrip())
        self._is_apart = False

    def _code(self, pieces: list[Token]) -> None:
        self._flush()
        self._settle()
        found = (_LANGUAGE.search(token.get("class")) for token in pieces if token.kind == "start")
        language = next((name[1] for name in found if name), "")
        code = words_of(pieces).strip("\n")
        # Python-Markdown knows fences outside of lists and quotes alone.
        is_within = any(container.is_begun for container in self._containers)
        self._is_apart = True
        self._block(indent(code, " " * _STEP) if is_within else fenced(code, language))
        self._is_apart = True

    def _settle(self) -> None:
        """Let links lead to a block that has no line of its own for that."""
        if self._anchors:
            self._block(self._anchors)
            self._anchors, self._is_apart = "", True

    def _table(self, pieces: list[Token]) -> None:
        self._flush()
        self._settle()
        rows = [row for row in _rows(pieces) if row]
        width = max(map(len, rows), default=0)
        if width:
            head, *others = [[*row, *[""] * (width - len(row))] for row in rows]
            lines = [head, ["---"] * width, *others]
            self._block("\n".join(f"| {' | '.join(row)} |" for row in lines))
            self._is_apart = True


class _Container:
    """An item of a list, or a quote."""

    def __init__(self, name: str, sign: str) -> None:
        self.name, self._sign = name, sign
        self.is_begun = False

    @property
    def rest(self) -> str:
        """What stands before all lines but the first."""
        return self._sign if self.name == "blockquote" else " " * len(self._sign)

    def before(self) -> str:
        """Give what stands before the next line."""
        before = self.rest if self.is_begun else self._sign
        self.is_begun = True
        return before


def _rows(pieces: list[Token]) -> Iterator[list[str]]:
    """Give the cells of each row of a table; what stands outside of cells is a row, too."""
    row: list[str] = []
    inline = Inline()
    inline.is_cell = True

    def cell() -> Iterator[str]:
        if text := inline.take():
            yield text.replace("<br>\n", "<br>").replace(r"\|", "|").replace("|", r"\|")

    for token in pieces[1:-1]:
        if token.kind == "text":
            inline.add(token.source)
        elif token.source.startswith("&"):
            inline.add(unescape(token.source))
        elif token.name == "tr":
            yield [*row, *cell()]
            row = []
        elif token.name in {"td", "th"} and token.kind == "end":
            row.append(next(cell(), ""))
        elif token.name in _BLOCKS | {"li", "pre", "table", "blockquote", "caption"}:
            inline.space()
        elif token.kind in {"start", "empty"}:
            inline.start(token)
        elif token.kind == "end":
            inline.end(token)
    yield [*row, *cell()]

"""What stands within a paragraph, a heading or a cell, as Markdown.

GitHub and Python-Markdown read it alike: signs that only one of them knows, or escapes, are written
as elements or references.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from typing import Final

from mkdocs_forum.core.html.markdown.escaping import begun, escaped, linked, spaced
from mkdocs_forum.core.html.pieces import Token

_SIGNS: Final = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "*"),
    **dict.fromkeys(("strong", "b"), "**"),
}
_CODE: Final = frozenset({"code", "kbd", "samp", "tt"})
_KEPT: Final = {"sub": "sub", "sup": "sup", **dict.fromkeys(("del", "s", "strike"), "del")}
"""Elements that both know and that change what is read: `10<sup>6</sup>`."""
_BREAK: Final = "<br>\n"
_OUTER_BREAKS = re.compile(r"\A(?: *<br>\n)+|(?:<br>\n *)+\Z")
_BARE = re.compile(r"(?:https?://|mailto:)[^\s<>]+")
_BOX = re.compile(r"^(\[[ x]\]) +")


def fenced(code: str, language: str = "") -> str:
    """Give a block of code between fences that it doesn't hold."""
    longest = max(map(len, re.findall("`{3,}", code)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{code}\n{fence}"


@dataclass(frozen=True)
class _Mark:
    """A sign that sets words off, and what stands for it where Markdown wouldn't read it."""

    sign: str
    tag: str


class _Code(str):
    """What stands as code within a line."""


class Inline:
    """Gathers what a line holds, and writes it once it is whole."""

    def __init__(self) -> None:
        self._pieces: list[str | _Mark] = []
        self._words: list[str] = []
        """Words that stand behind the pieces: they are escaped as a whole."""
        self._links: list[tuple[str, int]] = []
        """Addresses of the links that are open, and where their text begins."""
        self._code: list[str] | None = None
        """What the code holds that is open."""
        self._depth = 0
        self.is_title = False
        """Whether the line is the title of what stands below it."""
        self.is_cell = False
        """Whether it stands in a table, whose cells a bar would part."""

    def add(self, text: str) -> None:
        """Add words."""
        (self._words if self._code is None else self._code).append(text)

    def space(self) -> None:
        """Part words that stood in blocks of their own."""
        self.add(" ")

    def mark(self, anchor: str) -> None:
        """Let links lead to this place."""
        self._settle()
        self._pieces.append(anchor)

    def start(self, token: Token) -> None:
        """Begin an element, or add one that has no end."""
        name = token.name
        self._settle()
        if self._code is not None:
            self._depth += name in _CODE and token.is_open
        elif name in _SIGNS:
            self._pieces.append(_Mark(_SIGNS[name], f"<{name}>"))
        elif name in _CODE:
            self._code = []
        elif name in _KEPT:
            self._pieces.append(_Mark(*[f"<{_KEPT[name]}>"] * 2))
        elif name == "a":
            self._links.append((token.get("href"), len(self._pieces)))
        elif name == "br":
            self._pieces.append(_BREAK)
        elif name == "img":
            alternative = escaped(token.get("alt"))
            self._pieces.append(f"!{linked(alternative, token.get('src'))}")
        elif name == "input" and token.get("type") == "checkbox":
            is_checked = any(key == "checked" for key, _ in token.attributes)
            self._pieces.append("[x] " if is_checked else "[ ] ")

    def end(self, token: Token) -> None:
        """End an element."""
        name = token.name
        self._settle()
        if self._code is not None:
            if name in _CODE and not self._depth:
                self._end_code(spaced("".join(self._code)))
            else:
                self._depth -= name in _CODE
        elif name in _SIGNS:
            self._pieces.append(_Mark(_SIGNS[name], f"</{name}>"))
        elif name in _KEPT:
            self._pieces.append(_Mark(*[f"</{_KEPT[name]}>"] * 2))
        elif name == "a" and self._links:
            self._end_link(*self._links.pop())

    def take(self) -> str:
        """Give the line, and begin another."""
        self._words += self._code or ()
        self._settle()
        if not self._pieces:
            return ""
        text = self._joined(self._pieces).strip(" ")
        self._pieces, self._links, self._code, self._depth = [], [], None, 0
        if _BREAK in text:
            text = _OUTER_BREAKS.sub("", text)
            text = "\n".join(line.strip(" ") for line in text.split("\n"))
        text = _BOX.sub(r"\1 ", begun(text))
        return f"**{text}**" if self.is_title and text and "*" not in text else text

    def _joined(self, pieces: list[str | _Mark]) -> str:
        return _joined(pieces, _referred if self.is_cell else _coded)

    def _end_code(self, text: str) -> None:
        if self._pieces and isinstance(self._pieces[-1], _Code):  # Their signs would run together.
            text = f"{self._pieces.pop()}{text}"
        self._pieces.append(_Code(text) if text.strip(" ") else escaped(text))
        self._code = None

    def _settle(self) -> None:
        if self._words:
            self._pieces.append(escaped("".join(self._words)))
            self._words = []

    def _end_link(self, address: str, place: int) -> None:
        text = self._joined(self._pieces[place:])
        core = text.strip(" ")
        if not address or not core:
            return
        is_bare = _BARE.fullmatch(address) and _read(core) == address
        link = f"<{address}>" if is_bare else linked(core, address)
        before, after = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
        above = self._pieces[place - 1] if place else ""
        if isinstance(above, str) and above.endswith("!"):  # It would make a picture of the link.
            self._pieces[place - 1] = f"{above[:-1]}\\!"
        self._pieces[place:] = [before, link, after]


def _read(text: str) -> str:
    """Give words as they were before they were escaped."""
    return unescape(re.sub(r"\\(.)", r"\1", text))


def _coded(text: str) -> str:
    """Give code within a line."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[0] in "` " or text[-1] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _referred(text: str) -> str:
    """Give code within a cell: behind a backslash, Python-Markdown shows both signs."""
    if "|" not in text:
        return _coded(text)
    signs = (sign if sign.isalnum() or sign == " " else f"&#{ord(sign)};" for sign in text)
    return f"<code>{''.join(signs)}</code>"


def _joined(pieces: list[str | _Mark], coded: Callable[[str], str]) -> str:
    """Write the marks as signs where Markdown reads them so, else as elements."""
    if len(pieces) == 1 and type(pieces[0]) is str:
        return pieces[0]
    written = list(pieces)
    for start, end in _partners(pieces):
        opening, closing = pieces[start], pieces[end]
        assert isinstance(opening, _Mark)
        assert isinstance(closing, _Mark)
        if _is_read(pieces, start, end):
            written[start], written[end] = opening.sign, closing.sign
        else:
            written[start], written[end] = opening.tag, closing.tag
    shown = (coded(piece) if isinstance(piece, _Code) else piece for piece in written)
    return "".join(piece for piece in shown if isinstance(piece, str))


def _partners(pieces: list[str | _Mark]) -> list[tuple[int, int]]:
    """Give the places of marks that belong together."""
    opened: list[tuple[str, int]] = []
    found = []
    for place, piece in enumerate(pieces):
        if not isinstance(piece, _Mark):
            continue
        name = piece.tag.strip("</>")
        if not piece.tag.startswith("</"):
            opened.append((name, place))
        elif opened and opened[-1][0] == name:
            found.append((opened.pop()[1], place))
    return found


def _is_read(pieces: list[str | _Mark], start: int, end: int) -> bool:
    """Whether Markdown reads signs around words: a letter is right within, none right outside."""
    within = pieces[start + 1 : end]
    if not all(isinstance(piece, str) and not isinstance(piece, _Code) for piece in within):
        return False
    text = "".join(str(piece) for piece in within)
    before, after = _beside(pieces, start - 1)[-1:], _beside(pieces, end + 1)[:1]
    return (
        bool(text)
        and _is_word(text[0])
        and _is_word(text[-1])
        and not _is_word_or_sign(before)
        and not _is_word_or_sign(after)
    )


def _beside(pieces: list[str | _Mark], place: int) -> str:
    if not 0 <= place < len(pieces):
        return " "
    piece = pieces[place]
    return piece if isinstance(piece, str) and piece else "*"


def _is_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LN"


def _is_word_or_sign(sign: str) -> bool:
    return sign in {"*", "~", "\\"} or _is_word(sign)

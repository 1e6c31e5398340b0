"""What stands within a line, read by GitHub's parser in place of Python-Markdown's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from string import punctuation
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX, AtomicString, code_escape
from markdown_it.token import Token

from mkdocs_forum.core.gfm import syntax
from mkdocs_forum.core.gfm.addresses import EMAIL, encoded
from mkdocs_forum.core.gfm.autolinks import AUTO
from mkdocs_forum.core.gfm.document import ELEMENT, Document
from mkdocs_forum.core.gfm.raw_html import allowed

CODE: Final = "backtick"
"""Name of the pattern of code, which some extensions show otherwise than the renderer itself."""
OWN: Final = (
    *("escape", "reference", "link", "image_link", "image_reference"),
    *("short_reference", "short_image_ref", "autolink", "automail", "linebreak", "html", "entity"),
    *("not_strong", "em_strong", "em_strong2"),
)
"""Names of the patterns whose work is done here."""
DEEPEST: Final = 100
"""Elements in one another; deeper ones leave their text."""

_SIGN = re.compile(r"[\\`*_~\[<&@\n]|://|www\.")
"""What makes a line more than plain text."""
_ESCAPED = {sign: f"{STX}{ord(sign)}{ETX}" for sign in punctuation}
_ESCAPED["&"] = f"{AMP_SUBSTITUTE}amp;"
_PLAIN = {sign: _ESCAPED[sign] for sign in "&*"}
"""Signs of a text that others would take for references and emphasis; no notation has them."""
_TICKS = re.compile("`+")
_TAGS = {"s": "del"}


class Inlines(Treeprocessor):
    """Reads the texts of a tree, and puts a word in place of each element that it finds."""

    def __init__(self, md: Markdown, document: Document) -> None:
        super().__init__(md)
        self._document = document

    def run(self, root: Element) -> None:
        """Read every text that isn't code."""
        for element in list(root.iter()):
            element.text = self._read(element.text)
            element.tail = self._read(element.tail)

    def _read(self, text: str | None) -> str | None:
        if not text or isinstance(text, AtomicString) or not _SIGN.search(text):
            return text
        line = Element("span")
        self._build(line, syntax.inlines(text, self._document.env))
        keep = self._document.keep
        return (line.text or "") + "".join(f"{keep(child)}{_taken(child)}" for child in line)

    def _build(self, line: Element, tokens: Sequence[Token]) -> None:
        opened = [line]
        for is_text, group in groupby(tokens, _is_text):
            if is_text:
                _add_text(opened[-1], list(group), in_link="a" in [one.tag for one in opened])
                continue
            for token in group:
                if token.nesting > 0:
                    opened.append(_opened(opened, token))
                elif token.nesting < 0:
                    _close(opened.pop(), token)
                else:
                    self._add(opened[-1], token)

    def _add(self, parent: Element, token: Token) -> None:
        match token.type:
            case "softbreak":
                _add(parent, "\n")
            case "html_inline":
                _add(parent, self.md.htmlStash.store(allowed(token.content)))
            case "code_inline":
                self._add_code(parent, token.content)
            case "image":
                _element(parent, token).set("alt", _words(token.children or ()))
            case _:
                SubElement(parent, "br")

    def _add_code(self, parent: Element, code: str) -> None:
        if CODE in self.md.inlinePatterns:
            _add(parent, _in_backticks(code))
        else:
            SubElement(parent, "code").text = AtomicString(code_escape(code))


class Elements(InlineProcessor):
    """Puts the elements that were found in place of their words."""

    def __init__(self, md: Markdown, document: Document) -> None:
        super().__init__(ELEMENT, md)
        self._document = document

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name.
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """Give the element that a word stands for."""
        return self._document.element(m[1]), m.start(), m.end()


def _in_backticks(code: str) -> str:
    """Write code as every pattern reads it."""
    ticks = "`" * (max(map(len, _TICKS.findall(code)), default=0) + 1)
    gap = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{ticks}{gap}{code}{gap}{ticks}"


def _is_text(token: Token) -> bool:
    return token.type in {"text", "text_special"}


def _opened(opened: Sequence[Element], token: Token) -> Element:
    """Give the element that a token begins, or the one around it where it would say no more."""
    parent = opened[-1]
    is_idle = len(opened) > DEEPEST or (token.tag == "strong" and parent.tag == "strong")
    return parent if is_idle else _element(parent, token)


def _close(element: Element, token: Token) -> None:
    """End an element; nothing is to be read in a text that is an address."""
    if token.info == AUTO and element.text:
        element.text = AtomicString(element.text)


def _element(parent: Element, token: Token) -> Element:
    attributes = {name: str(value) for name, value in token.attrs.items()}
    for name in ("href", "src"):
        if name in attributes:
            attributes[name] = encoded(attributes[name])
    return SubElement(parent, _TAGS.get(token.tag, token.tag), attributes)


def _add_text(parent: Element, tokens: Sequence[Token], *, in_link: bool) -> None:
    """Add a text, with links to the e-mail addresses in it."""
    text = "".join(token.content for token in tokens)
    if in_link or "@" not in text:
        _add(parent, "".join(map(_written, tokens)))
        return
    # Sign by sign, since some in an address may have been escaped.
    signs = [written for token in tokens for written in _signs(token)]
    end = 0
    for found in EMAIL.finditer(text):
        _add(parent, "".join(signs[end : found.start()]))
        link = SubElement(parent, "a", {"href": f"mailto:{found['mailbox']}"})
        link.text = AtomicString(found[0])
        end = found.end()
    _add(parent, "".join(signs[end:]))


def _written(token: Token) -> str:
    """Write a text so that no one after the parser takes its signs for more."""
    is_plain = token.type == "text" and not _PLAIN.keys() & set(token.content)
    return token.content if is_plain else "".join(_signs(token))


def _signs(token: Token) -> Iterator[str]:
    escaped = _ESCAPED if token.type == "text_special" else _PLAIN
    return (escaped.get(sign, sign) for sign in token.content)


def _words(tokens: Iterable[Token]) -> str:
    """Give what tokens say without their signs, for those who don't see an image."""
    return "".join(
        _words(token.children or ())
        if token.type == "image"
        else "\n"
        if token.type in {"softbreak", "hardbreak"}
        else token.content
        for token in tokens
        if token.type != "html_inline"
    )


def _taken(element: Element) -> str:
    """Take the text behind an element off it."""
    tail, element.tail = element.tail, None
    return tail or ""


def _add(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text

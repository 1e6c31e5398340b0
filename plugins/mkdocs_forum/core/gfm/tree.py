"""What a parser found in a text, as the tree that Python-Markdown makes of such blocks."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString, code_escape
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from mkdocs_forum.core.gfm.notations import ATTRIBUTES, DEFINITION_MARK, HOLDER
from mkdocs_forum.core.gfm.raw_html import allowed

_BRACES = re.compile(rf"(?!{ATTRIBUTES})\{{(?=[^{{}}\n]*\}}\s*\Z)")
_BOXES: Final[Mapping[str, str]] = {
    "NOTE": "note",
    "TIP": "tip",
    "IMPORTANT": "info",
    "WARNING": "warning",
    "CAUTION": "danger",
}
"""Boxes of Python-Markdown's own that look like GitHub's alerts."""


class Site(NamedTuple):
    """What the extensions of a site do for a tree."""

    takes: Callable[[Element, str], bool]
    """Lets them put a paragraph into an element; tells whether one of them knew it."""
    holds: Callable[[Element, Token, str], None]
    """Lets them put a notation that holds blocks into an element; below a term, if one is given."""
    fence: Callable[[str], str | None]
    """Gives what shows fenced code, where one of them does."""
    html: Callable[[str], str]
    """Gives a word that stands for HTML."""
    titles: Mapping[str, str]
    """Titles of alerts (`> [!NOTE]`) by their kinds, which GitHub shows as such."""


def build(root: Element, tokens: Sequence[Token], site: Site) -> None:
    """Build a tree of a parser's tokens, whose texts are as their author wrote them."""
    opened = [root]
    term = ""
    for index, token in enumerate(tokens):
        parent = opened[-1]
        if token.type in {"paragraph_open", "paragraph_close"}:
            continue
        if token.nesting > 0:
            opened.append(_element(parent, token))
        elif token.nesting < 0:
            opened.pop()
        elif token.type == HOLDER:
            site.holds(parent, token, term)
            term = ""
        elif token.type == "inline" and tokens[index - 1].type == "alert_title_open":
            parent.text = AtomicString(site.titles.get(token.content, token.content))
        elif token.type == "inline" and tokens[index - 1].type != "paragraph_open":
            parent.text = _with_braces(token.content)
        elif token.type == "inline":
            term = _term(tokens[index : index + 3])
            if not term and not site.takes(parent, token.content):
                _paragraph(parent, _with_braces(token.content), is_tight=tokens[index - 1].hidden)
        else:
            _verbatim(parent, token, site)


def _element(parent: Element, token: Token) -> Element:
    attributes = {name: str(value) for name, value in token.attrs.items()}
    if token.type == "alert_open":
        attributes["class"] = f"admonition {_BOXES[token.info]}"
    elif token.type == "alert_title_open":
        attributes["class"] = "admonition-title"
    if "style" in attributes:
        # As the renderer's own tables write it.
        attributes["style"] = attributes["style"].replace(":", ": ") + ";"
    return SubElement(parent, token.tag, attributes)


def _term(tokens: Sequence[Token]) -> str:
    """Give the text of a paragraph right above a definition: it is the term."""
    text, below = tokens[0], tokens[-1]
    is_above = below.type == HOLDER and text.map and below.map and text.map[1] == below.map[0]
    return text.content if is_above and DEFINITION_MARK.match(below.content.lstrip()) else ""


def _paragraph(parent: Element, text: str, *, is_tight: bool) -> None:
    if is_tight:
        add_text(parent, text)
    else:
        SubElement(parent, "p").text = text


def _with_braces(text: str) -> str:
    """Keep words between braces at the end of a text, which would be read as attributes."""
    return _BRACES.sub(r"\\\g<0>", text) if text.rstrip().endswith("}") else text


def _verbatim(parent: Element, token: Token, site: Site) -> None:
    if token.type == "hr":
        SubElement(parent, "hr")
    elif token.type == "html_block":
        add_text(parent, site.html(allowed(token.content.rstrip("\n"))))
    elif token.type == "fence" and (shown := site.fence(_written(token))):
        add_text(parent, shown)
    else:
        language = unescapeAll(token.info).split(maxsplit=1)[:1]
        attributes = {"class": f"language-{language[0]}"} if language else {}
        code = SubElement(SubElement(parent, "pre"), "code", attributes)
        code.text = AtomicString(code_escape(token.content))


def _written(token: Token) -> str:
    """Write fenced code as every extension reads it."""
    return f"{token.markup}{token.info.strip()}\n{token.content}{token.markup}"


def add_text(parent: Element, text: str) -> None:
    """Add a text to the end of an element, on a line of its own."""
    last = parent[-1] if len(parent) else None
    before = (parent.text if last is None else last.tail) or ""
    if last is not None:
        last.tail = f"{before}\n{text}"
    else:
        parent.text = f"{before}\n{text}" if before else text

"""What the theme's script takes up in a text: it stays where it is whole.

The script looks for the parts of what it takes up, and dies on the page where one is lacking: then
neither the search nor the palette works there.
"""

import re
from collections.abc import Sequence
from typing import Final

from mkdocs_forum.core.html.pieces import Token, joined, tokens

ATTRIBUTE: Final = r' [\w:-]+="[^"]*"'
"""An attribute, as `nh3` writes it."""

_ADDRESSED = rf'(?:{ATTRIBUTE})* href="'
_EMPTY_LINK = rf"<a(?:{ATTRIBUTE})*></a>"
_LINK = re.compile(rf"{_EMPTY_LINK}|<a((?:{ATTRIBUTE})*)>|</a>")
_FALSE_LINK = re.compile(rf"<a(?!{_ADDRESSED})(?:{ATTRIBUTE})*>(?!</a>)")
_DRAWING = re.compile(rf"<(/?)(svg|a)(?:{ATTRIBUTE})*>")
_REFERENCE = re.compile(
    rf'<a(?=(?:{ATTRIBUTE})* class="(?:[^"]* )?footnote-ref[ "])(?:{ATTRIBUTE})*>'
)
_NOTE = re.compile(r' href="#([\w:.-]+)"', re.ASCII)
_IDENTIFIER = re.compile(r' id="([^"]*)"')
_CLASSES = re.compile(r' class="([^"]*)"')


def without_false(html: str) -> str:
    """Take from a sanitised text what marks components of the theme that aren't whole."""
    if "footnote-ref" in html:
        html = _without_false_references(html)
    if "<svg" in html:
        html = _without_drawn_links(html)
    if 'data-tabs="' in html:
        html = _without_false_tabs(html)
    # A click on a link without an address ends the theme's own way to follow links.
    return _without_false_links(html) if _FALSE_LINK.search(html) else html


def _without_false_references(html: str) -> str:
    """Make links of the references to footnotes that aren't there or have another alphabet."""
    known = set(_IDENTIFIER.findall(html))

    def checked(link: re.Match[str]) -> str:
        note = _NOTE.search(link[0])
        is_whole = note is not None and note[1] in known
        return link[0] if is_whole else _CLASSES.sub(_without_reference, link[0])

    return _REFERENCE.sub(checked, html)


def _without_reference(classes: re.Match[str]) -> str:
    left = (word for word in classes[1].split() if word != "footnote-ref")
    return f' class="{" ".join(left)}"'


def _without_drawn_links(html: str) -> str:
    """Take off the links in drawings, which the script takes for others and gives an address."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2] == "svg":
            depth += -1 if tag[1] else 1
        return "" if depth and tag[2] == "a" else tag[0]

    return _DRAWING.sub(kept, html)


def _without_false_links(html: str) -> str:
    opened: list[str] = []

    def renamed(tag: re.Match[str]) -> str:
        if tag[0] == "</a>":
            return f"</{opened.pop() if opened else 'a'}>"
        if tag[1] is None:
            return tag[0]
        opened.append("a" if ' href="' in tag[1] else "span")
        return f"<{opened[-1]}{tag[1]}>"

    return _LINK.sub(renamed, html)


def _without_false_tabs(html: str) -> str:
    pieces = tokens(html)
    false = _false_tabs(pieces)
    return joined(
        Token("start", re.sub(r' data-tabs="[^"]*"', "", piece.source), piece.name)
        if place in false
        else piece
        for place, piece in enumerate(pieces)
    )


def _false_tabs(pieces: Sequence[Token]) -> set[int]:
    """Give the places of sets of tabs that lack a button, or of which a button has no label."""
    buttons: dict[int, list[str]] = {
        place: [] for place, piece in enumerate(pieces) if piece.get("data-tabs")
    }
    labels = {piece.get("for") for piece in pieces if piece.name == "label"} - {""}
    labelled: set[int] = set()
    opened = [-1]
    for place, piece in enumerate(pieces):
        if piece.name == "input" and opened[-1] in buttons:
            buttons[opened[-1]].append(piece.get("id"))
        if piece.has_class("tabbed-labels"):
            labelled.add(opened[-1])
        if piece.is_open:
            opened.append(place)
        elif piece.kind == "end":
            opened.pop()
    return {
        place
        for place, names in buttons.items()
        if place not in labelled or not names or not labels.issuperset(names)
    }

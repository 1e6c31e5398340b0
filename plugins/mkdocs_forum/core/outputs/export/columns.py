"""What a page of the site shows, as Markdown: its main column without what only a live site has."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from markdown import Markdown

from mkdocs_forum.core.html.markdown.blocks import markdown
from mkdocs_forum.core.html.pieces import Attributes, Token, element, joined, tokens
from mkdocs_forum.core.html.sanitise import sanitise
from mkdocs_forum.core.html.tree import level_of, read
from mkdocs_forum.core.outputs.export.places import Place, Places

EXTENSIONS: Final = ("fenced_code", "sane_lists", "tables", "toc")
"""Extensions of Python-Markdown that an export needs; all come with it."""

_COLUMNS: Final = ("md-content__inner", "print-document")
"""Classes of the element that holds what a page, or a document to print, shows."""
_DROPPED: Final = frozenset(
    {"button", "datalist", "dialog", "form", "noscript", "script", "style", "svg", "template"}
)
_FURNITURE: Final = (
    *("headerlink", "footnote-backref", "md-content__button", "md-source-file"),
    # What leads through the site, or stands twice for narrow screens.
    *("forum-way", "forum-page__names", "forum-page__narrow", "forum-reach"),
    # What scripts or paper alone need.
    *("forum-unscripted", "forum-paper", "forum-member__initial", "forum-pager__list"),
    *("print-code", "print-cover", "print-mark", "print-notes", "print-tools", "print-space"),
    # What leads to forms, with the text at hand: their pages tell the other ways.
    "forum-answer-link",
)
"""Classes of what readers miss nothing by."""
_TOOL: Final = "forum-tools__item"
"""Class of what is offered above a text: of it, only links to pages stay."""
_AMENDING: Final = ("forum-screen", "data-search-exclude")
"""What an element says that offers to correct a text."""
_WRAPPINGS: Final = frozenset(
    {"address", "article", "aside", "fieldset", "footer", "header", "main", "nav", "section"}
)
_RESERVED = re.compile(r" id=\"forum_top\"|(?<=[\"#])(?:print__?|forum_)")
"""What identifiers of the forum's own elements begin with, which no text may have; titles need
none."""
_HEADING = re.compile("h[1-6]")
_ANCHOR = re.compile(r'<a id="([^"]*)"></a>')


def page(html: str, place: Place, places: Places) -> str:
    """Give the Markdown of a page.

    Arguments:
        html: The page as it is published.
        place: Where it stands.
        places: What its links may lead to.

    Returns:
        Its text, safe to publish; nothing for a page without a main column.
    """

    def is_page(address: str) -> bool:
        return places.is_page(address, place)

    pieces = _kept(iter(_column(_RESERVED.sub("", html))), is_page)
    text = read(sanitise(joined(_titled(pieces))))
    written = markdown(text.rewritten(_linked(place, places)), anchors=True)
    return f"{_without_repeats(written)}\n" if written else ""


def _column(html: str) -> list[Token]:
    pieces = iter(tokens(html))
    for token in pieces:
        if token.kind == "start" and any(map(token.has_class, _COLUMNS)):
            return element(pieces, token)[1:-1]
    return []


def _kept(pieces: Iterator[Token], is_page: Callable[[str], bool]) -> Iterator[Token]:
    """Leave out the furniture; what wraps blocks becomes a block that any text may have."""
    for token in pieces:
        if token.kind in {"start", "empty"} and _is_furniture(token, is_page):
            element(pieces, token)
        elif token.name in _WRAPPINGS and token.kind == "start":
            yield token.renamed("div", token.attributes)
        elif token.name in _WRAPPINGS and token.kind == "end":
            yield Token("end", "</div>", "div")
        else:
            yield token


def _is_furniture(token: Token, is_page: Callable[[str], bool]) -> bool:
    if token.name in _DROPPED or any(map(token.has_class, _FURNITURE)):
        return True
    if token.has_class(_TOOL):
        return token.name != "a" or not is_page(token.get("href"))
    names = {name for name, _ in token.attributes}
    is_amending = all(sign in token.source for sign in _AMENDING)
    return is_amending or "hidden" in names


def _titled(pieces: Iterator[Token]) -> Iterator[Token]:
    """Put the title of a page above all else, and let no other heading be as high.

    What stands above it would be taken for keys of the page if it looked like them.
    """
    above: list[Token] = []
    for token in pieces:
        if level_of(token) == 1:
            yield from element(pieces, token)
            break
        above.append(token)
    yield from above
    below = list(pieces)
    shift = int(any(level_of(token) == 1 for token in below))
    for token in below:
        level = int(token.name[1]) + shift if _HEADING.fullmatch(token.name) else 0
        if level and token.kind == "end":
            yield Token("end", f"</h{min(6, level)}>", f"h{min(6, level)}")
        elif level:
            yield token.renamed(f"h{min(6, level)}", token.attributes)
        else:
            yield token


def _linked(
    place: Place, places: Places
) -> Callable[[str, Attributes], tuple[str, Attributes] | None]:
    """Give what lets links and pictures lead to the files of the export."""

    def change(name: str, attributes: Attributes) -> tuple[str, Attributes] | None:
        if name not in {"a", "img"}:
            return None
        return name, [
            (key, places.link(value, place) if value and key in {"href", "src"} else value)
            for key, value in attributes
        ]

    return change


def _without_repeats(text: str) -> str:
    """Leave out the anchors of headings that get the same one from the renderer."""
    renderer = Markdown(extensions=list(EXTENSIONS))
    renderer.convert(text)
    given = set(_given(renderer.toc_tokens))  # type: ignore[attr-defined]
    return _ANCHOR.sub(lambda found: "" if found[1] in given else found[0], text)


def _given(found: list[dict[str, object]]) -> Iterator[str]:
    for heading in found:
        if f'<a id="{heading["id"]}"></a>' in str(heading["html"]):
            yield str(heading["id"])
        yield from _given(heading["children"])  # type: ignore[arg-type]

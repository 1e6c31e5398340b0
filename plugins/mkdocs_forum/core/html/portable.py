"""A text that is read outside of its page: whole addresses, and nothing that only a page has."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin

from mkdocs_forum.core.html.pieces import Attributes, Token, element
from mkdocs_forum.core.html.tree import Text

_KEPT: Final = frozenset(
    {
        *("abbr", "align", "alt", "checked", "cite", "class", "colspan", "datetime", "dir"),
        *("disabled", "height", "href", "hreflang", "lang", "open", "rel", "reversed", "rowspan"),
        *("scope", "span", "src", "start", "title", "type", "value", "width"),
    }
)
"""Attributes that say something where neither style sheets nor scripts of the site are."""
_ADDRESSES: Final = frozenset({"cite", "href", "src"})
_FURNITURE: Final = ("headerlink", "footnote-backref")
"""Classes of links that lead within a page alone."""
_SLOT: Final = "data-forum-state"
"""Attribute of the element that holds the place of a question's state."""


def portable(text: Text, url: str) -> Text:
    """Give a text as it is read outside of its page.

    Arguments:
        text: The text.
        url: Whole address of its page.
    """

    def value(key: str, given: str | None) -> str | None:
        return whole(given, url) if given and key in _ADDRESSES else given

    def change(name: str, attributes: Attributes) -> tuple[str, Attributes] | None:
        kept = [(key, value(key, given)) for key, given in attributes if key in _KEPT]
        return name, kept

    return Text(tuple(_without_furniture(text))).rewritten(
        lambda name, attributes: change(name, attributes) if attributes else None
    )


def whole(address: str, url: str) -> str:
    """Give the whole address of a link in the page at a whole address."""
    try:
        return urljoin(url, address)
    except ValueError:  # Programs differ over what it is.
        return address


def _without_furniture(text: Text) -> Iterator[Token]:
    pieces = iter(text.tokens)
    for token in pieces:
        is_link = token.name == "a" and any(map(token.has_class, _FURNITURE))
        if token.kind == "start" and (is_link or _SLOT in token.source):
            element(pieces, token)
        else:
            yield token

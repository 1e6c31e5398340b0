"""The words of a rendered text, and the first of them."""

import re
from collections.abc import Container
from typing import Final

from mkdocs_forum.core.html.pieces import Token, element, words_of
from mkdocs_forum.core.html.tree import Text

_SIGNS: Final = frozenset({"headerlink", "footnote-backref"})
_ASIDE: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table", "pre", "figure"})
"""Elements that don't begin what somebody says."""
_SENTENCE: Final = re.compile(r"[.!?…](?:[»”’)]|[\u202f\u00a0 ]»)?(?= )")


def plain(text: Text, *, without: Container[str] = frozenset()) -> str:
    """Give the words of a text with single spaces; those that don't break a line stay.

    Signs that lead to a place of the page, as behind headings and notes, are no words.

    Arguments:
        text: The text.
        without: Identifiers of elements that are left out.
    """
    return _words(text, without=without)


def opening(text: Text, longest: int) -> str:
    """Give the first sentences of a text, as many as fit; else the start of the first one.

    Arguments:
        text: The text; its headings, tables and listings say nothing by themselves.
        longest: Letters that are given at the most.
    """
    words = _words(text, aside=_ASIDE)
    if len(words) <= longest:
        return words
    ends = [found.end() for found in _SENTENCE.finditer(words, 0, longest)]
    if ends:
        return words[: ends[-1]]
    start = words[: longest - 1].rpartition(" ")[0] or words[: longest - 1]
    return start.rstrip(" \u202f\u00a0,;:–-") + "…"


def _words(text: Text, *, aside: Container[str] = (), without: Container[str] = ()) -> str:
    stream, kept = iter(text.tokens), list[Token]()
    for token in stream:
        if token.kind == "start" and (token.name in aside or _is_left_out(token, without)):
            element(stream, token)
        else:
            kept.append(token)
    return re.sub(r"[ \t\r\n]+", " ", words_of(kept)).strip()


def _is_left_out(token: Token, without: Container[str]) -> bool:
    return token.get("id") in without or not _SIGNS.isdisjoint(token.get("class").split())

"""The words of a rendered text, and the first of them."""

import re
from typing import Final

from mkdocs_forum.core.html.pieces import Token, element, words_of
from mkdocs_forum.core.html.tree import Text

_SIGNS: Final = frozenset({"headerlink", "footnote-backref"})
_ASIDE: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table", "pre", "figure"})
"""Elements that don't begin what somebody says."""
_SENTENCE: Final = re.compile(r"[.!?…](?:[»”’)]|[\u202f\u00a0 ]»)?(?= )")


def plain(text: Text) -> str:
    """Give the words of a text with single spaces; those that don't break a line stay.

    Signs that lead to a place of the page, as behind headings and notes, are no words.
    """
    return _words(text, frozenset())


def opening(text: Text, longest: int) -> str:
    """Give the first sentences of a text, as many as fit; else the start of the first one.

    Arguments:
        text: The text; its headings, tables and listings say nothing by themselves.
        longest: Letters that are given at the most.
    """
    words = _words(text, _ASIDE)
    if len(words) <= longest:
        return words
    ends = [found.end() for found in _SENTENCE.finditer(words, 0, longest)]
    if ends:
        return words[: ends[-1]]
    start = words[: longest - 1].rpartition(" ")[0] or words[: longest - 1]
    return start.rstrip(" \u202f\u00a0,;:–-") + "…"


def _words(text: Text, aside: frozenset[str]) -> str:
    stream, kept = iter(text.tokens), list[Token]()
    for token in stream:
        is_sign = token.kind == "start" and not _SIGNS.isdisjoint(token.get("class").split())
        if is_sign or (token.kind == "start" and token.name in aside):
            element(stream, token)
        else:
            kept.append(token)
    return re.sub(r"[ \t\r\n]+", " ", words_of(kept)).strip()

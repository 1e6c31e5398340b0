"""The parser: markdown-it as GitHub reads, with the notations that a site adds."""

import re
from collections.abc import Callable, MutableMapping, Sequence
from functools import cache
from string import punctuation
from typing import Any
from unicodedata import category

from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_OPEN_CLOSE_TAG_STR
from markdown_it.rules_block import (
    StateBlock,
    blockquote,
    fence,
    heading,
    hr,
    html_block,
    list_block,
    reference,
)
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token

from mkdocs_forum.core.gfm.autolinks import add_autolinks
from mkdocs_forum.core.gfm.notations import add_notations

DEEPEST = 100
"""Blocks that are read in one another; what is deeper stays text. A list in a list takes two. Each
takes up to five calls, of which Python allows a thousand."""
DEEPEST_BRACKETS = 20
"""Brackets that are read in one another; the time they take grows by it."""
_ROOM = 4
"""Blocks that may still stand in the deepest list or quote: its item, and what that holds."""

_TAG = re.compile(HTML_OPEN_CLOSE_TAG_STR + r"\s*$")
_TEXTS = ("paragraph", "reference", "blockquote")

Rule = Callable[[StateBlock, int, int, bool], bool]
Env = MutableMapping[str, Any]

EARLY = "early"
"""Key of the patterns in `Env` by which others find what is no Markdown, such as formulas."""


@cache
def _parser(notations: frozenset[str], deepest: int) -> MarkdownIt:
    """Give the parser.

    Arguments:
        deepest: How deep it reads what stands in one another.
        notations: Names of the site's own notations that it leaves whole: some of `KNOWN`.
    """
    options = {"maxNesting": deepest, "strikethrough_single_tilde": True, "alerts": True}
    gfm = MarkdownIt("commonmark", options)
    gfm.enable(["table", "strikethrough"])
    for name, rule, signs, interrupted in _RULES:
        gfm.block.ruler.at(name, _beginning(signs, rule), {"alt": [*interrupted]})
    add_notations(gfm, notations)
    add_autolinks(gfm)
    gfm.inline.ruler.after("text", EARLY, _left)
    # Addresses stay as written: who follows them encodes them, and the site's policy judges them.
    gfm.normalizeLink = gfm.normalizeLinkText = str  # type: ignore[method-assign, assignment]
    gfm.validateLink = lambda url: True  # type: ignore[method-assign]
    return gfm


def _html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Let a line that is a tag alone end a list or a quote that it doesn't belong to.

    So does GitHub's parser; by the specification it would go on with the last paragraph there.
    """
    if html_block(state, start, end, silent):
        return True
    is_outside = state.parentType == "blockquote" or state.sCount[start] < state.blkIndent
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    return silent and is_outside and _TAG.match(line) is not None


def blocks(text: str, env: Env, notations: frozenset[str] = frozenset()) -> list[Token]:
    """Give the blocks of a text, whose lines aren't read yet."""
    tokens: list[Token] = []
    gfm = _parser(notations, DEEPEST)
    gfm.block.parse(text, gfm, env, tokens)
    return tokens


def inlines(text: str, env: Env) -> list[Token]:
    """Give what stands in the lines of a block."""
    gfm, tokens = _parser(frozenset(), DEEPEST_BRACKETS), list[Token]()
    # What is noted of a line is gone with it.
    state = _State(text, gfm, {**env}, tokens)
    gfm.inline.tokenize(state)
    for rule in gfm.inline.ruler2.getRules(""):
        rule(state)
    return tokens


class _State(StateInline):
    """Reads emphasis beside signs such as `€` as GitHub does, to which they are letters.

    It follows version 0.29 of CommonMark; to the present one they are punctuation.
    """

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """Tell how long a run of signs is, and whether it may open or close emphasis."""
        sign, end = self.src[start], start
        while end < self.posMax and self.src[end] == sign:
            end += 1
        before, after = _kind(self.src[start - 1 : start]), _kind(self.src[end : end + 1])
        opens = after > before or (after == before != _SPACE)
        closes = before > after or (after == before != _SPACE)
        if not canSplitWord:
            opens, closes = (
                opens and (not closes or before == _PUNCTUATION),
                closes and (not opens or after == _PUNCTUATION),
            )
        return Scanned(opens, closes, end - start)


_SPACE, _PUNCTUATION, _LETTER = range(3)


def _kind(sign: str) -> int:
    if not sign or sign.isspace():
        return _SPACE
    is_punctuation = sign in punctuation or category(sign).startswith("P")
    return _PUNCTUATION if is_punctuation else _LETTER


def _left(state: StateInline, silent: bool) -> bool:
    """Leave what another extension reads before emphasis and escapes."""
    for pattern in state.env.get(EARLY, ()):
        if found := pattern.match(state.src, state.pos, state.posMax):
            if not silent:
                state.append_pending(found[0])
            state.pos = found.end()
            return bool(found[0])
    return False


def _beginning(signs: str, rule: Rule) -> Rule:
    """Ask a rule only about lines that begin with one of its signs: it is asked about each line."""

    def asked(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        first = state.bMarks[start] + state.tShift[start]
        return state.src[first : first + 1] in signs and rule(state, start, end, silent)

    return asked


def _bounded(rule: Rule) -> Rule:
    """Keep a rule from nesting deeper than the parser reads, which would drop the rest."""

    def bounded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return state.level < DEEPEST - _ROOM and rule(state, start, end, silent)

    return bounded


_RULES: Sequence[tuple[str, Rule, str, Sequence[str]]] = (
    ("fence", fence, "`~", (*_TEXTS, "list")),
    ("blockquote", _bounded(blockquote), ">", (*_TEXTS, "list")),
    ("hr", hr, "*-_", (*_TEXTS, "list")),
    ("list", _bounded(list_block), "*+-0123456789", _TEXTS),
    ("reference", reference, "[", ()),
    ("html_block", _html, "<", _TEXTS),
    ("heading", heading, "#", _TEXTS),
)
"""Rules of the parser with the signs that their lines begin with, and what they interrupt."""

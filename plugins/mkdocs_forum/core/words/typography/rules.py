"""The rules of each language, one after the other; and what they leave alone."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial
from typing import Final

from mkdocs_forum.core.words.languages import LANGUAGES, Typography, conventions
from mkdocs_forum.core.words.typography.dashes import dashes, ellipses
from mkdocs_forum.core.words.typography.edits import OBJECT, Edit, edited, in_order
from mkdocs_forum.core.words.typography.quotes import apostrophes, quotes
from mkdocs_forum.core.words.typography.spaces import Spacing, spacing

Rule = Callable[[str], list[Edit]]
"""Gives what to change in a text, in its order."""

LEFT: Final = "\u2060"
"""WORD JOINER: stands before a sign that its author escaped, which is left as it is."""
SIGNS: Final = "\"'-.!?;:%"
"""Signs that can be left so."""
QUOTES: Final = "\"'"
"""Those of them that Markdown doesn't let authors escape by itself."""

_NAME = r"(?<![\w.…+%'‘’-])[\w.+%-]{1,64}(?:['’][\w.+%-]{1,64}){0,2}"
_WORD = r"[^\s<>\"«»“”]"
_NO_PROSE = {
    LEFT: rf"{LEFT}.",
    "://": rf"(?<![\w.…+-])[a-zA-Z][a-zA-Z\d.+-]*+://{_WORD}*(?<![.,;:!?…')\]’])",
    "www.": rf"(?<![\w.…-])www\.{_WORD}*(?<![.,;:!?…')\]’])",
    "@": rf"{_NAME}@(?:[\w-]{{1,63}}\.){{1,8}}[\w-]{{2,63}}",
    ":\\": rf"(?<!\w)[a-zA-Z]:\\{_WORD}*",
    "/": rf"(?<![\w/.…~])(?:~|\.{{1,2}})?/[\w.~-]{_WORD}*"
    r"|(?<![\w/.…'‘’-])[\w.-]+(?:/[\w.'’-]*\w)++(?:(?<=\.\w{2})|(?<=\.\w{3})|(?<=\.\w{4}))",
    # Names of emoji, and smileys.
    ":": r":(?<![\w:]:)[a-z+-][\w+-]{0,40}:(?![\w:])"
    r"|:(?<![^\s«]:)[o^'-]?[()\[\]DPpOo/\\|*$](?=[\s.,:;!?»]|$)",
    ";": r";(?<![^\s«];)[o^'-]?[()\[\]DPpOo/\\|*$](?=[\s.,:;!?»]|$)",
}
"""Addresses, paths and the like, by what is in each of them."""
_PATTERNS = {sign: re.compile(pattern) for sign, pattern in _NO_PROSE.items()}


@cache
def rules(language: str | None) -> tuple[Rule, ...]:
    """Give the rules of a language, each for what the one before it made of a text.

    Arguments:
        language: Code of a language; there are no rules for one that isn't among `LANGUAGES`.
    """
    typography = conventions(language).typography if language in LANGUAGES else None
    if typography is None:
        return ()
    spacings = tuple(spacing(typography))
    signs = partial(_signs, typography=typography)
    return (signs, partial(_spaces, spacings=spacings)) if spacings else (signs,)


@lru_cache(1 << 14)  # Names and titles stand in many places, and after each edit anew.
def typeset(text: str, language: str | None) -> str:
    """Set a text that is all prose; what its author escaped stays as it is."""
    for rule in rules(language):
        [text] = edited([text], rule(text))
    return re.sub(f"{LEFT}(?=[{SIGNS}])", "", text) if LEFT in text else text


def _signs(text: str, typography: Typography) -> list[Edit]:
    prose = _prose(text)
    edits: list[Edit] = []
    if '"' in prose:
        edits += quotes(prose, typography)
    if "'" in prose:
        edits += apostrophes(prose, typography)
    if "..." in prose:
        edits += ellipses(prose)
    if "-" in prose:
        edits += dashes(prose, typography)
    return in_order(edits, text)


def _spaces(text: str, spacings: Sequence[Spacing]) -> list[Edit]:
    prose = _prose(text)
    return in_order((edit for rule in spacings for edit in rule(prose)), text)


def _prose(text: str) -> str:
    """Hide what is no prose behind signs that no rule changes."""
    for sign, pattern in _PATTERNS.items():
        if sign in text:
            text = pattern.sub(lambda found: OBJECT * len(found[0]), text)
    return text

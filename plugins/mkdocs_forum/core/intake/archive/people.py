"""Names of people on pages of the past, and how a file spells them."""

import re
from typing import Final

from mkdocs_forum.core.intake.archive.signs import (
    ARTICLES,
    BY,
    PARTICLES,
    begins_with_article,
    is_company,
    is_role,
)

_TITLE = re.compile(
    r"^(?:M|MM|Mr|Mrs|Ms|Mme|Mlle|Mmes|Dr|Pr|Me|Monsieur|Madame|Mademoiselle)\.?\s+"
)
_AND = re.compile(r"\s*(?:,|;|&|/|\+|\bet\b|\band\b)\s*(?:avec\s+|with\s+)?")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*")
LONGEST: Final = 60


def names(text: str) -> tuple[str, ...]:
    """Give the names in a line that holds nothing else, as files spell them."""
    if len(text) > LONGEST * 3:
        return ()
    parts = [part for part in _AND.split(_unopened(text)) if part]
    if len(parts) > 1 and any(map(is_company, parts)):
        return ()
    spelt = [_name(part) for part in parts]
    return tuple(name for name in spelt if name) if spelt and all(spelt) else ()


def first_names(text: str) -> tuple[tuple[str, ...], str]:
    """Give the names that a line begins with, and what stands behind them."""
    told = _unopened(text)
    for sign in (" - ", " – ", " — ", ", ", " (", " : ", " / "):
        before, found, rest = told.partition(sign)
        if found and (spelt := names(before)):
            return spelt, rest.strip(" ()[]")
    return (), ""


def is_opened(text: str) -> bool:
    """Whether a line says that it names who speaks: by words, or by the title of a person."""
    return _unopened(text) != text.strip()


def _unopened(text: str) -> str:
    told = text.strip(" .*:\u2013\u2014-")
    found = BY.match(told)
    told = told[found.end() :] if found else told
    return _TITLE.sub("", told)


def _name(text: str) -> str:
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > LONGEST or not all(map(_WORD.fullmatch, words)):
        return ""
    lowered = [word.lower() for word in words]
    if begins_with_article(text) or words[0].islower() or words[-1].islower():
        return ""
    if any(word.islower() and word not in PARTICLES for word in words):
        return ""
    if any(word in ARTICLES and word not in PARTICLES for word in lowered):
        return ""
    if is_role(text):
        return ""
    return _spelt(words)


def _spelt(words: list[str]) -> str:
    """Spell a name: first names first, and capitals for first letters alone."""
    surname = [word for word in words if word.isupper() and len(word) > 1]
    if surname and len(surname) < len(words) and words[: len(surname)] == surname:
        words = [*words[len(surname) :], *surname]
    return " ".join(map(_capitalised, words))


def _capitalised(word: str) -> str:
    if len(word) == 1 or not word.isupper() or word.endswith("."):
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)


def likeness(text: str, around: str) -> int:
    """Tell how much a line that may be a name looks like one.

    Arguments:
        text: The line.
        around: What stands near it, in which parts of a name may occur again.
    """
    words = text.split()
    surname = max((word for word in words), key=len).strip(".").lower()
    score = 3 if is_opened(text) else 0
    score += 2 if any(word.isupper() and len(word) > 2 for word in words) else 0
    score += 1 if len(words) <= 3 else 0
    score += 2 if surname in around.lower() else 0
    return score - (3 if is_company(text) else 0)

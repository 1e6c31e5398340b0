"""Words as a search compares them: without case, accents, ligatures and endings."""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Final

from babel import Locale, UnknownLocaleError
from snowballstemmer import algorithms, stemmer

from mkdocs_forum.core.words.slugs import LETTERS

_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
"""A word, or several that hyphens join."""
_HYPHEN = re.compile("[-‐‑]")
_PLURAL = re.compile(r"(?<=[^\W\d_]{3})[sx]$")
"""Sign of a plural that the rules of a language leave to short words."""
_MARKS = re.compile("[\u0300-\u036f]+")
LONGEST: Final = 40
"""Letters of a word at the most; what is longer is an address or a key, which nobody types."""
JOINED: Final = 3
"""Parts of a word with hyphens that are sought as one, at the most: “co-traitance”."""


def folded(text: str) -> str:
    """Give a text without case, accents and ligatures, as `search-words.js` does."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    return _MARKS.sub("", letters)


class Stems:
    """Takes the endings of words off, in one language."""

    def __init__(self, code: str) -> None:
        """Choose the language by its code; in one that isn't known, words stay whole."""
        name = _algorithm(code)
        self._stem = stemmer(name).stemWord if name else None
        self._known: dict[str, tuple[tuple[str, str], ...]] = {}

    def counted(self, text: str) -> dict[tuple[str, str], int]:
        """Count the words of a text: each as it is written, folded, with its stem."""
        counts: dict[tuple[str, str], int] = {}
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        known = self._known
        for word, count in Counter(_WORD.findall(text.lower())).items():
            for found in known[word] if word in known else self.of(word):
                counts[found] = counts.get(found, 0) + count
        return counts

    def of(self, word: str) -> tuple[tuple[str, str], ...]:
        """Give the forms of a word in small letters, each with its stem; several if hyphened."""
        if word not in self._known:
            parts = _HYPHEN.split(word)
            is_one = 1 < len(parts) <= JOINED and all(len(part) > 1 for part in parts)
            joined = ["".join(parts)] if is_one else []
            found = [self._pair(part) for part in (*parts, *joined) if len(part) <= LONGEST]
            # A letter alone was elided, or joins two words.
            self._known[word] = tuple(pair for pair in found if not _is_letter(pair[0]))
        return self._known[word]

    def _pair(self, word: str) -> tuple[str, str]:
        form = folded(word)
        stem = folded(self._stem(word)) if self._stem else form
        return form, _PLURAL.sub("", stem) or form


@cache
def stems_of(code: str) -> Stems:
    """Give what takes endings off in the language of a code."""
    return Stems(code)


def _is_letter(form: str) -> bool:
    return len(form) < 2 and form.isascii() and not form.isdigit()


def _algorithm(code: str) -> str | None:
    try:
        name = (Locale(code.split("-")[0]).english_name or "").lower()
    except (UnknownLocaleError, ValueError):
        return None
    return name if name in algorithms() else None

"""What a letter says to who gets it, around the words that are for readers."""

import re
from collections.abc import Iterator
from typing import Final

from mkdocs_forum.core.words.wordings import any_of

_GREETING = re.compile(
    rf"(?:{any_of(lambda mail: mail.greetings)})(?![\w'’-])"
    r"(?:\.|(?:[ \xa0][^\s,.!?:;]+){,6}\s*(?:[,!:–-]|\Z))\s*",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(rf"(?:{any_of(lambda mail: mail.introduced)})\s*[:.!…]*", re.IGNORECASE)
_ENCLOSED = re.compile(rf"(?<!\w)(?:{any_of(lambda mail: mail.enclosed)})(?!\w)", re.IGNORECASE)
_ASIDE = re.compile(rf"(?:{any_of(lambda mail: mail.asides)})", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?…])\s+|\n+")
_MARKS = re.compile(r"[*_\\]+")
_MOST_OPENING: Final = 3
"""Lines of a greeting and of what introduces a text."""
_MOST_WORDS: Final = 12
"""Words of a letter beside those that speak of what came with it, at the most."""
_LONGEST: Final = 200
"""Characters of a sentence that speaks of it."""


def opening(text: str) -> int:
    """Give the number of lines by which a letter greets and introduces the text below them."""
    lines = text.split("\n")
    end = 0
    for number in [number for number, line in enumerate(lines) if line.strip()][:_MOST_OPENING]:
        if not _opens(lines[number]):
            break
        end = number + 1
    return end


def _opens(line: str) -> bool:
    plain = _MARKS.sub("", line).strip()
    greeting = _GREETING.match(plain)
    rest = plain[greeting.end() :] if greeting else plain
    return bool(greeting and not rest) or bool(_INTRODUCED.fullmatch(rest))


def announces(text: str) -> bool:
    """Whether a letter says no more than that something came with it."""
    speaks, words = False, 0
    for sentence in _SENTENCES.split(text):
        if len(sentence) <= _LONGEST and _ENCLOSED.search(sentence):
            speaks = True
        elif not _is_aside(sentence):
            words += len(sentence.split())
    return speaks and words <= _MOST_WORDS


def asides(text: str) -> Iterator[str]:
    """Give the lines at the beginning and the end of a text that may be said to who gets it."""
    lines = [line for line in text.split("\n") if line.strip()]
    for number, line in enumerate(lines):
        is_outer = number < _MOST_OPENING or number >= len(lines) - _MOST_OPENING
        if is_outer and any(map(_is_aside, _SENTENCES.split(line))):
            yield line


def _is_aside(sentence: str) -> bool:
    return bool(_ASIDE.match(_MARKS.sub("", sentence).strip()))

"""Names of people as catalogues sort them: the family's before the one that was given."""

from dataclasses import dataclass
from itertools import takewhile

from mkdocs_forum.core.words.slugs import slugify


@dataclass(frozen=True)
class Name:
    """The name of an author."""

    family: str
    """The family's name, or the whole where nothing tells which part it is."""
    given: str = ""

    @property
    def sorted(self) -> str:
        """The name as indexes have it."""
        return f"{self.family}, {self.given}" if self.given else self.family


def parted(name: str) -> Name:
    """Part a name as its owner wrote it.

    A word in capitals is the family's name, as people write it to be clear: `Claire MARTIN`,
    `MARTIN Claire`. A word in small letters begins it: `Jean de La Fontaine`. Else it is the last.
    """
    family, comma, given = (part.strip() for part in name.partition(","))
    if comma:
        return Name(family or given, given if family else "")
    words = name.split()
    return _at(words, _start(words))


def _at(words: list[str], start: int) -> Name:
    if start < 0:
        return Name(" ".join(words[:-start]), " ".join(words[-start:]))
    return Name(" ".join(words[start:]), " ".join(words[:start]))


def _start(words: list[str]) -> int:
    """Give the number of the word that begins the family's name; below 0, it ends before that."""
    last = len(words) - 1
    loud = [_is_loud(word) for word in words]
    if not all(loud):
        if behind := len(list(takewhile(bool, reversed(loud)))):
            return len(words) - behind
        if before := len(list(takewhile(bool, loud))):
            return -before
    small = (number for number, word in enumerate(words) if number > 0 and word[0].islower())
    return min(next(small, last), max(last, 0))


def _is_loud(word: str) -> bool:
    """Whether a word is in capitals and is no initial."""
    return word.isupper() and sum(letter.isalpha() for letter in word) > 2


def index_letter(name: str) -> str:
    """Give the letter under which an index has a name; `#` where it begins with none of A to Z."""
    letter = slugify(name)[:1].upper()
    return letter if letter.isalpha() else "#"

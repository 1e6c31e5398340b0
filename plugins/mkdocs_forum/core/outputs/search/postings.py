"""On which pages each word stands, and how much it says of each."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from mkdocs_forum.core.outputs.search.documents import Document
from mkdocs_forum.core.words.stems import Stems, stems_of

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


Row = tuple[str, int, int, str, str]
"""A stem; the first document in which it stands, the last, the line behind the first; its forms."""


class _Field(NamedTuple):
    """How a word counts by its place (BM25F; Robertson and Zaragoza 2009, section 3.6).

    The usual length of a place is given, not counted: so what a word says of a page depends on that
    page alone, and an edit changes nothing but its own.
    """

    weight: float
    share: float
    """How much longer texts count less, from 0 to 1."""
    usual: int
    """Words of a text of the usual length."""


_TITLE: Final = _Field(8, 0.3, 6)
_NAMES: Final = _Field(3, 0.4, 16)
_TEXT: Final = _Field(1, 0.75, 300)
_ENOUGH: Final = 2
"""Occurrences after which more say little (k1 of BM25)."""


def weights(document: Document, stems: Stems) -> tuple[dict[str, int], set[tuple[str, str]]]:
    """Weigh the words of a document.

    Returns:
        What each stem says of it, from 1 to 35, and all forms of its words with their stems.
    """
    sums: defaultdict[str, float] = defaultdict(float)
    forms: set[tuple[str, str]] = set()
    fields = (
        (_TITLE, document.title),
        (_NAMES, "\n".join(document.names)),
        (_TEXT, document.text),
    )
    for place, text in fields:
        counts = stems.counted(text)
        forms.update(counts)
        length = 1 - place.share + place.share * sum(counts.values()) / place.usual
        for (_, stem), count in counts.items():
            sums[stem] += place.weight * count / length
    return {stem: max(1, round(35 * sum_ / (sum_ + _ENOUGH))) for stem, sum_ in sums.items()}, forms


class Postings:
    """The stems of documents with their forms, and the documents in which each stands."""

    def __init__(self) -> None:
        """Begin without any document."""
        self.documents: defaultdict[str, Numbers] = defaultdict(Numbers)
        """Documents by stem, each with its weight."""
        # Those that were joined stay one text: mostly the same stand in many rows.
        self._forms: defaultdict[str, set[str]] = defaultdict(set)

    def take(self, number: int, document: Document, language: str) -> None:
        """Take the words of a document.

        Arguments:
            number: Its number, greater than those before.
            document: The document.
            language: Code of its language.
        """
        found, forms = weights(document, stems_of(language))
        for form, stem in forms:
            self._forms[stem].add(form)
        for stem, weight in found.items():
            self.documents[stem].add(number, DIGITS[weight])

    def rows(self) -> list[Row]:
        """Give all that there is to know, to be joined with those of further documents."""
        return [
            (stem, *numbers.parts, " ".join(self.forms(stem)))
            for stem, numbers in self.documents.items()
        ]

    def forms(self, stem: str) -> list[str]:
        """Give the forms of a stem, in their order."""
        return sorted({form for joined in self._forms[stem] for form in joined.split(" ")})

    def join(self, start: int, rows: Iterable[Row]) -> None:
        """Take rows of documents that were counted from 0 on.

        Arguments:
            start: Number of the first of these documents.
            rows: The rows.
        """
        for stem, first, last, rest, forms in rows:
            self.documents[stem].extend(start + first, start + last, rest)
            self._forms[stem].add(forms)

    def shards(self, largest: int) -> Iterator[list[str]]:
        """Part the stems, in their order, so that their lines have about so many letters."""
        shard: list[str] = []
        size = 0
        for stem in sorted(self.documents):
            length = len(stem) + len(self.documents[stem])
            if shard and size + length > largest:
                yield shard
                shard, size = [], 0
            shard.append(stem)
            size += length
        if shard:
            yield shard


class Numbers:
    """Rising numbers, each written by how much it is greater than the one before, in base 36."""

    __slots__ = ("_first", "_last", "_written")

    def __init__(self) -> None:
        self._written, self._first, self._last = bytearray(), 0, 0

    def __len__(self) -> int:
        """Give how long the line is."""
        return len(self._written)

    @property
    def line(self) -> str:
        """All numbers, with spaces between them."""
        return self._written[1:].decode()

    @property
    def parts(self) -> tuple[int, int, str]:
        """The first number, the last, and what stands behind the first."""
        return self._first, self._last, self.line.removeprefix(based(self._first))

    def add(self, number: int, sign: str = "") -> None:
        """Add a number and what stands behind it."""
        self.extend(number, number, sign)

    def extend(self, first: int, last: int, rest: str) -> None:
        """Add numbers: the first, the last, and what stands behind the first."""
        if not self._written:
            self._first = first
        self._written += f" {based(first - self._last)}{rest}".encode()
        self._last = last


class Facet:
    """By what hits may be chosen: the documents of each value."""

    def __init__(self) -> None:
        self._values: defaultdict[str, Numbers] = defaultdict(Numbers)

    def take(self, number: int, values: Iterable[str]) -> None:
        """Take the values of a document."""
        for value in filter(None, values):
            self._values[value].add(number)

    def lines(self, names: Mapping[str, str]) -> list[list[str]]:
        """Give each value with its name and its documents, first those that have a name."""
        order = dict.fromkeys([*(name for name in names if name in self._values), *self._values])
        return [[value, names.get(value, value), self._values[value].line] for value in order]


def based(number: int) -> str:
    """Write a number in base 36."""
    if number < 36:
        return DIGITS[number]
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
    return digits

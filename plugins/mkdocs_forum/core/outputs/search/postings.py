"""On which pages each word stands, and how much it says of each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from mkdocs_forum.core.outputs.search.documents import Document
from mkdocs_forum.core.words.stems import Stems, stems_of

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


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
        for stem, count in _by_stem(counts).items():
            length = 1 - place.share + place.share * counts.total() / place.usual
            sums[stem] += place.weight * count / length
    return {stem: max(1, round(35 * sum_ / (sum_ + _ENOUGH))) for stem, sum_ in sums.items()}, forms


def _by_stem(counts: Mapping[tuple[str, str], int]) -> Counter[str]:
    found: Counter[str] = Counter()
    for (_, stem), count in counts.items():
        found[stem] += count
    return found


@dataclass
class Postings:
    """The stems of a site with their forms, and the documents in which each stands."""

    forms: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    lines: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Documents by stem: by how much the number of each is greater, in base 36, then its weight."""

    def shards(self, largest: int) -> Iterable[list[str]]:
        """Part the stems, in their order, so that their lines have about so many letters."""
        shard: list[str] = []
        size = 0
        for stem in sorted(self.lines):
            length = len(stem) + sum(map(len, self.lines[stem])) + len(self.lines[stem])
            if shard and size + length > largest:
                yield shard
                shard, size = [], 0
            shard.append(stem)
            size += length
        if shard:
            yield shard


def gather(documents: Iterable[Document], language: str) -> Postings:
    """Gather the words of documents.

    Arguments:
        documents: What may be found, in the order by which it is numbered.
        language: Code of the site's language.
    """
    postings = Postings()
    last: dict[str, int] = {}
    for number, document in enumerate(documents):
        found, forms = weights(document, stems_of(document.lang or language))
        for form, stem in forms:
            postings.forms[stem].add(form)
        for stem, weight in found.items():
            postings.lines[stem].append(based(number - last.get(stem, 0)) + DIGITS[weight])
            last[stem] = number
    return postings


def based(number: int) -> str:
    """Write a number in base 36."""
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
    return digits or "0"

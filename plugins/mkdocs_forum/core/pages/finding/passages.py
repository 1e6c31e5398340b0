"""The passage of a talk that a question is about: the paragraph before it that shares its words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from mkdocs_forum.core.html.pieces import Token, element
from mkdocs_forum.core.html.plain import plain
from mkdocs_forum.core.html.tree import Text, level_of
from mkdocs_forum.core.words.stems import Stems, folded

LONGEST: Final = 420
"""Letters of a passage at the most, save where a single sentence is longer."""
_FEWEST: Final = 2
"""Words that the passage and the question share at the least."""
_LEAST: Final = log(12)
"""What these have to say: that no more than a few paragraphs of the talk hold them."""
_SHORTEST: Final = 4
"""Letters of a word that says something."""
_SENTENCE: Final = re.compile(r"(?<=[.!?…]) (?=[^a-zà-ÿ])")


@dataclass(frozen=True)
class Passage:
    """A stretch of a talk."""

    words: str
    anchor: str
    """Identifier of the heading above it; nothing above the first one."""


@dataclass(frozen=True)
class _Paragraph:
    words: str
    anchor: str
    stems: frozenset[str]


@dataclass(frozen=True)
class Passages:
    """Knows the paragraphs of one talk, up to its questions."""

    paragraphs: Sequence[_Paragraph]
    stems: Stems
    common: frozenset[str]

    @classmethod
    def of(cls, text: Text, end: str, stems: Stems, common: Iterable[str] = ()) -> "Passages":
        """Read a talk.

        Arguments:
            text: Its text, as it is shown.
            end: Identifier of its first question, where the reading ends.
            stems: Takes the endings of words off in its language.
            common: Words of that language that don't say what a text is about.
        """
        left = frozenset(map(folded, common))
        found = (
            _Paragraph(words, anchor, _said(words, stems, left))
            for words, anchor in _paragraphs(text, end)
        )
        return cls(tuple(found), stems, left)

    def about(self, question: str) -> Passage | None:
        """Give the passage that shares most with a question, the nearest of those that do.

        Returns:
            Nothing if none shares two words that tell one paragraph from the others.
        """
        asked = self._said(question)
        held = Counter(stem for each in self.paragraphs for stem in each.stems & asked)
        weights = {stem: log((len(self.paragraphs) + 1) / count) for stem, count in held.items()}

        def weight(stems: frozenset[str]) -> float:
            return sum(weights[stem] for stem in sorted(stems & asked))

        likely = [each for each in self.paragraphs if len(each.stems & asked) >= _FEWEST]
        if not likely:
            return None
        best = max(reversed(likely), key=lambda each: round(weight(each.stems), 9))
        if weight(best.stems) < _LEAST:
            return None
        sentences = _SENTENCE.split(best.words)
        told = [weight(self._said(sentence)) for sentence in sentences]
        return Passage(_cut(sentences, told), best.anchor)

    def _said(self, words: str) -> frozenset[str]:
        return _said(words, self.stems, self.common)


def _cut(sentences: Sequence[str], told: Sequence[float]) -> str:
    """Give the sentences that say most, and those around them that fit: first what comes before."""
    start = max(range(len(sentences)), key=lambda place: (told[place], -place))
    end, length = start + 1, len(sentences[start])
    while start and length + len(sentences[start - 1]) < LONGEST:
        start -= 1
        length += len(sentences[start]) + 1
    while end < len(sentences) and length + len(sentences[end]) < LONGEST:
        length += len(sentences[end]) + 1
        end += 1
    words = " ".join(sentences[start:end])
    return f"{'… ' if start else ''}{words}{' …' if end < len(sentences) else ''}"


def _paragraphs(text: Text, end: str) -> Iterator[tuple[str, str]]:
    """Give the words of each paragraph before a place, with the heading above it."""
    stream, anchor = iter(text.tokens), ""
    for token in stream:
        if token.kind != "start":
            continue
        if token.get("id") == end:
            return
        if level_of(token):
            anchor = token.get("id")
        elif token.name == "p" and (words := _words(stream, token)):
            yield words, anchor


def _words(stream: Iterator[Token], first: Token) -> str:
    return plain(Text(tuple(element(stream, first))))


def _said(words: str, stems: Stems, common: frozenset[str]) -> frozenset[str]:
    """Give the words that say something, without their endings."""
    said = ((word, stem) for word, stem in stems.counted(words) if word not in common)
    return frozenset(stem for word, stem in said if len(word) >= _SHORTEST)

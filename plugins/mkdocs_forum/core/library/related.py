"""What resembles what: by the rare words that two texts share, and by their topics."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import log, sqrt
from typing import Final

RAREST: Final = 12
"""Words of a text by which others are sought: the rarest say most."""
MOST_SHARED: Final = 40
"""Texts that may share a word by which others are sought, which bounds the effort."""
TOPIC: Final = 0.15
"""What a topic in common counts beside the words, whose likeness is between 0 and 1."""


def related(
    words: Mapping[str, Collection[str]], topics: Mapping[str, Collection[str]], most: int
) -> dict[str, tuple[str, ...]]:
    """Give for each text those that resemble it most, the likest first.

    Arguments:
        words: The words of each text, by its identifier, without endings.
        topics: Its topics, likewise.
        most: How many are given at the most.

    Returns:
        Identifiers by identifier; of texts that are equally like the first ones in the order given.
    """
    holders: defaultdict[str, list[str]] = defaultdict(list)
    peers: defaultdict[str, list[str]] = defaultdict(list)
    for key, found in words.items():
        for word in sorted(found):
            holders[word].append(key)
        for topic in topics.get(key, ()):
            peers[topic].append(key)
    rarity = {word: log(1 + len(words) / len(keys)) for word, keys in holders.items()}
    length = {key: sqrt(sum(rarity[word] ** 2 for word in sorted(words[key]))) for key in words}
    order = {key: place for place, key in enumerate(words)}

    def likest(key: str) -> tuple[str, ...]:
        likeness: defaultdict[str, float] = defaultdict(float)
        for word in _rarest(words[key], holders):
            for other in holders[word]:
                likeness[other] += rarity[word] ** 2 / (length[key] * length[other])
        own = set(topics.get(key, ()))
        for other in _peers(own, peers, most):
            likeness[other] += 0
        for other in likeness:
            likeness[other] += TOPIC * len(own.intersection(topics.get(other, ())))
        likeness.pop(key, None)
        best = sorted(likeness, key=lambda other: (-round(likeness[other], 9), order[other]))
        return tuple(other for other in best[:most] if likeness[other] > 0)

    return {key: likest(key) for key in words}


def _rarest(found: Collection[str], holders: Mapping[str, Sequence[str]]) -> list[str]:
    """Give the rarest words of a text that others have, too."""
    shared = [word for word in found if 1 < len(holders[word]) <= MOST_SHARED]
    return sorted(shared, key=lambda word: (len(holders[word]), word))[:RAREST]


def _peers(own: Collection[str], peers: Mapping[str, Sequence[str]], most: int) -> list[str]:
    """Give some texts on the same topics, for those whose words nobody shares."""
    return [other for topic in sorted(own) for other in peers[topic][: 2 * most]]

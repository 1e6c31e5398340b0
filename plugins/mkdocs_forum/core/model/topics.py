"""Topics: words that entries share, however they are spelt."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_forum.core.faults.diagnostic import Location
from mkdocs_forum.core.words.slugs import slugify

LONGEST = 200
"""Characters of a topic that tell it from others."""
PLURAL = re.compile(r"(?<=[a-z]{3})[sx](?=-|$)")
"""Sign of a plural at the end of a word of a slug."""


@dataclass(frozen=True)
class Topic:
    """One topic under the spelling that most entries use."""

    slug: str
    name: str
    spellings: Mapping[str, tuple[Location, ...]]
    """Every spelling that occurs, and where."""


@lru_cache(1 << 12)  # Many texts name the same topics.
def topic_key(name: str) -> str:
    """Give what two spellings of a topic have in common: letters without case, accent or plural."""
    return PLURAL.sub("", slugify(name, longest=LONGEST))


def gather_topics(named: Iterable[tuple[str, Location]]) -> dict[str, Topic]:
    """Bring the spellings of each topic together.

    Arguments:
        named: Each mention of a topic with its place.

    Returns:
        The topics by key. The spelling that occurs most often names the topic; of several, the
        first in the alphabet.
    """
    spellings: dict[str, dict[str, list[Location]]] = {}
    for name, place in named:
        spellings.setdefault(topic_key(name), {}).setdefault(name, []).append(place)
    topics: dict[str, Topic] = {}
    slugs: set[str] = set()
    for key, places in spellings.items():
        counts = Counter({name: len(where) for name, where in places.items()})
        name = min(counts, key=lambda spelling: (-counts[spelling], spelling))
        # Long names may begin alike: of these the others are shown by their whole key.
        slug = slugify(name)
        slug = key if slug in slugs else slug
        slugs.add(slug)
        topics[key] = Topic(
            slug,
            name,
            {spelling: tuple(where) for spelling, where in places.items()},
        )
    return topics

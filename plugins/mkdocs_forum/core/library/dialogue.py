"""What answers to one question say of each other, seen from both ends."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from mkdocs_forum.core.library.library import Library


@dataclass(frozen=True)
class Dialogue:
    """The answers to which one speaks, and those that speak to it, by their identifiers."""

    replies_to: tuple[str, ...] = ()
    differs_from: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    """Answers that reply to it."""
    objections: tuple[str, ...] = ()
    """Answers that differ from it."""


def dialogues(library: Library) -> Mapping[str, Dialogue]:
    """Give the dialogue of each answer that has one; names that lead nowhere are left out."""
    replies, differing = {}, {}
    for key, answer in library.answers.items():
        meta = answer.meta
        if meta.replies_to:
            replies[key] = _there(key, meta.replies_to, library)
        if meta.differs_from:
            differing[key] = _there(key, meta.differs_from, library)
    replied, contested = _reversed(replies), _reversed(differing)
    return {
        key: Dialogue(
            replies.get(key, ()),
            differing.get(key, ()),
            tuple(replied.get(key, ())),
            tuple(contested.get(key, ())),
        )
        for key in {**replies, **differing, **replied, **contested}
    }


def named(answer: str, library: Library) -> Iterator[tuple[str, int, str]]:
    """Give each answer that one names: the key, the place in its list, the identifier."""
    meta = library.answers[answer].meta
    for key, slugs in (("replies_to", meta.replies_to), ("differs_from", meta.differs_from)):
        for number, slug in enumerate(slugs):
            yield key, number, f"{meta.question}/{slug}"


def _there(answer: str, slugs: Iterable[str], library: Library) -> tuple[str, ...]:
    question = library.answers[answer].meta.question
    keys = dict.fromkeys(f"{question}/{slug}" for slug in slugs)
    return tuple(key for key in keys if key in library.answers and key != answer)


def _reversed(named: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, others in named.items():
        for other in others:
            found.setdefault(other, []).append(key)
    return found

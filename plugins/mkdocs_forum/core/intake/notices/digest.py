"""A digest of the forum for its mailing list: what is new, what waits, who could answer.

What readers of digests complain of is their length, the newest at the end, and the same each time.
This one has a few lines of each kind, the newest first, and other waiting questions each time.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from mkdocs_forum.core.library.asking.answerers import Answerers
from mkdocs_forum.core.library.asking.promises import State, promises
from mkdocs_forum.core.library.asking.statistics import asked_on
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.outcomes import Status

MOST_ANSWERED: Final = 6
"""Questions with new answers that are told."""
MOST_WAITING: Final = 3
"""Questions without an answer that are told."""
MOST_ANSWERERS: Final = 2
"""Members who are named as those who could answer one question."""
MOST_PROMISED: Final = 2
"""Promised answers that are told."""
MOST_NAMES: Final = 3
"""Authors that are named for one question."""


@dataclass(frozen=True)
class Answered:
    """A question to which something was said."""

    question: str
    authors: tuple[str, ...]
    """Names of the members who answered, the newest first."""
    has_synthesis: bool
    """Whether a synthesis was published."""
    day: datetime.date
    """Day of the newest of it."""


@dataclass(frozen=True)
class Waiting:
    """A question without an answer."""

    question: str
    answerers: tuple[str, ...]
    """Names of the members who could answer."""
    is_new: bool
    """Whether it was asked since."""


@dataclass(frozen=True)
class Promised:
    """An answer that somebody promised, and that is still to come."""

    question: str
    name: str
    """Name of who promised it."""
    day: datetime.date
    is_overdue: bool


@dataclass(frozen=True)
class Digest:
    """What a digest tells."""

    since: datetime.date
    answered: tuple[Answered, ...]
    further: int
    """Questions with new answers that aren't told one by one."""
    promised: tuple[Promised, ...]
    """The next promises to keep, those first whose day has passed."""
    further_promises: int
    """Promises that aren't told one by one."""
    waiting: tuple[Waiting, ...]
    waiting_count: int
    """Questions that wait, all of them."""
    calls: tuple[str, ...]
    """Editions for which talks may be proposed, the next one first."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is new."""
        return not (self.answered or self.calls or any(each.is_new for each in self.waiting))


def digest(library: Library, since: datetime.date, today: datetime.date) -> Digest:
    """Choose what is told.

    Arguments:
        library: What is published.
        since: First day of which it tells.
        today: The day on which it is written.
    """
    answered = sorted(
        _answered(library, since, today), key=lambda each: (each.day, each.question), reverse=True
    )
    waiting = [key for key in library.questions if library.status(key) is Status.OPEN]
    asked = {key: day for key in waiting if (day := asked_on(key, library)) and day <= today}
    promised = list(_promised(library, today))
    # Who promised an answer isn't hurried by a search for others.
    awaited = {each.question for each in promised}
    free = {key: day for key, day in asked.items() if key not in awaited}
    answerers = Answerers(library)
    return Digest(
        since,
        tuple(answered[:MOST_ANSWERED]),
        max(0, len(answered) - MOST_ANSWERED),
        tuple(promised[:MOST_PROMISED]),
        max(0, len(promised) - MOST_PROMISED),
        tuple(
            Waiting(key, _names(_answerers(key, answerers), library), asked[key] >= since)
            for key in _chosen(free, since, today)
        ),
        len(asked),
        tuple(_calls(library, today)),
    )


def _promised(library: Library, today: datetime.date) -> Iterator[Promised]:
    """Give the promises that are still to be kept, by their days."""
    for each in promises(library, today):
        if each.state.is_awaited:
            (name,) = _names([each.member], library)
            yield Promised(each.question, name, each.day, each.state is State.OVERDUE)


def _answerers(question: str, answerers: Answerers) -> list[str]:
    """Give those who could answer and want to be told of it."""
    found = islice(answerers.to_tell(question), MOST_ANSWERERS)
    return [each.member for each in found]


def _answered(library: Library, since: datetime.date, today: datetime.date) -> Iterator[Answered]:
    for key in library.questions:
        answers = [library.answers[each].meta for each in library.answers_by_question.get(key, ())]
        new = sorted(
            (each for each in answers if since <= each.date <= today),
            key=lambda each: each.date,
            reverse=True,
        )
        outcome = library.outcomes.get(key)
        decided = (
            outcome.meta.date if outcome and library.status(key) is Status.SYNTHESISED else None
        )
        has_synthesis = decided is not None and since <= decided <= today
        days = [each.date for each in new] + ([decided] if decided and has_synthesis else [])
        if days:
            authors = tuple(dict.fromkeys(filter(None, (each.member for each in new))))
            yield Answered(key, _names(authors, library), has_synthesis, max(days))


def _names(slugs: Sequence[str], library: Library) -> tuple[str, ...]:
    members = library.members
    return tuple(members[slug].meta.name if slug in members else slug for slug in slugs)


def _chosen(
    asked: Mapping[str, datetime.date], since: datetime.date, today: datetime.date
) -> list[str]:
    """Choose new questions, then old ones, from another place in their row for each period."""
    new = sorted((key for key in asked if asked[key] >= since), key=lambda key: asked[key])
    old = sorted((key for key in asked if asked[key] < since), key=lambda key: (asked[key], key))
    left = MOST_WAITING - len(new[-MOST_WAITING:])
    period = since.toordinal() // max((today - since).days, 1)
    start = period * left % max(len(old), 1)
    return [*new[: -MOST_WAITING - 1 : -1], *[*old[start:], *old[:start]][:left]]


def _calls(library: Library, today: datetime.date) -> Iterator[str]:
    for edition in sorted(library.editions.values(), key=lambda each: each.meta.date):
        call = edition.meta.call
        is_open = call.closes is not None and today <= call.closes
        if is_open and (call.opens is None or call.opens <= today):
            yield edition.slug

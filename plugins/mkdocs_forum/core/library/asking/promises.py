"""Whom a question was put to, who promised to answer it by what day, and who did."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_forum.core.library.library import Library


class State(StrEnum):
    """Where a promise stands."""

    OVERDUE = "overdue"
    """Its day has passed without an answer."""
    DUE = "due"
    """Its day is still to come."""
    KEPT = "kept"
    """The answer is there."""
    LIFTED = "lifted"
    """The question isn't asked any more."""

    @property
    def is_awaited(self) -> bool:
        """Whether an answer is still to come."""
        return self in {State.OVERDUE, State.DUE}


@dataclass(frozen=True)
class Promise:
    """That somebody answers a question by a day."""

    question: str
    member: str
    day: datetime.date
    """Last day on which the answer is in time."""
    answered: datetime.date | None
    """Day on which the member first answered."""
    state: State


def promises(library: Library, today: datetime.date) -> list[Promise]:
    """Give all promises of a forum, those first whose day comes first."""
    found = (each for key in library.outcomes for each in promises_of(key, library, today))
    return sorted(found, key=lambda each: (each.day, each.question, each.member))


def promises_of(question: str, library: Library, today: datetime.date) -> Iterator[Promise]:
    """Give what was promised to one question, in the order of its file."""
    outcome = library.outcomes.get(question)
    if outcome is None or question not in library.questions:
        return
    answered = answered_by(question, library)
    takes_answers = library.status(question).takes_answers
    for member, day in outcome.meta.promised_by.items():
        given = answered.get(member)
        state = State.OVERDUE if day < today else State.DUE
        if given or not takes_answers:
            state = State.KEPT if given else State.LIFTED
        yield Promise(question, member, day, given, state)


def asked_of(question: str, library: Library) -> Mapping[str, datetime.date | None]:
    """Give those who were asked for an answer, and neither gave nor promised one.

    Returns:
        Their names, each with the day on which they were asked, if it is known.
    """
    outcome = library.outcomes.get(question)
    if outcome is None or question not in library.questions:
        return {}
    done = answered_by(question, library).keys() | outcome.meta.promised_by.keys()
    return {member: day for member, day in outcome.meta.asked_of.items() if member not in done}


def answered_by(question: str, library: Library) -> Mapping[str, datetime.date]:
    """Give those who answered a question, each with the day of the first answer."""
    found: dict[str, datetime.date] = {}
    for key in library.answers_by_question.get(question, ()):
        meta = library.answers[key].meta
        found[meta.author] = min(meta.date, found.get(meta.author, meta.date))
    return found

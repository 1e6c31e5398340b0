"""What happened in a forum, and when: what its readers follow."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_forum.core.model.notices import Notice
from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.outputs.contents import Contents


class EventKind(StrEnum):
    """What happened, in the order of what can happen on one day."""

    PRESENTED = "presented"
    """A talk was given, or announced."""
    ASKED = "asked"
    """A talk left a question open."""
    ANSWERED = "answered"
    """Somebody answered it."""
    UPDATED = "updated"
    """The author changed the answer."""
    RETAINED = "retained"
    """The asker or the organisers kept it."""
    DECIDED = "decided"
    """The organisers drew the answers together, closed the question, or noted something."""
    NOTICED = "noticed"
    """A talk or an answer got an erratum or a remark."""


_ORDER = {kind: number for number, kind in enumerate(EventKind)}


@dataclass(frozen=True)
class Event:
    """One thing that happened."""

    id: str
    """Its name for ever, made of the first names of what it is about."""
    kind: EventKind
    day: datetime.date
    talk: str
    question: str = ""
    """Identifier of the question, unless it is about a talk as a whole."""
    answer: str = ""
    """Identifier of the answer, if it is about one."""
    notice: int = 0
    """Place of the erratum or remark among those of its text."""


def events(contents: Contents) -> list[Event]:
    """Give all that happened, the newest first."""
    found = [*_of_talks(contents), *_of_answers(contents), *_of_outcomes(contents)]
    found += _of_notices(contents)
    found.sort(key=lambda event: (event.day, _ORDER[event.kind]))
    return found[::-1]


def _of_talks(contents: Contents) -> Iterator[Event]:
    library, names = contents.library, contents.names
    for slug, view in contents.views.talks.items():
        day = contents.days.published(library.talks[slug], view.date)
        if day is None:
            continue
        yield Event(f"talks/{names.talk(slug)}", EventKind.PRESENTED, day, slug)
        # Those of one day are read from the last to the first.
        for key in reversed(library.questions_by_talk.get(slug, ())):
            identifier = f"questions/{names.question(key)}"
            yield Event(identifier, EventKind.ASKED, day, slug, key)


def _of_answers(contents: Contents) -> Iterator[Event]:
    for key, answer in contents.library.answers.items():
        meta = answer.meta
        identifier = f"answers/{contents.names.answer(key)}"
        about = (meta.question.split("/")[0], meta.question, key)
        yield Event(identifier, EventKind.ANSWERED, meta.date, *about)
        if meta.updated:
            # Each change is an event of its own.
            name = f"{identifier}/updated/{meta.updated.isoformat()}"
            yield Event(name, EventKind.UPDATED, meta.updated, *about)
        if meta.retained:
            day = contents.days.kept(answer)
            yield Event(f"{identifier}/retained", EventKind.RETAINED, day, *about)


def _of_outcomes(contents: Contents) -> Iterator[Event]:
    outcomes = contents.library.outcomes
    for key in filter(outcomes.__contains__, contents.library.questions):
        outcome = outcomes[key]
        if outcome.meta.date:
            # A question that was synthesised may be closed later on.
            status = outcome.meta.status or Status.ANSWERED
            identifier = f"questions/{contents.names.question(key)}/{status}"
            yield Event(identifier, EventKind.DECIDED, outcome.meta.date, key.split("/")[0], key)


def _of_notices(contents: Contents) -> Iterator[Event]:
    library, names = contents.library, contents.names
    for slug, talk in library.talks.items():
        yield from _noticed(f"talks/{names.talk(slug)}", talk.meta.notice, slug)
    for key, answer in library.answers.items():
        question = answer.meta.question
        about = (question.split("/")[0], question, key)
        yield from _noticed(f"answers/{names.answer(key)}", answer.meta.notice, *about)


def _noticed(
    identifier: str, notices: Iterable[Notice], talk: str, question: str = "", answer: str = ""
) -> Iterator[Event]:
    seen: Counter[datetime.date] = Counter()
    for number, notice in enumerate(notices):
        day = notice.date
        seen[day] += 1
        # Several of one day are told apart by their order.
        further = f"/{seen[day]}" if seen[day] > 1 else ""
        name = f"{identifier}/notice/{day.isoformat()}{further}"
        yield Event(name, EventKind.NOTICED, day, talk, question, answer, number)

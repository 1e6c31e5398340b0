"""What became of the questions of a forum, in figures: by edition and by topic."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from mkdocs_forum.core.library.asking.promises import State, promises_of
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.outcomes import Status


@dataclass(frozen=True)
class Figures:
    """What became of some questions."""

    asked: int
    answered: int
    """With an answer at least."""
    synthesised: int
    """With a synthesis."""
    kept: int
    """With an answer that the asker or the organisers kept."""
    waiting: int
    """Without an answer, and still asked."""
    open_answered: int
    """With an answer, and without a decision of the organisers."""
    promised: int = 0
    """Answers that were promised."""
    promises_kept: int = 0
    """Of these, those that came."""
    promises_overdue: int = 0
    """Of these, those that didn't come by their day, and are still waited for."""
    median_days: int | None = None
    """Days to a first answer, for half of those that got one."""
    longest: str = ""
    """The question that waits longest."""
    longest_days: int = 0
    """Days since it was asked."""


@dataclass(frozen=True)
class Statistics:
    """The figures of a forum."""

    everything: Figures
    editions: Mapping[str, Figures]
    """By edition, the newest first; those without a question aren't there."""
    topics: Mapping[str, Figures]
    """By the key of a topic, those with most questions first."""


def statistics(library: Library, today: datetime.date) -> Statistics:
    """Count what became of the questions that were asked until a day."""
    asked = {
        key: day
        for key in library.questions
        if (day := asked_on(key, library)) is not None and day <= today
    }
    by_edition: dict[str, list[str]] = {}
    by_topic: dict[str, list[str]] = {}
    for key in asked:
        talk = library.talks[library.questions[key].talk]
        by_edition.setdefault(talk.meta.edition, []).append(key)
        for topic in library.topics_of(key):
            by_topic.setdefault(topic, []).append(key)
    newest_first = sorted(
        (slug for slug in by_edition if slug in library.editions),
        key=lambda slug: (library.editions[slug].meta.date, slug),
        reverse=True,
    )
    most_first = sorted(by_topic, key=lambda topic: (-len(by_topic[topic]), topic))
    return Statistics(
        _figures(asked, asked, library, today),
        {slug: _figures(by_edition[slug], asked, library, today) for slug in newest_first},
        {topic: _figures(by_topic[topic], asked, library, today) for topic in most_first},
    )


def asked_on(question: str, library: Library) -> datetime.date | None:
    """Tell on which day a question was asked: that of its talk, or of the edition."""
    talk = library.talks[library.questions[question].talk]
    edition = library.editions.get(talk.meta.edition)
    return talk.meta.date or (edition.meta.date if edition else None)


def _figures(
    keys: Iterable[str],
    asked: Mapping[str, datetime.date],
    library: Library,
    today: datetime.date,
) -> Figures:
    keys = list(keys)
    answers = {key: library.answers_by_question.get(key, ()) for key in keys}
    firsts = [
        (min(library.answers[each].meta.date for each in found) - asked[key]).days
        for key, found in answers.items()
        if found
    ]
    # Who answered before the day of the talk knew the question from its draft.
    days = [max(0, each) for each in firsts]
    waiting = [key for key in keys if library.status(key) is Status.OPEN]
    states = [each.state for key in keys for each in promises_of(key, library, today)]
    longest = min(waiting, key=lambda key: (asked[key], key), default="")
    return Figures(
        asked=len(keys),
        answered=len(firsts),
        synthesised=sum(library.status(key) is Status.SYNTHESISED for key in keys),
        kept=sum(any(library.answers[each].meta.retained for each in answers[key]) for key in keys),
        waiting=len(waiting),
        open_answered=sum(library.status(key) is Status.ANSWERED for key in keys),
        promised=len(states),
        promises_kept=states.count(State.KEPT),
        promises_overdue=states.count(State.OVERDUE),
        median_days=round(median(days)) if days else None,
        longest=longest,
        longest_days=(today - asked[longest]).days if longest else 0,
    )

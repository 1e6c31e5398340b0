"""The days of a forum: when a file came, when it last changed, when an answer was kept.

The repository's history tells them; where there is none, what the entries say of themselves. The
day on which a site is built never counts.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.kinds import Answer, Edition, Talk
from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.outcomes import Outcome
from mkdocs_forum.core.pages.indexes import MemberView, TopicView
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.views import AnswerView, EditionView, QuestionView, TalkView
from mkdocs_forum.core.reading.entry import Entry

_BESIDE: Final = frozenset({"previous", "next", "related"})
"""What a page names of others, and isn't made of."""


@dataclass(frozen=True)
class Days:
    """What is known of the days of a forum's files, by their paths."""

    today: datetime.date
    """Day of the build: nothing that is told happened later."""
    first: Mapping[str, datetime.date] = field(default_factory=dict)
    """Day on which each file came."""
    last: Mapping[str, datetime.date] = field(default_factory=dict)
    """Day of the last change of each file."""
    retained: Mapping[str, datetime.date] = field(default_factory=dict)
    """Day on which it was last told whether an answer is kept."""

    def changed(self, entries: Iterable[Entry[Meta]]) -> datetime.date | None:
        """Give the day of the last change of some entries, or nothing where none is known."""
        days = (self.last.get(entry.path) or told_day(entry.meta) for entry in entries)
        known = [min(day, self.today) for day in days if day]
        return max(known, default=None)

    def published(self, entry: Entry[Meta], day: datetime.date) -> datetime.date | None:
        """Give the day on which an entry could be read first.

        Arguments:
            entry: The entry.
            day: Day to which it belongs: that of a talk may be to come.

        Returns:
            That day, or the one on which its file came if it came earlier; nothing for what is
            to come and has no history.
        """
        known = min(day, self.first.get(entry.path, day))
        return known if known <= self.today else None

    def kept(self, answer: Entry[Answer]) -> datetime.date:
        """Give the day on which an answer was kept.

        Returns:
            The day on which its file said so first; that of the answer where the file came so.
        """
        written = answer.meta.updated or answer.meta.date
        told = self.retained.get(answer.path, written)
        came = self.first.get(answer.path, told)
        return max(told, written) if told > came else written


def told_day(meta: Meta) -> datetime.date | None:
    """Give the last day that an entry tells of itself."""
    match meta:
        case Answer():
            return max([meta.updated or meta.date, *_noticed(meta)])
        case Talk():
            return max((day for day in (meta.date, *_noticed(meta)) if day), default=None)
        case Outcome() | Edition():
            return meta.date
    return None


def _noticed(meta: Talk | Answer) -> list[datetime.date]:
    return [notice.date for notice in meta.notice]


def shown_entries(page: VirtualPage, library: Library) -> Iterator[Entry[Meta]]:
    """Give the entries that a page is made of."""
    if own := library.entries.get(page.source):
        yield own
    for name, value in page.variables.items():
        if name not in _BESIDE:
            for view in value if isinstance(value, list | tuple) else (value,):
                yield from _entries(view, library)


def question_entries(key: str, library: Library) -> Iterator[Entry[Meta]]:
    """Give the entries that say what became of a question; its talk while there are none."""
    answers = library.answers_by_question.get(key, ())
    if key in library.outcomes:
        yield library.outcomes[key]
    elif not answers:
        yield library.talks[library.questions[key].talk]
    yield from (library.answers[answer] for answer in answers)


def _entries(view: object, library: Library) -> Iterator[Entry[Meta]]:
    match view:
        case TalkView():
            yield library.talks[view.slug]
        case QuestionView():
            yield from question_entries(view.id, library)
        case AnswerView():
            yield library.answers[view.id]
        case EditionView():
            yield library.editions[view.slug]
        case MemberView():
            yield library.members[view.slug]
        case TopicView():
            yield from (library.talks[key] for key in library.talks_by_topic.get(view.key, ()))

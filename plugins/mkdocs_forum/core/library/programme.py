"""The programme of an edition: what takes place at what time, and where."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_forum.core.faults.diagnostic import Location
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.kinds import Edition, Talk
from mkdocs_forum.core.reading.entry import Entry

_DAY = 24 * 60
"""Minutes of a day."""


@dataclass(frozen=True)
class Item:
    """A talk, or what takes place beside the talks."""

    day: datetime.date
    start: str
    """Time of day as `14:30`; nothing if it isn't known."""
    minutes: int
    """How long it takes; 0 if that isn't known."""
    room: str | None
    title: str
    talk: Entry[Talk] | None
    """The talk, if it is one."""
    location: Location
    """Where the file says it."""

    @property
    def first(self) -> int:
        """The minute of the day at which it begins; that of midnight if it isn't known."""
        hour, _, minute = self.start.partition(":")
        return int(hour or 0) * 60 + int(minute or 0)

    @property
    def last(self) -> int:
        """The minute of the day before which it ends; it takes one at least."""
        return self.first + max(self.minutes, 1)

    @property
    def end(self) -> str:
        """Time of day at which it ends; nothing if that isn't known, or another day's."""
        last = self.first + self.minutes
        is_known = self.start and self.minutes and last < _DAY
        return f"{last // 60:02}:{last % 60:02}" if is_known else ""


def programme(library: Library, slug: str) -> tuple[Item, ...]:
    """Give the programme of an edition, in its order; talks whose time isn't known come last."""
    items = [*_talks(library, slug), *_slots(library.editions[slug])]
    return tuple(sorted(items, key=_place))


def _place(item: Item) -> tuple[object, ...]:
    return (0, item.day, item.start) if item.start else (1,)


def _talks(library: Library, slug: str) -> Iterator[Item]:
    day = library.editions[slug].meta.date
    for name in library.talks_by_edition.get(slug, ()):
        talk = library.talks[name]
        meta = talk.meta
        yield Item(
            day=meta.date or day,
            start=meta.start or "",
            minutes=meta.duration or 0,
            room=meta.room,
            title=meta.title,
            talk=talk,
            location=talk.source.locate("start"),
        )


def _slots(edition: Entry[Edition]) -> Iterator[Item]:
    for number, slot in enumerate(edition.meta.schedule):
        yield Item(
            day=slot.date or edition.meta.date,
            start=slot.start,
            minutes=slot.duration or 0,
            room=slot.room,
            title=slot.title,
            talk=None,
            location=edition.source.locate("schedule", number, "start"),
        )

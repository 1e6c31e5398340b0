"""The days of the editions as iCalendar (RFC 5545), with those of their calls."""

import datetime
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from mkdocs_forum.core.library.programme import programme
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.kinds import Edition
from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.words.language import N_

if TYPE_CHECKING:
    import icalendar

PRODUCT: Final = "-//mkdocs-forum//EN"
CALL: Final = {
    "opens": N_("First day for proposals"),
    "closes": N_("Last day for proposals"),
    "answer_by": N_("Answers to the proposals"),
    "programme": N_("Programme published"),
}
"""What takes place on each day of a call."""
_SUFFIXES: Final = {"closes": "call"}
"""What its event is called by, where that isn't the key: it was the first that calendars held."""
_REFRESH: Final = datetime.timedelta(days=1)
"""How often programs ask for the calendar that they subscribed to."""
_DAY: Final = datetime.timedelta(days=1)


def calendars(contents: Contents) -> Iterator[Output]:
    """Give the calendar of all editions and that of each; an empty one would be none."""
    addresses = Addresses(contents.settings)
    editions = sorted(contents.library.editions.values(), key=lambda each: each.meta.date)
    if editions:
        name = contents.settings.site_name
        days = [_parts(contents, edition) for edition in editions]
        yield Output(addresses.calendar(), partial(_calendar, contents, name, editions), days)
    for edition in editions:
        one = partial(_calendar, contents, edition.meta.title, [edition], with_times=True)
        talks = contents.library.talks_by_edition.get(edition.slug, ())
        told: list[object] = [
            [contents.parts.talk(talk), contents.days.changed([contents.library.talks[talk]])]
            for talk in talks
        ]
        made_of = [_parts(contents, edition), *told]
        yield Output(addresses.calendar(edition.slug), one, made_of)


def _parts(contents: Contents, edition: Entry[Edition]) -> list[object]:
    """Give of what the days of an edition are made."""
    return [contents.parts.edition(edition.slug), contents.days.changed([edition])]


def _calendar(
    contents: Contents, name: str, editions: Iterable[Entry[Edition]], *, with_times: bool = False
) -> str:
    # Reading the library takes as long as a hundred pages: only builds pay for it.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _REFRESH, parameters={"value": "DURATION"})
    for edition in editions:
        for event in _events(contents, edition):
            calendar.add_component(event)
        for talk in _talks(contents, edition) if with_times else ():
            calendar.add_component(talk)
    return str(calendar.to_ical(), "utf-8")


def _events(contents: Contents, edition: Entry[Edition]) -> Iterator["icalendar.Event"]:
    meta = edition.meta
    yield _event(contents, edition, "", meta.title, meta.date, meta.end_date or meta.date)
    for key, words in CALL.items():
        if day := getattr(meta.call, key):
            title = f"{contents.language.tell(words)}{contents.language.tell(': ')}{meta.title}"
            suffix = f"-{_SUFFIXES.get(key, key.replace('_', '-'))}"
            yield _event(contents, edition, suffix, title, day, day)


def _talks(contents: Contents, edition: Entry[Edition]) -> Iterator["icalendar.Event"]:
    """Give the talks whose time is known, in the time of the place, wherever the reader is."""
    from icalendar import Event

    for item in programme(contents.library, edition.slug):
        if not (item.talk and item.start):
            continue
        view = contents.views.talks[item.talk.slug]
        begins = datetime.datetime.combine(item.day, datetime.time.fromisoformat(item.start))
        event = Event()
        event.add("uid", f"{contents.names.talk(item.talk.slug)}@{_host(contents)}")
        event.add("dtstamp", _stamp(contents, [item.talk, edition], item.day))
        event.add("summary", f"{item.title} ({', '.join(each.name for each in view.speakers)})")
        event.add("dtstart", begins)
        if item.minutes:
            event.add("duration", datetime.timedelta(minutes=item.minutes))
        if place := ", ".join(filter(None, (item.room, edition.meta.place))):
            event.add("location", place)
        if contents.settings.site_url:
            event.add("url", contents.address(view.url))
        yield event


def _stamp(
    contents: Contents, entries: Iterable[Entry[Meta]], day: datetime.date
) -> datetime.datetime:
    """Tell when entries were last changed; where that isn't known, a day stands for it."""
    changed = contents.days.changed(entries) or day
    return datetime.datetime.combine(changed, datetime.time(), datetime.UTC)


def _host(contents: Contents) -> str:
    return urlsplit(contents.settings.site_url).hostname or "mkdocs-forum"


def _event(
    contents: Contents,
    edition: Entry[Edition],
    suffix: str,
    title: str,
    first: datetime.date,
    last: datetime.date,
) -> "icalendar.Event":
    """Give an event of whole days."""
    from icalendar import Event

    meta, settings = edition.meta, contents.settings
    event = Event()
    event.add("uid", f"{contents.names.edition(edition.slug)}{suffix}@{_host(contents)}")
    event.add("dtstamp", _stamp(contents, [edition], meta.date))
    event.add("summary", title)
    event.add("dtstart", first)
    event.add("dtend", last + _DAY)  # The first day after it.
    event.add("transp", "TRANSPARENT" if suffix else "OPAQUE")
    if meta.place and not suffix:
        event.add("location", meta.place)
    if meta.theme:
        event.add("description", meta.theme)
    if settings.site_url:
        event.add("url", contents.address(contents.views.editions[edition.slug].url))
    return event

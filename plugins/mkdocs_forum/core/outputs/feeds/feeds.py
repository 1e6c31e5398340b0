"""Atom feeds (RFC 4287): of the forum, of the open questions, and of each entry and topic.

An entry of a feed is an event. Its identifier is made of first names, so that a renamed file makes
no reader see it again; its day is the event's, never that of the build.
"""

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Final
from urllib.parse import urlsplit

from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.feeds.event_texts import EventTexts
from mkdocs_forum.core.outputs.feeds.events import Event, EventKind, events
from mkdocs_forum.core.outputs.parts import Part
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.words.language import N_

MOST: Final = 50
"""Entries of a feed at the most; all that ever happened stands in the forum's data."""
OPEN: Final = N_("Questions without an answer")
"""Title of the feed of the open questions."""
_SINCE: Final = "2026"
"""Year in the identifiers (RFC 4151): from then on the forum's host gives them."""
_REFUSED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML can't hold."""


@dataclass(frozen=True)
class _Feed:
    name: str
    """What its identifier ends with."""
    title: str
    url: str
    """Address of the page that shows the same, below the site's root."""
    target: str
    events: Sequence[Event]


def feeds(contents: Contents) -> Iterator[Output]:
    """Give every feed; none where the site's address isn't known."""
    if contents.settings.site_url:
        everything = events(contents)
        writer = _Writer(contents, everything)
        for feed in _feeds(contents, everything):
            yield Output(feed.target, partial(writer.feed, feed), writer.made_of(feed))


def _feeds(contents: Contents, everything: Sequence[Event]) -> Iterator[_Feed]:
    library, views, settings = contents.library, contents.views, contents.settings
    addresses, names, tell = Addresses(settings), contents.names, contents.language.tell
    groups = _grouped(contents, everything)

    def of(kind: str, name: str, view_title: str, url: str, slug: str, group: object) -> _Feed:
        title = f"{view_title} – {settings.site_name}"
        found = groups.get((kind, group), [])
        return _Feed(f"{kind}/{name}", title, url, addresses.feed(kind, slug), found)

    yield _Feed("forum", settings.site_name, "", addresses.feed(), everything)
    is_open = [
        event
        for event in everything
        if event.kind is EventKind.ASKED and library.status(event.question) is Status.OPEN
    ]
    board = addresses.url(addresses.board("open"))
    title = f"{tell(OPEN)} – {settings.site_name}"
    yield _Feed("open", title, board, addresses.open_feed(), is_open)
    for slug, edition in library.editions.items():
        url = views.editions[slug].url
        yield of("editions", names.edition(slug), edition.meta.title, url, slug, slug)
    for slug, talk in library.talks.items():
        url = views.talks[slug].url
        yield of("talks", names.talk(slug), talk.meta.title, url, slug, slug)
    for slug, member in library.members.items():
        url = views.members[slug].url
        yield of("members", names.member(slug), member.meta.name, url, slug, slug)
    for key, topic in library.topics.items():
        yield of("topics", topic.slug, topic.name, views.topics[key].url, topic.slug, key)


def _grouped(
    contents: Contents, everything: Iterable[Event]
) -> dict[tuple[str, object], list[Event]]:
    """Give the events of each entry and topic, the newest first."""
    groups: dict[tuple[str, object], list[Event]] = {}
    for event in everything:
        for group in _groups(contents, event):
            groups.setdefault(group, []).append(event)
    return groups


def _groups(contents: Contents, event: Event) -> Iterator[tuple[str, object]]:
    library = contents.library
    talk = library.talks[event.talk]
    yield "talks", event.talk
    yield "editions", talk.meta.edition
    by = library.answers[event.answer].meta.member if event.answer else None
    for member in dict.fromkeys([by, *talk.meta.speakers] if by else talk.meta.speakers):
        yield "members", member
    for topic in contents.topics_of(event.talk, event.question):
        yield "topics", topic


class _Writer:
    """Writes feeds; each of their entries once, however many feeds hold it."""

    def __init__(self, contents: Contents, everything: Sequence[Event]) -> None:
        self._contents, self._everything = contents, everything
        self._texts = EventTexts(contents)
        self._entries: dict[str, str] = {}
        host = urlsplit(contents.settings.site_url).hostname or ""
        self._tag: Callable[[str], str] = f"tag:{host},{_SINCE}:{{}}".format

    def made_of(self, feed: _Feed) -> object:
        """Give what a feed is made of."""
        told = [[event, self._parts(event)] for event in feed.events[:MOST]]
        return [feed.name, feed.title, feed.url, feed.target, self._day(feed), told]

    def _parts(self, event: Event) -> list[Part]:
        parts = self._contents.parts
        about = parts.question(event.question) if event.question else parts.talk(event.talk)
        return [about, parts.answer(event.answer)] if event.answer else [about]

    def _day(self, feed: _Feed) -> datetime.date:
        """Give the day of the last event; where there is none, that of the last of all."""
        newest = feed.events or self._everything
        return newest[0].day if newest else self._contents.settings.today

    def feed(self, feed: _Feed) -> str:
        settings = self._contents.settings
        day = self._day(feed)
        parts = [
            _element("title", escape(feed.title)),
            _element("id", escape(self._tag(feed.name))),
            _element("updated", _time(day)),
            self._link("self", feed.target),
            self._link("alternate", feed.url, type="text/html"),
            _author(settings.site_name),
            *map(self._entry, feed.events[:MOST]),
        ]
        space = {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": settings.language}
        return f'<?xml version="1.0" encoding="utf-8"?>\n{_element("feed", *parts, **space)}\n'

    def _entry(self, event: Event) -> str:
        if event.id not in self._entries:
            self._entries[event.id] = _REFUSED.sub("", self._written(event))
        return self._entries[event.id]

    def _written(self, event: Event) -> str:
        html = escape(self._texts.html(event), quote=False)
        return f"{self._begun(event)}{_element('content', html, type='html')}</entry>"

    def _begun(self, event: Event) -> str:
        """Write an entry up to its content."""
        text = self._texts.of(event)
        authors = text.authors or (self._contents.settings.site_name,)
        parts = [
            _element("title", escape(text.title)),
            _element("id", escape(self._tag(event.id))),
            _element("published", _time(event.day)),
            _element("updated", _time(event.day)),
            self._link("alternate", text.url, type="text/html"),
            *map(_author, authors),
            *(_element("category", term=slug, label=name) for slug, name in text.topics),
            _element("rights", escape(text.licence)) if text.licence else "",
        ]
        lang = f' xml:lang="{escape(text.lang)}"' if text.lang else ""
        return f"<entry{lang}>{''.join(parts)}"

    def _link(self, rel: str, url: str, **others: str) -> str:
        return _element("link", rel=rel, **others, href=self._contents.address(url))


def _element(name: str, *content: str, **attributes: str) -> str:
    """Give an element; its content is XML already."""
    told = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{told}>{''.join(content)}</{name}>"


def _author(name: str) -> str:
    return _element("author", _element("name", escape(name)))


def _time(day: datetime.date) -> str:
    """Write the beginning of a day; the forum knows no hours."""
    return f"{day.isoformat()}T00:00:00Z"

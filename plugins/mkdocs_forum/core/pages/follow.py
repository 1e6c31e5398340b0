"""The page that says how to follow the forum: its feeds, its calendar, its data."""

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.contexts import Context
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.views import Views
from mkdocs_forum.core.words.language import N_, Language

TITLE = N_("Follow the forum")


@dataclass(frozen=True)
class Followed:
    """What a reader may follow."""

    page: Link
    feed_url: str
    calendar_url: str = ""
    """Address of its calendar, if it has one."""


@dataclass(frozen=True)
class Follow(Context):
    """How to follow the forum."""

    forum_url: str
    """Address of the feed of all that happens."""
    open_url: str
    """Address of the feed of the questions without an answer."""
    calendar_url: str
    data_url: str
    editions: Sequence[Followed]
    topics: Sequence[Followed]


def follow_page(settings: Settings, views: Views) -> VirtualPage:
    """Give the page."""
    addresses, tell = Addresses(settings), Language(settings.language).tell
    newest_first = sorted(views.editions.values(), key=lambda item: item.date, reverse=True)
    by_name = sorted(views.topics.values(), key=lambda topic: topic.slug)
    return VirtualPage(
        source=addresses.follow(),
        kind="follow",
        title=tell(TITLE),
        description=tell("How to hear about new questions and answers"),
        derive=lambda: Follow(
            forum_url=addresses.feed(),
            open_url=addresses.open_feed(),
            calendar_url=addresses.calendar(),
            data_url=addresses.data(),
            editions=[
                Followed(
                    Link(edition.title, edition.url),
                    addresses.feed("editions", edition.slug),
                    addresses.calendar(edition.slug),
                )
                for edition in newest_first
            ],
            topics=[
                Followed(Link(topic.name, topic.url), addresses.feed("topics", topic.slug))
                for topic in by_name
            ],
        ),
    )

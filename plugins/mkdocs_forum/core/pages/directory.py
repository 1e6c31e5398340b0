"""The indexes of a forum: its members by name, trade and town, its topics by name."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.indexes import Link, MemberView, TopicView
from mkdocs_forum.core.pages.listing import Group, Tab
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.paging import paged, section_page
from mkdocs_forum.core.pages.views import Views
from mkdocs_forum.core.words.language import N_, Language
from mkdocs_forum.core.words.slugs import LONGEST, slugify

INDEXED: Final = 24
"""Items of a list from which on it has an index of letters."""
LARGEST: Final = 8
"""Topics that an index shows before all others."""


def member_indexes(settings: Settings, views: Views) -> Iterator[VirtualPage]:
    """Derive the pages that list all members: by name, by trade, by town."""
    yield from _Members(settings, views).pages()


@dataclass(frozen=True)
class _Members:
    settings: Settings
    views: Views

    def pages(self) -> Iterator[VirtualPage]:
        members = sorted(self.views.members.values(), key=_family)
        source = Addresses(self.settings).section("members")
        everybody = partial(
            contexts.Members, members, self._tabs(""), letters(members, source, self.settings)
        )
        root = section_page("members", N_("Members"), everybody, self.settings)
        yield from paged(root, {"members": len(members)}, self.settings)
        for order, (name, groups) in self._orders.items():
            yield VirtualPage(
                source=Addresses(self.settings).entry("members", self.settings.words[order]),
                kind="directory",
                title=f"{root.title} · {Language(self.settings.language).tell(name)}",
                derive=partial(contexts.Directory, groups, self._tabs(order)),
            )

    @property
    def _orders(self) -> dict[str, tuple[str, Sequence[Group]]]:
        """Give the orders in which there is something to see, by their words."""
        members = sorted(self.views.members.values(), key=_family)
        orders = {
            "trades": (N_("By trade"), _groups(members, lambda member: member.role)),
            "towns": (N_("By town"), _groups(members, lambda member: member.place)),
        }
        return {order: told for order, told in orders.items() if told[1]}

    def _tabs(self, current: str) -> list[Tab]:
        addresses, tell = Addresses(self.settings), Language(self.settings.language).tell
        names = Tab(
            tell("By name"),
            addresses.url(addresses.section("members")),
            len(self.views.members),
            is_current=not current,
        )
        others = [
            Tab(
                tell(name),
                addresses.url(addresses.entry("members", self.settings.words[order])),
                len(groups),
                is_current=order == current,
            )
            for order, (name, groups) in self._orders.items()
        ]
        return [names, *others] if others else []


def topic_index(settings: Settings, views: Views) -> Iterator[VirtualPage]:
    """Derive the pages that list all topics."""
    topics = sorted(views.topics.values(), key=lambda topic: topic.slug)
    has_index = len(topics) >= INDEXED
    listing = partial(
        contexts.Topics,
        topics,
        letters(topics, Addresses(settings).section("topics"), settings),
        sorted(topics, key=_size)[:LARGEST] if has_index else [],
    )
    root = section_page("topics", N_("Topics"), listing, settings)
    yield from paged(root, {"topics": len(topics)}, settings)


def letters(items: Sequence[MemberView | TopicView], source: str, settings: Settings) -> list[Link]:
    """Give where each letter of a list begins, which may be divided into several pages.

    Arguments:
        items: The items in the order of their letters.
        source: Source path of the first page of the list.
        settings: The options.
    """
    if len(items) < INDEXED:
        return []
    addresses, links = Addresses(settings), dict[str, Link]()
    for place, item in enumerate(items):
        if item.letter not in links:
            page = addresses.numbered(source, place // settings.page_size + 1)
            links[item.letter] = Link(item.letter, f"{addresses.url(page)}#{item.letter_id}")
    return list(links.values())


def _family(member: MemberView) -> tuple[bool, str]:
    # What an index has under `#` comes first, as it does in printed ones.
    name = slugify(member.sort_name, longest=LONGEST)
    return member.letter != "#", name


def _size(topic: TopicView) -> int:
    return -(topic.talk_count + topic.question_count + topic.member_count)


def _groups(
    members: Sequence[MemberView], what: Callable[[MemberView], str | None]
) -> tuple[Group, ...]:
    """Bring members together by what they say of themselves, however it is spelt."""
    joined: defaultdict[str, list[MemberView]] = defaultdict(list)
    for member in members:
        if key := slugify(what(member) or "", longest=LONGEST):
            joined[key].append(member)
    return tuple(
        Group(what(group[0]) or "", f"forum_{key}", tuple(group))
        for key, group in sorted(joined.items())
    )

"""The board of promises: who answers what, by when, and what was kept."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mkdocs_forum.core.library.asking.promises import State, asked_of, promises_of
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.contexts import Context
from mkdocs_forum.core.pages.indexes import MemberView
from mkdocs_forum.core.pages.listing import Tab
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.views import AskedView, PromiseView, QuestionView
from mkdocs_forum.core.words.language import N_, Language

TITLE: Final = N_("Promised answers")
_GROUPS: Final[Mapping[State, str]] = {
    State.OVERDUE: N_("Overdue"),
    State.DUE: N_("Still to come"),
    State.KEPT: N_("Kept promises"),
}
"""What is shown of the promises, in this order; those that nobody waits for any more are not."""


@dataclass(frozen=True)
class Promised:
    """A question and one promise to answer it."""

    question: QuestionView
    promise: PromiseView


@dataclass(frozen=True)
class PromiseGroup:
    """Promises that stand alike."""

    state: State
    title: str
    rows: Sequence[Promised]


@dataclass(frozen=True)
class PromiseBoard(Context):
    """Who answers what, by when."""

    tabs: Sequence[Tab]
    groups: Sequence[PromiseGroup]
    waiting_url: str
    """Address of the board of questions without an answer."""


def promise_board(
    questions: Sequence[QuestionView], tabs: Sequence[Tab], settings: Settings
) -> VirtualPage:
    """Give the page.

    Arguments:
        questions: All questions.
        tabs: The boards beside it.
        settings: The options.
    """
    addresses, tell = Addresses(settings), Language(settings.language).tell
    return VirtualPage(
        source=addresses.promises(),
        kind="promises",
        title=f"{tell('Questions')} · {tell(TITLE)}",
        description=tell("Who promised to answer which question, by when, and what was kept"),
        derive=lambda: PromiseBoard(
            tabs=tabs,
            groups=_groups(questions, tell),
            waiting_url=addresses.url(addresses.board("open")),
        ),
    )


def promise_views(
    question: str, library: Library, members: Mapping[str, MemberView], today: datetime.date
) -> tuple[PromiseView, ...]:
    """Give what was promised to a question."""
    return tuple(
        PromiseView(members[each.member], each.day, each.answered, each.state)
        for each in promises_of(question, library, today)
    )


def asked_views(
    question: str, library: Library, members: Mapping[str, MemberView]
) -> tuple[AskedView, ...]:
    """Give who was asked for an answer, and neither gave nor promised one."""
    return tuple(AskedView(members[slug], day) for slug, day in asked_of(question, library).items())


def _groups(questions: Sequence[QuestionView], tell: Callable[[str], str]) -> list[PromiseGroup]:
    rows = [Promised(question, each) for question in questions for each in question.promises]
    groups = []
    for state, title in _GROUPS.items():
        found = [row for row in rows if row.promise.state is state]
        # What comes first is seen to first; of what was kept, the last is news.
        found.sort(key=lambda row: row.promise.day, reverse=state is State.KEPT)
        if found:
            groups.append(PromiseGroup(state, tell(title), found))
    return groups

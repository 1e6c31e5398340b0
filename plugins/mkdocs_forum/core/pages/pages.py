"""The pages of a forum, derived from its library: where each stands and what it shows."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from mkdocs_forum.core.faults.catalogue.codes import codes_by_subject
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import BOARDS, Addresses
from mkdocs_forum.core.model.kinds import Status
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.contexts import Context
from mkdocs_forum.core.pages.follow import follow_page
from mkdocs_forum.core.pages.listing import Pager, Tab
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.views import Link, QuestionView, Views
from mkdocs_forum.core.words.language import N_, Language

BOARD_NAMES: Final = {
    "open": N_("Without an answer"),
    "unsettled": N_("Unsettled"),
    "answered": N_("Answered"),
    "synthesised": N_("With a synthesis"),
    "closed": N_("No longer asked"),
    "duplicate": N_("Duplicates"),
}
"""How each board of questions is called."""
HOME_ITEMS = 5
"""Items in each list of the home page."""
PROGRAMME_ITEMS = 100
"""Talks of its edition that the page of a talk offers at the most."""
RELATED = 5
"""Related questions shown at the most."""


def derive_pages(library: Library, settings: Settings, views: Views) -> Iterator[VirtualPage]:
    """Derive every page of a forum, in an order that depends on its content alone."""
    pages = _Pages(library, settings, views)
    yield pages.home()
    yield from pages.talks()
    yield from pages.questions()
    yield from pages.editions()
    yield from pages.members()
    yield from pages.topics()
    yield from pages.sessions()
    yield pages.contribute()
    yield pages.faults()
    yield follow_page(settings, views)


class _Pages:
    def __init__(self, library: Library, settings: Settings, views: Views) -> None:
        self._library, self._settings, self._views = library, settings, views
        self._addresses = Addresses(settings)
        self._language = Language(settings.language)
        self._boards = {name: self._on_board(name) for name in BOARDS}

    def home(self) -> VirtualPage:
        editions = sorted(self._views.editions.values(), key=lambda item: item.date)
        past = [edition for edition in editions if not edition.is_upcoming]
        upcoming = [edition for edition in editions if edition.is_upcoming]
        talks = [talk for talk in self._views.talks.values() if not talk.edition.is_upcoming]
        answers = sorted(self._views.answers.values(), key=lambda item: item.date, reverse=True)
        return VirtualPage(
            source="index.md",
            kind="home",
            context=contexts.Home(
                upcoming=upcoming[0] if upcoming else None,
                latest=past[-1] if past else None,
                talks=talks[: -HOME_ITEMS - 1 : -1],
                waiting=self._boards["open"][:HOME_ITEMS],
                answers=answers[:HOME_ITEMS],
                urls={
                    "waiting": self._addresses.url(self._addresses.board("open")),
                    **{
                        kind: self._addresses.url(self._addresses.section(kind))
                        for kind in self._settings.folders
                        if kind != "answers"
                    },
                },
            ),
            is_root=True,
        )

    def talks(self) -> Iterator[VirtualPage]:
        newest_first = sorted(
            self._views.talks.values(), key=lambda talk: talk.edition.date, reverse=True
        )
        root = self._root("talks", N_("Talks"), contexts.Talks(newest_first))
        yield from self._paged("talks", root)
        for programme in self._library.talks_by_edition.values():
            talks = [self._views.talks[slug] for slug in programme]
            for talk, before, after in zip(talks, [None, *talks], [*talks[1:], None], strict=False):
                yield VirtualPage(
                    source=self._addresses.entry("talks", talk.slug),
                    kind="talk",
                    title=talk.title,
                    subject=talk.slug,
                    description=talk.meta.summary,
                    context=contexts.Talk(talk, before, after, talks[:PROGRAMME_ITEMS]),
                )

    def questions(self) -> Iterator[VirtualPage]:
        # Those first that wait longest, then the others, the newest first.
        newest_first = sorted(
            self._views.questions.values(), key=lambda question: question.talk.date, reverse=True
        )
        others = [question for question in newest_first if question.status is not Status.OPEN]
        everything = [*self._boards["open"], *others]
        all_questions = self._root("questions", N_("Questions"), self._board(None, everything))
        yield from self._paged("questions", all_questions)
        for name, questions in self._boards.items():
            page = VirtualPage(
                source=self._addresses.board(name),
                kind="questions",
                title=f"{all_questions.title} · {self._language.tell(BOARD_NAMES[name])}",
                context=self._board(name, questions),
            )
            yield from self._paged("questions", page)
        for key, question in self._views.questions.items():
            answers = self._library.answers_by_question.get(key, ())
            yield VirtualPage(
                source=self._addresses.entry("questions", key),
                kind="question",
                title=question.title,
                subject=key,
                context=contexts.Question(
                    question=question,
                    synthesis=self._views.syntheses.get(key),
                    answers=[self._views.answers[answer] for answer in answers],
                    related=self._related(key),
                ),
            )

    def editions(self) -> Iterator[VirtualPage]:
        newest_first = sorted(
            self._views.editions.values(), key=lambda edition: edition.date, reverse=True
        )
        root = self._root("editions", N_("Editions"), contexts.Editions(newest_first))
        yield from self._paged("editions", root)
        for slug, edition in self._views.editions.items():
            page = VirtualPage(
                source=self._addresses.entry("editions", slug),
                kind="edition",
                title=edition.title,
                subject=slug,
                description=edition.meta.theme,
                context=contexts.Edition(edition, self._views.programmes[slug]),
            )
            yield from self._paged("programme", page)

    def members(self) -> Iterator[VirtualPage]:
        everybody = contexts.Members(list(self._views.members.values()))
        yield from self._paged("members", self._root("members", N_("Members"), everybody))
        for slug, member in self._views.members.items():
            talks = self._library.talks_by_speaker.get(slug, ())
            answers = self._library.answers_by_author.get(slug, ())
            page = VirtualPage(
                source=self._addresses.entry("members", slug),
                kind="member",
                title=member.name,
                subject=slug,
                description=member.role,
                context=contexts.Member(
                    member=member,
                    talks=[self._views.talks[talk] for talk in reversed(talks)],
                    answers=[self._views.answers[answer] for answer in reversed(answers)],
                ),
            )
            yield from self._paged("talks answers", page)

    def topics(self) -> Iterator[VirtualPage]:
        by_name = sorted(self._views.topics.values(), key=lambda topic: topic.slug)
        root = self._root("topics", N_("Topics"), contexts.Topics(by_name))
        yield from self._paged("topics", root)
        for key, topic in self._views.topics.items():
            talks = self._library.talks_by_topic.get(key, ())
            questions = self._library.questions_by_topic.get(key, ())
            members = self._library.members_by_topic.get(key, ())
            page = VirtualPage(
                source=self._addresses.entry("topics", topic.slug),
                kind="topic",
                title=topic.name,
                subject=key,
                context=contexts.Topic(
                    topic=topic,
                    talks=[self._views.talks[talk] for talk in talks],
                    questions=[self._views.questions[question] for question in questions],
                    members=[self._views.members[member] for member in members],
                ),
            )
            yield from self._paged("talks questions members", page)

    def sessions(self) -> Iterator[VirtualPage]:
        by_name = sorted(self._views.sessions.values(), key=lambda session: session.slug)
        root = self._root("sessions", N_("Sessions"), contexts.Sessions(by_name))
        # No section of its own: talks lead here.
        yield from self._paged("sessions", replace(root, is_root=False))
        for key, session in self._views.sessions.items():
            talks = [self._views.talks[talk] for talk in self._library.talks_by_session[key]]
            page = VirtualPage(
                source=self._addresses.entry("sessions", session.slug),
                kind="session",
                title=session.name,
                subject=key,
                context=contexts.Session(session, talks[::-1]),
            )
            yield from self._paged("talks", page)

    def contribute(self) -> VirtualPage:
        folders = {
            kind: f"{self._settings.docs_path}/{folder}"
            for kind, folder in self._settings.folders.items()
        }
        context = contexts.Contribute(
            folders=folders,
            repository=self._settings.repository,
            today=self._settings.today,
            waiting_url=self._addresses.url(self._addresses.board("open")),
            faults_url=self._addresses.url(self._addresses.guide("faults")),
        )
        return self._root("contribute", N_("Contribute"), context)

    def faults(self) -> VirtualPage:
        return VirtualPage(
            source=self._addresses.guide("faults"),
            kind="faults",
            title=self._language.tell("What the check tells"),
            description=self._language.tell("Every fault that the check can find"),
            context=contexts.Faults(codes_by_subject()),
        )

    def _root(self, kind: str, title: str, context: Context) -> VirtualPage:
        source = self._addresses.section(kind)
        return VirtualPage(source, kind, context, self._language.tell(title), is_root=True)

    def _board(self, name: str | None, questions: Sequence[QuestionView]) -> contexts.Board:
        section = self._addresses.url(self._addresses.section("questions"))
        everything = Tab(
            self._language.tell("All"), section, len(self._views.questions), name is None
        )
        tabs = [
            Tab(
                text=self._language.tell(BOARD_NAMES[other]),
                url=self._addresses.url(self._addresses.board(other)),
                count=len(found),
                is_current=other == name,
            )
            for other, found in self._boards.items()
        ]
        return contexts.Board(name, [everything, *tabs], questions)

    def _on_board(self, name: str) -> list[QuestionView]:
        """Give the questions of a board, those first that wait longest."""
        questions = sorted(self._views.questions.values(), key=lambda question: question.talk.date)
        if name == "unsettled":
            return [question for question in questions if question.is_unsettled]
        return [question for question in questions if question.status == name]

    def _related(self, key: str) -> list[QuestionView]:
        """Give the other questions of a talk, then those that share a topic."""
        siblings = self._library.questions_by_talk[self._library.questions[key].talk]
        near = [
            question
            for topic in self._library.topics_of(key)
            for question in self._library.questions_by_topic[topic][: 2 * RELATED]
        ]
        others = [other for other in dict.fromkeys([*siblings, *near]) if other != key]
        return [self._views.questions[other] for other in others[:RELATED]]

    def _paged(self, lists: str, page: VirtualPage) -> Iterator[VirtualPage]:
        """Divide a page into as many as its longest list needs, each with its part of the lists.

        Arguments:
            lists: Names of the lists of its context, with spaces between them.
            page: The page with its whole lists.
        """
        listing, size = page.context, self._settings.page_size
        assert isinstance(listing, contexts.Listing)
        whole = {name: page.variables[name] for name in lists.split()}
        count = max(1, *(math.ceil(len(items) / size) for items in whole.values()))
        sources = [self._addresses.numbered(page.source, number + 1) for number in range(count)]
        links = tuple(
            Link(str(number), self._addresses.url(source))
            for number, source in enumerate(sources, start=1)
        )
        for index, source in enumerate(sources):
            part = {name: items[index * size : (index + 1) * size] for name, items in whole.items()}
            yield replace(
                page,
                source=source,
                title=f"{page.title} – {index + 1}" if index else page.title,
                context=replace(listing, **part, pager=Pager(index + 1, links)),
                is_root=page.is_root and index == 0,
            )

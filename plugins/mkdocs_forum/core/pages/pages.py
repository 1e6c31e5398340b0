"""The pages of a forum, derived from its library: where each stands and what it shows."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from mkdocs_forum.core.faults.catalogue.families import families
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import BOARDS, Addresses
from mkdocs_forum.core.model.kinds import Status
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.listing import Pager, Tab
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
RELATED = 5
"""Related questions shown at the most."""


@dataclass(frozen=True)
class VirtualPage:
    """A page that the forum derives: of an entry's own file, or of nothing but the library."""

    source: str
    """Source path, as a link in Markdown would give it."""
    kind: str
    """What it shows; its template is `forum/<kind>.html`."""
    title: str | None = None
    """Its title as text; nothing where the site's name says it."""
    subject: str | None = None
    """Identifier of the entry or question that it shows."""
    description: str | None = None
    """What search engines may show of it."""
    context: Mapping[str, Any] = field(default_factory=dict)
    """What its template shows."""
    is_root: bool = False
    """Whether it is the start page of a section, which stands in the navigation."""

    @property
    def template(self) -> str:
        """Name of its template."""
        return f"forum/{self.kind}.html"


def derive_pages(library: Library, settings: Settings, views: Views) -> Iterator[VirtualPage]:
    """Derive every page of a forum, in an order that depends on its content alone."""
    pages = _Pages(library, settings, views)
    yield pages.home()
    yield from pages.talks()
    yield from pages.questions()
    yield from pages.editions()
    yield from pages.members()
    yield from pages.topics()
    yield pages.contribute()
    yield pages.faults()


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
            context={
                "upcoming": upcoming[0] if upcoming else None,
                "latest": past[-1] if past else None,
                "talks": talks[: -HOME_ITEMS - 1 : -1],
                "waiting": self._boards["open"][:HOME_ITEMS],
                "answers": answers[:HOME_ITEMS],
                "urls": {
                    "waiting": self._addresses.url(self._addresses.board("open")),
                    **{
                        kind: self._addresses.url(self._addresses.section(kind))
                        for kind in self._settings.folders
                        if kind != "answers"
                    },
                },
            },
            is_root=True,
        )

    def talks(self) -> Iterator[VirtualPage]:
        newest_first = sorted(
            self._views.talks.values(), key=lambda talk: talk.edition.date, reverse=True
        )
        yield from self._paged(
            self._root("talks", self._language.tell("Talks")), talks=newest_first
        )
        for programme in self._library.talks_by_edition.values():
            talks = [self._views.talks[slug] for slug in programme]
            for talk, before, after in zip(talks, [None, *talks], [*talks[1:], None], strict=False):
                yield VirtualPage(
                    source=self._addresses.entry("talks", talk.slug),
                    kind="talk",
                    title=talk.title,
                    subject=talk.slug,
                    description=talk.meta.summary,
                    context={"talk": talk, "previous": before, "next": after},
                )

    def questions(self) -> Iterator[VirtualPage]:
        # Those first that wait longest, then the others, the newest first.
        newest_first = sorted(
            self._views.questions.values(), key=lambda question: question.talk.date, reverse=True
        )
        others = [question for question in newest_first if question.status is not Status.OPEN]
        everything = [*self._boards["open"], *others]
        all_questions = self._root("questions", self._language.tell("Questions"))
        yield from self._board(all_questions, None, everything)
        for name, questions in self._boards.items():
            page = VirtualPage(
                source=self._addresses.board(name),
                kind="questions",
                title=f"{all_questions.title} · {self._language.tell(BOARD_NAMES[name])}",
            )
            yield from self._board(page, name, questions)
        for key, question in self._views.questions.items():
            answers = self._library.answers_by_question.get(key, ())
            yield VirtualPage(
                source=self._addresses.entry("questions", key),
                kind="question",
                title=question.title,
                subject=key,
                context={
                    "question": question,
                    "synthesis": self._views.syntheses.get(key),
                    "answers": [self._views.answers[answer] for answer in answers],
                    "related": self._related(key),
                },
            )

    def editions(self) -> Iterator[VirtualPage]:
        newest_first = sorted(
            self._views.editions.values(), key=lambda edition: edition.date, reverse=True
        )
        yield from self._paged(
            self._root("editions", self._language.tell("Editions")), editions=newest_first
        )
        for slug, edition in self._views.editions.items():
            page = VirtualPage(
                source=self._addresses.entry("editions", slug),
                kind="edition",
                title=edition.title,
                subject=slug,
                description=edition.meta.theme,
                context={"edition": edition},
            )
            programme = self._library.talks_by_edition.get(slug, ())
            yield from self._paged(page, talks=[self._views.talks[talk] for talk in programme])

    def members(self) -> Iterator[VirtualPage]:
        yield from self._paged(
            self._root("members", self._language.tell("Members")),
            members=list(self._views.members.values()),
        )
        for slug, member in self._views.members.items():
            page = VirtualPage(
                source=self._addresses.entry("members", slug),
                kind="member",
                title=member.name,
                subject=slug,
                description=member.role,
                context={"member": member},
            )
            talks = self._library.talks_by_speaker.get(slug, ())
            answers = self._library.answers_by_author.get(slug, ())
            yield from self._paged(
                page,
                talks=[self._views.talks[talk] for talk in reversed(talks)],
                answers=[self._views.answers[answer] for answer in reversed(answers)],
            )

    def topics(self) -> Iterator[VirtualPage]:
        by_name = sorted(self._views.topics.values(), key=lambda topic: topic.slug)
        yield from self._paged(self._root("topics", self._language.tell("Topics")), topics=by_name)
        for key, topic in self._views.topics.items():
            page = VirtualPage(
                source=self._addresses.entry("topics", topic.slug),
                kind="topic",
                title=topic.name,
                subject=key,
                context={"topic": topic},
            )
            talks = self._library.talks_by_topic.get(key, ())
            questions = self._library.questions_by_topic.get(key, ())
            members = self._library.members_by_topic.get(key, ())
            yield from self._paged(
                page,
                talks=[self._views.talks[talk] for talk in talks],
                questions=[self._views.questions[question] for question in questions],
                members=[self._views.members[member] for member in members],
            )

    def contribute(self) -> VirtualPage:
        folders = {
            kind: f"{self._settings.docs_path}/{folder}"
            for kind, folder in self._settings.folders.items()
        }
        page = self._root("contribute", self._language.tell("Contribute"))
        return replace(
            page,
            context={
                "folders": folders,
                "repository": self._settings.repository,
                "today": self._settings.today,
                "waiting_url": self._addresses.url(self._addresses.board("open")),
                "faults_url": self._addresses.url(self._addresses.guide("faults")),
            },
        )

    def faults(self) -> VirtualPage:
        return VirtualPage(
            source=self._addresses.guide("faults"),
            kind="faults",
            title=self._language.tell("What the check tells"),
            description=self._language.tell("Every fault that the check can find"),
            context={"families": families()},
        )

    def _root(self, kind: str, title: str) -> VirtualPage:
        return VirtualPage(self._addresses.section(kind), kind, title, is_root=True)

    def _board(
        self, page: VirtualPage, name: str | None, questions: Sequence[QuestionView]
    ) -> Iterator[VirtualPage]:
        folder = self._addresses.section("questions")
        tabs = [
            Tab(
                self._language.tell("All"),
                self._addresses.url(folder),
                len(self._views.questions),
                name is None,
            )
        ]
        for other, found in self._boards.items():
            url = self._addresses.url(self._addresses.board(other))
            tabs.append(
                Tab(self._language.tell(BOARD_NAMES[other]), url, len(found), other == name)
            )
        page = replace(page, context={"board": name, "tabs": tabs})
        yield from self._paged(page, questions=questions)

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

    def _paged(self, page: VirtualPage, **lists: Sequence[object]) -> Iterator[VirtualPage]:
        """Divide a page into as many as its longest list needs, each with its part of the lists."""
        size = self._settings.page_size
        count = max(1, *(math.ceil(len(items) / size) for items in lists.values()))
        sources = [self._addresses.numbered(page.source, number + 1) for number in range(count)]
        links = tuple(
            Link(str(number), self._addresses.url(source))
            for number, source in enumerate(sources, start=1)
        )
        for index, source in enumerate(sources):
            shown = {
                name: items[index * size : (index + 1) * size] for name, items in lists.items()
            }
            yield replace(
                page,
                source=source,
                title=f"{page.title} – {index + 1}" if index else page.title,
                context={**page.context, **shown, "pager": Pager(index + 1, links)},
                is_root=page.is_root and index == 0,
            )

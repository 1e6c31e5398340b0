"""The pages of a forum, derived from its library: where each stands and what it shows."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from mkdocs_forum.core.faults.catalogue.codes import codes_by_subject
from mkdocs_forum.core.library.keeping import Keep, make_anew
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.boards import BOARD_NAMES, board_tabs
from mkdocs_forum.core.pages.contexts import Context
from mkdocs_forum.core.pages.directory import member_indexes, topic_index
from mkdocs_forum.core.pages.finding.promises import promise_board
from mkdocs_forum.core.pages.follow import follow_page
from mkdocs_forum.core.pages.making.page_contexts import ContextMaker
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.paging import paged, section_page
from mkdocs_forum.core.pages.review.page import review_page
from mkdocs_forum.core.pages.views import Views
from mkdocs_forum.core.words.language import N_, Language

PROGRAMME_ITEMS = 100
"""Talks of its edition that the page of a talk offers at the most."""


def derive_pages(
    library: Library, settings: Settings, views: Views, keep: Keep = make_anew
) -> Iterator[VirtualPage]:
    """Derive every page of a forum, in an order that depends on its content alone."""
    pages = _Pages(library, settings, views, keep)
    yield pages.home()
    yield from pages.talks()
    yield from pages.questions()
    yield pages.promises()
    yield review_page(library, settings, views)
    yield from pages.editions()
    yield from member_indexes(settings, views)
    yield from pages.members()
    yield from topic_index(settings, views)
    yield from pages.topics()
    yield from pages.sessions()
    yield pages.contribute()
    yield pages.faults()
    yield follow_page(settings, views)


class _Pages:
    def __init__(self, library: Library, settings: Settings, views: Views, keep: Keep) -> None:
        self._library, self._settings, self._views = library, settings, views
        self._addresses = Addresses(settings)
        self._language = Language(settings.language)
        self._contexts = ContextMaker(library, settings, views, keep)

    def home(self) -> VirtualPage:
        return VirtualPage(source="index.md", kind="home", derive=self._contexts.home, is_root=True)

    def talks(self) -> Iterator[VirtualPage]:
        newest_first = sorted(
            self._contexts.originals, key=lambda talk: talk.edition.date, reverse=True
        )
        root = self._root("talks", N_("Talks"), partial(contexts.Talks, newest_first))
        yield from paged(root, {"talks": len(newest_first)}, self._settings)
        for programme in self._library.talks_by_edition.values():
            talks = [self._views.talks[slug] for slug in programme]
            for talk, before, after in zip(talks, [None, *talks], [*talks[1:], None], strict=False):
                context = contexts.Talk(talk, before, after, talks[:PROGRAMME_ITEMS])
                for slug in self._library.versions(talk.slug):
                    version = self._views.talks[slug]
                    yield VirtualPage(
                        source=self._addresses.entry("talks", slug),
                        kind="talk",
                        title=version.title,
                        subject=slug,
                        description=version.meta.summary,
                        derive=partial(self._contexts.talk, version, context),
                    )

    def questions(self) -> Iterator[VirtualPage]:
        # Those first that wait longest, then the others, the newest first.
        newest_first = sorted(
            self._views.questions.values(), key=lambda question: question.talk.date, reverse=True
        )
        others = [question for question in newest_first if question.status is not Status.OPEN]
        everything = [*self._contexts.boards["open"], *others]
        all_questions = self._root(
            "questions", N_("Questions"), partial(self._contexts.board, None, everything)
        )
        yield from paged(all_questions, {"questions": len(everything)}, self._settings)
        for name, questions in self._contexts.boards.items():
            page = VirtualPage(
                source=self._addresses.board(name),
                kind="questions",
                title=f"{all_questions.title} · {self._language.tell(BOARD_NAMES[name])}",
                derive=partial(self._contexts.board, name, questions),
            )
            yield from paged(page, {"questions": len(questions)}, self._settings)
        for key, question in self._views.questions.items():
            yield VirtualPage(
                source=self._addresses.entry("questions", key),
                kind="question",
                title=question.title,
                subject=key,
                derive=partial(self._contexts.question, question),
            )

    def promises(self) -> VirtualPage:
        tabs = board_tabs("promises", self._contexts.boards, self._settings)
        return promise_board(list(self._views.questions.values()), tabs, self._settings)

    def editions(self) -> Iterator[VirtualPage]:
        newest_first = sorted(
            self._views.editions.values(), key=lambda edition: edition.date, reverse=True
        )
        root = self._root("editions", N_("Editions"), partial(contexts.Editions, newest_first))
        yield from paged(root, {"editions": len(newest_first)}, self._settings)
        slugs = [edition.slug for edition in newest_first]
        after = dict(zip(slugs[1:], newest_first, strict=False))
        before = dict(zip(slugs, newest_first[1:], strict=False))
        for edition in self._views.editions.values():
            page = VirtualPage(
                source=self._addresses.entry("editions", edition.slug),
                kind="edition",
                title=edition.title,
                subject=edition.slug,
                description=edition.meta.theme,
                derive=partial(
                    self._contexts.edition,
                    edition,
                    before.get(edition.slug),
                    after.get(edition.slug),
                ),
            )
            lengths = {
                "programme": len(self._views.programmes[edition.slug]),
                "questions": edition.question_count,
            }
            yield from paged(page, lengths, self._settings)

    def members(self) -> Iterator[VirtualPage]:
        for slug, member in self._views.members.items():
            page = VirtualPage(
                source=self._addresses.entry("members", slug),
                kind="member",
                title=member.name,
                subject=slug,
                description=member.role,
                derive=partial(self._contexts.member, member),
            )
            lengths = {"talks": member.talk_count, "answers": member.answer_count}
            yield from paged(page, lengths, self._settings)

    def topics(self) -> Iterator[VirtualPage]:
        for key, topic in self._views.topics.items():
            page = VirtualPage(
                source=self._addresses.entry("topics", topic.slug),
                kind="topic",
                title=topic.name,
                subject=key,
                derive=partial(self._contexts.topic, topic),
            )
            lengths = {
                "talks": topic.talk_count,
                "questions": topic.question_count,
                "members": topic.member_count,
            }
            yield from paged(page, lengths, self._settings)

    def sessions(self) -> Iterator[VirtualPage]:
        by_name = sorted(self._views.sessions.values(), key=lambda session: session.slug)
        root = self._root("sessions", N_("Sessions"), partial(contexts.Sessions, by_name))
        # No section of its own: talks lead here.
        yield from paged(replace(root, is_root=False), {"sessions": len(by_name)}, self._settings)
        for key, session in self._views.sessions.items():
            page = VirtualPage(
                source=self._addresses.entry("sessions", session.slug),
                kind="session",
                title=session.name,
                subject=key,
                derive=partial(self._contexts.session, session),
            )
            yield from paged(page, {"talks": session.talk_count}, self._settings)

    def contribute(self) -> VirtualPage:
        context = partial(
            contexts.Contribute,
            folders=self._contexts.folders,
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
            title=self._language.tell("What the check reports"),
            description=self._language.tell("Every mistake that the check can find"),
            derive=lambda: contexts.Faults(codes_by_subject()),
        )

    def _root(self, kind: str, title: str, derive: Callable[[], Context]) -> VirtualPage:
        return section_page(kind, title, derive, self._settings)

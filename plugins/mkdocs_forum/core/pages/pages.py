"""The pages of a forum, derived from its library: where each stands and what it shows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial

from mkdocs_forum.core.faults.catalogue.codes import codes_by_subject
from mkdocs_forum.core.library.asking.promises import promises
from mkdocs_forum.core.library.keeping import Keep, make_anew
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.boards import BOARD_NAMES, board, board_tabs, sort_boards
from mkdocs_forum.core.pages.contexts import Context
from mkdocs_forum.core.pages.directory import member_indexes, topic_index
from mkdocs_forum.core.pages.finding.invitations import Invitations
from mkdocs_forum.core.pages.finding.promises import promise_board
from mkdocs_forum.core.pages.finding.waiting import waited
from mkdocs_forum.core.pages.finding.way_on import WayOn
from mkdocs_forum.core.pages.follow import follow_page
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.paging import paged, section_page
from mkdocs_forum.core.pages.review.page import review_page
from mkdocs_forum.core.pages.views import QuestionView, TalkView, Views
from mkdocs_forum.core.words.language import N_, Language

HOME_ITEMS = 5
"""Items in each list of the home page."""
HOME_ANSWERS = 3
"""Answers on the home page, each with its first words."""
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
        self._boards = sort_boards(views.questions)
        self._folders = {
            kind: f"{settings.docs_path}/{folder}" for kind, folder in settings.folders.items()
        }
        self._way_on = WayOn(library, views, settings, keep)
        self._invitations = Invitations(library, views, settings)

    def home(self) -> VirtualPage:
        return VirtualPage(source="index.md", kind="home", derive=self._home, is_root=True)

    def _home(self) -> contexts.Home:
        editions = sorted(self._views.editions.values(), key=lambda item: item.date)
        past = [edition for edition in editions if not edition.is_upcoming]
        upcoming = [edition for edition in editions if edition.is_upcoming]
        talks = [talk for talk in self._originals if not talk.edition.is_upcoming]
        answers = sorted(self._views.answers.values(), key=lambda item: item.date, reverse=True)
        waiting = self._boards["open"][:HOME_ITEMS]
        kinds = [kind for kind in self._settings.folders if kind != "answers"]
        return contexts.Home(
            upcoming=upcoming[0] if upcoming else None,
            latest=past[-1] if past else None,
            talks=talks[: -HOME_ITEMS - 1 : -1],
            waiting=waiting,
            open_count=len(self._boards["open"]),
            folders=self._folders,
            answers=answers[:HOME_ANSWERS],
            answerers={each.id: self._invitations.names(each) for each in waiting},
            waited={each.id: waited(each.talk.date, self._settings.today) for each in waiting},
            urls={
                "waiting": self._addresses.url(self._addresses.board("open")),
                **{kind: self._addresses.url(self._addresses.section(kind)) for kind in kinds},
            },
        )

    def talks(self) -> Iterator[VirtualPage]:
        newest_first = sorted(self._originals, key=lambda talk: talk.edition.date, reverse=True)
        root = self._root("talks", N_("Talks"), partial(contexts.Talks, newest_first))
        yield from paged("talks", root, self._settings)
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
                        derive=partial(self._talk, version, context),
                    )

    def _talk(self, talk: TalkView, context: contexts.Talk) -> contexts.Talk:
        """Give what the page of a talk shows, or of a translation at its place."""
        original = context.talk.slug
        named = dict.fromkeys((original, talk.slug))
        cited_by = dict.fromkeys(each for slug in named for each in self._way_on.to_talk(slug))
        return replace(
            context, talk=talk, related=self._way_on.talks(original), cited_by=list(cited_by)
        )

    @property
    def _originals(self) -> list[TalkView]:
        """The talks, each in the language in which it was written."""
        originals = self._library.originals
        return [talk for slug, talk in self._views.talks.items() if slug not in originals]

    def questions(self) -> Iterator[VirtualPage]:
        # Those first that wait longest, then the others, the newest first.
        newest_first = sorted(
            self._views.questions.values(), key=lambda question: question.talk.date, reverse=True
        )
        others = [question for question in newest_first if question.status is not Status.OPEN]
        everything = [*self._boards["open"], *others]
        all_questions = self._root(
            "questions", N_("Questions"), partial(self._board, None, everything)
        )
        yield from paged("questions", all_questions, self._settings)
        for name, questions in self._boards.items():
            page = VirtualPage(
                source=self._addresses.board(name),
                kind="questions",
                title=f"{all_questions.title} · {self._language.tell(BOARD_NAMES[name])}",
                derive=partial(self._board, name, questions),
            )
            yield from paged("questions", page, self._settings)
        for key, question in self._views.questions.items():
            yield VirtualPage(
                source=self._addresses.entry("questions", key),
                kind="question",
                title=question.title,
                subject=key,
                derive=partial(self._question, key, question),
            )

    def promises(self) -> VirtualPage:
        tabs = board_tabs("promises", self._boards, self._settings)
        return promise_board(list(self._views.questions.values()), tabs, self._settings)

    def _question(self, key: str, question: QuestionView) -> contexts.Question:
        keys = self._library.answers_by_question.get(key, ())
        answers = [self._views.answers[answer] for answer in keys]
        synthesis = self._views.syntheses.get(key)
        drawn = synthesis.date if question.status is Status.SYNTHESISED and synthesis else None
        return contexts.Question(
            question=question,
            synthesis=synthesis,
            answers=answers,
            related=self._way_on.questions(key),
            kept_count=sum(answer.is_retained for answer in answers),
            since_count=sum(answer.date > drawn for answer in answers) if drawn else 0,
            cited_by=self._way_on.to_question(key),
            invitation=self._invitations.to(question),
        )

    def editions(self) -> Iterator[VirtualPage]:
        newest_first = sorted(
            self._views.editions.values(), key=lambda edition: edition.date, reverse=True
        )
        root = self._root("editions", N_("Editions"), partial(contexts.Editions, newest_first))
        yield from paged("editions", root, self._settings)
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
                    contexts.Edition,
                    edition,
                    self._views.programmes[edition.slug],
                    self._asked_in(edition.slug),
                    previous=before.get(edition.slug),
                    next=after.get(edition.slug),
                ),
            )
            yield from paged("programme questions", page, self._settings)

    def members(self) -> Iterator[VirtualPage]:
        for slug, member in self._views.members.items():
            talks = self._library.talks_by_speaker.get(slug, ())
            answers = self._library.answers_by_author.get(slug, ())
            page = VirtualPage(
                source=self._addresses.entry("members", slug),
                kind="member",
                title=member.name,
                subject=slug,
                description=member.role,
                derive=partial(
                    contexts.Member,
                    member=member,
                    talks=[self._views.talks[talk] for talk in reversed(talks)],
                    answers=[self._views.answers[answer] for answer in reversed(answers)],
                    promised=self._promised.get(slug, ()),
                ),
            )
            yield from paged("talks answers", page, self._settings)

    def topics(self) -> Iterator[VirtualPage]:
        for key, topic in self._views.topics.items():
            talks = self._library.talks_by_topic.get(key, ())
            questions = self._library.questions_by_topic.get(key, ())
            members = self._library.members_by_topic.get(key, ())
            page = VirtualPage(
                source=self._addresses.entry("topics", topic.slug),
                kind="topic",
                title=topic.name,
                subject=key,
                derive=partial(
                    contexts.Topic,
                    topic=topic,
                    talks=[self._views.talks[talk] for talk in talks],
                    questions=[self._views.questions[question] for question in questions],
                    members=[self._views.members[member] for member in members],
                ),
            )
            yield from paged("talks questions members", page, self._settings)

    def sessions(self) -> Iterator[VirtualPage]:
        by_name = sorted(self._views.sessions.values(), key=lambda session: session.slug)
        root = self._root("sessions", N_("Sessions"), partial(contexts.Sessions, by_name))
        # No section of its own: talks lead here.
        yield from paged("sessions", replace(root, is_root=False), self._settings)
        for key, session in self._views.sessions.items():
            talks = [self._views.talks[talk] for talk in self._library.talks_by_session[key]]
            page = VirtualPage(
                source=self._addresses.entry("sessions", session.slug),
                kind="session",
                title=session.name,
                subject=key,
                derive=partial(contexts.Session, session, talks[::-1]),
            )
            yield from paged("talks", page, self._settings)

    def contribute(self) -> VirtualPage:
        context = partial(
            contexts.Contribute,
            folders=self._folders,
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

    def _board(self, name: str | None, questions: Sequence[QuestionView]) -> contexts.Board:
        return board(name, questions, self._boards, self._settings)

    @cached_property
    def _promised(self) -> Mapping[str, list[QuestionView]]:
        """The questions that wait for a member's answer, by member; what is due first is first."""
        found: dict[str, list[QuestionView]] = {}
        for each in promises(self._library, self._settings.today):
            if each.state.is_awaited:
                found.setdefault(each.member, []).append(self._views.questions[each.question])
        return found

    def _asked_in(self, edition: str) -> list[QuestionView]:
        talks = self._library.talks_by_edition.get(edition, ())
        keys = (key for talk in talks for key in self._library.questions_by_talk.get(talk, ()))
        return [self._views.questions[key] for key in keys]

"""What the template of each page is given, made of the library's views."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from mkdocs_forum.core.library.asking.promises import promises
from mkdocs_forum.core.library.keeping import Keep
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.boards import board, sort_boards
from mkdocs_forum.core.pages.finding.invitations import Invitations
from mkdocs_forum.core.pages.finding.waiting import waited
from mkdocs_forum.core.pages.finding.way_on import WayOn
from mkdocs_forum.core.pages.indexes import MemberView, SessionView, TopicView
from mkdocs_forum.core.pages.views import EditionView, QuestionView, TalkView, Views

HOME_ITEMS: Final = 5
"""Items in each list of the home page."""
HOME_ANSWERS: Final = 3
"""Answers on the home page, each with its first words."""


class ContextMaker:
    """Makes what templates are given, each when its page is shown."""

    def __init__(self, library: Library, settings: Settings, views: Views, keep: Keep) -> None:
        """Take what pages show.

        Arguments:
            library: All that is shown.
            settings: The options.
            views: The views of the library.
            keep: Keeps what is made of plain values alone.
        """
        self._library, self._settings, self._views = library, settings, views
        self._addresses = Addresses(settings)
        self.boards = sort_boards(views.questions)
        """The boards of questions."""
        self.folders = {
            kind: f"{settings.docs_path}/{folder}" for kind, folder in settings.folders.items()
        }
        """Path of the folder of each kind of entry in the repository."""
        self._way_on = WayOn(library, views, settings, keep)
        self._invitations = Invitations(library, views, settings)

    @property
    def originals(self) -> list[TalkView]:
        """The talks, each in the language in which it was written."""
        originals = self._library.originals
        return [talk for slug, talk in self._views.talks.items() if slug not in originals]

    def home(self) -> contexts.Home:
        """Give what the start page of the site shows."""
        editions = sorted(self._views.editions.values(), key=lambda item: item.date)
        past = [edition for edition in editions if not edition.is_upcoming]
        upcoming = [edition for edition in editions if edition.is_upcoming]
        talks = [talk for talk in self.originals if not talk.edition.is_upcoming]
        answers = sorted(self._views.answers.values(), key=lambda item: item.date, reverse=True)
        waiting = self.boards["open"][:HOME_ITEMS]
        kinds = [kind for kind in self._settings.folders if kind != "answers"]
        return contexts.Home(
            upcoming=upcoming[0] if upcoming else None,
            latest=past[-1] if past else None,
            talks=talks[: -HOME_ITEMS - 1 : -1],
            waiting=waiting,
            open_count=len(self.boards["open"]),
            folders=self.folders,
            answers=answers[:HOME_ANSWERS],
            answerers={each.id: self._invitations.names(each) for each in waiting},
            waited={each.id: waited(each.talk.date, self._settings.today) for each in waiting},
            urls={
                "waiting": self._addresses.url(self._addresses.board("open")),
                **{kind: self._addresses.url(self._addresses.section(kind)) for kind in kinds},
            },
        )

    def talk(self, talk: TalkView, context: contexts.Talk) -> contexts.Talk:
        """Give what the page of a talk shows, or of a translation at its place."""
        original = context.talk.slug
        named = dict.fromkeys((original, talk.slug))
        cited_by = dict.fromkeys(each for slug in named for each in self._way_on.to_talk(slug))
        return replace(
            context, talk=talk, related=self._way_on.talks(original), cited_by=list(cited_by)
        )

    def board(self, name: str | None, questions: Sequence[QuestionView]) -> contexts.Board:
        """Give what a board of questions shows."""
        return board(name, questions, self.boards, self._settings)

    def question(self, question: QuestionView) -> contexts.Question:
        """Give what the page of a question shows."""
        key = question.id
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

    def edition(
        self, edition: EditionView, before: EditionView | None, after: EditionView | None
    ) -> contexts.Edition:
        """Give what the page of an edition shows, which stands between two others."""
        library, slug = self._library, edition.slug
        asked = [
            self._views.questions[key]
            for talk in library.talks_by_edition.get(slug, ())
            for key in library.questions_by_talk.get(talk, ())
        ]
        programme = self._views.programmes[slug]
        return contexts.Edition(edition, programme, asked, previous=before, next=after)

    def member(self, member: MemberView) -> contexts.Member:
        """Give what the page of a member shows."""
        talks = self._library.talks_by_speaker.get(member.slug, ())
        answers = self._library.answers_by_author.get(member.slug, ())
        return contexts.Member(
            member=member,
            talks=[self._views.talks[talk] for talk in reversed(talks)],
            answers=[self._views.answers[answer] for answer in reversed(answers)],
            promised=self._promised.get(member.slug, ()),
        )

    def topic(self, topic: TopicView) -> contexts.Topic:
        """Give what the page of a topic shows."""
        library, views = self._library, self._views
        return contexts.Topic(
            topic=topic,
            talks=[views.talks[each] for each in library.talks_by_topic.get(topic.key, ())],
            questions=[
                views.questions[each] for each in library.questions_by_topic.get(topic.key, ())
            ],
            members=[views.members[each] for each in library.members_by_topic.get(topic.key, ())],
        )

    def session(self, session: SessionView) -> contexts.Session:
        """Give what the page of a kind of session shows."""
        talks = reversed(self._library.talks_by_session[session.key])
        return contexts.Session(session, [self._views.talks[talk] for talk in talks])

    @cached_property
    def _promised(self) -> Mapping[str, list[QuestionView]]:
        """The questions that wait for a member's answer, by member; what is due first is first."""
        found: dict[str, list[QuestionView]] = {}
        for each in promises(self._library, self._settings.today):
            if each.state.is_awaited:
                found.setdefault(each.member, []).append(self._views.questions[each.question])
        return found

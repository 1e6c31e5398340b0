"""From the library to what templates show of it."""

import datetime
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final
from urllib.parse import quote

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.programme import programme
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.kinds import Call, Publishable
from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.model.topics import topic_key
from mkdocs_forum.core.pages.finding.promises import asked_views, promise_views
from mkdocs_forum.core.pages.finding.translations import versions, worded, wordings
from mkdocs_forum.core.pages.indexes import Link, MemberView, SessionView, TopicView
from mkdocs_forum.core.pages.making.answers import AnswerMaker
from mkdocs_forum.core.pages.making.materials import material_views
from mkdocs_forum.core.pages.making.on_demand import OnDemand
from mkdocs_forum.core.pages.naming.set_words import SetWords
from mkdocs_forum.core.pages.views import (
    AnswerView,
    EditionView,
    ItemView,
    QuestionView,
    SynthesisView,
    TalkView,
    Views,
)
from mkdocs_forum.core.repository.forge import edit_url, history_url, new_answer_url
from mkdocs_forum.core.words.language import N_, Language

_SINGLE: Final[tuple[Publishable, ...]] = ("photo", "email", "fax")
"""What a member has one of at the most."""
_OUTCOMES = {
    Status.OPEN: N_("Note by the organisers"),
    Status.ANSWERED: N_("Note by the organisers"),
    Status.SYNTHESISED: N_("Synthesis"),
    Status.CLOSED: N_("Why this question is closed"),
    Status.DUPLICATE: N_("Note by the organisers"),
}


def make_views(library: Library, settings: Settings) -> Views:
    """Make the views of a library in which every relation leads somewhere."""
    maker = _Maker(library, settings)
    members = {slug: maker.member(slug) for slug in library.members}
    editions = {slug: maker.edition(slug) for slug in library.editions}
    talks = {slug: maker.talk(slug, editions, members) for slug in library.talks}
    questions = {key: maker.question(key, talks, members) for key in library.questions}
    return Views(
        topics={key: maker.topic(key) for key in library.topics},
        sessions={key: maker.session(key) for key in library.sessions},
        members=members,
        editions=editions,
        talks=talks,
        questions=questions,
        answers=OnDemand(library.answers, lambda key: maker.answer(key, questions, members)),
        programmes={slug: maker.programme(slug, talks) for slug in library.editions},
        syntheses={key: maker.synthesis(key, members) for key in library.outcomes},
        wordings=worded(library, talks, questions),
    )


class _Maker:
    def __init__(self, library: Library, settings: Settings) -> None:
        self._library, self._settings = library, settings
        self._addresses, self._set = Addresses(settings), SetWords(settings)
        self._answers = AnswerMaker(library, settings)
        self._narrower: dict[str, list[str]] = {}
        for key in library.topics:
            if broader := library.topic_pages.broader(key):
                self._narrower.setdefault(broader, []).append(key)

    def topic(self, key: str) -> TopicView:
        topic = self._library.topics[key]
        broader = self._library.topic_pages.broader(key) or ""
        return TopicView(
            key=key,
            slug=topic.slug,
            name=self._set(topic.name),
            url=self._url("topics", topic.slug),
            talk_count=len(self._library.talks_by_topic.get(key, ())),
            question_count=len(self._library.questions_by_topic.get(key, ())),
            member_count=len(self._library.members_by_topic.get(key, ())),
            also=tuple(map(self._set, self._library.topic_pages.also(key))),
            broader=self._topic_links.get(broader),
            narrower=tuple(self._topic_links[each] for each in self._narrower.get(key, ())),
        )

    def session(self, key: str) -> SessionView:
        session = self._library.sessions[key]
        return SessionView(
            key=key,
            slug=session.slug,
            name=self._set(session.name),
            url=self._url("sessions", session.slug),
            talk_count=len(self._library.talks_by_session[key]),
        )

    def member(self, slug: str) -> MemberView:
        member = self._library.members[slug]
        meta = member.meta
        photo, email, fax = (next(iter(meta.published(name)), None) for name in _SINGLE)
        phones, address = meta.published("phone"), meta.published("address")
        return MemberView(
            slug=slug,
            name=self._set(meta.name),
            sort_name=self._set(meta.parts.sorted),
            url=self._url("members", slug),
            company=self._set(meta.company),
            role=self._set(meta.role),
            place=self._set(meta.place),
            website=meta.website,
            photo=photo and f"{self._settings.folders['members']}/{photo}",
            email=email,
            phones=phones,
            fax=fax,
            address=address,
            vcard_url=quote(self._addresses.vcard(slug))
            if email or phones or fax or address
            else None,
            topics=self._topics(meta.topics),
            is_draft=meta.draft,
            talk_count=len(self._library.talks_by_speaker.get(slug, ())),
            answer_count=len(self._library.answers_by_author.get(slug, ())),
            edit_url=edit_url(member.path, self._settings),
        )

    def edition(self, slug: str) -> EditionView:
        edition = self._library.editions[slug]
        meta = edition.meta
        talks = self._library.talks_by_edition.get(slug, ())
        questions = [key for talk in talks for key in self._questions(talk)]
        return EditionView(
            slug=slug,
            title=self._set(meta.title),
            url=self._url("editions", slug),
            date=meta.date,
            meta=self._set.words(meta),
            print_url=self._addresses.url(self._addresses.output("editions", slug, "print")),
            proceedings_url=self._addresses.url(
                self._addresses.output("editions", slug, "proceedings")
            ),
            calendar_url=self._addresses.calendar(slug),
            pdf_url=self._pdf("editions", slug, "proceedings") if talks else None,
            epub_url=quote(self._addresses.epub(slug)) if talks and self._settings.epub else None,
            is_upcoming=(meta.end_date or meta.date) > self._settings.today,
            proposals_until=_open_until(meta.call, self._settings.today),
            has_times=bool(meta.schedule)
            or any(self._library.talks[talk].meta.start for talk in talks),
            is_draft=meta.draft,
            talk_count=len(talks),
            question_count=len(questions),
            open_count=self._open(questions),
            edit_url=edit_url(edition.path, self._settings),
        )

    def programme(self, slug: str, talks: Mapping[str, TalkView]) -> tuple[ItemView, ...]:
        return tuple(
            ItemView(
                day=item.day,
                start=item.start,
                end=item.end,
                room=self._set(item.room),
                title=self._set(item.title),
                talk=talks[item.talk.slug] if item.talk else None,
            )
            for item in programme(self._library, slug)
        )

    def talk(
        self, slug: str, editions: Mapping[str, EditionView], members: Mapping[str, MemberView]
    ) -> TalkView:
        talk = self._library.talks[slug]
        meta = talk.meta
        # What holds for a talk in all its languages is said where it was first written.
        first = self._library.talks[self._library.originals.get(slug, slug)].meta
        edition = editions[first.edition]
        questions = [question.id for question in self._library.asked(slug)]
        return TalkView(
            slug=slug,
            title=self._set(meta.title, meta.lang),
            url=self._url("talks", slug),
            print_url=self._addresses.url(self._addresses.output("talks", slug, "print")),
            pdf_url=self._pdf("talks", slug),
            lang=meta.lang,
            date=first.date or edition.date,
            meta=self._set.words(meta, meta.lang),
            notices=self._set.notices(meta.notice),
            materials=tuple(material_views(slug, meta.materials, self._settings)),
            session=self._session(first.session),
            edition=edition,
            speakers=tuple(members[speaker] for speaker in first.speakers),
            topics=self._topics(first.topics),
            licence=self._licence(meta.licence),
            versions=versions(slug, self._library, self._settings),
            is_draft=meta.draft,
            question_count=len(questions),
            open_count=self._open(questions),
            edit_url=edit_url(talk.path, self._settings),
            history_url=history_url(talk.path, self._settings),
        )

    def question(
        self, key: str, talks: Mapping[str, TalkView], members: Mapping[str, MemberView]
    ) -> QuestionView:
        question = self._library.questions[key]
        talk = talks[question.talk]
        outcome = self._library.outcomes.get(key)
        return QuestionView(
            id=key,
            slug=question.slug,
            title=self._set(question.title, talk.lang),
            url=self._url("questions", key),
            passage_url=f"{talk.url}#{question.slug}",
            answer_url=self._addresses.form("answer", key),
            forge_url=new_answer_url(key, self._settings),
            talk=talk,
            status=self._library.status(key),
            is_unsettled=self._library.is_unsettled(key),
            answer_count=len(self._library.answers_by_question.get(key, ())),
            topics=self._topics(
                (
                    *self._library.talks[question.talk].meta.topics,
                    *(outcome.meta.topics if outcome else ()),
                )
            ),
            duplicate_of=self._question_link(outcome.meta.duplicate_of if outcome else None),
            wordings=wordings(key, self._library, self._settings),
            asked_of=asked_views(key, self._library, members),
            promises=promise_views(key, self._library, members, self._settings.today),
        )

    def answer(
        self, key: str, questions: Mapping[str, QuestionView], members: Mapping[str, MemberView]
    ) -> AnswerView:
        meta = self._library.answers[key].meta
        author = members[meta.member] if meta.member else None
        licence = self._licence(meta.licence)
        return self._answers.view(key, questions[meta.question], author, licence)

    def synthesis(self, key: str, members: Mapping[str, MemberView]) -> SynthesisView:
        outcome = self._library.outcomes[key]
        return SynthesisView(
            title=Language(self._settings.language).tell(_OUTCOMES[self._library.status(key)]),
            status=self._library.status(key),
            author=members[outcome.meta.by] if outcome.meta.by else None,
            date=outcome.meta.date,
            edit_url=edit_url(outcome.path, self._settings),
        )

    def _licence(self, licence: str | None) -> str | None:
        """Give a licence of a text's own; what holds for all texts is told once for the site."""
        return None if licence == self._settings.licence else self._set(licence)

    def _questions(self, talk: str) -> tuple[str, ...]:
        return self._library.questions_by_talk.get(talk, ())

    def _open(self, questions: Iterable[str]) -> int:
        return sum(self._library.status(key) is Status.OPEN for key in questions)

    def _question_link(self, key: str | None) -> Link | None:
        question = self._library.questions.get(key) if key else None
        if question is None:
            return None
        lang = self._library.talks[question.talk].meta.lang
        return Link(self._set(question.title, lang), self._url("questions", question.id), lang)

    def _topics(self, names: Iterable[str]) -> tuple[Link, ...]:
        keys = dict.fromkeys(map(self._library.topic_pages.key, names))
        return tuple(self._topic_links[key] for key in keys)

    @cached_property
    def _topic_links(self) -> Mapping[str, Link]:
        return {
            key: Link(self._set(topic.name), self._url("topics", topic.slug))
            for key, topic in self._library.topics.items()
        }

    def _session(self, name: str | None) -> Link | None:
        """Link a session as its talk names it; one without a letter has no page."""
        session = self._library.sessions.get(topic_key(name)) if name else None
        return Link(self._set(name or ""), self._url("sessions", session.slug)) if session else None

    def _url(self, kind: str, slug: str) -> str:
        return self._addresses.url(self._addresses.entry(kind, slug))

    def _pdf(self, kind: str, slug: str, word: str = "") -> str | None:
        return quote(self._addresses.pdf(kind, slug, word)) if self._settings.pdf else None


def _open_until(call: Call, today: datetime.date) -> datetime.date | None:
    is_open = call.closes and (call.opens or today) <= today <= call.closes
    return call.closes if is_open else None

"""The library: all entries of a forum with their indexes, in which relations are found."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from mkdocs_forum.core.faults.diagnostic import Location
from mkdocs_forum.core.library.former_names import former_names
from mkdocs_forum.core.library.topic_pages import TopicPages, topic_pages
from mkdocs_forum.core.library.translations import originals, shared
from mkdocs_forum.core.model.introductions import Introduction, TopicPage
from mkdocs_forum.core.model.kinds import Answer, Edition, Member, Talk
from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.outcomes import Outcome, Status
from mkdocs_forum.core.model.topics import Topic, gather_topics, topic_key
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.reading.questions.scan import Question
from mkdocs_forum.core.words.slugs import slugify

Index = Mapping[str, tuple[str, ...]]
"""Identifiers that belong to an identifier, in their order."""

Shown = Entry[Edition] | Entry[Talk] | Entry[Member] | Entry[Introduction]
"""An entry whose file is a page."""

M = TypeVar("M", bound=Meta)


@dataclass(frozen=True)
class Library:
    """All entries of a forum by their identifiers, and the indexes over them."""

    editions: Mapping[str, Entry[Edition]]
    talks: Mapping[str, Entry[Talk]]
    """In the order of the editions' programmes."""
    questions: Mapping[str, Question]
    """By `talk/question`, in the order of the talks and of their lists."""
    answers: Mapping[str, Entry[Answer]]
    """By `talk/question/answer`, in the order of their dates."""
    outcomes: Mapping[str, Entry[Outcome]]
    """By the identifier of the question."""
    members: Mapping[str, Entry[Member]]
    """In the alphabetical order of their names."""
    topics: Mapping[str, Topic]
    """By what their spellings have in common."""
    sessions: Mapping[str, Topic]
    """Kinds of session, by what their spellings have in common."""

    talks_by_edition: Index
    talks_by_speaker: Index
    talks_by_topic: Index
    talks_by_session: Index
    questions_by_talk: Index
    questions_by_topic: Index
    answers_by_question: Index
    """Kept ones first."""
    answers_by_author: Index
    members_by_topic: Index

    originals: Mapping[str, str] = field(default_factory=dict)
    """The talk of which each translation is one, by the translation."""
    wordings: Mapping[str, tuple[Question, ...]] = field(default_factory=dict)
    """How each translation words the questions of its talk, with their identifiers."""
    strays: tuple[Question, ...] = ()
    """What translations ask that their talks don't."""
    introductions: Mapping[str, Entry[Introduction]] = field(default_factory=dict)
    """Texts above pages of the forum, by path."""
    topic_pages: TopicPages = field(default_factory=TopicPages)
    """What the files of topics say."""

    @cached_property
    def entries(self) -> Mapping[str, Entry[Meta]]:
        """Every entry, by path."""
        entries: list[Entry[Meta]] = [*self.pages.values(), *self.answers.values()]
        entries += self.outcomes.values()
        return {entry.path: entry for entry in entries}

    @cached_property
    def pages(self) -> Mapping[str, Shown]:
        """The entries whose files are pages, by path."""
        entries: list[Shown] = [*self.editions.values(), *self.talks.values()]
        entries += [*self.members.values(), *self.introductions.values()]
        return {entry.path: entry for entry in entries}

    @cached_property
    def former_names(self) -> Mapping[str, Mapping[str, str]]:
        """The present names of editions and members by their former ones, by their kinds."""
        entries: Mapping[str, Iterable[Entry[Edition] | Entry[Member]]] = {
            "editions": self.editions.values(),
            "members": self.members.values(),
        }
        return {
            kind: {former: entry.slug for entry in found for former in former_names(entry)}
            for kind, found in entries.items()
        }

    @cached_property
    def former_questions(self) -> Mapping[str, str]:
        """The present identifier of each question by its former ones.

        An identifier holds the name of its talk: with that it changes, too.
        """
        found: dict[str, str] = {}
        for talk in self.talks.values():
            present = {question.slug: question.id for question in self.asked(talk.slug)}
            names = dict(present)
            if talk.slug in self.originals:
                found |= {f"{talk.slug}/{name}": key for name, key in present.items()}
            for former, name in talk.meta.question_aliases.items():
                if name in present:
                    names.setdefault(former, present[name])
                    found.setdefault(f"{talk.slug}/{former}", present[name])
            for former in former_names(talk):
                for name, key in names.items():
                    found.setdefault(f"{former}/{name}", key)
        return found

    def asked(self, talk: str) -> list[Question]:
        """Give the questions of a talk, in its own words."""
        if talk in self.wordings:
            return list(self.wordings[talk])
        return [self.questions[key] for key in self.questions_by_talk.get(talk, ())]

    def versions(self, talk: str) -> tuple[str, ...]:
        """Give a talk in all its languages: what it was written in comes first."""
        original = self.originals.get(talk, talk)
        return (original, *self._translations.get(original, ()))

    @cached_property
    def _translations(self) -> Index:
        return _index((original, slug) for slug, original in self.originals.items())

    def status(self, question: str) -> Status:
        """Tell where a question stands: what its outcome says, else by its answers."""
        outcome = self.outcomes.get(question)
        if outcome and outcome.meta.status:
            return Status(outcome.meta.status)
        return Status.ANSWERED if self.answers_by_question.get(question) else Status.OPEN

    def decision(self, question: str) -> Entry[Outcome] | None:
        """Give what was decided or said of a question; who was asked or promised is neither."""
        outcome = self.outcomes.get(question)
        return outcome if outcome and (outcome.meta.status or outcome.body.strip()) else None

    def is_unsettled(self, question: str) -> bool:
        """Whether a question has neither a conclusion nor an answer that was kept."""
        answers = self.answers_by_question.get(question, ())
        kept = any(self.answers[answer].meta.retained for answer in answers)
        return self.status(question) in {Status.OPEN, Status.ANSWERED} and not kept

    def topics_of(self, question: str) -> tuple[str, ...]:
        """Give the keys of a question's topics: its talk's, then its own."""
        named = self.talks[self.questions[question].talk].meta.topics
        if outcome := self.outcomes.get(question):
            named += outcome.meta.topics
        return tuple(dict.fromkeys(map(self.topic_pages.key, named)))


def build(entries: Iterable[Entry[Meta]], questions: Iterable[Question]) -> Library:
    """Put entries and questions into a library.

    Of two with one identifier the first stays. Relations to what isn't there are kept as they
    are: the indexes just don't lead anywhere from them.
    """
    entries = list(entries)
    editions = {entry.slug: entry for entry in of(Edition, entries)}
    members = sorted(
        of(Member, entries), key=lambda member: (slugify(member.meta.name), member.slug)
    )
    talks = sorted(of(Talk, entries), key=lambda talk: _place(talk, editions))
    by_slug = {talk.slug: talk for talk in talks}
    order = {slug: number for number, slug in enumerate(by_slug)}
    translated = originals(by_slug)
    in_order = sorted(questions, key=lambda item: (order[item.talk], item.lines))
    asked, wordings, strays = shared(in_order, translated)
    # Of one talk in several languages a list shows one.
    talks = [talk for talk in talks if talk.slug not in translated]
    by_id: dict[str, Entry[Answer]] = {}
    for answer in sorted(of(Answer, entries), key=lambda item: (item.meta.date, item.path)):
        by_id.setdefault(answer_id(answer), answer)
    answers = list(by_id.values())
    outcomes = {entry.slug: entry for entry in of(Outcome, entries)}
    named: list[Entry[Talk | Outcome | Member]] = [*talks, *of(Outcome, entries), *members]
    pages = topic_pages(of(TopicPage, entries))
    topics = [
        (pages.key(topic), type(entry.meta), entry.slug)
        for entry in named
        for topic in entry.meta.topics
    ]
    about = [
        (pages.key(topic), key)
        for key, question in asked.items()
        for entry in (by_slug[question.talk], outcomes.get(key))
        if entry
        for topic in entry.meta.topics
    ]
    sessions = [
        (talk.meta.session, talk)
        for talk in talks
        if talk.meta.session and slugify(talk.meta.session)
    ]
    return Library(
        editions=editions,
        talks=by_slug,
        questions=asked,
        answers=by_id,
        outcomes=outcomes,
        members={member.slug: member for member in members},
        topics=pages.gather(mention for entry in named for mention in _mentions(entry)),
        sessions=gather_topics((name, talk.source.locate("session")) for name, talk in sessions),
        talks_by_session=_index((topic_key(name), talk.slug) for name, talk in sessions),
        talks_by_edition=_index((talk.meta.edition, talk.slug) for talk in talks),
        talks_by_speaker=_index(
            (speaker, talk.slug) for talk in talks for speaker in talk.meta.speakers
        ),
        talks_by_topic=_index((key, slug) for key, kind, slug in topics if kind is Talk),
        questions_by_talk=_index((question.talk, key) for key, question in asked.items()),
        questions_by_topic=_index(about),
        answers_by_question=_index(
            (answer.meta.question, answer_id(answer))
            for answer in sorted(answers, key=lambda answer: not answer.meta.retained)
        ),
        answers_by_author=_index(
            (answer.meta.member, answer_id(answer)) for answer in answers if answer.meta.member
        ),
        members_by_topic=_index((key, slug) for key, kind, slug in topics if kind is Member),
        originals=translated,
        wordings=wordings,
        strays=strays,
        introductions={entry.path: entry for entry in of(Introduction, entries)},
        topic_pages=pages,
    )


def of(model: type[M], entries: Iterable[Entry[Meta]]) -> Iterator[Entry[M]]:
    """Give the entries of one kind."""
    for entry in entries:
        if isinstance(entry.meta, model):
            yield entry  # type: ignore[misc]  # Narrowed by its `meta`, which mypy can't see.


def answer_id(answer: Entry[Answer]) -> str:
    """Give the identifier of an answer in the forum."""
    return f"{answer.meta.question}/{answer.slug}"


def _place(talk: Entry[Talk], editions: Mapping[str, Entry[Edition]]) -> tuple[object, ...]:
    edition = editions.get(talk.meta.edition)
    date = edition.meta.date.isoformat() if edition else ""
    # Those whose time is known come first, in its order.
    day = talk.meta.date.isoformat() if talk.meta.date else date
    time = (0, day, talk.meta.start) if talk.meta.start else (1,)
    order = math.inf if talk.meta.order is None else talk.meta.order
    return date, talk.meta.edition, time, order, slugify(talk.meta.title), talk.slug


def _mentions(entry: Entry[Talk | Outcome | Member]) -> Iterator[tuple[str, Location]]:
    """Give each topic that an entry names, with its place."""
    for number, topic in enumerate(entry.meta.topics):
        yield topic, entry.source.locate("topics", number)


def _index(pairs: Iterable[tuple[str, str]]) -> Index:
    index: dict[str, dict[str, None]] = {}
    for key, identifier in pairs:
        index.setdefault(key, {})[identifier] = None
    return {key: tuple(identifiers) for key, identifiers in index.items()}

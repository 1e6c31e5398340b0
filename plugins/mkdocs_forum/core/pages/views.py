"""What templates show of each entry: words set, relations found, addresses made."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_forum.core.library.asking.promises import State
from mkdocs_forum.core.model.kinds import Edition, Talk
from mkdocs_forum.core.model.notices import Notice
from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.pages.indexes import Link, MemberView, SessionView, TopicView


@dataclass(frozen=True)
class EditionView:
    """An edition, with the counts of what it holds."""

    slug: str
    title: str
    url: str
    date: datetime.date
    meta: Edition
    """Its frontmatter, whose words are set: a plain key is shown from here."""
    print_url: str
    proceedings_url: str
    calendar_url: str
    pdf_url: str | None
    """Address of the proceedings as a PDF document, where there is one."""
    epub_url: str | None
    """Address of the proceedings as a book for readers of EPUB, where there is one."""
    is_upcoming: bool
    proposals_until: datetime.date | None
    """Last day on which talks may be proposed, while they may."""
    has_times: bool
    """Whether the time of anything in its programme is known."""
    is_draft: bool
    talk_count: int
    question_count: int
    open_count: int
    edit_url: str | None


@dataclass(frozen=True)
class MaterialView:
    """What a talk brings beside its text."""

    title: str
    kind: str | None
    name: str
    """What its kind is called."""
    url: str
    """Address of the file or of the page of a transcript, below the site's root; or a whole one."""
    path: str
    """Path of the file below the docs folder; nothing of what is kept elsewhere."""
    host: str
    """Whose site it is on, if it is kept elsewhere."""


@dataclass(frozen=True)
class Version:
    """A talk in one of its languages."""

    slug: str
    title: str
    url: str
    lang: str
    language: str
    """What the language is called."""
    is_original: bool
    """Whether the talk was written in it."""


@dataclass(frozen=True)
class TalkView:
    """A talk, without its text."""

    slug: str
    title: str
    url: str
    print_url: str
    pdf_url: str | None
    """Address of the talk as a PDF document, where there is one."""
    lang: str | None
    date: datetime.date
    meta: Talk
    """Its frontmatter, whose words are set: a plain key is shown from here."""
    notices: tuple[Notice, ...]
    """Errata and remarks, whose words are set, the newest first."""
    materials: tuple[MaterialView, ...]
    session: Link | None
    """The part of the programme that it belongs to, with all talks of that kind."""
    edition: EditionView
    speakers: tuple[MemberView, ...]
    topics: tuple[Link, ...]
    licence: str | None
    versions: tuple[Version, ...]
    """The talk in all its languages, if there are several."""
    is_draft: bool
    question_count: int
    open_count: int
    edit_url: str | None
    history_url: str | None
    """Where the forge shows its former versions."""

    @property
    def others(self) -> tuple[Version, ...]:
        """The talk in other languages."""
        return tuple(version for version in self.versions if version.slug != self.slug)


@dataclass(frozen=True)
class ItemView:
    """What takes place at a time: a talk, or something beside the talks."""

    day: datetime.date
    start: str
    """Time of day as `14:30`; nothing if it isn't known."""
    end: str
    room: str | None
    title: str
    talk: TalkView | None


@dataclass(frozen=True)
class AskedView:
    """A member who was asked for an answer."""

    member: MemberView
    day: datetime.date | None
    """When, if that is known."""


@dataclass(frozen=True)
class PromiseView:
    """That a member answers a question by a day."""

    member: MemberView
    day: datetime.date
    answered: datetime.date | None
    state: State


@dataclass(frozen=True)
class QuestionView:
    """A question, without what was answered."""

    id: str
    slug: str
    title: str
    url: str
    passage_url: str
    """The very place in the talk where it is asked."""
    answer_url: str
    """The form to answer it."""
    forge_url: str | None
    """Where answering begins on the forge, for those who can't use the form."""
    talk: TalkView
    status: Status
    is_unsettled: bool
    answer_count: int
    topics: tuple[Link, ...]
    duplicate_of: Link | None
    wordings: tuple[Link, ...]
    """How translations of the talk ask it, and where."""
    asked_of: tuple[AskedView, ...]
    """Who was asked, and neither answered nor promised to."""
    promises: tuple[PromiseView, ...]

    @property
    def awaited(self) -> tuple[PromiseView, ...]:
        """The promises whose answers are still to come."""
        return tuple(promise for promise in self.promises if promise.state.is_awaited)


@dataclass(frozen=True)
class Relation:
    """What an answer says of others to the same question, or they of it."""

    kind: str
    """Part of `Dialogue`."""
    name: str
    """What it is called."""
    answers: tuple[Link, ...]
    """The others, by their authors."""


@dataclass(frozen=True)
class AnswerView:
    """An answer, without its text."""

    id: str
    title: str
    slug: str
    url: str
    author: MemberView | None
    """Who wrote it; nothing where the author isn't named."""
    byline: str
    """What stands in place of a title: the author's name, or that there is none."""
    question: QuestionView
    date: datetime.date
    updated: datetime.date | None
    is_retained: bool
    is_draft: bool
    relations: tuple[Relation, ...]
    notices: tuple[Notice, ...]
    """As those of a talk."""
    sources: tuple[str, ...]
    lang: str | None
    """Its language, if it isn't the site's."""
    licence: str | None
    """Its licence, if it isn't that of the site."""
    edit_url: str | None
    history_url: str | None
    """Where the forge shows its former versions."""


@dataclass(frozen=True)
class SynthesisView:
    """What was decided of a question, without its text."""

    title: str
    status: Status
    author: MemberView | None
    date: datetime.date | None
    edit_url: str | None


@dataclass(frozen=True)
class Views:
    """The views of all entries, by their identifiers, in the library's order."""

    topics: Mapping[str, TopicView]
    sessions: Mapping[str, SessionView]
    members: Mapping[str, MemberView]
    editions: Mapping[str, EditionView]
    talks: Mapping[str, TalkView]
    questions: Mapping[str, QuestionView]
    answers: Mapping[str, AnswerView]
    programmes: Mapping[str, tuple[ItemView, ...]]
    """The programme of each edition, in its order."""
    syntheses: Mapping[str, SynthesisView]
    wordings: Mapping[str, Mapping[str, QuestionView]]
    """The questions of each translation of a talk in its words, by the translation."""

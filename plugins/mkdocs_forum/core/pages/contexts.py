"""What the template of each kind of page is given: a class for each, its fields by their names."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_forum.core.faults.catalogue.codes import CodesBySubject
from mkdocs_forum.core.pages.finding.views import Cited, Invitation
from mkdocs_forum.core.pages.finding.waiting import Waited
from mkdocs_forum.core.pages.indexes import Link, MemberView, SessionView, TopicView
from mkdocs_forum.core.pages.listing import FIRST, Group, Pager, Tab
from mkdocs_forum.core.pages.views import (
    AnswerView,
    EditionView,
    ItemView,
    QuestionView,
    SynthesisView,
    TalkView,
)
from mkdocs_forum.core.reading.materials.transcript import Passage


@dataclass(frozen=True)
class Context:
    """What a template is given; a page without any has nothing to show beside its text."""


@dataclass(frozen=True, kw_only=True)
class Listing(Context):
    """What a page with lists is given that may be divided into several."""

    pager: Pager = FIRST
    """The way through its pages."""


@dataclass(frozen=True)
class Home(Context):
    """The start page of the site."""

    upcoming: EditionView | None
    """The next edition."""
    latest: EditionView | None
    """The last edition that was held."""
    talks: Sequence[TalkView]
    waiting: Sequence[QuestionView]
    """The questions that wait longest for an answer."""
    open_count: int
    """All questions that wait."""
    answers: Sequence[AnswerView]
    answerers: Mapping[str, Sequence[MemberView]]
    """Who could answer each of those that wait, by its identifier."""
    waited: Mapping[str, Waited]
    """How long each of them has waited, likewise."""
    urls: Mapping[str, str]
    """Addresses of the sections, and of the board `waiting`."""
    folders: Mapping[str, str]
    """Path of the folder of each kind of entry in the repository."""


@dataclass(frozen=True)
class Talks(Listing):
    """All talks."""

    talks: Sequence[TalkView]


@dataclass(frozen=True)
class Talk(Context):
    """A talk."""

    talk: TalkView
    previous: TalkView | None
    """The talk before it in the programme of its edition."""
    next: TalkView | None
    programme: Sequence[TalkView]
    """The talks of its edition, in the order of the programme."""
    related: Sequence[TalkView] = ()
    """Talks like it."""
    cited_by: Sequence[Cited] = ()
    """Texts that lead to it."""


@dataclass(frozen=True)
class Transcript(Context):
    """What was said in a talk."""

    talk: TalkView
    parts: Sequence[tuple[str, Sequence[Passage]]]
    """Title and passages of each transcript."""


@dataclass(frozen=True)
class Board(Listing):
    """A board of questions."""

    board: str | None
    """Its name, or nothing for the board of all questions."""
    tabs: Sequence[Tab]
    questions: Sequence[QuestionView]
    editions: Sequence[Tab]
    """The editions of its questions, each with the page that has all questions of the edition."""
    topics: Sequence[Tab]
    """The topics that most of them are about, likewise."""
    review_url: str
    """Address of the page that says what became of all of them."""


@dataclass(frozen=True)
class Question(Context):
    """A question."""

    question: QuestionView
    synthesis: SynthesisView | None
    answers: Sequence[AnswerView]
    related: Sequence[QuestionView]
    kept_count: int
    """Answers that were kept."""
    since_count: int
    """Answers that were written after the synthesis."""
    cited_by: Sequence[Cited] = ()
    """Texts that lead to it or to one of its answers."""
    invitation: Invitation | None = None
    """Who could answer, while nobody has."""


@dataclass(frozen=True)
class Editions(Listing):
    """All editions."""

    editions: Sequence[EditionView]


@dataclass(frozen=True)
class Edition(Listing):
    """An edition with its programme."""

    edition: EditionView
    programme: Sequence[ItemView]
    questions: Sequence[QuestionView]
    previous: EditionView | None
    """The edition before it."""
    next: EditionView | None


@dataclass(frozen=True)
class Members(Listing):
    """All members, by the names of their families."""

    members: Sequence[MemberView]
    tabs: Sequence[Tab]
    """The other orders of the list."""
    letters: Sequence[Link]
    """Where each letter of the index begins; nothing of a short list."""


@dataclass(frozen=True)
class Directory(Context):
    """All members by what joins them."""

    groups: Sequence[Group]
    tabs: Sequence[Tab]


@dataclass(frozen=True)
class Member(Listing):
    """A member, with their talks and answers, the newest first."""

    member: MemberView
    talks: Sequence[TalkView]
    answers: Sequence[AnswerView]
    promised: Sequence[QuestionView]
    """Questions that wait for an answer which the member promised."""


@dataclass(frozen=True)
class Topics(Listing):
    """All topics."""

    topics: Sequence[TopicView]
    letters: Sequence[Link]
    """As those of the members."""
    largest: Sequence[TopicView]
    """The topics that most is about, where there are many."""


@dataclass(frozen=True)
class Topic(Listing):
    """A topic with all that is about it."""

    topic: TopicView
    talks: Sequence[TalkView]
    questions: Sequence[QuestionView]
    members: Sequence[MemberView]


@dataclass(frozen=True)
class Sessions(Listing):
    """All kinds of session."""

    sessions: Sequence[SessionView]


@dataclass(frozen=True)
class Session(Listing):
    """A kind of session with its talks, the newest first."""

    session: SessionView
    talks: Sequence[TalkView]


@dataclass(frozen=True)
class Contribute(Context):
    """The guide to contributing."""

    folders: Mapping[str, str]
    """Path of the folder of each kind of entry in the repository."""
    repository: str | None
    today: datetime.date
    waiting_url: str
    faults_url: str


@dataclass(frozen=True)
class Search(Context):
    """The page of the search, which is an index of the site, too."""

    sections: Sequence[Link]
    boards: Sequence[Link]
    topics: Sequence[Link]
    editions: Sequence[Link]
    talks: Sequence[Link]
    members: Sequence[Link]
    forms: Sequence[Link]


@dataclass(frozen=True)
class Faults(Context):
    """What the check tells."""

    families: CodesBySubject


@dataclass(frozen=True)
class Form(Context):
    """A form for a new entry."""

    kind: str
    """Kind of the entry, as a folder of the settings."""
    rulebook: str
    """Path of what the script judges by."""
    script: str
    forge: str
    """Name of the forge, or nothing without one."""
    forge_url: str | None
    """Address at which an entry of the kind is begun on the forge."""
    forge_kind: str
    """Program that the forge runs, or nothing without one."""
    fork_url: str | None
    """Address that makes a copy of the repository, where nothing can be begun without one."""
    guide_url: str
    question_url: str
    member_url: str
    page_url: str
    """Address at which the entry will stand, with a placeholder for its name."""
    whom: EditionView | None
    """The latest edition that says who organises it, where nothing else says whom to ask."""
    calls: Sequence[EditionView]
    """Editions for which talks may be proposed at present."""


@dataclass(frozen=True)
class Correct(Context):
    """The page to correct or withdraw a text."""

    script: str
    root_url: str
    guide_url: str
    whom: EditionView | None
    """As that of a form."""

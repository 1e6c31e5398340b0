"""What a search may find: each thing with its words, and what is told of it where it was found."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypedDict

from mkdocs_forum.core.html.plain import plain
from mkdocs_forum.core.html.tree import Text
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.search.kinds import KINDS, STATUSES
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.boards import BOARD_NAMES
from mkdocs_forum.core.pages.indexes import Link, MemberView
from mkdocs_forum.core.pages.naming.descriptions import describe
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.views import AnswerView, TalkView
from mkdocs_forum.core.words.language import N_

_LISTS: Final = (
    *(contexts.Talks, contexts.Board, contexts.Editions, contexts.Members, contexts.Topics),
    *(contexts.Sessions, contexts.Directory),
)
_FORMS: Final = (contexts.Form, contexts.Correct)


@dataclass(frozen=True)
class OwnPage:
    """A page that the organisers wrote."""

    url: str
    title: str
    text: Text


@dataclass(frozen=True)
class Document:
    """One thing that may be found."""

    kind: str
    url: str
    title: str
    about: str = ""
    """Where it belongs: who and when, or the question that was answered."""
    names: tuple[str, ...] = ()
    """Words that stand for it beside its title."""
    text: str = ""
    lang: str = ""
    """Language of its words, if it isn't the site's."""
    status: str = ""
    """Where a question stands."""
    edition: str = ""
    topics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Who speaks or answers."""


def kind_of(page: VirtualPage) -> str:
    """Tell as what a page of the forum is found."""
    if isinstance(page.context, _LISTS):
        return "list"
    return "form" if isinstance(page.context, _FORMS) else "page"


class _Facets(TypedDict):
    edition: str
    topics: tuple[str, ...]
    people: tuple[str, ...]


class Documents:
    """Makes documents."""

    def __init__(self, contents: Contents, written: Mapping[str, str]) -> None:
        """Take a forum.

        Arguments:
            contents: The forum with its texts.
            written: What the organisers' own pages say, by their addresses.
        """
        self._contents, self._views, self._written = contents, contents.views, written
        self._addresses = Addresses(contents.settings)
        self._tell = contents.language.tell
        self._also = {view.name: view.also for view in contents.views.topics.values()}

    def talk(self, slug: str) -> Document:
        """Give a talk without its questions, which are found by themselves."""
        view, text = self._views.talks[slug], self._contents.texts.talks.get(slug, Text())
        asked = {question.slug for question in self._contents.library.asked(slug)}
        return Document(
            "talk",
            view.url,
            view.title,
            about=" · ".join((_people(view.speakers), view.edition.title)),
            names=(
                view.meta.summary or "",
                *(member.name for member in view.speakers),
                *self._topics(view.topics),
                view.meta.session or "",
            ),
            text=_with_notices(plain(text, without=asked), view),
            lang=view.lang or "",
            **_facets(view, view.topics, view.speakers),
        )

    def question(self, key: str) -> Document:
        """Give a question with what was decided."""
        view, texts = self._views.questions[key], self._contents.texts
        said = (texts.details.get(key, Text()), texts.syntheses.get(key, Text()))
        status = map(self._tell, (STATUSES[view.status], BOARD_NAMES[view.status]))
        return Document(
            "question",
            view.url,
            view.title,
            about=" · ".join((view.talk.title, view.talk.edition.title)),
            names=(
                *_texts(view.topics),
                *_texts(view.wordings),
                key.partition("/")[2].replace("-", " "),
                self._tell(N_("Question")),
                *status,
            ),
            text=" ".join(map(plain, said)).strip(),
            lang=view.talk.lang or "",
            status=str(view.status),
            **_facets(view.talk, view.topics, view.talk.speakers),
        )

    def answer(self, key: str) -> Document:
        """Give an answer."""
        view = self._views.answers[key]
        question = view.question
        return Document(
            "answer",
            view.url,
            view.title,
            about=" · ".join((question.title, question.talk.edition.title)),
            names=(question.title, *_texts(question.topics), *view.sources),
            text=_with_notices(plain(self._contents.texts.answers[key]), view),
            lang=view.lang or "",
            status=str(question.status),
            **_facets(question.talk, question.topics, (view.author,) if view.author else ()),
        )

    def member(self, slug: str) -> Document:
        """Give a member."""
        view = self._views.members[slug]
        told = [told for told in (view.role, view.company, view.place) if told]
        return Document(
            "member",
            view.url,
            view.name,
            about=" · ".join(told),
            names=(*told, *_texts(view.topics), self._tell(N_("Member"))),
            text=plain(self._contents.texts.members.get(slug, Text())),
            topics=tuple(_texts(view.topics)),
            people=(slug,),
        )

    def edition(self, slug: str) -> Document:
        """Give an edition."""
        view, language = self._views.editions[slug], self._contents.language
        days = language.dates(view.date, view.meta.end_date)
        number = language.ordinal(view.meta.number) if view.meta.number else None
        told = (number, view.meta.place, view.meta.theme, view.meta.organiser)
        return Document(
            "edition",
            view.url,
            view.title,
            about=" · ".join(filter(None, (days, view.meta.place))),
            names=(days, slug, *filter(None, told), self._time(slug)),
            text=plain(self._contents.texts.editions.get(slug, Text())),
            edition=slug,
        )

    def _time(self, edition: str) -> str:
        """Give the words by which people seek the next edition, or the last."""
        sought = self._contents.language.conventions.sought
        by_date = sorted(self._views.editions.values(), key=lambda view: view.date)
        upcoming = [view.slug for view in by_date if view.is_upcoming][:1]
        latest = [view.slug for view in by_date if not view.is_upcoming][-1:]
        told = (("upcoming", upcoming), ("latest", latest))
        return " ".join(sought.get(name, "") for name, slugs in told if edition in slugs)

    def topic(self, key: str) -> Document:
        """Give a topic."""
        view, topic = self._views.topics[key], self._contents.library.topics[key]
        return Document(
            "topic",
            view.url,
            view.name,
            names=(self._tell(N_("Topic")), *view.also, *topic.spellings),
            text=self._written.get(view.url, ""),
            topics=(view.name,),
        )

    def session(self, key: str) -> Document:
        """Give a kind of session."""
        view = self._views.sessions[key]
        names, text = (self._tell(N_("Session")),), self._written.get(view.url, "")
        return Document("session", view.url, view.name, names=names, text=text)

    def own(self, url: str, title: str) -> Document:
        """Give a page that the organisers wrote."""
        is_legal = url == self._addresses.url(self._contents.settings.legal_notice)
        sought = self._contents.language.conventions.sought
        names = (sought.get("legal_notice", ""),) if is_legal else ()
        return Document("page", url, title, names=names, text=self._written[url])

    def _topics(self, links: Iterable[Link]) -> Iterator[str]:
        """Give all names of topics: of talks alone, which are what a synonym is for."""
        for link in links:
            yield from (link.text, *self._also[link.text])

    def url(self, page: VirtualPage) -> str:
        """Give the address of a page."""
        return self._addresses.url(page.source)

    def page(self, page: VirtualPage) -> Document:
        """Give a list, a form, a transcript or another page of the forum's own."""
        url = self.url(page)
        if isinstance(page.context, contexts.Transcript):
            return self._transcript(page.context, url, page.title or "")
        text = self._written.get(url, "")
        about = describe(page, self._contents.language) or ""
        sought = self._contents.language.conventions.sought.get(page.kind, "")
        board = getattr(page.context, "board", None) or ""
        status = board if board in STATUSES else ""  # No question's status is "unsettled".
        kind, title = kind_of(page), page.title or ""
        names = (about, sought, self._tell(KINDS[kind]))
        return Document(kind, url, title, about=about, names=names, text=text, status=status)

    def _transcript(self, said: contexts.Transcript, url: str, title: str) -> Document:
        talk = said.talk
        passages = (passage for _, passages in said.parts for passage in passages)
        return Document(
            "transcript",
            url,
            title,
            about=" · ".join((_people(talk.speakers), talk.edition.title)),
            text=" ".join(passage.text for passage in passages),
            lang=talk.lang or "",
            **_facets(talk, talk.topics, talk.speakers),
        )


def _facets(talk: TalkView, topics: Iterable[Link], people: Iterable[MemberView]) -> _Facets:
    return {
        "edition": talk.edition.slug,
        "topics": tuple(_texts(topics)),
        "people": tuple(member.slug for member in people),
    }


def _texts(links: Iterable[Link]) -> list[str]:
    return [link.text for link in links]


def _people(members: Iterable[MemberView]) -> str:
    return ", ".join(member.name for member in members)


def _with_notices(text: str, view: TalkView | AnswerView) -> str:
    return " ".join((*(notice.text for notice in view.notices), text))

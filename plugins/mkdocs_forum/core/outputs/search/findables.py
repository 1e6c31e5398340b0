"""All that a search may find, each with what it is made of: only what changed is read."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from mkdocs_forum.core.html.plain import plain
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.search.documents import Document, Documents, OwnPage, kind_of
from mkdocs_forum.core.outputs.search.kinds import KINDS
from mkdocs_forum.core.pages.page import VirtualPage

_SHOWN: Final = frozenset({"talk", "question", "member", "edition", "topic", "session", "search"})
"""Kinds of page that are no further thing to find."""


@dataclass(frozen=True)
class Findable:
    """One thing that may be found, before its document is made."""

    kind: str
    edition: str
    """The edition of a talk, a question or an answer."""
    made_of: object
    """Plain values of which alone the document is made, beside the settings."""
    make: Callable[[], Document]


def findables(
    contents: Contents, pages: Iterable[VirtualPage], own: Iterable[OwnPage]
) -> Iterator[Findable]:
    """Give all that may be found, in the order of `KINDS`; what is of an edition together.

    Arguments:
        contents: The forum with its texts.
        pages: Its pages.
        own: The organisers' own pages; those that introduce a page of the forum have its address.
    """
    written = {page.url.removeprefix("./"): page for page in own}
    documents = Documents(contents, {url: plain(page.text) for url, page in written.items()})
    pages, views = list(pages), contents.views
    yield from _of_editions(contents, documents)
    for slug in views.members:
        made_of = contents.parts.member(slug)
        yield Findable("member", "", made_of, partial(documents.member, slug))
    order = {kind: place for place, kind in enumerate(KINDS)}
    others = sorted(filter(_is_further, pages), key=lambda page: order[kind_of(page)])
    told = {documents.url(page) for page in pages if page.title}
    yield from map(_made, map(documents.edition, views.editions))
    yield from map(_made, map(documents.topic, views.topics))
    yield from map(_made, map(documents.session, views.sessions))
    yield from map(_made, map(documents.page, others))
    for url, page in written.items():
        if url not in told:
            yield _made(documents.own(url, page.title))


def _of_editions(contents: Contents, documents: Documents) -> Iterator[Findable]:
    views, parts = contents.views, contents.parts
    for slug, talk in views.talks.items():
        yield Findable("talk", talk.edition.slug, parts.talk(slug), partial(documents.talk, slug))
    for key, question in views.questions.items():
        edition, make = question.talk.edition.slug, partial(documents.question, key)
        yield Findable("question", edition, parts.question(key), make)
    for key, question in views.questions.items():
        for answer in contents.library.answers_by_question.get(key, ()):
            made_of = [parts.question(key), parts.answer(answer)]
            edition, make = question.talk.edition.slug, partial(documents.answer, answer)
            yield Findable("answer", edition, made_of, make)


def _is_further(page: VirtualPage) -> bool:
    """Whether a page is none of an entry's, and no further page of a list."""
    return page.kind not in _SHOWN and page.title is not None and page.is_first


def _made(document: Document) -> Findable:
    """Give what is made sooner than it could be told what it is made of."""
    return Findable(document.kind, "", document, lambda: document)

"""The words by which an event is told."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

from mkdocs_forum.core.html.finish import conceal
from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.feeds.events import Event, EventKind
from mkdocs_forum.core.words.language import N_

_OF_A_TALK: Final = {
    EventKind.PRESENTED: N_("Talk"),
    EventKind.ASKED: N_("Question"),
    EventKind.NOTICED: N_("Note on a talk"),
}
_OF_AN_ANSWER: Final = {
    EventKind.ANSWERED: "",
    EventKind.UPDATED: N_("updated"),
    EventKind.RETAINED: N_("kept"),
    EventKind.NOTICED: N_("note"),
}
"""What is told of an answer, behind whose it is."""
_DECIDED: Final[Mapping[str, str]] = {
    Status.SYNTHESISED: N_("Synthesis"),
    Status.CLOSED: N_("Question closed"),
    Status.DUPLICATE: N_("Question asked twice"),
}


@dataclass(frozen=True)
class EventText:
    """An event as its readers are told of it."""

    title: str
    url: str
    """Address of the place that shows it, below the site's root."""
    authors: tuple[str, ...]
    topics: tuple[tuple[str, str], ...]
    """Slug and name of each topic."""
    licence: str
    lang: str | None
    """Language of what it is about, if it isn't the site's."""


class EventTexts:
    """Tells events."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self.tell: Callable[[str], str] = contents.language.tell

    def of(self, event: Event) -> EventText:
        """Tell an event."""
        return EventText(
            title=f"{self._kind(event)}{self.tell(': ')}{self._title(event)}",
            url=self._url(event),
            authors=tuple(self._authors(event)),
            topics=tuple(self._topics(event)),
            licence=self._licence(event),
            lang=self._language(event),
        )

    def html(self, event: Event) -> str:
        """Give what was said, with whole addresses."""
        return conceal("\n".join(filter(None, self._html(event))))

    def _language(self, event: Event) -> str | None:
        """Give the language of what was said; what organisers decide is in the site's."""
        if event.answer:
            return self._contents.library.answers[event.answer].meta.lang
        is_talks = event.kind is not EventKind.DECIDED
        return self._contents.library.talks[event.talk].meta.lang if is_talks else None

    def _kind(self, event: Event) -> str:
        library = self._contents.library
        if event.answer:
            member = library.answers[event.answer].meta.member
            name = library.members[member].meta.name if member else None
            title = self._contents.language.answer_by(name)
            added = _OF_AN_ANSWER[event.kind]
            return f"{title}, {self.tell(added)}" if added else title
        if event.kind is EventKind.DECIDED:
            status = library.outcomes[event.question].meta.status or ""
            return self.tell(_DECIDED.get(status, N_("Note by the organisers")))
        return self.tell(_OF_A_TALK[event.kind])

    def _title(self, event: Event) -> str:
        library = self._contents.library
        if event.question:
            return library.questions[event.question].title
        return library.talks[event.talk].meta.title

    def _url(self, event: Event) -> str:
        views = self._contents.views
        if event.answer:
            return views.answers[event.answer].url
        return (
            views.questions[event.question].url if event.question else views.talks[event.talk].url
        )

    def _authors(self, event: Event) -> Iterator[str]:
        library = self._contents.library
        if event.answer:
            member = library.answers[event.answer].meta.member
            slugs: tuple[str, ...] = (member,) if member else ()
        elif event.kind is EventKind.DECIDED:
            by = library.outcomes[event.question].meta.by
            slugs = (by,) if by else ()
        else:
            slugs = library.talks[event.talk].meta.speakers
        for slug in slugs:
            yield library.members[slug].meta.name

    def _topics(self, event: Event) -> Iterator[tuple[str, str]]:
        library = self._contents.library
        for key in self._contents.topics_of(event.talk, event.question):
            yield library.topics[key].slug, library.topics[key].name

    def _licence(self, event: Event) -> str:
        library = self._contents.library
        if event.answer:
            return library.answers[event.answer].meta.licence or ""
        is_talks = event.kind is not EventKind.DECIDED
        return (is_talks and library.talks[event.talk].meta.licence) or ""

    def _html(self, event: Event) -> Iterator[str]:
        """Give what was said, and ways on."""
        contents, views = self._contents, self._contents.views
        if event.kind is EventKind.NOTICED:
            library = contents.library
            noticed = library.answers[event.answer] if event.answer else library.talks[event.talk]
            yield f"<p>{escape(noticed.meta.notice[event.notice].text)}</p>"
        elif event.answer:
            for relation in views.answers[event.answer].relations:
                links = ", ".join(self._link(other.url, other.text) for other in relation.answers)
                yield f"<p>{escape(relation.name)}{self.tell(': ')}{links}</p>"
            yield contents.answer(event.answer).html
            yield from self._sources(contents.library.answers[event.answer].meta.sources)
        elif event.kind is EventKind.DECIDED:
            yield contents.synthesis(event.question).html
            if other := views.questions[event.question].duplicate_of:
                yield f"<p>{self._link(other.url, other.text)}</p>"
        elif event.kind is EventKind.ASKED:
            question = views.questions[event.question]
            yield contents.detail(event.question).html
            yield f"<p>{self._link(question.passage_url, question.talk.title)}</p>"
            if question.status.takes_answers:
                answer = self.tell("Answer this question")
                yield f"<p>{self._link(question.answer_url, answer)}</p>"
        else:
            summary = views.talks[event.talk].meta.summary
            yield f"<p>{escape(summary)}</p>" if summary else ""
            yield self._list(
                self._link(views.questions[question.id].url, question.title)
                for question in contents.library.asked(event.talk)
            )
            yield self._list(
                self._link(each.url, each.title) for each in views.talks[event.talk].materials
            )

    def _sources(self, sources: tuple[str, ...]) -> Iterator[str]:
        if sources:
            yield f"<p>{escape(self.tell('Sources'))}</p>"
            yield self._list(map(escape, sources))

    def _link(self, url: str, text: str) -> str:
        return f'<a href="{escape(self._contents.address(url))}">{escape(text)}</a>'

    def _list(self, items: Iterator[str]) -> str:
        found = "".join(f"<li>{item}</li>" for item in items)
        return f"<ul>{found}</ul>" if found else ""

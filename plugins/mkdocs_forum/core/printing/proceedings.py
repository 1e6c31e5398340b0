"""The proceedings of an edition: its talks as one document, with contents and indexes."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.pages.indexes import MemberView
from mkdocs_forum.core.pages.views import EditionView
from mkdocs_forum.core.printing.identifiers import anchor_of, head_of, prefix_of_question
from mkdocs_forum.core.printing.talk import Printer
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.words.slugs import slugify

PAGE = 2900
"""Letters on a page."""
HEAD, BYLINE = 600, 140
"""Letters that would stand in the room of a talk's head, and of what stands above an answer."""


@dataclass(frozen=True)
class Place:
    """Where in the proceedings something stands."""

    text: str
    anchor: str
    lang: str | None = None
    """Language of the text, if it isn't the site's."""


@dataclass(frozen=True)
class IndexItem:
    """A name in an index, with the places that it leads to."""

    name: str
    places: tuple[Place, ...]
    lang: str | None = None


@dataclass(frozen=True)
class Proceedings:
    """What the proceedings of an edition say beside its talks."""

    printer: Printer
    slug: str

    @property
    def edition(self) -> EditionView:
        """The edition."""
        return self.printer.views.editions[self.slug]

    @property
    def talks(self) -> tuple[str, ...]:
        """Its talks, in the order of the programme."""
        return self.printer.library.talks_by_edition.get(self.slug, ())

    @property
    def questions(self) -> list[str]:
        """The questions of its talks."""
        asked = self.printer.library.questions_by_talk
        return [key for talk in self.talks for key in asked.get(talk, ())]

    @property
    def speakers_index(self) -> list[IndexItem]:
        """Its speakers with their talks."""
        found: dict[str, list[Place]] = {}
        for talk in self.talks:
            for member in self.printer.views.talks[talk].speakers:
                found.setdefault(member.sort_name, []).append(self._talk(talk))
        return _index(found)

    @property
    def authors(self) -> list[MemberView]:
        """Its speakers, in the order of the alphabet."""
        views = map(self.printer.views.talks.__getitem__, self.talks)
        found = {member.slug: member for view in views for member in view.speakers}
        return sorted(found.values(), key=lambda member: slugify(member.sort_name))

    @property
    def open_questions(self) -> list[IndexItem]:
        """Its questions without an answer, by talk."""
        views = self.printer.views
        waiting = {
            talk: tuple(
                self._question(asked.id)
                for asked in self.printer.asked(talk)
                if asked.status is Status.OPEN
            )
            for talk in self.talks
        }
        return [
            IndexItem(views.talks[talk].title, places, views.talks[talk].lang)
            for talk, places in waiting.items()
            if places
        ]

    @property
    def is_continuous(self) -> bool:
        """Whether its talks stand one below the other.

        By default, where they would leave empty a third of the pages that they would begin.
        """
        if self.printer.settings.proceedings:
            return self.printer.settings.proceedings == "continuous"
        lengths = [self._length(talk) / PAGE for talk in self.talks]
        pages = sum(map(ceil, lengths))
        return (pages - sum(lengths)) * 3 > pages

    def _length(self, talk: str) -> int:
        """Estimate the letters that a talk takes with what was answered."""
        library = self.printer.library
        length = HEAD + len(library.talks[talk].source.body)
        for key in library.questions_by_talk.get(talk, ()):
            texts = [library.outcomes[key]] if key in library.outcomes else []
            answers = map(library.answers.__getitem__, library.answers_by_question.get(key, ()))
            length += sum(BYLINE + len(entry.source.body) for entry in (*texts, *answers))
        return length

    @property
    def topics_index(self) -> list[IndexItem]:
        """Its topics with the talks, and with the questions that have them alone."""
        found: dict[str, list[Place]] = {}
        for talk in self.talks:
            view = self.printer.views.talks[talk]
            for topic in view.topics:
                found.setdefault(topic.text, []).append(self._talk(talk))
            for question in self.printer.asked(talk):
                for topic in question.topics:
                    if topic not in view.topics:
                        found.setdefault(topic.text, []).append(self._question(question.id))
        return _index(found)

    @property
    def questions_index(self) -> list[IndexItem]:
        """Its questions."""
        places = [self._question(key) for key in self.questions]
        items = [IndexItem(place.text, (place,), place.lang) for place in places]
        return sorted(items, key=lambda item: slugify(item.name))

    @property
    def licences(self) -> list[tuple[Place, str]]:
        """Its talks that have a licence of their own, each with it."""
        views = self.printer.views.talks
        return [
            (self._talk(talk), views[talk].licence or "")
            for talk in self.talks
            if views[talk].licence
        ]

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """Where in the proceedings a page of the site stands, or what stands on it."""
        return {
            url: anchor
            for talk in self.talks
            for url, anchor in anchors_of(self.printer, talk).items()
        }

    @property
    def content_hash(self) -> str:
        """SHA-256 of the files it is made of, one after the other in the order of their paths."""
        digest = hashlib.sha256()
        for source in sorted(self._sources(), key=lambda source: source.path):
            for text in (source.path, source.header, source.body):
                digest.update(text.encode() + b"\0")
        return digest.hexdigest()

    def _sources(self) -> Iterator[Source]:
        library = self.printer.library
        yield library.editions[self.slug].source
        people: set[str] = set()
        for talk in self.talks:
            yield library.talks[talk].source
            people.update(library.talks[talk].meta.speakers)
        for key in self.questions:
            if outcome := library.outcomes.get(key):
                yield outcome.source
            for answer in map(
                library.answers.__getitem__, library.answers_by_question.get(key, ())
            ):
                yield answer.source
                people |= {answer.meta.member} if answer.meta.member else set()
        yield from (library.members[slug].source for slug in people)

    def _talk(self, slug: str) -> Place:
        view = self.printer.views.talks[slug]
        return Place(view.title, head_of(slug), view.lang)

    def _question(self, key: str) -> Place:
        view = self.printer.views.questions[key]
        return Place(view.title, anchor_of(view.talk.slug) + view.slug, view.talk.lang)


def anchors_of(printer: Printer, talk: str) -> dict[str, str]:
    """Give where in a document the page of a talk stands, and those of its questions.

    Returns:
        Identifiers by addresses, as `Binding` wants them.
    """
    url = printer.settings.site_url + printer.views.talks[talk].url
    found = {url: head_of(talk), f"{url}#": anchor_of(talk)}
    for question in printer.asked(talk):
        url = printer.settings.site_url + question.url
        found[url] = anchor_of(talk) + question.slug
        found[f"{url}#"] = prefix_of_question(question.id)
    return found


def _index(found: Mapping[str, Sequence[Place]]) -> list[IndexItem]:
    """Give an index in the order of the alphabet, each place once."""
    items = [IndexItem(name, tuple(dict.fromkeys(places))) for name, places in found.items()]
    return sorted(items, key=lambda item: slugify(item.name))

"""What outputs are made of: values that stay equal as long as the outputs would say the same.

The settings are left out, on which all outputs depend. Each value is made once, so that whoever
takes its fingerprint may know it again.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from mkdocs_forum.core.library.first_names import FirstNames
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.pages.views import Views

Values = tuple[object, ...]


@dataclass(frozen=True, eq=False)
class Part:
    """What is told of one thing."""

    values: Values


@dataclass(frozen=True)
class Parts:
    """The parts of a forum of which outputs are made."""

    library: Library
    views: Views
    names: FirstNames
    hashes: Mapping[str, str]
    """Hashes of the texts, by `kind:identifier`."""
    _made: dict[tuple[str, str], Part] = field(default_factory=dict)

    def talk(self, slug: str) -> Part:
        """Give what is told of a talk, without what was answered."""
        return self._once("talk", slug, self._talk)

    def question(self, key: str) -> Part:
        """Give what is told of a question, of its talk and of what was decided, without answers."""
        return self._once("question", key, self._question)

    def answer(self, key: str) -> Part:
        """Give what is told of an answer."""
        return self._once("answer", key, self._answer)

    def discussion(self, key: str) -> Part:
        """Give what is told of a question and of its answers."""
        return self._once("discussion", key, self._discussion)

    def discussions(self, talk: str) -> list[Part]:
        """Give what is told of the questions of a talk and of their answers."""
        return [self.discussion(question.id) for question in self.library.asked(talk)]

    def edition(self, slug: str) -> Part:
        """Give what is told of an edition, without its talks."""
        return self._once("edition", slug, self._edition)

    def member(self, slug: str) -> Part:
        """Give what is told of a member, without what they said."""
        return self._once("member", slug, self._member)

    def topics(self) -> list[Values]:
        """Give what is told of all topics."""
        pages, views = self.library.topic_pages, self.views.topics
        return [
            (key, topic.slug, topic.name, views[key].url, pages.also(key), pages.broader(key))
            for key, topic in self.library.topics.items()
        ]

    def _once(self, kind: str, key: str, make: Callable[[str], Values]) -> Part:
        if (kind, key) not in self._made:
            self._made[kind, key] = Part(make(key))
        return self._made[kind, key]

    def _talk(self, slug: str) -> Values:
        library = self.library
        talk, original = library.talks[slug], library.originals.get(slug, slug)
        asked = tuple((question.id, question.text) for question in library.asked(slug))
        return (
            talk.meta,
            self.views.talks[slug],
            library.editions[talk.meta.edition].meta,
            self.hashes.get(f"talk:{slug}"),
            self._topics(map(library.topic_pages.key, library.talks[original].meta.topics)),
            self._members(talk.meta.speakers),
            (self.names.talk(slug), self.names.talk(original)),
            asked,
        )

    def _question(self, key: str) -> Values:
        library, names = self.library, self.names
        question, outcome = library.questions[key], library.outcomes.get(key)
        by = outcome.meta.by if outcome else None
        other = outcome.meta.duplicate_of or "" if outcome else ""
        view = self.views.questions[key]
        named = [each.member.slug for each in view.asked_of]
        named += [each.member.slug for each in view.promises]
        return (
            self.talk(question.talk),
            question.text,
            view,
            self.hashes.get(f"detail:{key}"),
            (outcome.meta, outcome.body) if outcome else None,
            (self.views.syntheses.get(key), self.hashes.get(f"synthesis:{key}")),
            self._topics(library.topics_of(key)),
            self._members([*named, *([by] if by else [])]),
            (names.question(key), names.question(other) if other in library.questions else None),
        )

    def _answer(self, key: str) -> Values:
        meta = self.library.answers[key].meta
        by = self._members([meta.member] if meta.member else ())
        return (meta, self.views.answers[key], self.hashes.get(f"answer:{key}"), by)

    def _edition(self, slug: str) -> Values:
        own = (self.library.editions[slug].meta, self.views.editions[slug])
        return (*own, self.names.edition(slug), self.hashes.get(f"edition:{slug}"))

    def _member(self, slug: str) -> Values:
        own = (self.library.members[slug].meta, self.views.members[slug])
        return (*own, self.names.member(slug), self.hashes.get(f"member:{slug}"))

    def _discussion(self, key: str) -> Values:
        answers = self.library.answers_by_question.get(key, ())
        return (self.question(key), *map(self.answer, answers))

    def _members(self, slugs: Iterable[str]) -> Values:
        return tuple((self.names.member(slug), self.library.members[slug].meta) for slug in slugs)

    def _topics(self, keys: Iterable[str]) -> Values:
        also = self.library.topic_pages.also
        topics = ((key, self.library.topics[key]) for key in keys)
        return tuple((topic.slug, topic.name, also(key)) for key, topic in topics)

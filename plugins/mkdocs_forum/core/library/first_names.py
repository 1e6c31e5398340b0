"""The first name that each entry bore: it is called by that for ever, whatever its file becomes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from mkdocs_forum.core.library.former_names import former_names
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.kinds import Edition, Member, Talk
from mkdocs_forum.core.reading.entry import Entry


@dataclass(frozen=True)
class FirstNames:
    """Names that stay the same over renames which keep the former address or identifier."""

    library: Library

    def edition(self, slug: str) -> str:
        """Give the first name of an edition."""
        return _first(self.library.editions[slug])

    def talk(self, slug: str) -> str:
        """Give the first name of a talk."""
        return self._talks[slug]

    def member(self, slug: str) -> str:
        """Give the first name of a member."""
        return self._members[slug]

    def question(self, key: str) -> str:
        """Give the first identifier of a question, which begins with that of its talk."""
        return self._questions[key]

    def answer(self, key: str) -> str:
        """Give the first identifier of an answer, which begins with that of its question."""
        answer = self.library.answers[key]
        return f"{self.question(answer.meta.question)}/{answer.slug}"

    @cached_property
    def _talks(self) -> dict[str, str]:
        return {slug: _first(talk) for slug, talk in self.library.talks.items()}

    @cached_property
    def _members(self) -> dict[str, str]:
        return {slug: _first(member) for slug, member in self.library.members.items()}

    @cached_property
    def _questions(self) -> dict[str, str]:
        return {key: self._first_of(key) for key in self.library.questions}

    def _first_of(self, key: str) -> str:
        question = self.library.questions[key]
        aliases = self.library.talks[question.talk].meta.question_aliases
        former = (old for old, present in aliases.items() if present == question.slug)
        return f"{self.talk(question.talk)}/{next(former, question.slug)}"


def _first(entry: Entry[Edition] | Entry[Member] | Entry[Talk]) -> str:
    names: Iterable[str] = former_names(entry)
    return next(iter(names), entry.slug)

"""The first name that each entry bore: it is called by that for ever, whatever its file becomes."""

from collections.abc import Iterable
from dataclasses import dataclass

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
        return _first(self.library.talks[slug])

    def member(self, slug: str) -> str:
        """Give the first name of a member."""
        return _first(self.library.members[slug])

    def question(self, key: str) -> str:
        """Give the first identifier of a question, which begins with that of its talk."""
        question = self.library.questions[key]
        aliases = self.library.talks[question.talk].meta.question_aliases
        former = (old for old, present in aliases.items() if present == question.slug)
        return f"{self.talk(question.talk)}/{next(former, question.slug)}"

    def answer(self, key: str) -> str:
        """Give the first identifier of an answer, which begins with that of its question."""
        answer = self.library.answers[key]
        return f"{self.question(answer.meta.question)}/{answer.slug}"


def _first(entry: Entry[Edition] | Entry[Member] | Entry[Talk]) -> str:
    names: Iterable[str] = former_names(entry)
    return next(iter(names), entry.slug)

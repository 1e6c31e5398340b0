"""What a new entry is asked: its fields, what is proposed for each, what each may hold.

A form knows the forum that the entry is for, but not who fills it in: a person in a terminal or the
options of a command. A value is judged by the model and the rules that judge files, so that it is
told wrong here in the very words of the check.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from itertools import chain, count
from typing import Any, Final

from mkdocs_forum.core.checks.relations import (
    Known,
    Rule,
    unknown_edition,
    unknown_member,
    unknown_question,
    unknown_talk,
)
from mkdocs_forum.core.faults.diagnostic import Location, Message, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.forms.fields import FORMS, TOPICS, Field
from mkdocs_forum.core.forms.write import write_file
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.redirects import redirects
from mkdocs_forum.core.library.shown import published
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.kinds import ANONYMOUS
from mkdocs_forum.core.model.schedule import in_one_line
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.model.topics import topic_key
from mkdocs_forum.core.reading.entry import Entry, kind_of, read_entry
from mkdocs_forum.core.reading.read import Missing
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.reading.values import misread_slot
from mkdocs_forum.core.words.characters import tidy
from mkdocs_forum.core.words.slugs import slugify

Given = Mapping[str, Any]
"""Values by the names of their fields."""


_UNTOLD = frozenset({"F112", "F114"})
"""Codes of faults that the other fields mend: a missing key, an answer's path."""


@dataclass(frozen=True)
class Choice:
    """One entry that a field may name."""

    key: str
    label: str

    def matches(self, text: str) -> bool:
        """Whether a few letters occur in its key or its label."""
        letters = slugify(text, longest=200)
        return bool(letters) and (
            letters in slugify(self.label, longest=500) or letters in self.key
        )


@dataclass(frozen=True)
class Refusal:
    """Why a value can't stand, and what to write."""

    message: Message
    hint: Message | None = None
    about: str = ""
    """What it is about, as somebody who fills a form in sees it."""


@dataclass(frozen=True)
class Form:
    """The form of a new entry of a forum."""

    kind: str
    """A key of `FORMS`."""
    library: Library
    settings: Settings
    is_taken: Callable[[str], bool] = field(default=lambda path: False)
    """Whether there is a file at a path below the docs folder."""
    missing: Missing = field(default_factory=Missing)
    """What the library lacks because files are at fault."""

    @property
    def fields(self) -> tuple[Field, ...]:
        """What is asked, in order."""
        return FORMS[self.kind]

    def path(self, slug: str) -> str:
        """Give the path of the entry's file below the docs folder."""
        return f"{self.settings.folders[self.kind]}/{slug}.md"

    def proposal(self, asked: Field, given: Given) -> str:
        """Propose a value, or nothing."""
        if asked.name == "slug":
            named = given.get("date", "")[:4] if self.kind == "editions" else ""
            return self.free(named or slugify(given.get("title") or given.get("name") or ""))
        if asked.name == "date" and (self.kind == "answers" or asked.within == "consent"):
            return self.settings.today.isoformat()
        if asked.name == "edition":
            return self._edition()
        if asked.name == "number":
            numbers = [entry.meta.number or 0 for entry in self.library.editions.values()]
            return str(max(numbers) + 1) if any(numbers) else ""
        return ""

    def free(self, slug: str) -> str:
        """Give a name that no other file has: this one, or this one with a number."""
        if not slug:
            return ""
        names = chain([slug], (f"{slug}-{number}" for number in count(2)))
        return next(name for name in names if self._is_free(name))

    def choices(self, asked: Field) -> tuple[Choice, ...]:
        """Give the entries that a field may name, the likeliest first."""
        library = self.library
        if asked.name in {"speakers", "author"}:
            return tuple(Choice(key, entry.meta.name) for key, entry in library.members.items())
        if asked.name == "translation_of":
            talks = [talk for talk in library.talks.values() if not talk.meta.translation_of]
            return tuple(Choice(talk.slug, talk.meta.title) for talk in reversed(talks))
        if asked.name == "edition":
            editions = sorted(library.editions.values(), key=lambda entry: entry.meta.date)
            return tuple(Choice(entry.slug, entry.meta.title) for entry in reversed(editions))
        if asked.name == "question":
            shown = published(library).questions
            waiting = [key for key in shown if library.status(key).takes_answers]
            waiting.sort(key=lambda key: len(library.answers_by_question.get(key, ())))
            return tuple(Choice(key, library.questions[key].title) for key in waiting)
        return ()

    def read(self, asked: Field, text: str) -> tuple[str, Refusal | None]:
        """Read one value of a field.

        Returns:
            The value as it is written, and why it can't stand, if it can't.
        """
        value = one_line(text)
        if asked.name == "slug":
            return value, self._slug_refusal(value)
        if asked.name in _RULES:
            return self._chosen(asked, value)
        if asked.name == "schedule" and isinstance(in_one_line(value), str):
            return value, Refusal(*misread_slot(value))
        if asked.name in TOPICS and (known := self.library.topics.get(topic_key(value))):
            value = known.name
        nested: Any = value
        for key in reversed(asked.keys):
            nested = {key: nested}
        slug = "a/a/a" if self.kind == "answers" else "a"
        return value, next(self._refusals(slug, nested, _UNTOLD), None)

    def _chosen(self, asked: Field, value: str) -> tuple[str, Refusal | None]:
        """Find the entry that a value names: by its own name, or by what it is called."""
        choices = self.choices(asked)
        labels = {slugify(choice.label, longest=200): choice.key for choice in choices}
        name = slugify(value, longest=200)
        keys = {choice.key: choice.key for choice in choices}
        value = keys.get(value) or labels.get(name) or keys.get(name) or value
        rule = _RULES[asked.name]
        if asked.name == "author" and value in ANONYMOUS:
            return value, None
        fault = next(rule(Location(self.path("a")), value, Known(self.library, self.missing)), None)
        if fault is None:
            return value, None
        near = get_close_matches(name, labels, n=1)
        meant = say(Sentence.NEAR, near=labels[near[0]]) if near else fault.hint
        return value, Refusal(fault.message, meant)

    def _refusals(
        self, slug: str, values: Mapping[str, Any], untold: Collection[str]
    ) -> Iterator[Refusal]:
        source = read_source(self.path(slug), write_file(values))
        read = (
            read_entry(source, self.kind, self.settings) if isinstance(source, Source) else source
        )
        for fault in () if isinstance(read, Entry) else read:
            if fault.code not in untold:
                yield Refusal(fault.message, fault.hint)

    def _slug_refusal(self, slug: str) -> Refusal | None:
        if misnamed := next(self._refusals(slug, {}, _UNTOLD), None):
            return misnamed
        if self._is_free(slug):
            return None
        hint = say(Sentence.CALL_IT, name=self.free(slug))
        return Refusal(say(Sentence.NAME_TAKEN, name=slug), hint)

    def _is_free(self, slug: str) -> bool:
        path = self.path(slug)
        return not (
            kind_of(path, self.settings) != self.kind
            or slug in self.settings.words.values()
            or (self.kind == "answers" and slug in self.library.answers)
            or Addresses(self.settings).target(path) in self._former
            or self.is_taken(path)
        )

    @cached_property
    def _former(self) -> frozenset[str]:
        return frozenset(each.target for each in redirects(self.library, self.settings))

    def _edition(self) -> str:
        """Give the next edition, or the latest if none is to come."""
        days = {entry.meta.date: slug for slug, entry in self.library.editions.items()}
        coming = [day for day in days if day >= self.settings.today]
        return days[min(coming) if coming else max(days)] if days else ""


def one_line(text: str) -> str:
    """Give a text as a key holds it: on one line, without what the check wouldn't let stand."""
    return " ".join(tidy(text).split())


_RULES: Final[Mapping[str, Rule]] = {
    "speakers": unknown_member,
    "author": unknown_member,
    "edition": unknown_edition,
    "translation_of": unknown_talk,
    "question": unknown_question,
}
"""Rules over fields that name other entries."""

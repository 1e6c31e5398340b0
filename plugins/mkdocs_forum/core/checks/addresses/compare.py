"""Addresses are for ever: what was published once goes on leading somewhere.

Two publications are compared, a former one and the present one. What counts is what people link
to: the pages of editions, talks, members and questions, the anchors of answers, and every former
address that led to one of them. Topics, boards and other listings are derived from what entries
say, and change with it; documents to print follow the page of their entry. The host is left out:
who moves a site to another one redirects there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import PurePosixPath

from mkdocs_forum.core.checks.addresses.publication import Publication, Subject, address
from mkdocs_forum.core.model.kinds import Answer
from mkdocs_forum.core.reading.entry import Entry


class Reason(Enum):
    """Why addresses lead nowhere any more."""

    GONE = "gone"
    """What stood there was taken off, renamed or withheld."""
    MOVED = "moved"
    """It is there, but the site's configuration gives it another address."""
    FORGOTTEN = "forgotten"
    """It is there, but a former address of it isn't written any more."""


@dataclass(frozen=True)
class Cause:
    """What one change did, however many addresses it cost."""

    reason: Reason
    kind: str
    """Kind of what the addresses led to."""
    slug: str = ""
    """Its identifier; nothing where it concerns all of a kind."""

    @property
    def subject(self) -> Subject:
        """What the addresses led to."""
        return self.kind, self.slug


@dataclass(frozen=True)
class Comparison:
    """A former publication beside the present one."""

    before: Publication
    now: Publication
    renamed: Mapping[str, str]
    """Present paths of files by their former ones, below the docs folders."""

    def losses(self) -> Mapping[Cause, list[str]]:
        """Give the HTML files and anchors that lead nowhere any more, by what did it.

        What hangs on something else that is lost counts there: one change, one fault. What can't
        be read now isn't lost: its own fault is told already.
        """
        found: dict[Cause, list[str]] = {}
        for cause, place in [*self._pages(), *self._answers(), *self._redirects()]:
            if cause.reason is Reason.MOVED or not self._is_unread(cause.subject):
                found.setdefault(cause, []).append(place)
        return found

    def question_now(self, question: str) -> Subject | None:
        """Tell what the page shows to which the address of a question leads now."""
        return self.now.subject_at(self.before.file(("questions", question)))

    def subject_now(self, path: str) -> Subject | None:
        """Find the entry of a former file: at its path, or where the history saw it go."""
        return self.now.by_path.get(self.renamed.get(path, path))

    @cached_property
    def _lost(self) -> frozenset[Subject]:
        """All that had a page, and former names of questions, to which nothing leads now."""
        former = {**self.before.pages, **self.before.former_questions}
        return frozenset(subject for file, subject in former.items() if not self.now.serves(file))

    @cached_property
    def _lost_answers(self) -> Mapping[str, str]:
        """The anchor of each answer to which nothing leads now, though its question is there."""
        found = {}
        for key, answer in self.before.shown.answers.items():
            question = ("questions", answer.meta.question)
            if question not in self._lost and not self._is_kept(answer):
                found[key] = f"{self.before.file(question)}#{answer.slug}"
        return found

    def _is_kept(self, answer: Entry[Answer]) -> bool:
        """Whether an answer stands where its question leads, or why it doesn't is told already."""
        question = answer.meta.question
        if question not in self.before.shown.questions:
            return True
        present = self.question_now(question)
        if present is None and self.before.file(("questions", question)) in self.now.redirects:
            return True
        if present and f"{present[1]}/{answer.slug}" in self.now.shown.answers:
            return True
        moved = self.subject_now(answer.path)
        if moved is None or moved[0] != "answers":
            return False
        entry = self.now.library.answers[moved[1]]
        return entry.meta.question not in self.now.library.questions

    def _pages(self) -> Iterator[tuple[Cause, str]]:
        for file, subject in self.before.pages.items():
            if subject in self._lost:
                yield self._cause(subject), file
        for file, subject in self.before.former_questions.items():
            if subject in self._lost:
                present = self.before.subject_at(file)
                yield self._cause(present if present in self._lost else subject), file

    def _answers(self) -> Iterator[tuple[Cause, str]]:
        for answer in self.before.shown.answers.values():
            question = ("questions", answer.meta.question)
            if question in self._lost:
                yield self._cause(question), f"{self.before.file(question)}#{answer.slug}"
        for key, place in self._lost_answers.items():
            yield Cause(Reason.GONE, "answers", key), place

    def _redirects(self) -> Iterator[tuple[Cause, str]]:
        told = {**self.before.pages, **self.before.former_questions}
        for file, redirect in self.before.redirects.items():
            led = self.before.subject_at(file)
            if led is None or file in told or self.now.serves(file):
                continue
            owner = self.before.by_path[redirect.location.path]
            # That of a question of a talk that was renamed holds a name that the question bore.
            named = ("questions", f"{owner[1]}/{PurePosixPath(address(file)).stem}")
            if lost := next((found for found in (led, named) if found in self._lost), None):
                yield self._cause(lost), file
            elif owner[1] in self._lost_answers:
                yield Cause(Reason.GONE, *owner), file
            else:
                yield Cause(Reason.FORGOTTEN, *owner), file

    def _cause(self, subject: Subject) -> Cause:
        """Tell what cost something its address: itself, or what it hangs on."""
        if subject in self.now.subjects:
            return Cause(Reason.MOVED, subject[0])
        above = self._above(subject)
        return self._cause(above) if above in self._lost else Cause(Reason.GONE, *subject)

    def _above(self, subject: Subject) -> Subject | None:
        """Give what something hangs on: a question on its talk, a talk on its edition's draft."""
        kind, slug = subject
        if kind == "questions":
            return "talks", slug.split("/")[0]
        talk = self.now.library.talks.get(slug) if kind == "talks" else None
        return ("editions", talk.meta.edition) if talk and not talk.meta.draft else None

    def _is_unread(self, subject: Subject) -> bool:
        kind, slug = subject
        if kind == "questions":
            return self._is_unread(("talks", slug.split("/")[0]))
        path = self.before.entries[subject].path
        return any(self.now.is_unread(kind, name) for name in (path, self.renamed.get(path, path)))

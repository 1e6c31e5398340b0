"""What to write so that an address which leads nowhere any more leads on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from mkdocs_forum.core.checks.addresses.compare import Cause, Comparison, Reason
from mkdocs_forum.core.checks.addresses.publication import Page, Publication, Subject, address
from mkdocs_forum.core.checks.addresses.retired import NOTHING, Retired
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, Message, say
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.kinds import Answer, Member, Talk
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.reading.questions.scan import Question
from mkdocs_forum.core.words.similar_names import SimilarNames
from mkdocs_forum.core.words.slugs import slugify

ALIKE = 0.5
"""How much of its wording a question keeps at the least if it is another's successor."""

Remedy = tuple[Location, Message]
"""Where to write something, and what."""


def check_permanence(
    before: Publication,
    now: Publication,
    renamed: Mapping[str, str],
    retired: Retired = NOTHING,
) -> Iterator[Diagnostic]:
    """Report addresses that were published and lead nowhere any more, one fault for each cause.

    Arguments:
        before: What was published once.
        now: What is published now.
        renamed: Present paths of files by their former ones, as far as the history tells.
        retired: Addresses that were given up on purpose.
    """
    comparison = Comparison(before, now, renamed)
    remedies = _Remedies(comparison, before, now, SimilarNames())
    for cause, lost in comparison.losses().items():
        places = [place for place in lost if not retired.holds(place)]
        if not places:
            continue
        first, sign, anchor = places[0].partition("#")
        shown = address(first) + sign + anchor
        message = say("'{address}' no longer leads anywhere", address=shown)
        if len(places) > 1:
            message = say(
                "{count} addresses no longer lead anywhere, among them '{address}'",
                count=len(places),
                address=shown,
            )
        where, hint = remedies.find(cause, places)
        yield Diagnostic(where, "F210", message, hint)


@dataclass(frozen=True)
class _Remedies:
    comparison: Comparison
    before: Publication
    now: Publication
    near: SimilarNames

    def find(self, cause: Cause, files: Sequence[str]) -> Remedy:
        if cause.reason is Reason.MOVED:
            return self._moved(files)
        if cause.kind == "questions":
            return self._question(cause.slug, files[0])
        if cause.reason is Reason.FORGOTTEN:
            return self._forgotten(cause.subject, files)
        if cause.kind == "answers":
            return self._answer(cause.slug)
        return self._entry(cause.subject, files)

    def _moved(self, files: Sequence[str]) -> Remedy:
        """Offer to take a change of the configuration back."""
        subject = self.before.pages[files[0]]
        former, present = self.before.settings, self.now.settings
        option = f"folders: {{{subject[0]}: {former.folders[subject[0]]}}}"
        if former.directory_urls != present.directory_urls:
            option = f"use_directory_urls: {str(former.directory_urls).lower()}"
        if subject[0] == "questions":
            where = self.now.library.questions[subject[1]].location
            return where, say("write '{option}' in mkdocs.yml again", option=option)
        hint = say(
            "write '{option}' in mkdocs.yml again, or each former address in its file, "
            "here '{line}'",
            option=option,
            line=_aliases((), files[:1]),
        )
        return Location(self.now.entries[subject].path), hint

    def _entry(self, subject: Subject, files: Sequence[str]) -> Remedy:
        """Offer what makes the page of an entry lead on: its own, or that of its successor."""
        redirect = self.now.withheld.get(files[0])
        hidden = self.now.by_path[redirect.location.path] if redirect else subject
        if hidden in self.now.entries:
            return _publish(self.now.entries[hidden], self.now.library)
        old = self.before.entries[subject]
        own = [file for file in files[1:] if self._is_alias(file, old)]
        return _lead(self._successor(subject[0], old), old, [files[0], *own])

    def _is_alias(self, file: str, entry: Page) -> bool:
        is_written = file in self.before.written and file not in self.before.former_questions
        return is_written and self.before.redirects[file].location.path == entry.path

    @cached_property
    def _new(self) -> Mapping[str, Mapping[str, Page]]:
        """Entries that weren't published before, by kind and slug."""
        new: dict[str, dict[str, Page]] = {}
        for subject, entry in self.now.entries.items():
            if subject not in self.before.subjects:
                new.setdefault(subject[0], {})[subject[1]] = entry
        return new

    @cached_property
    def _new_titles(self) -> Mapping[tuple[str, str], Page]:
        """Those entries by kind and title; of two, the first counts."""
        return {
            (kind, slugify(_title(entry))): entry
            for kind, entries in self._new.items()
            for entry in reversed(list(entries.values()))
        }

    def _successor(self, kind: str, old: Page) -> Page | None:
        """Find the new entry that most likely took the place of another."""
        new = self._new.get(kind, {})
        if entry := self._new_titles.get((kind, slugify(_title(old)))):
            return entry
        if kind == "members":
            return None  # Files that look alike don't make two people one.
        moved = self.comparison.subject_now(old.path)
        if moved and moved[0] == kind and moved[1] in new:
            return new[moved[1]]
        near = self.near.seek(old.slug, lambda: new, among=kind, path=old.path)
        return new[near[0]] if near else None

    def _forgotten(self, subject: Subject, files: Sequence[str]) -> Remedy:
        """Offer to write the former addresses of an entry again."""
        old = self.before.entries[subject]
        present = self._answer_now(subject[1]) if subject[0] == "answers" else self._now(subject)
        written = [file for file in files if file in self.before.written]
        return _lead(self.now.entries.get(present), old, written or files)

    def _now(self, subject: Subject) -> Subject:
        """Tell what the address of an entry leads to now; itself if that can't be told."""
        return self.now.subject_at(self.before.file(subject)) or subject

    def _answer_now(self, key: str) -> Subject:
        """Tell what an answer is called now if it kept its name."""
        question, _, name = key.rpartition("/")
        _, present = self.comparison.question_now(question) or ("", question)
        return "answers", f"{present}/{name}"

    def _answer(self, key: str) -> Remedy:
        """Offer to give an answer back the name or the question that it had."""
        old = self.before.library.answers[key]
        subject = self._answer_now(key)
        if subject in self.now.entries:
            return _publish(self.now.entries[subject], self.now.library)
        question, _, name = subject[1].rpartition("/")
        path = f"{question}/{name}.md" if old.path.count("/") > 1 else f"{name}.md"
        path = f"{self.now.settings.folders['answers']}/{path}"
        found = self._answer_elsewhere(old, question)
        if found is None:
            return Location(old.path), say("put the file back, unless it was withdrawn on purpose")
        if found.path == path:
            where = found.source.locate("question")
            return where, say("write 'question: {question}' again", question=question)
        if old.meta.member and old.meta.member not in self.now.library.members:
            hint = say(
                "give this file its former name '{path}' again, and the page of its author "
                "'{name}.md'",
                path=path,
                name=old.meta.author,
            )
            return Location(found.path), hint
        return Location(found.path), say("give this file its former name '{path}' again", path=path)

    def _answer_elsewhere(self, old: Entry[Answer], question: str) -> Entry[Answer] | None:
        """Find an answer in another file, or else a new one of its author to its question."""
        answers = self.now.library.answers
        moved = self.comparison.subject_now(old.path)
        if moved and moved[1] in answers:
            return answers[moved[1]]
        for key in self.now.library.answers_by_question.get(question, ()):
            is_new = f"{old.meta.question}/{answers[key].slug}" not in self.before.shown.answers
            if is_new and answers[key].meta.author == old.meta.author:
                return answers[key]
        return None

    def _question(self, key: str, file: str) -> Remedy:
        """Offer the name that a question bears now, or else to ask it again."""
        talk, _, name = key.partition("/")
        host = self._now(("talks", talk))
        entry = self.now.entries.get(host)
        asked = [
            self.now.library.questions[present]
            for present in self.now.library.questions_by_talk.get(host[1], ())
            if host[0] == "talks"
        ]
        if entry is None:
            return _lead(None, self.before.entries["talks", talk], [file])
        if near := self._near(key, file, asked):
            hint = say(
                "write '{former}: {present}' under 'question_aliases:' in the frontmatter",
                former=name,
                present=near.slug,
            )
            return near.location, hint
        hint = say(
            "put the question back, with '{{#{id}}}' at its end, or write '{line}' "
            "in the frontmatter",
            id=name,
            line=_aliases(entry.meta.aliases, [file]),
        )
        return asked[0].location if asked else Location(entry.path), hint

    def _near(self, key: str, file: str, asked: Iterable[Question]) -> Question | None:
        """Find what a question, or a former name of one, is called now."""
        _, former = self.before.subject_at(file) or ("", key)
        _, present = self.comparison.question_now(former) or ("", "")
        by_id = {question.id: question for question in asked}
        if present in by_id:
            return by_id[present]
        talk = key.partition("/")[0]
        new = [
            question
            for question in by_id.values()
            if f"{talk}/{question.slug}" not in self.before.shown.questions
        ]
        old = self.before.library.questions.get(former)
        titles = {question.title: question for question in new}
        names = {question.slug: question for question in new}
        if old and (near := get_close_matches(old.title, titles, n=1, cutoff=ALIKE)):
            return titles[near[0]]
        near = get_close_matches(key.partition("/")[2], names, n=1)
        return names[near[0]] if near else None


def _publish(entry: Page, library: Library) -> Remedy:
    """Offer to show what is withheld as a draft."""
    if isinstance(entry.meta, Talk) and not entry.meta.draft:
        edition = library.editions.get(entry.meta.edition)
        if not (edition and edition.meta.draft):
            hint = say("the page of a speaker is a draft: publish that")
            return entry.source.locate("speakers"), hint
        hint = say("its edition is a draft: publish that, or name another one")
        return entry.source.locate("edition"), hint
    hint = say("remove this line: what was published once stays published")
    return entry.source.locate_key("draft"), hint


def _lead(entry: Page | None, old: Page, files: Sequence[str]) -> Remedy:
    """Offer to write former addresses into the entry that they shall lead to."""
    if entry:
        line = _aliases(entry.meta.aliases, files)
        hint = say("write '{line}' in the frontmatter", line=line)
        return entry.source.locate_key("aliases"), hint
    line = _aliases((), files)
    hint = say("write '{line}' in the file that replaces it, or put this one back", line=line)
    if isinstance(old.meta, Member):
        hint = say(
            "write '{line}' in the new file of the same person, or put this one back, "
            "unless it was withdrawn on purpose",
            line=line,
        )
    return Location(old.path), hint


def _aliases(present: Sequence[str], files: Sequence[str]) -> str:
    """Give the line that adds former addresses to those which an entry has."""
    names = list(dict.fromkeys([*present, *map(address, files)]))
    return f"aliases: [{', '.join(names)}]" if len(names) > 1 else f"aliases: {names[0]}"


def _title(entry: Page) -> str:
    return str(getattr(entry.meta, "title", None) or getattr(entry.meta, "name", ""))

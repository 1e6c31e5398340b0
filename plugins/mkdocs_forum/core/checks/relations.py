"""Rules over what entries name: other entries, which have to be there."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, Message, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.library.dialogue import named
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.namesakes import member_called
from mkdocs_forum.core.model.kinds import ANONYMOUS, Talk
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.reading.read import Missing
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.repository.forge import PLACEHOLDERS
from mkdocs_forum.core.words.similar_names import SimilarNames
from mkdocs_forum.core.words.slugs import slugify


@dataclass(frozen=True)
class Known:
    """What a name may mean."""

    library: Library
    """All entries, drafts included."""
    missing: Missing
    """What it lacks because files are at fault."""
    near: SimilarNames = field(default_factory=SimilarNames)
    """Seeks near names."""


MOST_OFFERED: Final = 20
"""Editions, or answers to a question, that are offered in place of one that isn't there."""

Rule = Callable[[Location, str, Known], Iterator[Diagnostic]]


def check_relations(library: Library, missing: Missing) -> Iterator[Diagnostic]:
    """Report whatever names another entry in vain, with the name that may be meant."""
    known = Known(library, missing)
    for rule in (_talks, _answers, _outcomes, _unreadable, _withheld):
        yield from rule(known)


def _talks(known: Known) -> Iterator[Diagnostic]:
    """Report talks of unknown editions or speakers, and former question names that lead nowhere."""
    for talk in known.library.talks.values():
        yield from unknown_edition(talk.source.locate("edition"), talk.meta.edition, known)
        for number, speaker in enumerate(talk.meta.speakers):
            where = talk.source.locate("speakers", number)
            yield from unknown_member(where, speaker, known)
        yield from _former_names(talk, known)


def _former_names(talk: Entry[Talk], known: Known) -> Iterator[Diagnostic]:
    names = {question.slug for question in known.library.asked(talk.slug)}
    for former, present in talk.meta.question_aliases.items():
        if present not in names:
            message = say("no question of this talk is called '{wanted}'", wanted=present)
            found = known.near.seek(present, lambda: names, among=talk.path, path=talk.path)
            yield _unknown(talk.source.locate("question_aliases", former), "F205", message, found)


def _answers(known: Known) -> Iterator[Diagnostic]:
    """Report answers to questions that do not exist, and authors who are no members."""
    for answer in known.library.answers.values():
        where = answer.source.locate("question")
        yield from unknown_question(where, answer.meta.question, known)
        if member := answer.meta.member:
            yield from unknown_member(answer.source.locate("author"), member, known)
    for key in known.library.answers:
        yield from _dialogue(key, known)


def _dialogue(key: str, known: Known) -> Iterator[Diagnostic]:
    """Report what an answer names as another to the same question in vain."""
    answer = known.library.answers[key]
    question = answer.meta.question
    for name, number, wanted in named(key, known.library):
        where, slug = answer.source.locate(name, number), wanted.rpartition("/")[2]
        is_unread = question not in known.library.questions or (
            ("answers", slug) in known.missing.unread
        )
        if wanted == key:
            message = say("an answer can't speak of itself here")
            yield Diagnostic(where, "F220", message, say("name another answer to the question"))
        elif wanted not in known.library.answers and not is_unread:
            message = say("this question has no answer called '{wanted}'", wanted=slug)
            others = [
                other.rpartition("/")[2]
                for other in known.library.answers_by_question[question][:MOST_OFFERED]
                if other != key
            ]
            near = get_close_matches(slug, others, n=1)
            hint = say("its other answers are: {names}", names=", ".join(others))
            yield _unknown(where, "F220", message, near, hint if others else None)


def _outcomes(known: Known) -> Iterator[Diagnostic]:
    """Report outcomes of questions that do not exist, and what they name in vain."""
    for outcome in known.library.outcomes.values():
        yield from unknown_question(Location(outcome.path), outcome.slug, known)
        if outcome.meta.by:
            yield from unknown_member(outcome.source.locate("by"), outcome.meta.by, known)
        for key in ("asked_of", "promised_by"):
            for number, member in enumerate(getattr(outcome.meta, key)):
                yield from unknown_member(_name(outcome.source, key, member, number), member, known)
        other = outcome.meta.duplicate_of
        if other:
            where = outcome.source.locate("duplicate_of")
            yield from unknown_question(where, other, known)
        if other == outcome.slug:
            message = say("a question can't be a duplicate of itself")
            hint = say("name the other question as 'talk/question'")
            yield Diagnostic(outcome.source.locate("duplicate_of"), "F204", message, hint)


def _name(source: Source, key: str, member: str, number: int) -> Location:
    """Find a member in a list of names, or among those that have days."""
    is_dated = isinstance(source.meta.get(key), dict)
    return source.locate_key(key, member) if is_dated else source.locate(key, number)


def _unreadable(known: Known) -> Iterator[Diagnostic]:
    """Report what texts name in vain of which no entry could be made."""
    for unreadable in known.missing.unreadable:
        for name in unreadable.names:
            yield from _RULES[name.kind](name.location, name.wanted, known)


def _withheld(known: Known) -> Iterator[Diagnostic]:
    """Report what isn't shown only because the page of whoever wrote it is a draft."""
    library = known.library
    drafts = {slug for slug, member in library.members.items() if member.meta.draft}
    named = [
        *((entry, "speakers", entry.meta.speakers) for entry in library.talks.values()),
        *((entry, "author", (entry.meta.author,)) for entry in library.answers.values()),
        *((entry, "by", (entry.meta.by,)) for entry in library.outcomes.values()),
    ]
    for entry, key, slugs in named if drafts else ():
        if hidden := not getattr(entry.meta, "draft", False) and drafts.intersection(slugs):
            message = say("this isn't shown: the page of '{name}' is a draft", name=min(hidden))
            hint = say("publish that page once the member agrees, or make this a draft, too")
            yield Diagnostic(entry.source.locate(key), "F219", message, hint)


def _is_known(kind: str, slug: str, slugs: Collection[str], missing: Missing) -> bool:
    return slug in slugs or (kind, slug) in missing.unread


def unknown_edition(where: Location, wanted: str, known: Known) -> Iterator[Diagnostic]:
    """Report an edition that isn't there."""
    library = known.library
    if _is_known("editions", wanted, library.editions, known.missing):
        return
    message = say("no edition is called '{wanted}'", wanted=wanted)
    if present := library.former_names["editions"].get(wanted):
        yield _unknown(where, "F202", message, [present])
        return
    if not library.editions:
        hint = say("write it first, in a file called '{name}.md'", name=wanted)
        yield Diagnostic(where, "F202", message, hint)
        return
    # Years are alike: all editions are told, the last ones first.
    names = sorted(library.editions, reverse=True)[:MOST_OFFERED]
    hint = say("the editions are: {names}", names=", ".join(names))
    yield Diagnostic(where, "F202", message, hint)


def unknown_question(where: Location, wanted: str, known: Known) -> Iterator[Diagnostic]:
    """Report a question that isn't there."""
    talk = wanted.split("/")[0]
    library, near = known.library, known.near
    if wanted in library.questions or ("talks", talk) in known.missing.unread:
        return
    message = say(Sentence.NO_QUESTION, wanted=wanted)
    if present := library.former_questions.get(wanted):
        hint = say(
            "it is called '{name}' now: write that here, or move the file there", name=present
        )
        yield Diagnostic(where, "F201", message, hint)
        return
    place = known.missing.misread.get(talk)
    # A forum has thousands of questions: those of the talk that is meant are near enough.
    talks = [talk]
    if talk not in library.talks:
        talks = near.seek(talk, lambda: library.talks, among="talks", path=where.path, most=3)
    keys = [key for name in talks for key in library.questions_by_talk.get(name, ())]
    found = near.seek(wanted, lambda: keys, among="questions", path=where.path) if keys else []
    if place:
        message = say(
            "no question is called '{wanted}': the list of questions in '{path}' has a "
            "mistake in line {line}",
            wanted=wanted,
            path=place.path,
            line=place.line,
        )
        hint = say(
            "you don't have to change anything here: this is shown once that list is corrected"
        )
        if found:
            hint = say(
                "did you mean '{near}'? If not, this is shown once that list is corrected",
                near=found[0],
            )
        yield Diagnostic(where, "F211", message, hint)
        return
    names = [library.questions[key].slug for key in keys]
    hint = say("the talk's questions are: {names}", names=", ".join(names))
    otherwise = hint if talks == [talk] and names else None
    yield _unknown(where, "F201", message, found, otherwise)


def unknown_talk(where: Location, wanted: str, known: Known) -> Iterator[Diagnostic]:
    """Report a talk that isn't there."""
    library = known.library
    if _is_known("talks", wanted, library.talks, known.missing):
        return
    message = say("no talk is called '{wanted}'", wanted=wanted)
    found = known.near.seek(wanted, lambda: library.talks, among="talks", path=where.path)
    yield _unknown(where, "F230", message, found)


def unknown_member(where: Location, wanted: str, known: Known) -> Iterator[Diagnostic]:
    """Report a member who isn't there."""
    library, missing = known.library, known.missing
    if _is_known("members", wanted, library.members, missing):
        return
    message = say("no member is called '{wanted}'", wanted=wanted)
    present = library.former_names["members"].get(wanted)
    head, _, number = wanted.rpartition("-")
    if wanted in PLACEHOLDERS.values():
        hint = say("write your own name there, as on your page")
        yield Diagnostic(where, "F203", message, hint)
    elif present:
        yield _unknown(where, "F203", message, [present])
    elif number.isdigit() and (
        head in ANONYMOUS or _is_known("members", head, library.members, missing)
    ):
        hint = say("write 'author: {name}' if it is a further answer", name=head)
        yield Diagnostic(where, "F203", message, hint)
    else:
        names = [*library.members, *missing.members()]
        called = member_called(wanted, library)
        found = (
            [called.slug]
            if called
            else known.near.seek(wanted, lambda: names, among="members", path=where.path)
        )
        hint = say(
            "a member has a page, in a file called '{name}.md'", name=slugify(wanted) or wanted
        )
        yield _unknown(where, "F203", message, found, hint)


def _unknown(
    where: Location,
    code: str,
    message: Message,
    near: Sequence[str],
    otherwise: Message | None = None,
) -> Diagnostic:
    hint = say(Sentence.NEAR, near=near[0]) if near else otherwise
    return Diagnostic(where, code, message, hint)


_RULES: Final[Mapping[str, Rule]] = {
    "editions": unknown_edition,
    "members": unknown_member,
    "questions": unknown_question,
}
"""Rule over a name of each kind of entry."""

"""Rules over the whole library: what no entry can tell by itself."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Final

from mkdocs_forum.core.content import Answer, Edition, Member, Meta, Talk
from mkdocs_forum.core.diagnostics import Diagnostic, Location, Message, say
from mkdocs_forum.core.entries import Entry
from mkdocs_forum.core.forge import PLACEHOLDERS
from mkdocs_forum.core.library import Library, answer_id, of
from mkdocs_forum.core.near import NearNames
from mkdocs_forum.core.sentences import Sentence
from mkdocs_forum.core.slugs import skeleton, slugify

Rule = Callable[[Library], Iterator[Diagnostic]]
Relation = Callable[[Library, NearNames], Iterator[Diagnostic]]

AHEAD: Final = 31
"""Days by which a day may be later than that of the build, which is the day of the last commit."""


def check_talks(library: Library, near: NearNames) -> Iterator[Diagnostic]:
    """Report talks of unknown editions or speakers, and former question names that lead nowhere."""
    for talk in library.talks.values():
        yield from unknown_edition(talk.source.locate("edition"), talk.meta.edition, library, near)
        for number, speaker in enumerate(talk.meta.speakers):
            where = talk.source.locate("speakers", number)
            yield from unknown_member(where, speaker, library, near)
        yield from _former_names(talk, library, near)


def _former_names(talk: Entry[Talk], library: Library, near: NearNames) -> Iterator[Diagnostic]:
    names = {question.slug for question in library.asked(talk.slug)}
    for former, present in talk.meta.question_aliases.items():
        if present not in names:
            message = say("no question of this talk is called '{wanted}'", wanted=present)
            found = near.seek(present, lambda: names, among=talk.path, path=talk.path)
            yield _unknown(talk.source.locate("question_aliases", former), "F205", message, found)


def check_answers(library: Library, near: NearNames) -> Iterator[Diagnostic]:
    """Report answers to questions that do not exist, and authors who are no members."""
    for answer in library.answers.values():
        where = answer.source.locate("question")
        yield from unknown_question(where, answer.meta.question, library, near)
        yield from unknown_member(answer.source.locate("author"), answer.meta.author, library, near)
        if not (answer.body.strip() or answer.meta.draft):
            message = say(Sentence.NO_ANSWER)
            yield Diagnostic(Location(answer.path), "F212", message, say(Sentence.WRITE_ANSWER))


def check_outcomes(library: Library, near: NearNames) -> Iterator[Diagnostic]:
    """Report outcomes of questions that do not exist, and what they name in vain."""
    for outcome in library.outcomes.values():
        yield from unknown_question(Location(outcome.path), outcome.slug, library, near)
        if outcome.meta.by:
            yield from unknown_member(outcome.source.locate("by"), outcome.meta.by, library, near)
        other = outcome.meta.duplicate_of
        if other:
            where = outcome.source.locate("duplicate_of")
            yield from unknown_question(where, other, library, near)
        if other == outcome.slug:
            message = say("a question can't be a duplicate of itself")
            hint = say("name the other question as 'talk/question'")
            yield Diagnostic(outcome.source.locate("duplicate_of"), "F204", message, hint)
        if outcome.body.strip() and not (outcome.meta.status or outcome.meta.by):
            message = say("this text is shown as what became of the question, and nobody signs it")
            hint = say("add 'status:' or 'by:', or put it among the answers if it is one")
            yield Diagnostic(Location(outcome.path), "F213", message, hint)


def check_names(entries: Iterable[Entry[Meta]]) -> Iterator[Diagnostic]:
    """Report answers to one question that have one name, of which but one could be shown."""
    first: dict[str, str] = {}
    for answer in of(Answer, entries):
        path = first.setdefault(answer_id(answer), answer.path)
        if path != answer.path:
            message = say("'{path}' holds an answer of this name to the same question", path=path)
            hint = say("call this file '{name}-2.md'", name=answer.meta.author)
            yield Diagnostic(Location(answer.path), "F208", message, hint)


def check_alike(entries: Iterable[Entry[Meta]]) -> Iterator[Diagnostic]:
    """Report editions, talks and members whose names differ only by signs that look alike."""
    first: dict[tuple[type[Meta], str], str] = {}
    for entry in entries:
        if not isinstance(entry.meta, Edition | Talk | Member):
            continue
        name = first.setdefault((type(entry.meta), skeleton(entry.slug)), entry.slug)
        if name != entry.slug:
            message = say(Sentence.LOOKS_LIKE, name=entry.slug, other=name)
            hint = say(Sentence.RENAME_ONE)
            yield Diagnostic(Location(entry.path), "F125", message, hint)


def check_published(whole: Library, shown: Library) -> Iterator[Diagnostic]:
    """Report duplicates of questions that are asked in a draft: their pages lead nowhere."""
    for outcome in shown.outcomes.values():
        other = outcome.meta.duplicate_of
        if other in whole.questions and other not in shown.questions:
            yield Diagnostic(
                outcome.source.locate("duplicate_of"),
                "F207",
                say("the question '{other}' is asked in a draft", other=other),
                say("publish its talk, or name another question"),
            )


def check_consent(library: Library) -> Iterator[Diagnostic]:
    """Report contact data that no consent names: it isn't published, but it can be read here."""
    for member in library.members.values():
        contact = member.meta.contact
        given = {
            "email": (contact.email, ("contact", "email")),
            "phone": (contact.phone, ("contact", "phone")),
            "address": (contact.address, ("contact", "address")),
            "photo": (member.meta.photo, ("photo",)),
        }
        named = member.meta.consent.publish if member.meta.consent else ()
        for name, (value, keys) in given.items():
            if value and name not in named:
                yield Diagnostic(
                    member.source.locate_key(*keys),
                    "F301",
                    say(Sentence.NO_CONSENT, name=name),
                    say(Sentence.NAME_IN_CONSENT),
                )


def check_topics(library: Library) -> Iterator[Diagnostic]:
    """Report spellings of a topic that differ only by case, accent or plural."""
    for topic in library.topics.values():
        for spelling, places in topic.spellings.items():
            if spelling != topic.name:
                message = say(Sentence.OTHER_SPELLING, found=spelling)
                hint = say(Sentence.AS_ELSEWHERE, name=topic.name)
                for place in places:
                    yield Diagnostic(place, "F302", message, hint)


def check_dates(library: Library, today: datetime.date) -> Iterator[Diagnostic]:
    """Report answers that are older than the talk whose question they answer, and days to come.

    A talk that is still to come may be answered in advance. Once it is given, such an answer is
    confirmed by the day on which it was last changed.
    """
    for answer in library.answers.values():
        talk = library.talks.get(answer.meta.question.split("/")[0])
        edition = library.editions.get(talk.meta.edition) if talk else None
        given = (talk and talk.meta.date) or (edition and edition.meta.date)
        if given and (answer.meta.updated or answer.meta.date) < given <= today:
            message = say(Sentence.OLDER_THAN_TALK, date=given)
            hint = say(Sentence.DAY_OF_WRITING)
            yield Diagnostic(answer.source.locate("date"), "F209", message, hint)
        yield from _to_come(answer.source.locate("date"), answer.meta.date, today)
        yield from _to_come(answer.source.locate("updated"), answer.meta.updated, today)
    for member in library.members.values():
        if member.meta.consent:
            where = member.source.locate("consent", "date")
            yield from _to_come(where, member.meta.consent.date, today)


def _to_come(
    where: Location, day: datetime.date | None, today: datetime.date
) -> Iterator[Diagnostic]:
    if day and day - today > datetime.timedelta(AHEAD):
        message = say(Sentence.DAY_TO_COME, date=day)
        yield Diagnostic(where, "F214", message, say(Sentence.DAY_OF_DEED))


def check_last_days(library: Library) -> Iterator[Diagnostic]:
    """Report last days that are before the first ones."""
    meetings = library.editions.values()
    ends = [(each.source, "end_date", each.meta.date, each.meta.end_date) for each in meetings]
    answers = library.answers.values()
    ends += [(each.source, "updated", each.meta.date, each.meta.updated) for each in answers]
    for source, key, first, last in ends:
        if last and last < first:
            message = say("'{key}' is before 'date', which is {first}", key=key, first=first)
            hint = say("correct one of the two days")
            yield Diagnostic(source.locate(key), "F215", message, hint)


def check_question_names(library: Library) -> Iterator[Diagnostic]:
    """Report questions that something refers to, though their name is made of their wording."""
    for key, question in library.questions.items():
        if question.naming and (key in library.answers_by_question or key in library.outcomes):
            message = say("this question has no name of its own, but answers refer to it")
            hint = say("write ' {{#{id}}}' at its end", id=question.slug)
            yield Diagnostic(question.location, "F139", message, hint, question.naming)


RELATIONS: tuple[Relation, ...] = (check_talks, check_answers, check_outcomes)
"""Rules over what entries name: they offer a near name for a wrong one."""
RULES: tuple[Rule, ...] = (
    check_consent,
    check_topics,
    check_last_days,
    check_question_names,
)
"""All others."""


def check(library: Library) -> Iterator[Diagnostic]:
    """Apply every rule."""
    near = NearNames()
    for relation in RELATIONS:
        yield from relation(library, near)
    for rule in RULES:
        yield from rule(library)


def _is_known(kind: str, slug: str, known: Collection[str], library: Library) -> bool:
    return slug in known or (kind, slug) in library.unread


def unknown_edition(
    where: Location, wanted: str, library: Library, near: NearNames
) -> Iterator[Diagnostic]:
    """Report an edition that isn't there."""
    if not _is_known("editions", wanted, library.editions, library):
        message = say(Sentence.NO_EDITION, wanted=wanted)
        known = library.editions
        found = near.seek(wanted, lambda: known, among="editions", path=where.path)
        yield _unknown(where, "F202", message, found)


def unknown_question(
    where: Location, wanted: str, library: Library, near: NearNames
) -> Iterator[Diagnostic]:
    """Report a question that isn't there."""
    talk = wanted.split("/")[0]
    if wanted in library.questions or ("talks", talk) in library.unread:
        return
    message = say(Sentence.NO_QUESTION, wanted=wanted)
    if (entry := library.talks.get(talk)) and wanted.startswith(f"{talk}/"):
        present = entry.meta.question_aliases.get(wanted.removeprefix(f"{talk}/"))
        if present and f"{talk}/{present}" in library.questions:
            hint = say(Sentence.RENAMED, name=f"{talk}/{present}")
            yield Diagnostic(where, "F201", message, hint)
            return
    place = library.misread.get(talk)
    # A forum has thousands of questions: those of the talk that is meant are near enough.
    talks = [talk]
    if talk not in library.talks:
        talks = near.seek(talk, lambda: library.talks, among="talks", path=where.path, most=3)
    known = [key for name in talks for key in library.questions_by_talk.get(name, ())]
    found = near.seek(wanted, lambda: known, among="questions", path=where.path) if known else []
    if place:
        message = say(Sentence.NOT_LISTED, wanted=wanted, path=place.path, line=place.line)
        hint = say(Sentence.NEAR_OR_LATER, near=found[0]) if found else say(Sentence.LATER)
        yield Diagnostic(where, "F211", message, hint)
        return
    names = [library.questions[key].slug for key in known]
    hint = say(Sentence.QUESTIONS_OF_TALK, names=", ".join(names))
    otherwise = hint if talks == [talk] and names else None
    yield _unknown(where, "F201", message, found, otherwise)


def unknown_member(
    where: Location, wanted: str, library: Library, near: NearNames
) -> Iterator[Diagnostic]:
    """Report a member who isn't there."""
    if _is_known("members", wanted, library.members, library):
        return
    message = say(Sentence.NO_MEMBER, wanted=wanted)
    head, _, number = wanted.rpartition("-")
    if wanted in PLACEHOLDERS.values():
        yield Diagnostic(where, "F203", message, say(Sentence.OWN_NAME))
    elif number.isdigit() and _is_known("members", head, library.members, library):
        yield Diagnostic(where, "F203", message, say(Sentence.FURTHER_ANSWER, name=head))
    else:
        found = near.seek(wanted, lambda: _members(library), among="members", path=where.path)
        hint = say(Sentence.PAGE_OF_MEMBER, name=slugify(wanted) or wanted)
        yield _unknown(where, "F203", message, found, hint)


def _members(library: Library) -> list[str]:
    unread = [slug for kind, slug in library.unread if kind == "members"]
    return [*library.members, *sorted(unread)]


def _unknown(
    where: Location,
    code: str,
    message: Message,
    near: Sequence[str],
    otherwise: Message | None = None,
) -> Diagnostic:
    hint = say(Sentence.NEAR, near=near[0]) if near else otherwise
    return Diagnostic(where, code, message, hint)

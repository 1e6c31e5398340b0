"""Rules over the whole library: what no entry can tell by itself."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from mkdocs_forum.core.checks.entries.programme import check_programmes
from mkdocs_forum.core.checks.entries.topics import check_topics
from mkdocs_forum.core.checks.entries.translations import check_translations
from mkdocs_forum.core.checks.relations import check_relations
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.library.dialogue import named
from mkdocs_forum.core.library.library import Library, answer_id, of
from mkdocs_forum.core.model.kinds import Answer, Edition, Member, Talk
from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.reading.markdown.links import COMMENT
from mkdocs_forum.core.reading.read import Missing
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.words.contacts import contact_lines, contacts
from mkdocs_forum.core.words.slugs import skeleton

Rule = Callable[[Library, Missing], Iterator[Diagnostic]]

AHEAD: Final = 31
"""Days by which a day may be later than that of the build, which is the day of the last commit."""


def check_texts(library: Library, missing: Missing) -> Iterator[Diagnostic]:
    """Report answers and syntheses without a text, and texts of outcomes that nobody signs."""
    for answer in library.answers.values():
        if not answer.meta.draft:
            yield from _no_text(answer.source, "answers")
    for outcome in library.outcomes.values():
        yield from _no_text(outcome.source, "questions")
    for unreadable in missing.unreadable:
        if not unreadable.source.meta.get("draft"):
            yield from _no_text(unreadable.source, unreadable.kind)
    for outcome in library.outcomes.values():
        # A key that is at fault says so, too.
        keys = outcome.source.meta
        if outcome.body.strip() and not (keys.get("status") or keys.get("by")):
            message = say("this text is shown as the conclusion, and doesn't say who wrote it")
            hint = say("add 'status:' or 'by:', or put it among the answers if it is one")
            yield Diagnostic(Location(outcome.path), "F213", message, hint)


def _no_text(source: Source, kind: str) -> Iterator[Diagnostic]:
    """Report a text of which its page would show nothing."""
    if COMMENT.sub("", source.body).strip():
        return
    if kind == "answers":
        hint = say("write it below the second line '---'")
        yield Diagnostic(Location(source.path), "F212", say("the answer has no text"), hint)
    elif kind == "questions" and source.meta.get("status") == Status.SYNTHESISED:
        hint = say("write it below the second line '---', or remove 'status'")
        yield Diagnostic(source.locate("status"), "F212", say("the synthesis has no text"), hint)


def check_names(entries: Iterable[Entry[Meta]]) -> Iterator[Diagnostic]:
    """Report answers to one question that have one name, of which but one could be shown."""
    first: dict[str, str] = {}
    for answer in of(Answer, entries):
        path = first.setdefault(answer_id(answer), answer.path)
        if path != answer.path:
            message = say(
                "'{path}' already contains an answer of this name to the same question", path=path
            )
            hint = say("name this file '{name}-2.md'", name=answer.meta.author)
            yield Diagnostic(Location(answer.path), "F208", message, hint)


def check_alike(entries: Iterable[Entry[Meta]]) -> Iterator[Diagnostic]:
    """Report editions, talks and members whose names differ only by signs that look alike."""
    first: dict[tuple[type[Meta], str], str] = {}
    for entry in entries:
        if not isinstance(entry.meta, Edition | Talk | Member):
            continue
        name = first.setdefault((type(entry.meta), skeleton(entry.slug)), entry.slug)
        if name != entry.slug:
            message = say("'{name}' looks like '{other}'", name=entry.slug, other=name)
            hint = say("give one of the two files another name")
            yield Diagnostic(Location(entry.path), "F125", message, hint)


def check_published(whole: Library, shown: Library) -> Iterator[Diagnostic]:
    """Report what names a question or an answer that only a draft has: it leads nowhere."""
    for outcome in shown.outcomes.values():
        other = whole.outcomes[outcome.slug].meta.duplicate_of
        if other in whole.questions and other not in shown.questions:
            yield Diagnostic(
                outcome.source.locate("duplicate_of"),
                "F207",
                say("the question '{other}' is asked in a draft", other=other),
                say("publish its talk, or name another question"),
            )
    for answer in shown.answers:
        source = shown.answers[answer].source
        for key, number, wanted in named(answer, shown):
            if wanted in whole.answers and wanted not in shown.answers:
                yield Diagnostic(
                    source.locate(key, number),
                    "F220",
                    say("the answer '{name}' is a draft", name=wanted.rpartition("/")[2]),
                    say("publish it, or remove its name here"),
                )


def check_consent(library: Library, _: Missing) -> Iterator[Diagnostic]:
    """Report contact data that no consent names: it isn't published, but it can be read here."""
    for member in library.members.values():
        contact = member.meta.contact
        given = {
            "email": (contact.email, ("contact", "email")),
            "phone": (contact.phone, ("contact", "phone")),
            "fax": (contact.fax, ("contact", "fax")),
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
                    say("remove it, or name it under 'consent: publish:' if the member agrees"),
                )


def check_told_of(library: Library, _: Missing) -> Iterator[Diagnostic]:
    """Report members who asked to be told, though nobody can tell them."""
    for member in library.members.values():
        asked = member.meta.told_of
        if asked in {None, "nothing"} or member.meta.account or member.meta.published("email"):
            continue
        message = say("the member wants to be notified, but there is no address for it")
        hint = say(
            "give 'email' under 'contact' and name it under 'consent: publish:', give "
            "'account', or remove 'told_of'"
        )
        yield Diagnostic(member.source.locate_key("told_of"), "F312", message, hint)


def check_contacts(library: Library, settings: Settings) -> Iterator[Diagnostic]:
    """Report contact data in texts, save what a member or the organisers let stand there."""
    given = [settings.email, *settings.contacts]
    for member in library.members.values():
        contact = member.meta.contact
        given += [value for name in type(contact).model_fields for value in contact.values(name)]
        # Somebody may write an address on one line that has several where it is kept.
        given += [sign.join(contact.address) for sign in (" ", ", ")]
    known = {one for value in given for one in contacts(value)}
    for entry in library.entries.values():
        source = entry.source
        texts = [(source.body_line, source.body)]
        # A member's own keys are the place for it; they are judged by their consent.
        texts += [] if isinstance(entry.meta, Member) else [(source.header_line, source.header)]
        for first, text in texts:
            for number in contact_lines(text, known):
                where = Location(entry.path, first + number - 1)
                message = say(
                    "this contains a telephone number, an e-mail address or a postal address"
                )
                hint = say(
                    "remove it: people who want to be reached write it under 'contact' on "
                    "their own page, with consent; if it isn't a person's, name it in the "
                    "option 'contacts'"
                )
                yield Diagnostic(where, "F311", message, hint)


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
            message = say("the answer is older than its talk, which is of {date}", date=given)
            hint = say("write the day on which it was written; if it is this one, add 'updated'")
            yield Diagnostic(answer.source.locate("date"), "F209", message, hint)
    for day, locate, keys in _days(library):
        if day and day - today > datetime.timedelta(AHEAD):
            message = say("the day {date} is in the future", date=day)
            hint = say("write the day on which it was written or agreed to")
            yield Diagnostic(locate(*keys), "F214", message, hint)


_Day = datetime.date | None
_Locate = Callable[..., Location]


def _days(library: Library) -> Iterator[tuple[_Day, _Locate, tuple[str | int, ...]]]:
    """Give the days on which something was done, each with the way to its place."""
    for answer in library.answers.values():
        yield answer.meta.date, answer.source.locate, ("date",)
        yield answer.meta.updated, answer.source.locate, ("updated",)
    for outcome in library.outcomes.values():
        yield outcome.meta.date, outcome.source.locate, ("date",)
        for name, day in outcome.meta.asked_of.items():
            yield day, outcome.source.locate, ("asked_of", name)
    noticed: list[Entry[Talk] | Entry[Answer]] = [
        *library.talks.values(),
        *library.answers.values(),
    ]
    for entry in noticed:
        for number, notice in enumerate(entry.meta.notice):
            yield notice.date, entry.source.locate_item, ("notice", number, "date")
    for member in library.members.values():
        if member.meta.consent:
            yield member.meta.consent.date, member.source.locate, ("consent", "date")


_Stretch = tuple[Source, tuple[str, _Day], tuple[str, ...], _Day]
"""A file, the key and value of a first day, the way to the key of a last one, and its value."""


def check_last_days(library: Library, _: Missing) -> Iterator[Diagnostic]:
    """Report last days that are before the first ones."""
    for source, (other, first), (*above, key), last in _stretches(library):
        if first and last and last < first:
            message = say(
                "'{key}' is before '{other}', which is {first}", key=key, other=other, first=first
            )
            hint = say("correct one of the two days")
            yield Diagnostic(source.locate(*above, key), "F215", message, hint)


def _stretches(library: Library) -> Iterator[_Stretch]:
    for edition in library.editions.values():
        source, meta = edition.source, edition.meta
        yield source, ("date", meta.date), ("end_date",), meta.end_date
        yield source, ("opens", meta.call.opens), ("call", "closes"), meta.call.closes
        yield source, ("closes", meta.call.closes), ("date",), meta.date
        yield source, ("closes", meta.call.closes), ("call", "answer_by"), meta.call.answer_by
        yield source, ("closes", meta.call.closes), ("call", "programme"), meta.call.programme
    for answer in library.answers.values():
        yield answer.source, ("date", answer.meta.date), ("updated",), answer.meta.updated


def check_question_names(library: Library, _: Missing) -> Iterator[Diagnostic]:
    """Report questions that something refers to, though their name is made of their wording."""
    for key, question in library.questions.items():
        if question.naming and (key in library.answers_by_question or key in library.outcomes):
            message = say("this question has no name of its own, but answers refer to it")
            hint = say("write ' {{#{id}}}' at its end", id=question.slug)
            yield Diagnostic(question.location, "F139", message, hint, question.naming)


RULES: tuple[Rule, ...] = (
    check_relations,
    check_texts,
    check_consent,
    check_told_of,
    check_topics,
    check_last_days,
    check_programmes,
    check_question_names,
    check_translations,
)


def check(library: Library, missing: Missing) -> Iterator[Diagnostic]:
    """Apply every rule.

    Arguments:
        library: All entries, drafts included.
        missing: What it lacks because files are at fault.
    """
    for rule in RULES:
        yield from rule(library, missing)

"""Filled-in forms of issues: each value is read as its field asks."""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Message, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.forms.compose import (
    Composed,
    compose,
    has_questions,
    name_of,
    read_question,
    typed,
    with_questions,
)
from mkdocs_forum.core.forms.fields import Field
from mkdocs_forum.core.forms.form import Form, Refusal
from mkdocs_forum.core.intake.intake import (
    Forum,
    Intake,
    Submission,
    admit,
    named_questions,
    remarked,
)
from mkdocs_forum.core.intake.issues.attachments import (
    MOST,
    MOST_FILES,
    Brought,
    DroppedFile,
    addresses,
    dropped_files,
    lost,
    marked,
    pictures,
)
from mkdocs_forum.core.intake.issues.attachments import refusals as unfit
from mkdocs_forum.core.intake.issues.newcomers import Newcomer, introduce
from mkdocs_forum.core.intake.issues.read import Filled, Issue
from mkdocs_forum.core.intake.issues.words import CONSENT
from mkdocs_forum.core.intake.mail.embedded_files import Enclosure
from mkdocs_forum.core.intake.materials import NewMaterial, place_materials
from mkdocs_forum.core.intake.pictures.album import Album, Illustrator, album
from mkdocs_forum.core.intake.pictures.beside import place_pictures
from mkdocs_forum.core.intake.pictures.picture import Picture, reference
from mkdocs_forum.core.intake.placing import place
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import kind_of

_NOTHING: Final[Brought] = MappingProxyType({})
_MOST: Final = {"text": MOST, "photo": 1}
"""Pictures of each part at the most."""
_BULLET = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+")


def wanted(filled: Filled, settings: Settings) -> list[str]:
    """Give the addresses of the pictures and documents that a form wants to be published.

    Nobody asks for a photograph whose publication isn't agreed to.
    """
    names = ["text", *(["photo"] if "photo" in filled.ticked("consent") else [])]
    found = [
        address
        for name in names
        for address in addresses(filled.values.get(name, ""), settings)[: _MOST[name]]
    ]
    return [*found, *(each.address for each in _documents(filled, settings))]


def _documents(filled: Filled, settings: Settings) -> list[DroppedFile]:
    return dropped_files(filled.values.get("materials", ""), settings)[:MOST_FILES]


def take(issue: Issue, filled: Filled, forum: Forum, brought: Brought = _NOTHING) -> Intake:
    """Turn a filled-in form into a file of the forum.

    Arguments:
        issue: The issue in which it came.
        filled: The form.
        forum: The forum.
        brought: What stands at the addresses that it wants.
    """
    form = forum.form(filled.kind)
    today = forum.settings.today
    day = min(issue.day or today, today)
    newcomer = introduce(filled, forum) if filled.ticked("newcomer") else None
    if isinstance(newcomer, Intake) and newcomer.faults:
        return newcomer
    values, refusals = _values(filled, form, {"author"} if newcomer else set())
    if isinstance(newcomer, Newcomer):
        values["author"] = newcomer.slug
    elif newcomer:
        refusals += newcomer.refusals
    body, others = _body(filled, form)
    refusals += others
    documents = {each.address: each for each in _documents(filled, forum.settings)}
    files = {address: data for address, data in brought.items() if address in documents}
    shown = {address: data for address, data in brought.items() if address not in documents}
    refusals += [*unfit(shown), *lost(files, say("drop the document there again"))]
    if not filled.ticked("agreement"):
        refusals.append(_without_agreement(filled))
    values, remarks = _with_consent(values, filled, day)
    values |= _proposed(values, form, day)
    if not refusals and filled.kind != "answers" and not values["slug"]:
        hint = say("write a title or a name with a letter or a digit")
        refusals.append(Refusal(say("it isn't clear what the file should be called"), hint))
    if refusals:
        return Intake(refusals=refusals)
    found = album(_called(pictures(shown), filled, values, forum.settings))
    if found.faults:
        return Intake(faults=found.faults)
    illustrator = Illustrator(found, forum.settings)
    body = illustrator.illustrate(body)
    remarks = [*remarks, *illustrator.remarks, *found.changes()]
    if "photo" in values:
        values["photo"] = f"photos/{next(iter(found.named), '')}"
    composed = compose(form, values, body, whole=True)
    pages = [newcomer.page] if isinstance(newcomer, Newcomer) else []
    materials = [
        NewMaterial(each.name, data, each.words)
        for address, each in documents.items()
        if isinstance(data := files.get(address), bytes)
    ]
    return _admitted(composed, pages, remarks, found, materials, forum)


def _called(
    found: Iterable[Picture], filled: Filled, values: Mapping[str, Any], settings: Settings
) -> list[Picture]:
    """Give pictures, of which a member's photo, the first, is called as their page."""
    if "photo" not in values:
        return list(found)
    address = addresses(filled.values["photo"], settings)[0]
    photo = reference("", address.encode())
    named = [replace(each, name=values["slug"]) for each in found if each.reference == photo]
    return [*named, *(each for each in found if each.reference != photo)]


def _values(
    filled: Filled, form: Form, known: Collection[str]
) -> tuple[dict[str, Any], list[Refusal]]:
    """Read the values of the fields; each that can't stand is told with the label of its part."""
    fields = {field.name: field for field in form.fields}
    values: dict[str, Any] = {}
    refusals: list[Refusal] = []
    for part in filled.parts:
        written = filled.values[part.name]
        if part.needed and not written.strip():
            refusals.append(Refusal(say("an answer is needed here"), about=part.label))
        elif part.name == "photo":
            if addresses(written, form.settings):
                values["photo"] = written
        elif part.name in fields and part.name not in known and written.strip():
            if part.name == "materials":
                written = _without_files(written, form.settings)
            values[part.name], refused = _read(fields[part.name], written, form)
            refusals += [replace(refusal, about=part.label) for refusal in refused]
    return values, refusals


def _without_files(written: str, settings: Settings) -> str:
    """Give the lines of a part beside those into which a document was dropped."""
    dropped = {each.line for each in dropped_files(written, settings)}
    return "\n".join(line for line in written.split("\n") if line not in dropped)


def _read(field: Field, written: str, form: Form) -> tuple[str | list[str], list[Refusal]]:
    """Read what was written for one field."""
    if field.name == "question":
        written = next(iter(named_questions(written, form.settings)), written)
    signs = r"\n" if field.name in {"sources", "materials"} else r"[,\n]"
    pieces = re.split(signs, written) if field.many else [written]
    read = [form.read(field, _BULLET.sub("", piece, count=1)) for piece in pieces if piece.strip()]
    refusals = [refusal for _, refusal in read if refusal]
    values = list(dict.fromkeys(value for value, _ in read))
    if field.name == "question" and not refusals:
        refusals += _settled(values[0], form)
    return (values if field.many else values[0]), refusals


def _settled(question: str, form: Form) -> Iterator[Refusal]:
    """Refuse what the form of the site doesn't offer either."""
    if not form.library.status(question).takes_answers:
        message = say(Sentence.NO_MORE_ANSWERS, wanted=question)
        yield Refusal(message, say(Sentence.OTHER_QUESTION))


def _body(filled: Filled, form: Form) -> tuple[str, list[Refusal]]:
    """Give the text of an entry; that of a talk ends with its questions."""
    text = typed(marked(filled.values["text"], form.settings), form)
    labels = {part.name: part.label for part in filled.parts}
    asked = filled.values.get("questions", "").split("\n")
    found: dict[str, str] = {}
    refusals: list[Refusal] = []
    for line in asked:
        if not line.strip():
            continue
        question, faults = read_question(_BULLET.sub("", line, count=1))
        refusals += [
            Refusal(fault.message, fault.hint, about=labels["questions"]) for fault in faults
        ]
        if question:
            found[name_of(question, found)] = question.text
    if found and has_questions(text, form.settings):
        hint = say(Sentence.AMONG_THEM)
        refusals.append(Refusal(say(Sentence.HAS_QUESTIONS), hint, about=labels["questions"]))
    return with_questions(text, found, form.settings) if found else text, refusals


def _without_agreement(filled: Filled) -> Refusal:
    part = next(part for part in filled.parts if part.name == "agreement")
    message = say("the box '{box}' isn't ticked", box=next(iter(part.boxes.values()), ""))
    return Refusal(message, say("tick it if you agree"), about=part.label)


def _with_consent(
    values: Mapping[str, Any], filled: Filled, day: datetime.date
) -> tuple[dict[str, Any], list[Message]]:
    """Leave off what may not be published: the repository can be read, too."""
    contact = [name for name in CONSENT if values.get(name)]
    agreed = [name for name in contact if name in filled.ticked("consent")]
    labels = {part.name: part.label for part in filled.parts}
    remarks = [
        say("'{label}' was left out: the box that agrees to it isn't ticked", label=labels[name])
        for name in contact
        if name not in agreed
    ]
    kept = {key: value for key, value in values.items() if key not in contact or key in agreed}
    is_reached = "email" in agreed or kept.get("account")
    if not is_reached and kept.get("told_of", "nothing") not in {"mine", "nothing"}:
        del kept["told_of"]
        remark = say(
            "'{label}' was left out: there is neither an account nor an address that may be used",
            label=labels["told_of"],
        )
        remarks.append(remark)
    if agreed:
        kept["consent"] = {"publish": agreed, "date": day.isoformat()}
    return kept, remarks


def _proposed(values: Mapping[str, Any], form: Form, day: datetime.date) -> dict[str, str]:
    """Give the values that nobody is asked for, and the licence that was agreed to."""
    found = {
        field.name: form.proposal(field, values)
        for field in form.fields
        if field.needed and field.name not in values
    }
    if form.kind == "answers":
        found["date"] = day.isoformat()
    if form.kind != "members":
        found["licence"] = form.settings.licence
    return found


def _admitted(
    composed: Composed | list[Diagnostic],
    pages: Sequence[Submission],
    remarks: Sequence[Message],
    found: Album,
    materials: Sequence[NewMaterial],
    forum: Forum,
) -> Intake:
    if not isinstance(composed, Composed):
        return Intake(faults=composed)
    placed: Submission | Refusal | list[Diagnostic] = Submission(composed.path, composed.text)
    if kind_of(composed.path, forum.settings) == "answers":
        placed = place(Enclosure(composed.text), forum)
    if isinstance(placed, Refusal):
        return Intake(refusals=[placed])
    if isinstance(placed, list):
        return Intake(faults=placed)
    beside = place_pictures([placed], found, forum)
    if faults := [fault for each in materials for fault in each.faults]:
        return Intake(faults=faults)
    laid = place_materials(beside.submissions, materials, forum)
    intake = admit(forum, [*pages, *laid.submissions], {**beside.pictures, **laid.files})
    return remarked(intake, [*remarks, *laid.remarks])

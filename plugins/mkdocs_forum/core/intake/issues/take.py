"""Filled-in forms of issues: each value is read as its field asks."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

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
from mkdocs_forum.core.intake.intake import Forum, Intake, Submission, admit, named_questions
from mkdocs_forum.core.intake.issues.read import CONSENT, Filled, Issue
from mkdocs_forum.core.intake.mail.embedded_files import Enclosure
from mkdocs_forum.core.intake.placing import place
from mkdocs_forum.core.reading.entry import kind_of

_BULLET = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+")


def take(issue: Issue, filled: Filled, forum: Forum) -> Intake:
    """Turn a filled-in form into a file of the forum.

    Arguments:
        issue: The issue in which it came.
        filled: The form.
        forum: The forum.
    """
    form = forum.form(filled.kind)
    today = forum.settings.today
    day = min(issue.day or today, today)
    values, refusals = _values(filled, form)
    body, others = _body(filled, form)
    refusals += others
    if not filled.ticked("agreement"):
        refusals.append(_without_agreement(filled))
    values, remarks = _with_consent(values, filled, day)
    values |= _proposed(values, form, day)
    if not refusals and filled.kind != "answers" and not values["slug"]:
        hint = say("write a title or a name that has a letter or a digit")
        refusals.append(Refusal(say("nothing tells what the file should be called"), hint))
    if refusals:
        return Intake(refusals=refusals)
    composed = compose(form, values, body, whole=True)
    return _admitted(composed, remarks, forum)


def _values(filled: Filled, form: Form) -> tuple[dict[str, Any], list[Refusal]]:
    """Read the values of the fields; each that can't stand is told with the label of its part."""
    fields = {field.name: field for field in form.fields}
    values: dict[str, Any] = {}
    refusals: list[Refusal] = []
    for part in filled.parts:
        written = filled.values[part.name]
        if part.needed and not written.strip():
            refusals.append(Refusal(say("an answer is needed here"), about=part.label))
        elif part.name in fields and written.strip():
            values[part.name], refused = _read(fields[part.name], written, form)
            refusals += [replace(refusal, about=part.label) for refusal in refused]
    return values, refusals


def _read(field: Field, written: str, form: Form) -> tuple[str | list[str], list[Refusal]]:
    """Read what was written for one field."""
    if field.name == "question":
        written = next(iter(named_questions(written, form.settings)), written)
    signs = r"\n" if field.name == "sources" else r"[,\n]"
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
    text = typed(filled.values["text"])
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
        say("'{label}' isn't written: the box that agrees to it isn't ticked", label=labels[name])
        for name in contact
        if name not in agreed
    ]
    kept = {key: value for key, value in values.items() if key not in contact or key in agreed}
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
    composed: Composed | list[Diagnostic], remarks: Sequence[Message], forum: Forum
) -> Intake:
    if not isinstance(composed, Composed):
        return Intake(faults=composed)
    if kind_of(composed.path, forum.settings) != "answers":
        return admit(forum, [Submission(composed.path, composed.text, remarks)])
    placed = place(Enclosure(composed.text), forum)
    if isinstance(placed, Refusal):
        return Intake(refusals=[placed])
    return Intake(faults=placed) if isinstance(placed, list) else admit(forum, [placed])

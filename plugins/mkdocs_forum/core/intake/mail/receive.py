"""A letter becomes the files that it holds, or the answer that its words are."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from mkdocs_forum.core.faults.diagnostic import brief, say
from mkdocs_forum.core.forms.compose import Composed, compose, lines
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.gfm.breaks import keep_breaks
from mkdocs_forum.core.intake.intake import (
    Forum,
    Intake,
    Submission,
    admit,
    named_questions,
    remarked,
)
from mkdocs_forum.core.intake.mail.embedded_files import Enclosure, enclosures
from mkdocs_forum.core.intake.mail.letter import Letter, Wording
from mkdocs_forum.core.intake.mail.replies import Reply, read_reply
from mkdocs_forum.core.intake.placing import place

_MARKDOWN = re.compile(r"\.(?:md|markdown)(?:\.txt)?$", re.IGNORECASE)


def receive(letter: Letter, forum: Forum, question: str = "", author: str = "") -> Intake:
    """Turn a letter into files of the forum.

    Arguments:
        letter: The letter.
        forum: The forum.
        question: What it answers, if it isn't from a form: `talk/question` or an address.
        author: Name of the member who wrote it, if it isn't from a form.
    """
    found = _enclosed(letter)
    if isinstance(found, Refusal):
        return Intake(refusals=[found])
    if not found:
        return _composed(letter, forum, question, author)
    if question or author:
        message = say("the mail holds a file, which says itself what it answers")
        return Intake(refusals=[Refusal(message, say("leave '--question' and '--author' off"))])
    return _placed(found, letter, forum)


def _enclosed(letter: Letter) -> list[Enclosure] | Refusal:
    """Give the files of a letter, each once; one that came with it counts before a quoted one."""
    attached = [
        Enclosure(attachment.text, attachment.name)
        for attachment in letter.attachments
        if _MARKDOWN.search(attachment.name) or attachment.text.startswith("---")
    ]
    bodies = [_best(body) for body in letter.bodies]
    refusals = [found for found in bodies if isinstance(found, Refusal)]
    written = list(chain(*(found for found in bodies if isinstance(found, list))))
    if refusals and not attached:
        return refusals[0]
    depths = [enclosure.depth for enclosure in [*attached, *written]]
    found: list[Enclosure] = []
    for enclosure in [*attached, *written]:
        if enclosure.depth == min(depths) and enclosure.words not in [file.words for file in found]:
            found.append(enclosure)
    return found


def _best(wordings: Sequence[Wording]) -> list[Enclosure] | Refusal:
    """Give the files of a text, from that of its wordings whose lines nobody broke."""
    read = [enclosures(wording.lines, faithful=wording.is_faithful) for wording in wordings]
    found = [files for files in read if isinstance(files, list) and files]
    if not found:
        return next((files for files in read if isinstance(files, Refusal)), [])
    first = found[0]
    for other in found[1:]:
        same = [file.words for file in first] == [file.words for file in other]
        if same and any(file.is_wrapped for file in first):
            return other
    return first


def _placed(found: Sequence[Enclosure], letter: Letter, forum: Forum) -> Intake:
    """Judge the files of a letter at their places."""
    placed = [place(enclosure, forum) for enclosure in found]
    for refused in placed:
        if isinstance(refused, Refusal):
            return Intake(refusals=[refused])
    faults = [fault for file in placed if isinstance(file, list) for fault in file]
    if faults:
        return Intake(faults=faults)
    admitted = admit(forum, [file for file in placed if isinstance(file, Submission)])
    if not letter.others or not admitted.files:
        return admitted
    names = brief(", ".join(letter.others))
    return remarked(
        admitted, [say("what came with the mail isn't taken over: {names}", names=names)]
    )


def _composed(letter: Letter, forum: Forum, question: str, author: str) -> Intake:
    """Make an answer of what somebody wrote in a letter by hand."""
    wanted = _question(letter, forum, question)
    if isinstance(wanted, Refusal):
        return Intake(refusals=[wanted])
    if not author:
        message = say("the mail holds no file of the form, but names '{question}'", question=wanted)
        options = f"--question {wanted} --author {_sender(letter, forum)}"
        hint = say("if its text is the answer, add: {options}", options=options)
        return Intake(refusals=[Refusal(message, hint)])
    form, values = forum.form("answers"), {}
    for field, value in zip(form.fields, (wanted, author), strict=False):
        values[field.name], refusal = form.read(field, value)
        if refusal:
            return Intake(refusals=[refusal])
    today = forum.settings.today
    values["date"] = min(letter.day or today, today).isoformat()
    read = map(_words, letter.bodies)
    words = next((found for found in read if found.text), Reply(""))
    text = words.text
    if not text:
        message = say("nothing is left of the mail without its quotes and its signature")
        return Intake(refusals=[Refusal(message, say("ask for the text once more"))])
    composed = compose(form, values, text, whole=True)
    if not isinstance(composed, Composed):
        return Intake(faults=composed)
    placed = _placed([Enclosure(composed.text)], letter, forum)
    if not words.signature:
        return placed
    message = say("these last lines of the mail were taken for its signature and left out:")
    shown = replace(message, below=tuple(line.strip() for line in words.signature))
    return remarked(placed, [shown])


def _question(letter: Letter, forum: Forum, told: str) -> str | Refusal:
    """Find the question that a letter answers."""
    if told:
        return next(iter(named_questions(told, forum.settings)), told)
    texts = [letter.subject]
    texts += [line for body in letter.bodies for wording in body for line in wording.lines]
    named = named_questions("\n".join(texts), forum.settings)
    known = [name for name in named if name in forum.library.questions]
    if len(known) > 1:
        message = say("the mail names several questions: {ids}", ids=brief(", ".join(known)))
        return Refusal(message, say("say with '--question' which of them it answers"))
    if known:
        return known[0]
    message = say("the mail holds no file of the form")
    if letter.others:
        names = brief(", ".join(letter.others))
        return Refusal(message, say("what came with it isn't read: {names}", names=names))
    hint = say("ask for the file, or say with '--question' and '--author' whose answer it is")
    return Refusal(message, hint)


def _sender(letter: Letter, forum: Forum) -> str:
    """Propose the member whose page has the address that the letter says it is from."""
    address = letter.sender.lower()
    for slug, member in forum.library.members.items():
        if address and (member.meta.contact.email or "").lower() == address:
            return slug
    return "…"


def _words(body: Sequence[Wording]) -> Reply:
    """Give what a text of a letter says, with the ends of its lines."""
    for wording in body:
        words = read_reply(wording.lines)
        if text := lines(words.text):
            return replace(words, text=keep_breaks(text, are_typed=wording.is_faithful))
    return Reply("")

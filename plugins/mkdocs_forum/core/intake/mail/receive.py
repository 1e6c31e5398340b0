"""A letter becomes the files that it holds, or the answer that its words are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mkdocs_forum.core.faults.diagnostic import Message, brief, say
from mkdocs_forum.core.forms.compose import Composed, compose
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.intake import (
    Forum,
    Intake,
    Submission,
    admit,
    named_questions,
    remarked,
)
from mkdocs_forum.core.intake.mail.contents import files_of
from mkdocs_forum.core.intake.mail.embedded_files import Enclosure
from mkdocs_forum.core.intake.mail.form_letter import sentences
from mkdocs_forum.core.intake.mail.letter import Letter
from mkdocs_forum.core.intake.mail.omissions import Kind, remarks
from mkdocs_forum.core.intake.mail.prose import Prose, prose
from mkdocs_forum.core.intake.mail.quotes import may_introduce
from mkdocs_forum.core.intake.placing import place


def receive(letter: Letter, forum: Forum, question: str = "", author: str = "") -> Intake:
    """Turn a letter into files of the forum; what of it is in none of them is repeated.

    Arguments:
        letter: The letter.
        forum: The forum.
        question: What it answers, if it isn't from a form: `talk/question` or an address.
        author: Name of the member who wrote it, if it isn't from a form.
    """
    found = files_of(letter, bare=not (question or author))
    if isinstance(found, Refusal):
        return Intake(refusals=[found])
    if not found.files:
        return _composed(letter, forum, question, author)
    if question or author:
        message = say("the mail holds a file, which says itself what it answers")
        return Intake(refusals=[Refusal(message, say("leave '--question' and '--author' off"))])
    placed = _placed(found.files, forum)
    known = sentences([*placed.files, *placed.present], forum.settings)
    return _told(placed, remarks(found.omitted, known), found.others)


def _placed(found: Sequence[Enclosure], forum: Forum) -> Intake:
    """Judge the files of a letter at their places."""
    placed = [place(enclosure, forum) for enclosure in found]
    for refused in placed:
        if isinstance(refused, Refusal):
            return Intake(refusals=[refused])
    faults = [fault for file in placed if isinstance(file, list) for fault in file]
    if faults:
        return Intake(faults=faults)
    return admit(forum, [file for file in placed if isinstance(file, Submission)])


def _told(intake: Intake, found: Iterable[Message], others: Sequence[str]) -> Intake:
    """Tell what of a letter wasn't taken."""
    names = brief(", ".join(others))
    came = [say("what came with the mail isn't taken over: {names}", names=names)] if others else []
    return remarked(intake, [*came, *found])


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
    member = forum.library.members[values["author"]]
    found = prose(letter, [member.meta.name])
    text = found.text
    if not text:
        message = say("nothing is left of the mail without its quotes and its signature")
        return Intake(refusals=[Refusal(message, say("ask for the text once more"))])
    composed = compose(form, values, text, whole=True)
    if not isinstance(composed, Composed):
        return Intake(faults=composed)
    placed = _placed([Enclosure(composed.text)], forum)
    return _told(placed, _remarks(found, letter, member.meta.name), found.others)


def _remarks(found: Prose, letter: Letter, author: str) -> Iterator[Message]:
    """Tell what isn't in an answer by hand, and who passed it on."""
    if Kind.HEAD in found.omitted:
        sender = letter.sender or letter.name or "…"
        yield say(
            "'{sender}' passed a mail on, whose words were taken: see whether it is by '{author}'",
            sender=sender,
            author=author,
        )
    yield from remarks(found.omitted)
    if doubtful := tuple(filter(may_introduce, found.text.split("\n"))):
        message = say("these lines may introduce words of somebody else: see whose they are")
        yield replace(message, below=doubtful)


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

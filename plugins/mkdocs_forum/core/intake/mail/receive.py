"""A letter becomes the files that it holds, or the answer that its words are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mkdocs_forum.core.faults.diagnostic import Message, brief, say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.intake import Forum, Intake, Submission, admit, remarked
from mkdocs_forum.core.intake.mail.by_hand import ByHand, Told, by_hand
from mkdocs_forum.core.intake.mail.contents import files_of
from mkdocs_forum.core.intake.mail.embedded_files import Enclosure
from mkdocs_forum.core.intake.mail.form_letter import sentences
from mkdocs_forum.core.intake.mail.letter import Letter
from mkdocs_forum.core.intake.mail.omissions import remarks
from mkdocs_forum.core.intake.placing import place

_NOTHING = Told()


def receive(letter: Letter, forum: Forum, told: Told = _NOTHING) -> Intake:
    """Turn a letter into files of the forum; what of it is in none of them is repeated.

    Arguments:
        letter: The letter.
        forum: The forum.
        told: What an organiser says of a letter that no form wrote.
    """
    found = files_of(letter, bare=told == _NOTHING)
    if isinstance(found, Refusal):
        return Intake(refusals=[found])
    if not found.files:
        return _by_hand(letter, forum, told)
    if told != _NOTHING:
        message = say("the mail holds a file, which says itself what it answers")
        return Intake(refusals=[Refusal(message, say("leave '--question' and '--author' off"))])
    placed = replace(_placed(found.files, forum), is_passed_on=found.is_passed_on)
    known = sentences([*placed.files, *placed.present], forum.settings)
    return _with_remarks(placed, remarks(found.omitted, known), found.others)


def _by_hand(letter: Letter, forum: Forum, told: Told) -> Intake:
    found = by_hand(letter, forum, told)
    if isinstance(found, Refusal):
        return Intake(refusals=[found])
    if not isinstance(found, ByHand):
        return Intake(faults=found)
    placed = _placed(found.files, forum)
    intake = replace(placed, is_passed_on=found.is_passed_on)
    return _with_remarks(intake, found.remarks, found.others)


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


def _with_remarks(intake: Intake, found: Iterable[Message], others: Sequence[str]) -> Intake:
    """Tell what of a letter wasn't taken."""
    names = brief(", ".join(others))
    came = [say("what came with the mail isn't taken over: {names}", names=names)] if others else []
    return remarked(intake, [*came, *found])

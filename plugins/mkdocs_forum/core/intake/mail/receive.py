"""A letter becomes the files that it holds, or the answer that its words are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mkdocs_forum.core.checks.relations import Known, unknown_talk
from mkdocs_forum.core.faults.diagnostic import Location, Message, brief, say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.intake import (
    Forum,
    Intake,
    Submission,
    admit,
    named_talks,
    remarked,
)
from mkdocs_forum.core.intake.mail.by_hand import ByHand, Told, by_hand
from mkdocs_forum.core.intake.mail.contents import Contents, files_of
from mkdocs_forum.core.intake.mail.embedded_files import Enclosure
from mkdocs_forum.core.intake.mail.form_letter import sentences
from mkdocs_forum.core.intake.mail.letter import Letter
from mkdocs_forum.core.intake.mail.omissions import remarks
from mkdocs_forum.core.intake.materials import (
    NewMaterial,
    is_material_name,
    of_talk,
    place_materials,
)
from mkdocs_forum.core.intake.pictures.album import Album, Illustrator, album, reasons
from mkdocs_forum.core.intake.pictures.beside import place_pictures
from mkdocs_forum.core.intake.placing import kind_of_file, place
from mkdocs_forum.core.reading.entry import kind_of

_NOTHING = Told()


def receive(letter: Letter, forum: Forum, told: Told = _NOTHING) -> Intake:
    """Turn a letter into files of the forum; what of it is in none of them is repeated.

    Arguments:
        letter: The letter.
        forum: The forum.
        told: What an organiser says of a letter that no form wrote.
    """
    comments = (
        say("the comment '{words}' of a document was left out", words=words)
        for words in letter.every_comment
    )
    return remarked(_received(letter, forum, told), comments)


def _received(letter: Letter, forum: Forum, told: Told) -> Intake:
    found = files_of(letter, bare=told == _NOTHING)
    if isinstance(found, Refusal):
        return Intake(refusals=[found])
    if told.talk:
        return _beside_talk(found, forum, told.talk)
    if not found.files:
        return _by_hand(letter, forum, told)
    if told != _NOTHING:
        message = say("the mail contains a file that says itself what it answers")
        return Intake(refusals=[Refusal(message, say("leave out '--question' and '--author'"))])
    pictures = album(found.pictures)
    files, told_of = _illustrated(found.files, pictures, forum)
    placed = _placed(files, pictures, found.others, forum, found.materials)
    placed = replace(placed, is_passed_on=found.is_passed_on)
    known = sentences([*placed.files, *placed.present], forum.settings)
    return remarked(placed, [*told_of, *remarks(found.omitted, known)])


def _beside_talk(found: Contents, forum: Forum, wanted: str) -> Intake:
    """Lay the documents and transcripts of a letter beside a talk that is there."""
    if found.files:
        message = say("the mail contains a file that says itself where it belongs")
        return Intake(refusals=[Refusal(message, say("leave out '--talk'"))])
    slug = next(iter(named_talks(wanted, forum.settings)), wanted)
    known = Known(forum.library, forum.missing)
    if unknown := next(unknown_talk(Location(""), slug, known), None):
        return Intake(refusals=[Refusal(unknown.message, unknown.hint)])
    laid = place_materials([of_talk(slug, forum)], found.materials, forum)
    if faults := [fault for each in found.materials for fault in each.faults]:
        return Intake(faults=faults)
    if not laid.files:
        message = say("nothing came with the mail that the talk doesn't bring already")
        hint = say("a talk may bring PDF documents and transcripts ('.vtt')")
        return Intake(refusals=[Refusal(message, hint)])
    intake = admit(forum, laid.submissions, laid.files)
    pictures = album(found.pictures)
    left = [*found.others, *pictures.named, *(each.name for each in laid.left)]
    told_of = [*laid.remarks, *_others(pictures, left), *remarks(found.omitted)]
    return remarked(replace(intake, is_passed_on=found.is_passed_on), told_of)


def _illustrated(
    files: Sequence[Enclosure], pictures: Album, forum: Forum
) -> tuple[list[Enclosure], list[Message]]:
    """Write where the pictures of a letter stand in its files.

    Those that were attached without a word belong to the one text that is no member's page.
    """
    illustrator = Illustrator(pictures, forum.settings)
    texts = [file for file in files if kind_of_file(file, forum.settings) != "members"]
    known = pictures.mentioned(" ".join(file.text for file in files))
    loose = [
        name
        for name, picture in pictures.named.items()
        if len(texts) == 1 and not picture.is_shown and not picture.is_small and name not in known
    ]
    made = [
        replace(file, text=illustrator.illustrate(file.text, loose if file in texts else ()))
        for file in files
    ]
    return made, illustrator.remarks


def _by_hand(letter: Letter, forum: Forum, told: Told) -> Intake:
    found = by_hand(letter, forum, told)
    if isinstance(found, Refusal):
        return Intake(refusals=[found])
    if not isinstance(found, ByHand):
        return Intake(faults=found)
    placed = _placed(found.files, found.album, found.others, forum, letter.every_material)
    return remarked(replace(placed, is_passed_on=found.is_passed_on), found.remarks)


def _placed(
    found: Sequence[Enclosure],
    pictures: Album,
    others: Sequence[str],
    forum: Forum,
    materials: Sequence[NewMaterial],
) -> Intake:
    """Judge the files of a letter at their places, with the pictures and documents beside them."""
    placed = [place(enclosure, forum) for enclosure in found]
    for refused in placed:
        if isinstance(refused, Refusal):
            return Intake(refusals=[refused])
    faults = [fault for file in placed if isinstance(file, list) for fault in file]
    texts = " ".join(enclosure.text for enclosure in found)
    if faults := [*faults, *pictures.refused(texts)]:
        return Intake(faults=faults)
    submissions = [file for file in placed if isinstance(file, Submission)]
    beside = place_pictures(submissions, pictures, forum)
    laid = place_materials(beside.submissions, materials, forum)
    if laid.faults:
        return Intake(faults=laid.faults)
    intake = admit(forum, laid.submissions, {**beside.pictures, **laid.files})
    # Of what is there already, the pictures are too.
    left = pictures.left(pictures.mentioned(texts))
    names = [*others, *left, *(each.name for each in laid.left)]
    told = [*laid.remarks, *_left(left, submissions, forum), *_others(pictures, names, laid.left)]
    return remarked(intake, told)


def _left(
    names: Sequence[str], submissions: Iterable[Submission], forum: Forum
) -> Iterable[Message]:
    """Tell what a picture may be that came with a member's page."""
    if names and any(kind_of(each.path, forum.settings) == "members" for each in submissions):
        yield say(
            "if '{name}' is the photograph of the member, ask whether it may be published",
            name=names[0],
        )


def _others(
    pictures: Album, others: Sequence[str], materials: Iterable[NewMaterial] = ()
) -> Iterable[Message]:
    """Tell what of a letter wasn't taken, and why."""
    refused = [fault for each in materials for fault in each.faults]
    if names := brief(", ".join([*others, *pictures.unknown])):
        yield say("what came with the mail was left out: {names}", names=names)
    yield from pictures.changes()
    told = [name for name in others if not refused or not is_material_name(name)]
    yield from reasons([*pictures.faults, *refused], [*told, *pictures.unknown])

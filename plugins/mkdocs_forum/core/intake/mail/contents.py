"""The files of a form that a letter holds, and what it says beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.mail.embedded_files import Enclosure, enclosures
from mkdocs_forum.core.intake.mail.letter import Attachment, Letter, Wording
from mkdocs_forum.core.intake.mail.omissions import Omitted, joined, variant, words
from mkdocs_forum.core.intake.mail.replies import covering, read_reply
from mkdocs_forum.core.intake.materials import NewMaterial
from mkdocs_forum.core.intake.pictures.picture import Picture

_ENDINGS = (".md", ".markdown", ".md.txt", ".markdown.txt")


@dataclass(frozen=True)
class Contents:
    """The files that a letter holds."""

    files: Sequence[Enclosure] = ()
    omitted: Omitted = field(default_factory=dict)
    """Lines of its texts that are in none of them."""
    others: Sequence[str] = ()
    """Names of what came with it and is none of them."""
    is_passed_on: bool = False
    """Whether somebody may have passed them on."""
    pictures: Sequence[Picture] = ()
    """The pictures that came with it."""
    materials: Sequence[NewMaterial] = ()
    """The documents and transcripts that came with it."""


def files_of(letter: Letter, *, bare: bool = True) -> Contents | Refusal:
    """Give the files of a letter, each once; one that came with it counts before a quoted one.

    Arguments:
        letter: The letter.
        bare: Whether an attached file counts that has no keys.
    """
    letters = list(letter.every)
    attachments = [attachment for each in letters for attachment in each.attachments]
    attached = {
        attachment: Enclosure(attachment.text, attachment.name)
        for attachment in attachments
        if _is_file(attachment, bare)
    }
    texts = [body for each in letters for body in each.bodies]
    read = [_best(body) for body in texts]
    refused = next((found for found in read if isinstance(found, Refusal)), None)
    if refused and not attached:
        return refused
    bodies = [
        (body, *((body[0], []) if isinstance(found, Refusal) else found))
        for body, found in zip(texts, read, strict=True)
    ]
    every = [*attached.values(), *(file for _, _, files in bodies for file in files)]
    depth = min((file.depth for file in every), default=0)
    files: list[Enclosure] = []
    for file in every:
        if file.depth == depth and file.words not in [known.words for known in files]:
            files.append(file)
    others = [name for each in letters for name in each.others]
    others += [attachment.name for attachment in attachments if attachment not in attached]
    omitted = joined(_beside(wording, found, body, files) for body, wording, found in bodies)
    is_passed_on = depth > 0 or letter.is_forward or len(letters) > 1
    pictures, materials = list(letter.every_picture), letter.every_material
    return Contents(files, omitted, others, is_passed_on, pictures, materials)


def _is_file(attachment: Attachment, bare: bool) -> bool:
    """Whether an attachment is a file of a forum, rather than a text."""
    has_keys = attachment.text.startswith("---")
    return has_keys or (bare and attachment.name.lower().endswith(_ENDINGS))


def _best(wordings: Sequence[Wording]) -> tuple[Wording, list[Enclosure]] | Refusal:
    """Give the files of a text, from that of its wordings whose lines nobody broke."""
    read = [
        (wording, enclosures(wording.lines, faithful=wording.is_faithful)) for wording in wordings
    ]
    found = [(wording, files) for wording, files in read if isinstance(files, list) and files]
    if not found:
        refused = next((files for _, files in read if isinstance(files, Refusal)), None)
        return refused or (wordings[0], [])
    first = found[0]
    for other in found[1:]:
        same = [file.words for file in first[1]] == [file.words for file in other[1]]
        if same and any(file.is_wrapped for file in first[1]):
            return other
    return first


def _beside(
    wording: Wording,
    found: Iterable[Enclosure],
    body: Sequence[Wording],
    files: Sequence[Enclosure],
) -> Omitted:
    """Give what a text holds beside the files that are taken from it."""
    taken = [file.words for file in files]
    within = {number for file in found if file.words in taken for number in file.lines}
    rest = ["" if number in within else line for number, line in enumerate(wording.lines)]
    reply = read_reply(rest)
    others = [other.lines for other in body if other is not wording]
    known = words(wording.lines) | words(file.text for file in files)
    return joined([covering(reply), reply.omitted, variant(others, known)])

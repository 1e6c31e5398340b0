"""What a letter holds: files that a form wrote, or words of its author; and what is neither."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_forum.core.forms.compose import lines
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.gfm.breaks import keep_breaks
from mkdocs_forum.core.intake.mail.embedded_files import Enclosure, enclosures
from mkdocs_forum.core.intake.mail.letter import Attachment, Letter, Wording
from mkdocs_forum.core.intake.mail.omissions import Kind, Omitted, joined, surplus, words
from mkdocs_forum.core.intake.mail.replies import Reply, read_reply

_ENDINGS = (".md", ".markdown", ".md.txt", ".markdown.txt")


@dataclass(frozen=True)
class Contents:
    """The files that a letter holds."""

    files: Sequence[Enclosure] = ()
    omitted: Omitted = field(default_factory=dict)
    """Lines of its texts that are in none of them."""
    others: Sequence[str] = ()
    """Names of what came with it and is none of them."""


def files_of(letter: Letter) -> Contents | Refusal:
    """Give the files of a letter, each once; one that came with it counts before a quoted one."""
    attached = {
        attachment: Enclosure(attachment.text, attachment.name)
        for attachment in letter.attachments
        if is_file(attachment)
    }
    read = [_best(body) for body in letter.bodies]
    refused = next((found for found in read if isinstance(found, Refusal)), None)
    if refused and not attached:
        return refused
    bodies = [found for found in read if not isinstance(found, Refusal)]
    every = [*attached.values(), *(file for _, files in bodies for file in files)]
    depth = min((file.depth for file in every), default=0)
    files: list[Enclosure] = []
    for file in every:
        if file.depth == depth and file.words not in [known.words for known in files]:
            files.append(file)
    others = [attachment.name for attachment in letter.attachments if attachment not in attached]
    omitted = joined(
        _beside(wording, found, body, files)
        for (wording, found), body in zip(bodies, letter.bodies, strict=False)
    )
    return Contents(files, omitted, [*letter.others, *others])


def is_file(attachment: Attachment) -> bool:
    """Whether an attachment is a file of a forum, rather than a text."""
    return attachment.name.lower().endswith(_ENDINGS) or attachment.text.startswith("---")


def words_of(letter: Letter) -> Reply:
    """Give what somebody wrote in a letter by hand, in the first of its texts that has words."""
    read = [_reply(body) for body in letter.bodies]
    number = next((number for number, found in enumerate(read) if found.text), 0)
    left = [
        replace(found, text="") if place == number else found for place, found in enumerate(read)
    ]
    omitted = joined(part for found in left for part in (_covering(found), found.omitted))
    return Reply(read[number].text if read else "", omitted)


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
    known = words(wording.lines) | words(file.text for file in files)
    return joined([_covering(reply), reply.omitted, _variant(wording, body, known)])


def _reply(body: Sequence[Wording]) -> Reply:
    """Read a text by hand in the first of its wordings that has words."""
    read = [(wording, read_reply(wording.lines)) for wording in body]
    wording, reply = next((found for found in read if found[1].text), read[0])
    omitted = joined([reply.omitted, _variant(wording, body, words(wording.lines))])
    text = keep_breaks(lines(reply.text), are_typed=wording.is_faithful)
    return Reply(text, omitted)


def _variant(wording: Wording, body: Sequence[Wording], known: set[str]) -> Omitted:
    """Give what other wordings of a text say beyond it."""
    others = (line for other in body if other is not wording for line in other.lines)
    return {Kind.VARIANT: surplus(others, known)}


def _covering(reply: Reply) -> Omitted:
    return {Kind.COVERING: reply.text.split("\n")} if reply.text else {}

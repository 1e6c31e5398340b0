"""What somebody wrote by hand: in a letter, in a document or in a letter that came with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mkdocs_forum.core.forms.compose import lines
from mkdocs_forum.core.gfm.breaks import keep_breaks
from mkdocs_forum.core.intake.mail.courtesies import announces, opening
from mkdocs_forum.core.intake.mail.letter import Attachment, Letter, Wording
from mkdocs_forum.core.intake.mail.omissions import Kind, Omitted, joined, variant, words
from mkdocs_forum.core.intake.mail.read import LARGEST_TEXT
from mkdocs_forum.core.intake.mail.replies import read_reply
from mkdocs_forum.core.reading.markdown.list_signs import plain_lists


@dataclass(frozen=True)
class Prose:
    """A text by hand."""

    text: str = ""
    omitted: Omitted = field(default_factory=dict)
    """Lines beside it, by what they were taken for."""
    others: Sequence[str] = ()
    """Names of what came with it."""
    name: str = ""
    """Name of the document that it is."""
    kind: Kind = Kind.COVERING
    """What it is taken for beside a longer one."""
    announces: bool = False
    """Whether it says no more than that something came with it."""

    @property
    def size(self) -> int:
        """How many words there are."""
        return len(self.text.split())


def prose(letter: Letter, names: Sequence[str] = ()) -> Prose:
    """Give what somebody wrote in a letter or sent with it: the longest text.

    Of a letter whose subject says that it passes another on, that is taken.

    Arguments:
        letter: The letter.
        names: Names of who may have written it.
    """
    inner = [_inner(each, names) for each in letter.letters]
    every = [*inner, *map(_document, letter.attachments), _body(letter, names)]
    passed = [found for found in inner if found.text] if letter.is_forward else []
    chosen = max(passed or every, key=lambda found: (not found.announces, found.size))
    left = [found for found in every if found is not chosen]
    others = [name for found in every for name in found.others]
    others += [found.name for found in left if found.name]
    return replace(
        chosen,
        omitted=joined([*map(_left, left), chosen.omitted]),
        others=[*letter.others, *others],
    )


def _document(attachment: Attachment) -> Prose:
    if len(attachment.text) > LARGEST_TEXT:
        return Prose(name=attachment.name)
    text = plain_lists(lines(attachment.text))
    return Prose(keep_breaks(text, are_typed=attachment.is_faithful), name=attachment.name)


def _inner(letter: Letter, names: Sequence[str]) -> Prose:
    """Read a letter that came with another."""
    found = prose(letter, names)
    omitted = joined([{Kind.HEAD: letter.head}, found.omitted])
    return replace(found, omitted=omitted, kind=Kind.QUOTE)


def _body(letter: Letter, names: Sequence[str]) -> Prose:
    """Read the texts that a letter shows, one below the other."""
    chosen = [_wording(body) for body in letter.bodies]
    shown = [line for wording, _ in chosen for line in [*wording.marked, ""]]
    reply = read_reply(shown, [letter.name, *names], is_forward=letter.is_forward)
    are_typed = all(wording.is_faithful for wording, _ in chosen)
    written = lines(reply.text).split("\n")
    end = opening(lines(reply.text))
    text = keep_breaks("\n".join(written[end:]).strip("\n"), are_typed=are_typed)
    omitted = [{Kind.COVERING: written[:end]}, reply.omitted, *(variant for _, variant in chosen)]
    return Prose(text, joined(omitted), announces=announces(text))


def _left(found: Prose) -> Omitted:
    """Give the lines of a text beside which another was chosen; a document's name says enough."""
    text = {} if found.name or not found.text else {found.kind: found.text.split("\n")}
    return joined([text, found.omitted])


def _wording(body: Sequence[Wording]) -> tuple[Wording, Omitted]:
    """Give the wording of a text that tells how its words are set off, if it has them all."""
    plain, *others = [wording for wording in body if words(wording.lines)] or body
    whole = [each for each in others if words(plain.lines) <= words(each.lines)]
    chosen = whole[0] if whole else plain
    left = [other.lines for other in body if other is not chosen]
    return chosen, variant(left, words(chosen.lines))

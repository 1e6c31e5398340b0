"""A letter that came by e-mail, without the wrapping that a mail program gave it.

Nothing in it is followed or run, and of its headers only the subject and the day are used; the
name and the address of its sender help to propose an author and to reply, and are in no file.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_forum.core.intake.mail.quotes import passes_on
from mkdocs_forum.core.intake.materials import NewMaterial
from mkdocs_forum.core.intake.pictures.picture import Picture
from mkdocs_forum.core.intake.rich_text.links import unwrapped
from mkdocs_forum.core.intake.rich_text.page import lines_of


@dataclass(frozen=True)
class Wording:
    """A text of a letter, as lines; what is quoted begins with `>`."""

    lines: Sequence[str]
    is_faithful: bool
    """Whether its lines end where its author ended them."""
    html: str = ""

    @cached_property
    def marked(self) -> Sequence[str]:
        """Its lines with the signs of Markdown for what is set off in them."""
        if not self.html:
            return self.lines
        return [unwrapped(line) for line in lines_of(self.html, marks=True)]


def whole(wordings: Sequence[Wording]) -> Wording:
    """Put the pieces of a text together between which something else stands."""
    lines = [line for wording in wordings for line in [*wording.lines, ""]][:-1]
    html = "<p>".join(wording.html for wording in wordings if wording.html)
    return Wording(lines, all(wording.is_faithful for wording in wordings), html)


@dataclass(frozen=True)
class Attachment:
    """A text that came with a letter."""

    name: str
    text: str
    is_faithful: bool = False
    """Whether its lines end where its author ended them."""
    pictures: Sequence[Picture] = ()
    """The pictures in it, which its text shows."""
    comments: Sequence[str] = ()
    """What readers wrote beside it."""


@dataclass(frozen=True)
class Letter:
    """A letter without its wrapping."""

    subject: str = ""
    name: str = ""
    sender: str = ""
    """Name and address that the letter says it is from, which anyone can write."""
    reply_to: str = ""
    """Address to which its sender wants replies."""
    identifier: str = ""
    """By what replies refer to it."""
    day: datetime.date | None = None
    """Day on which it says it was written."""
    bodies: Sequence[Sequence[Wording]] = ()
    """Its texts, each in one or several wordings, the plain one first."""
    attachments: Sequence[Attachment] = ()
    pictures: Sequence[Picture] = ()
    """Pictures that came with it, or that its texts show."""
    materials: Sequence[NewMaterial] = ()
    """Documents and transcripts that came with it."""
    letters: Sequence["Letter"] = ()
    """Letters that came with it."""
    others: Sequence[str] = ()
    """Names of what came with it and isn't read."""

    @property
    def is_forward(self) -> bool:
        """Whether its subject says that it passes another on."""
        return passes_on(self.subject)

    @property
    def every(self) -> Iterator["Letter"]:
        """This letter, and those that came with it."""
        yield self
        for letter in self.letters:
            yield from letter.every

    @property
    def every_picture(self) -> Iterator[Picture]:
        """Its pictures, those of its documents and those of the letters that came with it."""
        for letter in self.every:
            yield from letter.pictures
            for attachment in letter.attachments:
                yield from attachment.pictures

    @property
    def every_comment(self) -> Iterator[str]:
        """What readers wrote beside its documents and those of the letters that came with it."""
        for letter in self.every:
            for attachment in letter.attachments:
                yield from attachment.comments

    @property
    def every_material(self) -> Sequence[NewMaterial]:
        """Its documents and transcripts, and those of the letters that came with it."""
        return [each for letter in self.every for each in letter.materials]

    @property
    def head(self) -> Sequence[str]:
        """What it says of itself, as lines."""
        return [
            line for line in (f"{self.name} <{self.sender}>", self.subject) if line.strip("< >")
        ]

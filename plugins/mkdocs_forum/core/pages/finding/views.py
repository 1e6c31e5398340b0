"""What templates show of the ways on: who cites a text, and who could answer a question."""

from dataclasses import dataclass

from mkdocs_forum.core.pages.indexes import Link, MemberView


@dataclass(frozen=True)
class Cited:
    """A text that leads to another."""

    source: Link
    target: Link | None
    """The answer that it replies to, or cites; nothing where it leads to the page as a whole."""
    is_reply: bool
    """Whether it answers the same question."""


@dataclass(frozen=True)
class Invited:
    """A member who could answer a question."""

    member: MemberView
    is_willing: bool
    """Whether the member said so."""
    answer_count: int
    """How many answers of theirs are about one of its topics."""
    mail_url: str | None
    """Opens a letter that asks for an answer, where the member's address is published."""


@dataclass(frozen=True)
class Invitation:
    """Who could answer a question, and the words to ask them."""

    members: tuple[Invited, ...]
    text: str

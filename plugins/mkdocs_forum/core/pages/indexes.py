"""What templates show of what indexes list: members, topics, kinds of session; and links."""

from dataclasses import dataclass

from mkdocs_forum.core.words.names import index_letter


@dataclass(frozen=True)
class Link:
    """A text and where it leads."""

    text: str
    url: str
    lang: str | None = None
    """Language of the text, if it isn't the site's."""


@dataclass(frozen=True)
class MemberView:
    """A member, with the contact values that the member agreed to publish."""

    slug: str
    name: str
    sort_name: str
    """The name as indexes have it: that of the family first."""
    url: str
    company: str | None
    role: str | None
    place: str | None
    website: str | None
    photo: str | None
    email: str | None
    phones: tuple[str, ...]
    fax: str | None
    address: tuple[str, ...]
    """Its lines."""
    vcard_url: str | None
    """Address of what address books read, where there is more to tell than the name."""
    topics: tuple[Link, ...]
    is_draft: bool
    talk_count: int
    answer_count: int
    edit_url: str | None

    @property
    def letter(self) -> str:
        """The letter under which an index has the member: that of the family's name."""
        return index_letter(self.sort_name)

    @property
    def letter_id(self) -> str:
        """Identifier of the place where the letter begins."""
        return _letter_id(self.letter)


@dataclass(frozen=True)
class TopicView:
    """A topic, with the counts of what is about it."""

    key: str
    slug: str
    name: str
    url: str
    talk_count: int
    question_count: int
    member_count: int
    also: tuple[str, ...] = ()
    """Its other names."""
    broader: Link | None = None
    """The topic that it is part of."""
    narrower: tuple[Link, ...] = ()
    """The topics that are part of it."""

    @property
    def letter(self) -> str:
        """The letter under which an index has the topic."""
        return index_letter(self.name)

    @property
    def letter_id(self) -> str:
        """Identifier of the place where the letter begins."""
        return _letter_id(self.letter)


@dataclass(frozen=True)
class SessionView:
    """A kind of session, with the count of its talks."""

    key: str
    slug: str
    name: str
    url: str
    talk_count: int


def _letter_id(letter: str) -> str:
    return f"forum_{letter.lower() if letter.isalpha() else 0}"

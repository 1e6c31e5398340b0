"""What is published of a forum, for programs: the shape of its JSON files.

Identifiers are those by which entries are called for ever, over renames too; texts are HTML with
whole addresses. What isn't known stands nowhere.
"""

import datetime
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from mkdocs_forum.core.model.outcomes import Status

VERSION: Final = 1
"""Version of the shape: a program that knows it reads all files that bear it."""


class _Part(BaseModel):
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        use_attribute_docstrings=True,
        # A build whose data are those of before makes none.
        defer_build=True,
    )


class Member(_Part):
    """A member, with the contact values that the member agreed to publish."""

    id: str
    name: str
    url: str
    company: str | None = None
    role: str | None = None
    place: str | None = None
    website: str | None = None
    topics: tuple[str, ...] = ()
    """Identifiers of topics."""
    photo: str | None = None
    """Address of a picture."""
    email: str | None = None
    phones: tuple[str, ...] = ()
    fax: str | None = None
    address: tuple[str, ...] = ()
    """Its lines."""
    html: str = ""
    """What the member says of themselves."""


class Topic(_Part):
    """A topic of talks, questions and members."""

    id: str
    name: str
    url: str
    also: tuple[str, ...] = ()
    """Its other names."""
    part_of: str | None = None
    """Identifier of the broader topic that it is part of."""


class Notice(_Part):
    """An erratum, or a remark that was made later."""

    date: datetime.date
    text: str


class Answer(_Part):
    """An answer to a question."""

    id: str
    """Within the forum: the identifier of its question and its own name."""
    url: str
    author: str | None = None
    """Identifier of a member; nothing where the author isn't named."""
    date: datetime.date
    updated: datetime.date | None = None
    """Day of the last change worth telling."""
    retained: bool = False
    """Whether the asker or the organisers kept it."""
    replies_to: tuple[str, ...] = ()
    """Identifiers of answers to the same question that it goes on from."""
    differs_from: tuple[str, ...] = ()
    """Identifiers of those that it disagrees with."""
    sources: tuple[str, ...] = ()
    language: str | None = None
    """Language of the answer (BCP 47), if it isn't the forum's."""
    licence: str | None = None
    notices: tuple[Notice, ...] = ()
    html: str


class Outcome(_Part):
    """What was decided of a question."""

    author: str | None = None
    """Identifier of a member."""
    date: datetime.date | None = None
    duplicate_of: str | None = None
    """Identifier of the other question, of one that is asked twice."""
    html: str = ""


class Promise(_Part):
    """That somebody answers a question by a day."""

    member: str
    """Identifier of the member."""
    date: datetime.date
    """Day by which the answer is promised."""
    answered: datetime.date | None = None
    """Day of the member's first answer."""


class Asked(_Part):
    """A member who was asked for an answer, and neither gave nor promised one."""

    member: str
    """Identifier of the member."""
    date: datetime.date | None = None


class Wording(_Part):
    """A question as a translation of its talk asks it."""

    language: str
    """Language (BCP 47)."""
    text: str
    url: str
    """Where it is asked."""


class Question(_Part):
    """A question that a talk left open."""

    id: str
    """Within the forum: the identifier of its talk and its own name."""
    text: str
    url: str
    wordings: tuple[Wording, ...] = ()
    """The same question in other languages."""
    status: Status
    topics: tuple[str, ...] = ()
    """Identifiers of topics."""
    html: str = ""
    """What the talk says below it."""
    outcome: Outcome | None = None
    asked_of: tuple[Asked, ...] = ()
    promises: tuple[Promise, ...] = ()
    answers: tuple[Answer, ...] = ()


class Material(_Part):
    """What a talk brings beside its text."""

    title: str
    url: str
    kind: str | None = None
    """`slides`, `handout`, `recording` or `transcript`, if it is known."""


class Talk(_Part):
    """A talk with its questions."""

    id: str
    title: str
    url: str
    date: datetime.date
    start: str | None = None
    """Time of day as `14:30`, in the time of the place."""
    duration: int | None = None
    """How many minutes it takes."""
    room: str | None = None
    speakers: tuple[str, ...]
    """Identifiers of members."""
    session: str | None = None
    """Part of the programme it belongs to."""
    topics: tuple[str, ...] = ()
    """Identifiers of topics."""
    summary: str | None = None
    language: str | None = None
    """Language of the talk (BCP 47), if it isn't the forum's."""
    translation_of: str | None = None
    """Identifier of the talk that it translates, which has the questions."""
    licence: str | None = None
    notices: tuple[Notice, ...] = ()
    materials: tuple[Material, ...] = ()
    html: str
    questions: tuple[Question, ...] = ()


class Call(_Part):
    """When talks may be proposed."""

    opens: datetime.date | None = None
    closes: datetime.date | None = None
    answer_by: datetime.date | None = None
    """Day by which whoever proposed a talk has an answer."""
    programme: datetime.date | None = None
    """Day on which the programme is published."""


class Slot(_Part):
    """What the programme contains besides the talks."""

    date: datetime.date
    start: str
    """Time of day as `12:30`, in the time of the place."""
    title: str
    duration: int | None = None
    """How many minutes it takes."""
    room: str | None = None


class EditionFacts(_Part):
    """An edition of the forum, without its talks."""

    id: str
    title: str
    url: str
    date: datetime.date
    """Day it takes place, or its first day."""
    end_date: datetime.date | None = None
    """Last day, if it takes several."""
    number: int | None = None
    theme: str | None = None
    place: str | None = None
    organiser: str | None = None
    website: str | None = None
    call: Call | None = None


class EditionEntry(EditionFacts):
    """An edition, and where its talks are."""

    data: str
    """Address of the file with its talks, questions and answers."""


class _File(_Part):
    schema_: str = Field(alias="$schema")
    """Address of the schema that the file follows."""
    version: Literal[1] = VERSION
    """Version of the shape."""


class Edition(_File, EditionFacts):
    """All that is published of an edition, in the order of its programme."""

    html: str = ""
    """What presents it."""
    schedule: tuple[Slot, ...] = ()
    """What its programme holds beside the talks."""
    talks: tuple[Talk, ...] = ()


class Forum(_File):
    """A forum: its editions, each with a file of its own, its members and its topics."""

    name: str
    description: str | None = None
    url: str
    language: str
    """Language of the site (BCP 47)."""
    licence: str | None = None
    """Licence of the texts that name no other."""
    editions: tuple[EditionEntry, ...]
    members: tuple[Member, ...]
    topics: tuple[Topic, ...]

"""What can be cited: a talk, an answer, a synthesis, the proceedings of an edition."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_forum.core.words.names import Name


class Kind(StrEnum):
    """What a work is."""

    TALK = "talk"
    ANSWER = "answer"
    SYNTHESIS = "synthesis"
    PROCEEDINGS = "proceedings"


@dataclass(frozen=True)
class Work:
    """One text with all that a reference says of it, in the words that its author wrote."""

    kind: Kind
    key: str
    """Its name among all works of the forum, the same for ever."""
    title: str
    authors: tuple[Name, ...]
    date: datetime.date
    language: str
    """Code of its language."""
    container: str = ""
    """Title of what it is a part of."""
    updated: datetime.date | None = None
    """Day of its last change, where that was told."""
    publisher: str = ""
    place: str = ""
    """Where the edition took place."""
    url: str = ""
    """Its whole address, where that is known."""
    isbn: str = ""
    issn: str = ""
    """That of the series."""
    doi: str = ""
    summary: str = ""
    topics: tuple[str, ...] = ()
    file: str = ""
    """Path of its files below the root of the site, without their endings."""

"""Who is told of a text, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final, get_args

from mkdocs_forum.core.checks.addresses.publication import Subject
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model import kinds
from mkdocs_forum.core.model.kinds import Member
from mkdocs_forum.core.model.settings import Settings

_LEVELS: Final[tuple[str, ...]] = get_args(kinds.Subject)[:-1]
"""What members may ask to be told of, each with what stands before it."""


class Reason(Enum):
    """Why somebody is told of a text, the nearest to them first."""

    OWN = "own"
    """It is theirs."""
    ASKED = "asked"
    """It answers a question of their talk."""
    DISCUSSED = "discussed"
    """It answers a question that they answered, too, and they want to know."""
    FOLLOWED = "followed"
    """They want to know of what is about its topics, or of every text."""


@dataclass(frozen=True)
class Notice:
    """One text of which one member is told."""

    member: str
    subject: Subject
    """The talk or the answer."""
    reason: Reason


def find_notices(library: Library, news: Iterable[Subject]) -> Iterator[Notice]:
    """Tell which member is to be told of which text, each once and for the nearest reason.

    Arguments:
        library: What is published.
        news: The talks and answers that are new in it.
    """
    everything = list(_willing(library, library.members, "everything", Reason.FOLLOWED))
    for subject in news:
        told: dict[str, Reason] = {}
        for member, reason in (*_concerned(library, subject), *everything):
            told.setdefault(member, reason)
        for member, reason in told.items():
            if member in library.members and _wants(library.members[member].meta, "mine"):
                yield Notice(member, subject, reason)


def is_on_forge(member: Member, settings: Settings) -> bool:
    """Whether a comment on the forge reaches a member, who then needs no mail."""
    return bool(member.account and settings.repository)


def _concerned(library: Library, subject: Subject) -> Iterator[tuple[str, Reason]]:
    """Give everybody whom a text concerns, the nearest first."""
    kind, key = subject
    if kind == "talks":
        meta = library.talks[key].meta
        yield from ((speaker, Reason.OWN) for speaker in meta.speakers)
        topics: Iterable[str] = map(library.topic_pages.key, meta.topics)
    else:
        answer = library.answers[key].meta
        talk = library.questions[answer.question].talk
        if answer.member:
            yield answer.member, Reason.OWN
        yield from ((speaker, Reason.ASKED) for speaker in library.talks[talk].meta.speakers)
        others = library.answers_by_question[answer.question]
        authors = filter(None, (library.answers[other].meta.member for other in others))
        yield from _willing(library, authors, "discussions", Reason.DISCUSSED)
        topics = library.topics_of(answer.question)
    for topic in topics:
        members = library.members_by_topic.get(topic, ())
        yield from _willing(library, members, "topics", Reason.FOLLOWED)


def _willing(
    library: Library, members: Iterable[str], level: str, reason: Reason
) -> Iterator[tuple[str, Reason]]:
    for member in members:
        if member in library.members and _wants(library.members[member].meta, level):
            yield member, reason


def _wants(member: Member, level: str) -> bool:
    """Whether a member wants to be told of what is as far from them as that."""
    asked = member.told_of or "mine"
    return asked in _LEVELS and _LEVELS.index(asked) >= _LEVELS.index(level)

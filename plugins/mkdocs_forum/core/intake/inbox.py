"""What waits for the organisers, and since when: proposals, issues, mails, drafts, promises."""

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from mkdocs_forum.core.intake.mail.letter import Letter
from mkdocs_forum.core.library.asking.promises import State, promises
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.repository.unmerged import Unmerged
from mkdocs_forum.core.words.language import N_


class Source(Enum):
    """Where something waits, each with what it is called."""

    PROPOSAL = N_("proposal")
    ISSUE = N_("issue")
    MAIL = N_("mail")
    DRAFT = N_("draft")
    PROMISE = N_("promise")


@dataclass(frozen=True)
class Waiting:
    """One thing that waits."""

    source: Source
    name: str
    """By what it is found: a branch, a number, a file."""
    title: str
    who: str = ""
    day: datetime.date | None = None
    """Since when; nothing where nobody knows."""


def in_order(found: Iterable[Waiting]) -> list[Waiting]:
    """Sort what waits: what waits longest first, what bears no day last."""
    return sorted(
        found, key=lambda each: (each.day or datetime.date.max, each.source.value, each.name)
    )


def of_proposals(found: Iterable[Unmerged]) -> Iterator[Waiting]:
    """Give what the repository lacks."""
    for each in found:
        yield Waiting(Source.PROPOSAL, each.name, each.title, each.author, each.day)


def of_letters(letters: Iterable[tuple[str, Letter]]) -> Iterator[Waiting]:
    """Give the mails of a folder."""
    for name, letter in letters:
        yield Waiting(Source.MAIL, name, letter.subject, letter.name or letter.sender, letter.day)


def of_issues(data: bytes) -> Iterator[Waiting]:
    """Give the open issues in what a forge tells of them, as JSON.

    Raises:
        ValueError: It is no list of issues.
    """
    told = json.loads(data)
    if not isinstance(told, list):
        raise ValueError("no list")
    for issue in told:
        if not isinstance(issue, dict) or "pull_request" in issue or issue.get("state") == "closed":
            continue
        person = issue.get("user") or issue.get("author") or {}
        who = (
            person.get("login") or person.get("username") or "" if isinstance(person, dict) else ""
        )
        number = issue.get("number") or issue.get("iid") or ""
        yield Waiting(
            Source.ISSUE, f"#{number}", str(issue.get("title") or ""), str(who), _day(issue)
        )


def _day(issue: Mapping[str, Any]) -> datetime.date | None:
    told = str(issue.get("createdAt") or issue.get("created_at") or "")[:10]
    try:
        return datetime.date.fromisoformat(told)
    except ValueError:
        return None


def of_drafts(library: Library, since: Mapping[str, datetime.date]) -> Iterator[Waiting]:
    """Give the drafts.

    Arguments:
        library: All entries.
        since: Days by path on which files came.
    """
    named = [
        *(
            (edition.path, edition.meta.title, edition.meta.draft)
            for edition in library.editions.values()
        ),
        *((talk.path, talk.meta.title, talk.meta.draft) for talk in library.talks.values()),
        *(
            (member.path, member.meta.name, member.meta.draft)
            for member in library.members.values()
        ),
        *(
            (answer.path, answer.meta.question, answer.meta.draft)
            for answer in library.answers.values()
        ),
    ]
    for path, title, is_draft in named:
        if is_draft:
            yield Waiting(Source.DRAFT, path, title, day=since.get(path))


def of_promises(library: Library, today: datetime.date) -> Iterator[Waiting]:
    """Give the promises whose day has passed without an answer."""
    for promise in promises(library, today):
        if promise.state is State.OVERDUE:
            member = library.members.get(promise.member)
            yield Waiting(
                Source.PROMISE,
                promise.question,
                library.questions[promise.question].title,
                member.meta.name if member else promise.member,
                promise.day,
            )

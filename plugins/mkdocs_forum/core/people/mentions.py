"""Where the files of a forum name somebody."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.people.person import Person
from mkdocs_forum.core.reading.source import Source
from mkdocs_forum.core.words.encodings import decode

LONGEST: Final = 200
"""Characters of a line that are shown around what was found."""


_OWN: Final = frozenset({"name", "contact", "website", "account", "photo"})
"""Keys of a member's page that tell of that member alone."""


class Kind(Enum):
    """By what a line names somebody."""

    NAME = "name"
    """By the whole name."""
    CONTACT = "contact"
    """By a value by which they can be reached."""
    ADDRESS = "address"
    """By the name of their page: a key, a link, an anchor."""
    PART = "part"
    """By a first name, a surname or a company, which may be somebody else's."""


@dataclass(frozen=True)
class Mention:
    """A line that names somebody."""

    path: str
    line: int
    text: str
    """What stands around it."""
    kind: Kind


def mentions(person: Person, texts: Mapping[str, bytes]) -> Iterator[Mention]:
    """Give the lines that name somebody, each by the surest sign, in the order of the files.

    Arguments:
        person: Whom they name.
        texts: What files hold, by path.
    """
    for path, data in texts.items():
        if person.token.search(path):
            yield Mention(path, 1, path, Kind.ADDRESS)
        for number, line in enumerate(decode(data).splitlines(), 1):
            if found := _found(person, line):
                kind, place = found
                start = max(0, place - LONGEST // 2)
                yield Mention(path, number, line[start : start + LONGEST].strip(), kind)


def is_text(data: bytes) -> bool:
    """Whether a file is one in which names can be sought."""
    return b"\0" not in data


def elsewhere(
    found: Iterable[Mention], person: Person, library: Library, root: str = ""
) -> list[Mention]:
    """Give the lines outside the person's own page that may be told to them.

    Of other members' pages these are the lines that name the person as a whole, save those that
    say how the others are called and reached.

    Arguments:
        found: The lines.
        person: Whom they name.
        library: All entries.
        root: What stands before the paths of entries.
    """
    pages = {f"{root}{member.path}": member.source for member in library.members.values()}
    own = f"{root}{person.page.path}" if person.page else ""
    return [
        each
        for each in found
        if each.path not in pages
        or (
            each.path != own
            and each.kind is not Kind.PART
            and _key_at(pages[each.path], each.line) not in _OWN
        )
    ]


def _key_at(source: Source, line: int) -> str | int:
    """Give the key of a page to which a line of its file belongs; nothing for one of its text."""
    above = [(place.line, keys[0]) for keys, place in source.keys.items() if place.line <= line]
    return max(above)[1] if above and line < source.body_line else ""


def _found(person: Person, line: str) -> tuple[Kind, int] | None:
    for kind, pattern in (
        (Kind.NAME, person.named),
        (Kind.CONTACT, person.reached),
        (Kind.ADDRESS, person.token),
        (Kind.ADDRESS, person.key),
        (Kind.PART, person.partly_named),
    ):
        if found := pattern.search(line):
            return kind, found.start()
    place = line.find(person.company) if person.company else -1
    return (Kind.PART, place) if place >= 0 else None

"""Members by what they are called, and those who share a name."""

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.kinds import Member
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.words.slugs import LONGEST, slugify


def namesakes(name: str, library: Library) -> list[Entry[Member]]:
    """Give the members whose page, or its file, bears a name: accents and signs don't matter."""
    wanted = slugify(name, longest=LONGEST)
    return [
        member
        for member in library.members.values()
        if wanted and wanted in {member.slug, slugify(member.meta.name, longest=LONGEST)}
    ]


def member_called(told: str, library: Library) -> Entry[Member] | None:
    """Give the member whose page's file has a name, or the only one who is called so."""
    if told in library.members:
        return library.members[told]
    found = namesakes(told, library)
    return found[0] if len(found) == 1 else None


def members_partly_called(told: str, library: Library) -> list[Entry[Member]]:
    """Give the members of whose name, or whose file's, this is a part, or the whole of it."""
    wanted = slugify(told, longest=LONGEST)
    return [
        member
        for member in library.members.values()
        if wanted
        and any(
            f"-{wanted}-" in f"-{name}-"
            for name in (member.slug, slugify(member.meta.name, longest=LONGEST))
        )
    ]

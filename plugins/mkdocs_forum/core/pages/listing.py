"""What a listing offers beside its items: the way through its pages, the boards beside it."""

from dataclasses import dataclass
from typing import Final

from mkdocs_forum.core.pages.indexes import Link, MemberView


@dataclass(frozen=True)
class Pager:
    """The way through the pages of a listing."""

    number: int
    """Number of the page, from 1."""
    pages: tuple[Link, ...]
    """All pages of the listing, in order."""

    @property
    def previous(self) -> Link | None:
        """The page before, if there is one."""
        return self.pages[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> Link | None:
        """The page after, if there is one."""
        return self.pages[self.number] if self.number < len(self.pages) else None

    @property
    def shown(self) -> list[Link | None]:
        """The first page, the last and those around this one; nothing stands for a gap."""
        last = len(self.pages)
        near = {1, last, *range(max(1, self.number - 2), min(last, self.number + 2) + 1)}
        shown: list[Link | None] = []
        for number in sorted(near):
            if number - 1 not in near and number > 1:
                shown.append(None)
            shown.append(self.pages[number - 1])
        return shown


FIRST: Final = Pager(1, ())
"""That of a listing which isn't divided."""


@dataclass(frozen=True)
class Tab:
    """A board of questions among the others, or another order of a list."""

    text: str
    url: str
    count: int
    is_current: bool = False


@dataclass(frozen=True)
class Group:
    """Members whom something joins: their trade, their town."""

    title: str
    anchor: str
    members: tuple[MemberView, ...]

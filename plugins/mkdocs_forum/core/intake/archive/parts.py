"""The parts of a page that are told by a name, and the lines that are still to be told."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from mkdocs_forum.core.intake.archive.lines import LONGEST, Line


@dataclass(frozen=True)
class Taken:
    """What some words of a page were taken for."""

    part: str
    """A key of `PARTS`."""
    words: str
    """The words as they stood there."""
    value: str
    is_sure: bool = True
    """Whether it can hardly be anything else."""


@dataclass
class Reader:
    """Reads a head, one part after the other; each line belongs to one of them."""

    lines: Sequence[Line]
    window: str
    is_question: Callable[[str], bool]
    members: Collection[str]
    taken: list[Taken] = field(default_factory=list)
    used: set[int] = field(default_factory=set)

    def take(self, place: int, part: str, value: str, *, is_sure: bool = True) -> None:
        """Take a line for a part."""
        self.used.add(place)
        self.taken.append(Taken(part, self.lines[place].plain, value, is_sure))

    def has(self, part: str) -> bool:
        """Whether something was taken for a part."""
        return any(each.part == part for each in self.taken)

    @property
    def free(self) -> list[int]:
        """The places of the lines that are nothing yet."""
        return [
            place
            for place, line in enumerate(self.lines)
            if place not in self.used and not line.is_blank and len(line.plain) <= LONGEST
        ]


def between(reader: Reader, one: int, other: int) -> int:
    """Give how many lines of text stand between two."""
    low, high = sorted((one, other))
    return sum(not line.is_blank for line in reader.lines[low + 1 : high])

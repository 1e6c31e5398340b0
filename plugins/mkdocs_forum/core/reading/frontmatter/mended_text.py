"""The wording of a frontmatter: as it is read, with the place of each character as it was written.

What keeps a frontmatter from being read is mended on the way, so that one run tells every fault.
Places and changes are those of the file all the same, which is still as its author left it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from mkdocs_forum.core.faults.diagnostic import Edit, Location

Patch = tuple[int, int, str]
"""The first character that gives way, the one after the last, and what takes their place."""


@dataclass(frozen=True)
class Wording:
    """A frontmatter, without the `---` lines, mended where it had to be, on the same lines."""

    text: str
    _start: Location
    """Where it begins in its file."""
    _origins: Sequence[int]
    """For each of its characters and for its end, the one that was written there."""
    _written: Sequence[int]
    """Where each line that was written begins."""
    _mended: Set[int] = frozenset()
    """Lines that were mended, counted from 0."""

    def locate(self, index: int) -> Location:
        """Give the place of a character, as its author wrote it."""
        written = self._origins[index]
        line = bisect_right(self._written, written) - 1
        column = written - self._written[line] + 1
        return replace(self._start, line=self._start.line + line, column=column)

    def line_at(self, place: Location) -> tuple[int, list[str]]:
        """Give where the line of a place begins, and that line below those above it."""
        lines = self.text.split("\n")[: place.line - self._start.line + 1]
        return sum(len(line) + 1 for line in lines[:-1]), lines

    def edit(self, first: int, last: int, new: str) -> Edit | None:
        """Give the change that mends the file; a line is changed once, then read again."""
        start, end = self.locate(first), self.locate(last)
        lines = range(start.line - self._start.line, end.line - self._start.line + 1)
        return Edit(start, end, new) if self._mended.isdisjoint(lines) else None

    def mend(self, patches: Sequence[Patch]) -> "Wording":
        """Give it in other words, which stand where the first ones stood."""
        text, origins, mended = self.text, list(self._origins), set(self._mended)
        for first, last, new in reversed(patches):
            mended |= {*range(text.count("\n", 0, first), text.count("\n", 0, last) + 1)}
            text = text[:first] + new + text[last:]
            # What is as long as before stands where that stood, sign by sign.
            if len(new) != last - first:
                origins[first:last] = [origins[first]] * len(new)
        return replace(self, text=text, _origins=origins, _mended=mended)


def as_written(path: str, header: str, line: int) -> Wording:
    """Give a frontmatter as its author wrote it.

    Arguments:
        path: Path of the file below the docs folder.
        header: The frontmatter, without the `---` lines.
        line: Line of the file on which it begins, counted from 1.
    """
    starts = [0, *(found.end() for found in re.finditer("\n", header))]
    return Wording(header, Location(path, line), range(len(header) + 1), starts)

"""Addresses that were given up on purpose, since they held somebody's name: nobody misses them.

The list doesn't hold the name either: it keeps a mark of each address, from which nobody can tell
the address. Who guesses one can see whether it was there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

FILE: Final = "retired-addresses.txt"
"""Name of the list, beside the site's configuration."""
_HEAD: Final = (
    "# Marks of addresses that were given up since somebody asked to be forgotten.\n"
    "# 'mkdocs-forum check --against' doesn't miss them. Keep this file.\n"
)
_LENGTH: Final = 32


@dataclass(frozen=True)
class Retired:
    """The marks of such addresses."""

    salt: str = ""
    marks: tuple[str, ...] = ()

    def holds(self, place: str) -> bool:
        """Whether an HTML file, perhaps with an anchor, was given up."""
        return bool(self.marks) and self._mark(place) in self.marks

    def grown(self, places: Iterable[str], salt: str) -> "Retired":
        """Give the list with further places.

        Arguments:
            places: HTML files, perhaps with an anchor.
            salt: What makes the marks of this forum its own, where it has none yet.
        """
        kept = Retired(self.salt or salt, self.marks)
        new = (kept._mark(place) for place in places)
        return Retired(kept.salt, tuple(sorted({*kept.marks, *new})))

    def text(self) -> str:
        """Give what the file holds."""
        return _HEAD + "".join(f"{line}\n" for line in (self.salt, *self.marks))

    def _mark(self, place: str) -> str:
        return sha256(f"{self.salt}\n{place}".encode()).hexdigest()[:_LENGTH]


NOTHING: Final = Retired()


def read_retired(text: str) -> Retired:
    """Read the list; nothing of what isn't one."""
    salt, *marks = [
        line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")
    ] or [""]
    return Retired(salt, tuple(marks))

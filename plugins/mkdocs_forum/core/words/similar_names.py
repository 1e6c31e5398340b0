"""Similar names: those that a wrong one was most likely meant for.

Comparing a name with all others takes its time, and a text may hold a thousand wrong ones: each is
sought once, only the first ones of a file are, and all together have a bounded share of a run.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Final

CUTOFF: Final = 0.6
"""How much of its letters a similar name has in common with a wrong one at the least."""
MOST: Final = 20
"""Names that are sought for one file; who has more to mend has another fault."""
LONGEST: Final = 200
"""Characters of a name that was meant for another one; longer ones are a text."""
EFFORT: Final = 40_000_000
"""Pairs of characters that are compared in a run: some seconds, or forty names among a thousand."""


class SimilarNames:
    """Seeks similar names in one run."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], list[str]] = {}
        self._sought: Counter[str] = Counter()
        self._effort = EFFORT

    def seek(
        self,
        wanted: str,
        known: Callable[[], Iterable[str]],
        *,
        among: str,
        path: str,
        most: int = 1,
        cutoff: float = CUTOFF,
    ) -> list[str]:
        """Give the names that are most like a wrong one, the likeliest first.

        Arguments:
            wanted: The wrong name.
            known: Gives those that are there.
            among: What these are called; in one run they stay the same.
            path: Path of the file that holds the wrong name.
            most: How many are given at the most.
            cutoff: How like they are at the least, from 0 to 1.
        """
        key = among, wanted
        if key not in self._found and len(wanted) <= LONGEST and self._sought[path] < MOST:
            self._sought[path] += 1
            names = list(known())
            effort = len(wanted) * sum(map(len, names))
            if effort > self._effort:
                return []
            self._effort -= effort
            self._found[key] = get_close_matches(wanted, names, most, cutoff)
        return self._found.get(key, [])

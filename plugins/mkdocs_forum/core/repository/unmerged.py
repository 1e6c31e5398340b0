"""What lies in the repository beside its branch: proposals that nobody has merged yet."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mkdocs_forum.core.repository.history import ask_git

_PLACES: Final = ("refs/pull", "refs/merge-requests", "refs/remotes", "refs/heads")
"""Where proposals are: as forges name them, then branches."""
_FORMAT: Final = "%(refname)%09%(objectname)"
MOST: Final = 200
"""Proposals that are looked at."""


@dataclass(frozen=True)
class Unmerged:
    """One proposal."""

    name: str
    """What git calls it here, in short."""
    title: str
    """First line of its last commit."""
    author: str
    day: datetime.date
    """Day of its first commit that isn't in the branch."""


def unmerged(folder: Path) -> Iterator[Unmerged]:
    """Give the proposals that the present branch lacks, each once, as far as git knows here."""
    asked = ("for-each-ref", "--no-merged=HEAD", f"--format={_FORMAT}")
    lines = [line for place in _PLACES for line in ask_git(folder, *asked, place).splitlines()]
    seen: set[str] = set()
    for line in lines[:MOST]:
        name, _, commit = line.partition("\t")
        if name.endswith("/HEAD") or commit in seen:
            continue
        seen.add(commit)
        log = ask_git(
            folder, "log", "--format=%cs%x09%an%x09%s", f"HEAD..{commit}", "--"
        ).splitlines()
        if log:
            _, author, title = log[0].split("\t", 2)
            first = datetime.date.fromisoformat(log[-1].split("\t", 1)[0])
            short = name.removeprefix("refs/").removeprefix("remotes/").removeprefix("heads/")
            yield Unmerged(short, title, author, first)

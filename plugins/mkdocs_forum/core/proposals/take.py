"""The files of a proposal, taken into a checkout of the branch that it is for.

Only plain files in the folders of the contributions are: no script, no setting, no template, no
symbolic link.
"""

import subprocess
from pathlib import Path, PurePosixPath
from typing import Final

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.proposals.changes import GONE, Change, Merge
from mkdocs_forum.core.proposals.git import git
from mkdocs_forum.core.proposals.verdict import Taken
from mkdocs_forum.core.reading.entry import is_contribution

MOST_FILES: Final = 300
"""Files of one proposal; a talk with its pictures has ten."""
LARGEST: Final = 5_000_000
"""Bytes of one file; the check refuses pictures of more than 3 MB in its own words."""
LARGEST_OF_ALL: Final = 100_000_000
"""Bytes of all files of one proposal."""
PLAIN: Final = frozenset({"100644", "100755"})
"""Modes of plain files in git: neither a symbolic link nor another repository."""


def take(root: Path, proposal: Merge, settings: Settings) -> Taken:
    """Write the files of a proposal into a checkout; tell what became of each.

    Arguments:
        root: Topmost folder of the checkout.
        proposal: What it changes.
        settings: The options of the branch that it is for.
    """
    read: list[str] = []
    refused: list[str] = []
    left: list[str] = []
    room = LARGEST_OF_ALL
    # What goes makes room first: a folder may become a file, and a file a folder.
    for change in sorted(proposal.changes, key=lambda change: change.mode != GONE):
        if not is_theirs(change.path, settings):
            left.append(change.path)
            continue
        is_one_more = len(read) < MOST_FILES
        size = _write(root, change, min(room, LARGEST)) if is_one_more else None
        (refused if size is None else read).append(change.path)
        room -= size or 0
    conflicts = [path for path in proposal.conflicts if is_theirs(path, settings)]
    return Taken(sorted(read), sorted(refused), sorted(left), conflicts)


def is_theirs(path: str, settings: Settings) -> bool:
    """Whether anyone may propose a file at a path in the repository."""
    below = path.removeprefix(f"{settings.docs_path}/")
    # Git, hosts and editors obey files whose name begins with a dot.
    is_strange = any(part.startswith(".") for part in PurePosixPath(path).parts)
    return below != path and not is_strange and is_contribution(below, settings)


def _write(root: Path, change: Change, most: int) -> int | None:
    """Make a change in the checkout; give the bytes that it took, or nothing if it was refused."""
    path = root / change.path
    try:
        if change.mode == GONE:
            _remove(path)
            return 0
        is_plain = change.mode in PLAIN
        size = int(git(root, "cat-file", "-s", change.blob)) if is_plain else most + 1
        if size > most:
            return None
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(git(root, "cat-file", "blob", change.blob))
    except (OSError, subprocess.CalledProcessError):
        # Its name is too long, or it is too large to have been fetched.
        return None
    return size


def _remove(path: Path) -> None:
    """Take a file away, and the folders that it leaves empty."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if not folder.is_dir() or any(folder.iterdir()):
            return
        folder.rmdir()

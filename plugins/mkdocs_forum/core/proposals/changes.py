"""What a commit proposes: the texts as they would be once it was accepted."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.proposals.git import git
from mkdocs_forum.core.repository.revision import Revision, RevisionError

GONE: Final = "000000"
"""Mode of a file that is taken away."""


@dataclass(frozen=True)
class Change:
    """What a proposal does to one file."""

    mode: str
    """Mode of the file after it, `GONE` where it is taken away."""
    blob: str
    """Name that git has for what the file holds after it."""
    path: str
    """Path in the repository."""


@dataclass(frozen=True)
class Merge:
    """A proposal, joined with what its branch got meanwhile."""

    changes: Sequence[Change]
    conflicts: Sequence[str] = ()
    """Paths of files that both changed at the same place: they stand as they were proposed."""


def merge(root: Path, revision: Revision) -> Merge:
    """Join a commit with the branch that is checked out; nothing is written.

    Arguments:
        root: Topmost folder of the repository.
        revision: The commit.

    Raises:
        RevisionError: It didn't begin on this branch.
    """
    try:
        base = git(root, "merge-base", "HEAD", revision.commit).decode().strip()
    except subprocess.CalledProcessError as error:
        message = say("commit {commit} didn't begin on this branch", commit=revision)
        raise RevisionError(message) from error
    tree, conflicts = _merged(root, revision.commit)
    told = _compared(root, "HEAD", tree) if tree else _compared(root, base, revision.commit)
    return Merge(told, conflicts)


def _merged(root: Path, commit: str) -> tuple[str, list[str]]:
    """Give the tree of a merge, or the files that are in its way; neither where git can't tell."""
    command = ("merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", "HEAD", commit)
    try:
        return git(root, *command).decode().rstrip("\0"), []
    except subprocess.CalledProcessError as error:
        # Other numbers: an older git, or a file that is too large was never fetched.
        told = error.stdout.split(b"\0")[1:] if error.returncode == 1 else []
        return "", [path.decode("utf-8", "surrogateescape") for path in told if path]


def _compared(root: Path, before: str, after: str) -> list[Change]:
    """Give how files differ between two trees or commits."""
    told = git(root, "diff", "--raw", "--no-abbrev", "--no-renames", "-z", before, after)
    pieces = told.split(b"\0")
    heads = [head.decode().split(" ") for head in pieces[:-1:2]]
    paths = [path.decode("utf-8", "surrogateescape") for path in pieces[1::2]]
    return [Change(head[1], head[3], path) for head, path in zip(heads, paths, strict=True)]

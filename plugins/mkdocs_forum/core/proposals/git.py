"""Git, as the workflows use it."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType


def git(
    folder: Path, *arguments: str, variables: Mapping[str, str] = MappingProxyType({})
) -> bytes:
    """Give what a command of git answers in a folder; it asks nobody for anything.

    What wasn't fetched since it is too large stays away.

    Raises:
        CalledProcessError: It couldn't be done.
    """
    quiet = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    return subprocess.run(
        ["git", "-C", str(folder), *arguments],
        env={**os.environ, **quiet, **variables},
        check=True,
        capture_output=True,
    ).stdout


def is_known(folder: Path, commit: str) -> bool:
    """Whether a commit, named in full, is in this copy of the repository."""
    if not re.fullmatch("[0-9a-f]{40,64}", commit):
        return False
    try:
        git(folder, "cat-file", "-e", f"{commit}^{{commit}}")
    except subprocess.CalledProcessError:
        return False
    return True


def commits_since(folder: Path, before: str, most: int) -> list[str]:
    """Give the names of the commits that a branch got since another one, the newest first.

    Arguments:
        folder: A folder of the repository.
        before: A commit, named in full.
        most: How many are given at the most.
    """
    told = git(folder, "rev-list", "--first-parent", f"--max-count={most}", f"{before}..HEAD")
    return told.decode().split()

"""The files that an issue was turned into, on a branch of their own."""

import base64
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.proposals.git import git
from mkdocs_forum.core.reading.entry import is_contribution
from mkdocs_forum.core.reading.files import PICTURES

_ENDINGS: Final = "|".join(re.escape(ending) for ending in (".md", *PICTURES))
_TEXT: Final = re.compile(rf"[a-z0-9][a-z0-9_-]*(?:/[a-z0-9][a-z0-9_-]*){{1,4}}(?:{_ENDINGS})")
"""Paths that the software gives to what it makes of an issue, below the docs folder."""


class ForeignFileError(Exception):
    """Something else than texts and pictures is among the files."""


@dataclass(frozen=True)
class Pusher:
    """Who pushes where."""

    address: str
    """Address at which git finds the repository."""
    token: str
    """What lets write there; nothing where the address itself does."""
    name: str
    email: str

    @property
    def variables(self) -> Mapping[str, str]:
        """Variables by which git writes in their name; no list of processes shows the token."""
        granted = {}
        if self.token:
            words = base64.b64encode(f"x-access-token:{self.token}".encode()).decode()
            granted = {
                "GIT_CONFIG_COUNT": "1",
                "GIT_CONFIG_KEY_0": "http.extraHeader",
                "GIT_CONFIG_VALUE_0": f"Authorization: Basic {words}",
            }
        named = {"NAME": self.name, "EMAIL": self.email}
        author = {
            f"GIT_{role}_{key}": value
            for role in ("AUTHOR", "COMMITTER")
            for key, value in named.items()
        }
        return {**granted, **author}


def texts_in(folder: Path, settings: Settings) -> dict[str, bytes]:
    """Give the files of a folder by their paths in the repository.

    They come from what reads a stranger's words, so nothing but texts and pictures is taken.

    Raises:
        ForeignFileError: There is something else.
    """
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_dir() and not path.is_symlink():
            continue
        below = name.removeprefix(f"{settings.docs_path}/")
        is_text = _TEXT.fullmatch(below) and is_contribution(below, settings)
        if below == name or not is_text or path.is_symlink() or not path.is_file():
            raise ForeignFileError(repr(name))
        found[name] = path.read_bytes()
    return found


def push(root: Path, branch: str, files: Mapping[str, bytes], message: str, by: Pusher) -> bool:
    """Put files on a branch of their own, in place of what it held; tell whether any is new.

    Arguments:
        root: Topmost folder of a checkout of the branch that they are for.
        branch: Name of their branch.
        files: The files, by their paths in the repository.
        message: Message of the commit.
        by: Who pushes, and where.

    Raises:
        CalledProcessError: Git couldn't do it.
    """
    git(root, "switch", "--quiet", "--force-create", branch)
    for path, data in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    git(root, "add", "--", *files)
    if not _is_changed(root):
        return False
    git(root, "commit", "--quiet", "--message", message, variables=by.variables)
    target = (by.address, f"HEAD:refs/heads/{branch}")
    git(root, "push", "--quiet", "--force", *target, variables=by.variables)
    return True


def _is_changed(root: Path, options: Sequence[str] = ("--cached", "--quiet")) -> bool:
    try:
        git(root, "diff", *options)
    except subprocess.CalledProcessError as error:
        if error.returncode != 1:
            raise
        return True
    return False

"""A commit of the repository, read without a checkout: nothing of it is run."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs_forum.core.faults.diagnostic import Message, say

LARGEST_FILE = 1 << 20
"""Bytes of a file that is read; a talk has some ten thousand."""
LARGEST_TREE = 1 << 28
"""Bytes of all files that are read together; those of a thousand talks have some 20 million."""

_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
"""Git writes nothing, asks nothing and speaks English."""


class RevisionError(Exception):
    """What keeps a commit from being read."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message
        """The sentence, for people."""


@dataclass(frozen=True)
class Revision:
    """One commit."""

    folder: Path
    """A folder of the repository."""
    prefix: str
    """Path of that folder in the repository, ending in `/`; empty for the topmost one."""
    commit: str
    """The commit's name, in full."""

    def texts(self, folder: str, is_wanted: Callable[[str], bool]) -> dict[str, bytes]:
        """Read the files of a folder.

        Arguments:
            folder: Path in the repository, with `/` at its end; empty for all of it.
            is_wanted: Tells from a path below the folder whether the file is read.

        Returns:
            What the files hold, by path below the folder, without symbolic links and without
            files of more than `LARGEST_FILE` bytes.

        Raises:
            RevisionError: Some of it isn't in this copy of the repository, or it is too much.
        """
        wanted = {
            path.removeprefix(folder): (name, size)
            for path, name, size in self._files(folder)
            if path.startswith(folder) and is_wanted(path.removeprefix(folder))
        }
        if sum(size for _, size in wanted.values()) > LARGEST_TREE:
            raise RevisionError(say("the files of commit {commit} are too large", commit=self))
        read = self._read([name for name, _ in wanted.values()])
        return dict(zip(wanted, read, strict=True))

    def text(self, path: str) -> bytes | None:
        """Read a file by its path in the repository, if there is one."""
        folder, slash, name = path.rpartition("/")
        return self.texts(folder + slash, lambda found: found == name).get(name)

    def renamed(self) -> Mapping[str, str]:
        """Give present paths of files by those at the commit, in the repository, as git sees it."""
        options = ("-z", "-M", "--name-status", "--diff-filter=R", "--no-ext-diff", "--no-textconv")
        told = _git(self.folder, "diff", *options, "--no-relative", self.commit, "--")
        words = os.fsdecode(told).split("\0")
        return dict(zip(words[1::3], words[2::3], strict=False))

    def __str__(self) -> str:
        return self.commit[:12]

    def _files(self, folder: str) -> Iterator[tuple[str, str, int]]:
        """Give path, name and size of every file that is no link and not too large."""
        within = [folder] if folder else []
        listed = _git(
            self.folder, "ls-tree", "-r", "-z", "-l", "--full-tree", self.commit, "--", *within
        )
        for line in os.fsdecode(listed).split("\0"):
            head, _, path = line.partition("\t")
            if head.startswith("100"):
                _, _, name, size = head.split()
                if not size.isdigit():
                    raise RevisionError(
                        say(
                            "'{path}' of an earlier commit is missing from this copy of the "
                            "repository",
                            path=path,
                        )
                    )
                if int(size) <= LARGEST_FILE:
                    yield path, name, int(size)

    def _read(self, names: list[str]) -> Iterator[bytes]:
        """Give what files hold, by the names that git has for it."""
        asked = "".join(f"{name}\n" for name in names)
        output = _git(self.folder, "cat-file", "--batch", asked=asked)
        start = 0
        for _ in names:
            end = output.index(b"\n", start)
            start = end + 1 + int(output[start:end].rpartition(b" ")[2])
            yield output[end + 1 : start]
            start += 1


def open_revision(folder: Path, name: str) -> Revision:
    """Find a commit by a name that git understands: a branch, a tag, `HEAD~3`.

    Arguments:
        folder: A folder of the repository.
        name: The name, as somebody typed it; it is never taken as an option.

    Raises:
        RevisionError: There is no git, no repository, or no such commit.
    """
    prefix = os.fsdecode(_git(folder, "rev-parse", "--show-prefix")).removesuffix("\n")
    try:
        found = _git(
            folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"
        )
    except RevisionError:
        found = b""
    commit = found.decode().strip()
    if not re.fullmatch("[0-9a-f]{40,64}", commit):
        raise RevisionError(
            say(
                "git knows no commit '{name}' here: fetch it first ('git fetch'; "
                "in a workflow, 'fetch-depth: 0')",
                name=name,
            )
        )
    return Revision(folder, prefix, commit)


def _git(folder: Path, *arguments: str, asked: str = "") -> bytes:
    """Run git in a folder and give what it says.

    Raises:
        RevisionError: Git isn't there, or couldn't do it.
    """
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments],
            input=asked.encode(),
            env={**os.environ, **_QUIET},
            capture_output=True,
            check=True,
        ).stdout
    except OSError as error:
        raise RevisionError(
            say("git isn't installed: without it nothing can be compared")
        ) from error
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        message = say(
            "git can't read the repository in '{folder}': {told}", folder=folder, told=told
        )
        raise RevisionError(message) from error

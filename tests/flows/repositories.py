"""Repositories in which what the workflows do is tried."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.sites import write
from tests.small import SMALL


@dataclass(frozen=True)
class Repository:
    """A repository of git, with nobody's settings."""

    folder: Path

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables under which git finds no settings but the repository's."""
        return {
            **os.environ,
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_CONFIG_SYSTEM": "/dev/null",
            "NO_MKDOCS_2_WARNING": "1",
        }

    def git(self, *arguments: str, stdin: bytes = b"") -> str:
        """Give what a command of git answers."""
        name = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
        done = subprocess.run(
            ["git", *name, *arguments],
            cwd=self.folder,
            env=dict(self.environment),
            input=stdin,
            check=True,
            capture_output=True,
        )
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    def commit(self, files: Mapping[str, str] | None = None) -> str:
        """Commit files; give the commit."""
        write(self.folder, files or {})
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Change")
        return self.git("rev-parse", "HEAD")


def repository(folder: Path, files: Mapping[str, str] = SMALL) -> Repository:
    """Make a repository with a commit of some files on the branch `main`."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Repository(folder)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.commit(files)
    return made

"""What the commands' tests share: small forums, and somebody who types."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import mkdocs_forum.cli.entry
from mkdocs_forum.cli.main import main
from tests import processes
from tests.sites import FORUM_COMMAND, write
from tests.small import SMALL

COMMAND = Path(sys.executable).parent / "mkdocs-forum"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of a small French forum, in which the commands run."""
    write(tmp_path, SMALL)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(output: str) -> str:
    """Give what was told, with plain spaces: the catalogues' tests look after the French ones."""
    return output.replace("\u202f", " ").replace("\xa0", " ")


@pytest.fixture
def run(folder: Path) -> Callable[..., Result]:
    """Give a function that runs a command where nobody can be asked."""

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=stdin, catch_exceptions=False)

    return run


@pytest.fixture
def typed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Give a function that runs a command in a terminal and types lines into it."""
    monkeypatch.setattr(mkdocs_forum.cli.entry, "in_terminal", lambda: True)

    def typed(arguments: Sequence[str], *lines: str) -> Result:
        # A line too few ends the input, and with it the command.
        text = "".join(f"{line}\n" for line in lines)
        return CliRunner().invoke(main, arguments, input=text, catch_exceptions=False)

    return typed


class Forum:
    """A small forum without a fault, and what a user does in its folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = write(folder, SMALL)
        """Folder of its `mkdocs.yml`."""

    def put(self, name: str, content: str | bytes) -> Path:
        """Write a file below the folder, byte for byte."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    @property
    def files(self) -> Mapping[str, bytes]:
        """What each file holds, by path, save what is kept between runs."""
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and not path.is_symlink() and ".cache" not in path.parts
        }

    def run(self, *arguments: str, color: bool = False) -> Result:
        """Run `mkdocs-forum` in this process."""
        result = CliRunner().invoke(main, arguments, color=color)
        # Whatever else ends a command would be a traceback.
        assert isinstance(result.exception, SystemExit | None), result.exception
        return result


@pytest.fixture
def forum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Forum:
    """Give a forum, in whose folder the commands are run."""
    forum = Forum(tmp_path / "forum")
    monkeypatch.chdir(forum.folder)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return forum


def as_typed(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run `mkdocs-forum` in a process of its own, its output piped."""
    return processes.run(FORUM_COMMAND, arguments, folder, stdin=stdin)


def on_terminal(folder: Path, *arguments: str, **variables: str) -> str:
    """Give what `mkdocs-forum` shows on a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [COMMAND, *arguments],
        cwd=folder,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    ) as command:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:
            pass  # So Linux tells that the other end is closed.
        command.wait(60)
    os.close(ours)
    return shown.decode(errors="replace").replace("\r\n", "\n")


def plain(text: str) -> str:
    """Take the colours off."""
    return click.unstyle(text)

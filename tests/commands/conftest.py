"""What the commands' tests share: a small French forum, and somebody who types."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import mkdocs_forum.commands.new
from mkdocs_forum.cli import main
from tests.sites import write
from tests.small import SMALL


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
    monkeypatch.setattr(mkdocs_forum.commands.new, "in_terminal", lambda: True)

    def typed(arguments: Sequence[str], *lines: str) -> Result:
        # A line too few ends the input, and with it the command.
        text = "".join(f"{line}\n" for line in lines)
        return CliRunner().invoke(main, arguments, input=text, catch_exceptions=False)

    return typed

"""A release: its version is that of its tag, its notes those of the changelog."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites import ROOT

CHANGES = "# Changes\n\n## Unreleased\n\n- A.\n\n## 1.2.0 – 1 May 2027\n\n- B.\n\n## 1.2.0rc1\n\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a folder with the script and a changelog."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".github").mkdir()
    script = (ROOT / ".ci/release.py").read_text(encoding="utf-8")
    (tmp_path / ".ci/release.py").write_text(script, encoding="utf-8")
    (tmp_path / ".github/CHANGELOG.md").write_text(CHANGES, encoding="utf-8")
    return tmp_path


def release(folder: Path, tag: str) -> tuple[int, str]:
    """Run the script; give how it ended and what it told."""
    command = [sys.executable, ".ci/release.py", tag, "notes.md"]
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def test_release(repository: Path) -> None:
    """The version is printed, and its section written."""
    assert release(repository, "v1.2.0") == (0, "1.2.0\n")
    assert (repository / "notes.md").read_text(encoding="utf-8") == "- B.\n"


TAGS = {
    "no version": ("vnext", "names no version"),
    "no tag of ours": ("1.2.0", "names no version"),
    "a command": ("v1.2.0;id", "names no version"),
    "not in the changelog": ("v1.3.0", "no section '## 1.3.0'"),
    "nothing said": ("v1.2.0rc1", "no section '## 1.2.0rc1'"),
}


@pytest.mark.parametrize(("tag", "told"), TAGS.values(), ids=TAGS)
def test_no_release(repository: Path, tag: str, told: str) -> None:
    """What can't be released is told, before anything is built."""
    status, words = release(repository, tag)
    assert (status, told in words) == (1, True), words
    assert not (repository / "notes.md").exists()

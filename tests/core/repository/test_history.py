"""What the history of a repository tells."""

import datetime
import os
import subprocess
from pathlib import Path

import pytest

from mkdocs_forum.core.repository.history import build_day, changes_of_lines, last_changes


def _commit(folder: Path, day: str, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    environment = {**os.environ, "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "add", "-A"], cwd=folder, check=True)
    command = ["git", *identity, "commit", "-q", "-m", "a"]
    subprocess.run(command, cwd=folder, env=environment, check=True)


def test_last_changes(tmp_path: Path) -> None:
    """Each file has the day of the last commit that touched it, by its path below the folder."""
    docs = tmp_path / "docs"
    docs.mkdir()
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    _commit(docs, "2024-01-01T12:00:00Z", prix="a", été="a")
    (tmp_path / "README.md").write_text("a", encoding="utf-8")
    _commit(docs, "2025-02-02T12:00:00Z", prix="b")
    assert last_changes(docs) == {
        "prix.md": datetime.date(2025, 2, 2),
        "été.md": datetime.date(2024, 1, 1),
    }


def test_changes_of_lines(tmp_path: Path) -> None:
    """A file has the day when such a line changed, whatever else changed since."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    _commit(tmp_path, "2024-01-01T12:00:00Z", prix="retained: true\n", été="a\n")
    _commit(tmp_path, "2025-02-02T12:00:00Z", prix="retained: true\nb\n", été="b\n")
    assert changes_of_lines(tmp_path, "^retained:") == {"prix.md": datetime.date(2024, 1, 1)}
    assert changes_of_lines(tmp_path / "answers", "^retained:") == {}


@pytest.mark.parametrize("epoch", ["hier", "1.5", "9" * 20])
def test_bad_epoch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """What is no day is told in a sentence, with what to write."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ValueError, match=f"^The variable SOURCE_DATE_EPOCH is '{epoch}': write"):
        build_day(tmp_path)


def test_no_history(tmp_path: Path) -> None:
    """Where there is no history, nothing is told."""
    assert last_changes(tmp_path) == {}

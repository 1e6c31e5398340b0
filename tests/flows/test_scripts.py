"""The scripts of the workflows: an issue's files as a proposal, a comment to speakers, a mute."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.forge import forge
from tests.flows.repositories import Repository, repository
from tests.sites import ROOT
from tests.small import SMALL

ANSWER = "docs/reponses/prix/rabais/bob.md"
TEXT = "---\ndate: 2024-11-03\n---\n\nDix pour cent.\n"


@pytest.fixture
def forum(tmp_path: Path) -> Repository:
    """Give the clone of a forum whose speaker has an account, with the command installed."""
    files = {**SMALL, "docs/membres/ana.md": "---\nname: Ana Ferrand\naccount: ana-f\n---\n"}
    origin = repository(tmp_path / "origin", files)
    origin.git("clone", "--quiet", ".", str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    commands = clone.folder / ".venv" / "bin"
    commands.mkdir(parents=True)
    (commands / "mkdocs-forum").symlink_to(Path(sys.executable).parent / "mkdocs-forum")
    return clone


def test_propose(forum: Repository, tmp_path: Path) -> None:
    """Exactly the files that are named stand on a branch of their own, in a pull request."""
    gh = forge(tmp_path / "gh", {})
    names = tmp_path / "files.txt"
    names.write_text(f"{ANSWER}\n")
    for path in (ANSWER, "docs/reponses/prix/rabais/other.md"):
        (forum.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (forum.folder / path).write_text(TEXT)
    done = forum.run("propose", "12", str(names), variables=gh.variables)
    assert (done.returncode, done.stderr) == (0, "")
    pushed = forum.git("diff", "--name-only", "origin/main", "origin/contribution/issue-12")
    assert pushed == ANSWER
    created = gh.asked[-1][0]
    assert created[:4] == ["pr", "create", "--head", "contribution/issue-12"]
    assert created[-1].endswith("Closes #12.")


def test_propose_again(forum: Repository, tmp_path: Path) -> None:
    """A proposal that is open already is brought up to date, and not opened twice."""
    gh = forge(tmp_path / "gh", {"pr list": "40"})
    names = tmp_path / "files.txt"
    names.write_text(f"{ANSWER}\n")
    (forum.folder / ANSWER).parent.mkdir(parents=True)
    (forum.folder / ANSWER).write_text(TEXT)
    assert forum.run("propose", "12", str(names), variables=gh.variables).returncode == 0
    assert [asked[0][:2] for asked in gh.asked] == [["auth", "setup-git"], ["pr", "list"]]


def test_propose_no_number(forum: Repository, tmp_path: Path) -> None:
    """What is no number becomes no branch and no command."""
    gh = forge(tmp_path / "gh", {})
    done = forum.run("propose", "1; touch eve", "files.txt", variables=gh.variables)
    assert (done.returncode, gh.asked) == (2, [])


@pytest.mark.parametrize(
    ("number", "target"),
    [("31", "repos/a/forum/issues/31/comments"), ("", "repos/a/forum/commits/{}/comments")],
    ids=["pull request", "commit"],
)
def test_notify(forum: Repository, tmp_path: Path, number: str, target: str) -> None:
    """The speaker is told of a new answer, where it came in."""
    gh = forge(tmp_path / "gh", {"/pulls": number})
    before = forum.git("rev-parse", "HEAD")
    after = forum.commit({ANSWER: TEXT, "docs/index.md": "# Accueil\n"})
    done = forum.run("notify", before, after, variables=gh.variables)
    assert (done.returncode, done.stderr) == (0, "")
    asked, (comment,) = gh.asked[-1]
    assert asked[1] == target.format(after)
    assert comment.startswith("@ana-f\u00a0: `Bob Durand` a répondu")
    assert comment.rstrip().endswith("/questions/prix/rabais/#bob")


@pytest.mark.parametrize("case", ["no answer", "changed answer", "new branch"])
def test_nobody_to_notify(forum: Repository, tmp_path: Path, case: str) -> None:
    """Nobody is told of what is no new answer."""
    gh = forge(tmp_path / "gh", {})
    before = forum.git("rev-parse", "HEAD")
    changed = "docs/membres/bob.md" if case == "no answer" else "docs/reponses/prix/marge/bob.md"
    text = "---\nname: Bob Durand\nplace: Lyon\n---\n" if case == "no answer" else TEXT
    after = forum.commit({changed: text})
    before = "0" * 40 if case == "new branch" else before
    done = forum.run("notify", before, after, variables=gh.variables)
    assert (done.returncode, done.stderr, gh.asked) == (0, "", [])


@pytest.mark.parametrize("status", [0, 3])
def test_muted(status: int) -> None:
    """What a command prints stands between two lines that nobody can foresee; it ends as it did."""
    said = f"echo ::error::a; echo '##[error]b' >&2; exit {status}"
    told = []
    for _ in range(2):
        command = [str(ROOT / ".ci/muted"), "sh", "-c", said]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (status, "")
        told.append(done.stdout.splitlines())
    first, *lines, last = told[0]
    assert lines == ["::error::a", "##[error]b"]
    assert re.fullmatch(r"::stop-commands::[0-9a-f]{32}", first)
    assert last == f"::{first.rpartition('::')[2]}::"
    assert first != told[1][0]

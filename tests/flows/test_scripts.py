"""The scripts of the workflows: an issue's files as a proposal, comments, a status, a mute."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flows.forge import Forge, forge
from tests.flows.repositories import Repository, repository
from tests.sites import ROOT, write
from tests.small import SMALL

PRESENT = "docs/reponses/prix/marge/bob.md"
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
    """Exactly the files of the folder stand on a branch of their own, in a pull request."""
    gh = forge(tmp_path / "gh", {"pr list": ""})
    write(forum.folder, {"docs/reponses/prix/rabais/other.md": TEXT})
    folder = write(tmp_path / "files", {ANSWER: TEXT})
    done = forum.run("propose", "12", str(folder), variables=gh.variables)
    assert (done.returncode, done.stderr) == (0, "")
    pushed = forum.git("diff", "--name-only", "origin/main", "origin/contribution/issue-12")
    assert pushed == ANSWER
    created = next(asked[0] for asked in gh.asked if asked[0][:2] == ["pr", "create"])
    assert created[2:4] == ["--head", "contribution/issue-12"]
    assert created[-1].endswith("Closes #12.")


def test_propose_again(forum: Repository, tmp_path: Path) -> None:
    """A proposal that is open already is brought up to date, not opened twice, and read again."""
    gh = forge(tmp_path / "gh", {"pr list": "40"})
    folder = write(tmp_path / "files", {ANSWER: TEXT})
    assert forum.run("propose", "12", str(folder), variables=gh.variables).returncode == 0
    assert [asked[0][:2] for asked in gh.asked] == [
        ["auth", "setup-git"],
        ["pr", "list"],
        ["workflow", "run"],
    ]
    assert gh.asked[-1][0] == ["workflow", "run", "preview.yml", "--raw-field", "number=40"]


def test_propose_what_is_there(forum: Repository, tmp_path: Path) -> None:
    """Where nothing is new, nothing is proposed."""
    gh = forge(tmp_path / "gh", {})
    for folder in (tmp_path / "none", write(tmp_path / "files", {PRESENT: SMALL[PRESENT]})):
        folder.mkdir(exist_ok=True)
        done = forum.run("propose", "12", str(folder), variables=gh.variables)
        assert (done.returncode, gh.asked) == (0, [])


@pytest.mark.parametrize(
    "path",
    [
        *("mkdocs.yml", "docs/index.md", ".github/workflows/a.yml", "docs/membres/.htaccess"),
        *("docs/membres/a.svg", "docs/membres/a b.md", "docs/membres/a\n.md", "link"),
    ],
)
def test_propose_what_is_no_text(forum: Repository, tmp_path: Path, path: str) -> None:
    """Whatever is no text or picture of a contribution is refused whole."""
    gh = forge(tmp_path / "gh", {})
    folder = write(tmp_path / "files", {ANSWER: TEXT})
    if path == "link":
        (folder / "docs/membres.md").symlink_to("/etc/passwd")
    else:
        write(folder, {path: "a"})
    done = forum.run("propose", "12", str(folder), variables=gh.variables)
    assert (done.returncode, gh.asked) == (2, [])


def test_propose_no_number(forum: Repository, tmp_path: Path) -> None:
    """What is no number becomes no branch and no command."""
    gh = forge(tmp_path / "gh", {})
    done = forum.run("propose", "1; touch eve", str(tmp_path), variables=gh.variables)
    assert (done.returncode, gh.asked) == (2, [])


MARK = "<!-- forum -->\n"


@pytest.mark.parametrize(
    ("present", "asked"),
    [
        ("", ["api", "--method", "POST", "repos/a/forum/issues/7/comments"]),
        ("12\n13", ["api", "--method", "PATCH", "repos/a/forum/issues/comments/12"]),
    ],
    ids=["first", "again"],
)
def test_comment(forum: Repository, tmp_path: Path, present: str, asked: list[str]) -> None:
    """There is one comment, which is brought up to date."""
    gh = forge(tmp_path / "gh", {"per_page": present})
    (tmp_path / "told.md").write_text('`a` "b"\n')
    done = forum.run("comment", "7", str(tmp_path / "told.md"), variables=gh.variables)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    words, texts = gh.asked[-1]
    assert (words[:4], texts) == (asked, [f'{MARK}`a` "b"\n'])
    chosen = gh.asked[0][0][-1]
    assert '.user.login == "github-actions[bot]"' in chosen


COMMIT = "c" * 40


def answer(forum: Repository, gh: Forge, folder: Path, **changed: str) -> tuple[int, list[str]]:
    """Answer a proposal; give how it ended, and the comment that was written."""
    variables = {
        "NUMBER": "7",
        "COMMIT": COMMIT,
        "STATE": "failure",
        "DESCRIPTION": "$(touch eve) é",
        "ADDRESS": "",
        "RUN": "https://forge.example/1",
        **gh.variables,
        **changed,
    }
    done = forum.run("answer", str(folder), variables=variables)
    assert done.stdout == ""
    return done.returncode, [text for asked in gh.asked for text in asked[1]]


@pytest.mark.parametrize(
    ("texts", "address", "told"),
    [
        ({"comment.md": "a", "shown.md": "b"}, "", "a"),
        ({"comment.md": "a", "shown.md": "b"}, "https://previews.example/pr-7/", "b"),
        ({}, "", "## Le contrôle n’a pas abouti\n\nCe n’est pas la faute de votre texte"),
    ],
    ids=["without preview", "preview", "no report"],
)
def test_answer(
    forum: Repository, tmp_path: Path, texts: dict[str, str], address: str, told: str
) -> None:
    """The comment is written, and a status says whether the proposal may be accepted."""
    gh = forge(tmp_path / "gh", {"pulls/7": COMMIT})
    folder = write(tmp_path / "told", texts)
    code, comments = answer(forum, gh, folder, ADDRESS=address)
    assert (code, len(comments), comments[0].startswith(MARK + told)) == (0, 1, True)
    assert gh.asked[-1][0] == [
        *("api", f"repos/a/forum/statuses/{COMMIT}", "--raw-field", "state=failure"),
        *("--raw-field", "context=Contrôle du texte", "--raw-field"),
        *("description=$(touch eve) é", "--raw-field", "target_url=https://forge.example/1"),
    ]
    assert not (forum.folder / "eve").exists()


def test_answer_to_a_newer_commit(forum: Repository, tmp_path: Path) -> None:
    """Of a commit that another took the place of, nothing is told."""
    gh = forge(tmp_path / "gh", {"pulls/7": "d" * 40})
    assert answer(forum, gh, write(tmp_path / "told", {"comment.md": "a"})) == (0, [])
    assert len(gh.asked) == 1


@pytest.mark.parametrize("changed", [{"NUMBER": "7/../8"}, {"COMMIT": "main"}, {"NUMBER": ""}])
def test_answer_to_no_proposal(forum: Repository, tmp_path: Path, changed: dict[str, str]) -> None:
    """What is no number and no commit is asked nowhere."""
    gh = forge(tmp_path / "gh", {})
    assert answer(forum, gh, tmp_path, **changed) == (2, [])
    assert gh.asked == []


PULL = "repos/a/forum/issues/{}/comments"


@pytest.mark.parametrize(
    ("pulls", "targets"),
    [
        ("31 ", [PULL.format(31)]),
        ("31 contribution/issue-12", [PULL.format(12), PULL.format(31)]),
        ("31 contribution/issue-12;rm", [PULL.format(31)]),
        ("", ["repos/a/forum/commits/{}/comments"]),
    ],
    ids=["pull request", "issue", "strange branch", "commit"],
)
def test_notify(forum: Repository, tmp_path: Path, pulls: str, targets: list[str]) -> None:
    """Speaker and author are told of a new answer, where it came in."""
    gh = forge(tmp_path / "gh", {"/pulls": pulls})
    before = forum.git("rev-parse", "HEAD")
    after = forum.commit({ANSWER: TEXT, "docs/index.md": "# Accueil\n"})
    done = forum.run("notify", before, after, variables=gh.variables)
    assert (done.returncode, done.stderr) == (0, "")
    told = [(asked[1], text) for asked, texts in gh.asked for text in texts]
    assert [target for target, _ in told] == [target.format(after) for target in targets]
    for _, comment in told:
        assert comment.startswith("@ana-f\u00a0: `Bob Durand` a répondu")
        assert comment.rstrip().endswith("/questions/prix/rabais/#bob")


def test_notify_nobody_on_a_commit(forum: Repository, tmp_path: Path) -> None:
    """Below a commit that nobody proposed, there is no comment that mentions nobody."""
    gh = forge(tmp_path / "gh", {"/pulls": ""})
    forum.commit({"docs/membres/ana.md": "---\nname: Ana\n---\n"})
    before = forum.git("rev-parse", "HEAD")
    after = forum.commit({ANSWER: TEXT})
    done = forum.run("notify", before, after, variables=gh.variables)
    assert (done.returncode, [asked for asked in gh.asked if asked[1]]) == (0, [])


def test_notify_moved_answer(forum: Repository, tmp_path: Path) -> None:
    """An answer that only moved is no news."""
    gh = forge(tmp_path / "gh", {"/pulls": "31 "})
    before = forum.git("rev-parse", "HEAD")
    forum.git("mv", PRESENT, PRESENT.replace("bob", "bob-d"))
    moved = SMALL[PRESENT].replace("---\n\n", "author: bob\n---\n\n")
    after = forum.commit({PRESENT.replace("bob", "bob-d"): moved})
    done = forum.run("notify", before, after, variables=gh.variables)
    assert (done.returncode, done.stderr, gh.asked) == (0, "", [])


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


def test_nothing_made(forum: Repository, tmp_path: Path) -> None:
    """A build that keeps nothing between builds keeps no publication back."""
    done = forum.run("made", "keep", str(tmp_path / "made.tar"))
    assert (done.returncode, (tmp_path / "made.tar").is_file()) == (0, True)


RUNS = """#!/usr/bin/env bash
if [[ $2 == list ]]; then
  [[ "$*" == *"--workflow site.yml --branch main --event push --status success"* ]] && echo {run}
else
  cp {tar} "${{@: -1}}/made.tar"
fi
"""


@pytest.mark.parametrize(
    ("run", "kept", "expected"),
    [("7", "made.tar", "old"), ("", "made.tar", None), ("7", "nowhere", None), ("7", "bad", None)],
    ids=["last publication", "none", "without artifact", "damaged"],
)
def test_made(forum: Repository, tmp_path: Path, run: str, kept: str, expected: str | None) -> None:
    """What the last publication made is brought again; without it, all is made."""
    write(forum.folder, {"site/index.html": "old", ".cache/plugin/forum/a": "a"})
    assert forum.run("made", "keep", str(tmp_path / "made.tar")).returncode == 0
    for folder in ("site", ".cache"):
        shutil.rmtree(forum.folder / folder)
    (tmp_path / "bad").write_bytes((tmp_path / "made.tar").read_bytes()[:700])
    gh = forge(tmp_path / "gh", {})
    (gh.folder / "gh").write_text(RUNS.format(run=run, tar=tmp_path / kept))
    done = forum.run("made", "bring", variables=gh.variables)
    page = forum.folder / "site/index.html"
    assert done.returncode == 0
    assert (page.read_text() if page.exists() else None) == expected
    assert (forum.folder / ".cache/plugin/forum/a").exists() is (expected is not None)

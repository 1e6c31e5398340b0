"""`mkdocs-forum propose`, `notices --post`, `muted` and `kept`: what workflows write and reuse."""

import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

import pytest

from tests.commands.conftest import COMMAND
from tests.commands.workflows import (
    ANSWER,
    PRESENT,
    TEXT,
    Checkout,
    checkout,
    origin_of,
    origins,
)
from tests.flows.forge import Forge, Program, forge
from tests.sites import write
from tests.small import SMALL

__all__ = ["checkout", "origins"]

MARK = "<!-- forum -->\n"
BRANCH = "contribution/issue-12"
EVENTS: dict[Program, Any] = {
    "github": {"issue": {"number": 12, "body": "a"}},
    "gitea": {"issue": {"number": 12, "body": "a"}},
    "gitlab": {"object_kind": "issue", "object_attributes": {"iid": 12, "id": 999}},
}
BELOW = {
    "github": "repos/a/forum/issues/12/comments",
    "gitea": "repos/a/forum/issues/12/comments",
    "gitlab": "projects/5/issues/12/notes",
}
PULLS = {
    "github": "repos/a/forum/pulls",
    "gitea": "repos/a/forum/pulls",
    "gitlab": "projects/5/merge_requests",
}


@pytest.fixture
def hub() -> Iterator[Forge]:
    """Give a forge on which nothing was proposed yet."""
    lists: dict[str, Any] = {f"GET {path}": [] for path in {*BELOW.values(), *PULLS.values()}}
    made = {f"POST {path}": {"number": 40, "iid": 40} for path in PULLS.values()}
    with forge({**lists, **made, "GET user": {"id": 99}}) as started:
        yield started


def propose(
    checkout: Checkout,
    hub: Forge,
    files: dict[str, str],
    program: Program = "github",
    event: Any = None,
) -> int:
    """Propose files; give how the command ended."""
    folder = write(checkout.folder.parent / "told", {"report.md": "Merci.\n"})
    write(folder / "files", files)
    told = json.dumps(EVENTS[program] if event is None else event)
    write(folder.parent, {"event.json": told})
    variables = hub.variables(program)
    # The forge's address leads git to the repository that the checkout was cloned from.
    path = ".git" if program == "gitlab" else "/a/forum.git"
    address = origin_of(checkout).folder.as_uri()
    write(folder.parent, {"config": f'[url "{address}"]\n\tinsteadOf = {hub.root}{path}\n'})
    config = {"GIT_CONFIG_GLOBAL": str(folder.parent / "config")}
    done = checkout.run("propose", "../event.json", "../told", **{**variables, **config})
    return done.exit_code


@pytest.mark.parametrize("program", EVENTS)
def test_propose(checkout: Checkout, hub: Forge, program: Program) -> None:
    """Exactly the files stand on a branch of their own, proposed and told of below the issue."""
    write(checkout.folder, {"docs/reponses/prix/rabais/other.md": TEXT})
    assert propose(checkout, hub, {ANSWER: TEXT}, program) == 0
    assert origin_of(checkout).git("diff", "--name-only", "main", BRANCH) == ANSWER
    log = origin_of(checkout).git("log", "-1", "--format=%s|%an|%cn", BRANCH)
    name = {"github": "github-actions[bot]", "gitea": "forgejo-actions"}.get(
        program, "mkdocs-forum"
    )
    assert log == f"Contribution of issue 12|{name}|{name}"
    (opened, body), *started, told = hub.written
    text = body.get("body", body.get("description"))
    assert (opened, text.endswith("Closes #12.")) == (f"POST {PULLS[program]}", True)
    assert told == (f"POST {BELOW[program]}", {"body": f"{MARK}Merci.\n"})
    run = ("POST repos/a/forum/actions/workflows/preview.yml/dispatches",)
    assert started == (
        [(*run, {"ref": "main", "inputs": {"number": "40"}})] if program == "github" else []
    )
    assert {token and token.split()[-1] for token in hub.tokens} == {"secret"}


def test_propose_again(checkout: Checkout, hub: Forge) -> None:
    """A corrected issue takes the place of what it was, in the proposal that is open."""
    assert propose(checkout, hub, {ANSWER: TEXT}) == 0
    checkout.git("switch", "--quiet", "main")
    hub.answers[f"GET {PULLS['github']}"] = [{"number": 38}]
    hub.asked.clear()
    assert propose(checkout, hub, {ANSWER: TEXT.replace("Dix", "Vingt")}) == 0
    assert "Vingt" in origin_of(checkout).git("show", f"{BRANCH}:{ANSWER}")
    assert origin_of(checkout).git("rev-list", "--count", f"main..{BRANCH}") == "1"
    assert f"POST {PULLS['github']}" not in dict(hub.written)


@pytest.mark.parametrize("files", [{}, {PRESENT: SMALL[PRESENT]}], ids=["none", "known"])
def test_propose_nothing(checkout: Checkout, hub: Forge, files: dict[str, str]) -> None:
    """Where nothing is new, nothing is proposed; the author is told all the same."""
    assert propose(checkout, hub, files) == 0
    assert [request for request, _ in hub.written] == [f"POST {BELOW['github']}"]
    assert BRANCH not in origin_of(checkout).git("branch")


def test_propose_what_was_not_read(checkout: Checkout, hub: Forge) -> None:
    """Of an issue without the label there is no folder: nothing is written."""
    write(checkout.folder.parent, {"event.json": json.dumps(EVENTS["gitlab"])})
    asked = ("from-issue", "../event.json", "--label", "à publier", "--out", "../told")
    assert checkout.run(*asked).exit_code == 0
    done = checkout.run("propose", "../event.json", "../told", **hub.variables("gitlab"))
    assert (done.exit_code, done.output, hub.asked) == (0, "", [])


FOREIGN = [
    *("mkdocs.yml", "docs/index.md", ".github/workflows/a.yml", "docs/membres/.htaccess"),
    *("docs/membres/a.svg", "docs/membres/a b.md", "docs/membres/a\n.md", "docs/pages/a.md"),
    *("docs/membres/A.md", "evil.py", "link"),
]


def test_propose_what_is_no_text(checkout: Checkout, hub: Forge) -> None:
    """Whatever is no text or picture of a contribution is refused whole."""
    for path in FOREIGN:
        if path == "link":
            folder = checkout.folder.parent / "told/files/docs/membres"
            folder.mkdir(parents=True)
            (folder / "eve.md").symlink_to("/etc/passwd")
        files = {ANSWER: TEXT} if path == "link" else {ANSWER: TEXT, path: "a"}
        assert propose(checkout, hub, files) == 2, path
        shutil.rmtree(checkout.folder.parent / "told")
    assert {request for request, _ in hub.written} == {f"POST {BELOW['github']}"}
    assert BRANCH not in origin_of(checkout).git("branch")


@pytest.mark.parametrize("event", [{"issue": {"number": "1; touch eve"}}, {"issue": 3}, [], 12])
def test_propose_no_number(checkout: Checkout, hub: Forge, event: Any) -> None:
    """What is no number becomes no branch and no request."""
    assert (propose(checkout, hub, {ANSWER: TEXT}, event=event), hub.asked) == (2, [])


def pulls(commit: str) -> str:
    """Give the request for the proposals that brought a commit."""
    return f"GET repos/a/forum/commits/{commit}/pulls"


def notify(checkout: Checkout, hub: Forge, since: str, **variables: str) -> list[Any]:
    """Tell of what was published since a commit; give the comments."""
    given = {**hub.variables(), **variables}
    done = checkout.run("notices", "--since", since, "--post", **given)
    assert (done.exit_code, done.output) == (0, "")
    return hub.written


def test_notify(checkout: Checkout, hub: Forge) -> None:
    """Speaker and author are told of a new answer, where it came in."""
    before = checkout.git("rev-parse", "HEAD")
    after = checkout.commit({ANSWER: TEXT, "docs/index.md": "# Accueil\n"})
    head = {"ref": BRANCH, "sha": after, "repo": {"full_name": "a/forum"}}
    hub.answers[pulls(after)] = [{"number": 31, "head": head, "base": {"ref": "main"}}]
    told = notify(checkout, hub, before)
    assert [request for request, _ in told] == [
        f"POST repos/a/forum/issues/{number}/comments" for number in (12, 31)
    ]
    for _, sent in told:
        assert sent["body"].startswith("@ana-f\u00a0: `Bob Durand` a répondu")
        assert sent["body"].endswith("/questions/prix/rabais/#bob")


def test_notify_on_a_commit(checkout: Checkout, hub: Forge) -> None:
    """Without a proposal, it is told below the commit."""
    before = checkout.git("rev-parse", "HEAD")
    after = checkout.commit({ANSWER: TEXT})
    hub.answers[pulls(after)] = []
    ((request, _),) = notify(checkout, hub, before)
    assert request == f"POST repos/a/forum/commits/{after}/comments"


UNTOLD = {
    "no answer": {"docs/membres/bob.md": "---\nname: Bob Durand\nplace: Lyon\n---\n"},
    "changed answer": {PRESENT: TEXT},
    "new branch": {ANSWER: TEXT},
    "no token": {ANSWER: TEXT},
}


@pytest.mark.parametrize("case", UNTOLD)
def test_nobody_to_notify(checkout: Checkout, hub: Forge, case: str) -> None:
    """Nobody is told of what is no new answer, nor where nothing can be told."""
    before = checkout.git("rev-parse", "HEAD")
    checkout.commit(UNTOLD[case])
    since = "0" * 40 if case == "new branch" else before
    token = {"FORUM_TOKEN": ""} if case == "no token" else {}
    assert (notify(checkout, hub, since, **token), hub.asked) == ([], [])


def test_muted() -> None:
    """What a command prints stands between two lines that nobody can foresee; it ends as it did."""
    lines = ["print('::error::a', flush=True)", "print('##[error]b', file=sys.stderr)"]
    tokens = set()
    for status in (0, 3):
        said = "; ".join(["import sys", *lines, f"sys.exit({status})"])
        command = [str(COMMAND), "muted", sys.executable, "-c", said]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (status, "")
        first, *told, last = done.stdout.splitlines()
        assert told == ["::error::a", "##[error]b"]
        assert re.fullmatch(r"::stop-commands::[0-9a-f]{32}", first)
        assert last == f"::{first.rpartition('::')[2]}::"
        tokens.add(first)
    assert len(tokens) == 2


RUNS = "GET repos/a/forum/actions/workflows/site.yml/runs"
KEPT = "GET repos/a/forum/actions/runs/7/artifacts"
PACKED = "GET repos/a/forum/actions/artifacts/8/zip"


def packed(name: str, data: bytes) -> bytes:
    """Pack a file as the forge does."""
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr(name, data)
    return written.getvalue()


def foreign() -> bytes:
    """Give an archive that would write elsewhere."""
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        for name in ("mkdocs.yml", "site/../eve", "../eve", "/tmp/eve", "site/index.html"):
            member = tarfile.TarInfo(name)
            member.size = 3
            archive.addfile(member, io.BytesIO(b"old"))
    return written.getvalue()


@pytest.mark.parametrize(
    "case", ["last publication", "no run", "no artifact", "damaged", "foreign", "no forge"]
)
def test_kept(checkout: Checkout, hub: Forge, case: str) -> None:
    """What the last publication made is brought again; without it, all is made, and none fails."""
    write(checkout.folder, {"site/index.html": "old", ".cache/plugin/forum/a": "a"})
    assert checkout.run("kept", "save", "../made.tar").exit_code == 0
    for folder in ("site", ".cache"):
        shutil.rmtree(checkout.folder / folder)
    made = (checkout.folder.parent / "made.tar").read_bytes()
    data = {"damaged": made[:700], "foreign": foreign()}.get(case, made)
    with forge({"GET kept": packed("made.tar", data)}) as store:
        artifact = {"id": 8, "name": "made", "expired": False}
        hub.answers[RUNS] = {"workflow_runs": [] if case == "no run" else [{"id": 7}]}
        hub.answers[KEPT] = {"artifacts": [] if case == "no artifact" else [artifact]}
        hub.answers[PACKED] = f"{store.root}/kept"
        if case == "no forge":
            hub.answers.clear()
        done = checkout.run("kept", "restore", **hub.variables())
        # The host of the files is another one: it doesn't get to know the token.
        assert set(store.tokens) <= {None}
    page = checkout.folder / "site/index.html"
    is_whole = case == "last publication"
    assert (done.exit_code, page.exists()) == (0, is_whole or case == "foreign")
    assert (checkout.folder / ".cache/plugin/forum/a").exists() is is_whole
    assert not (checkout.folder / "eve").exists()
    assert "site_name" in (checkout.folder / "mkdocs.yml").read_text(encoding="utf-8")


def test_nothing_kept(checkout: Checkout) -> None:
    """A build that keeps nothing between builds keeps no publication back."""
    done = checkout.run("kept", "save", "../made.tar")
    assert (done.exit_code, (checkout.folder.parent / "made.tar").is_file()) == (0, True)

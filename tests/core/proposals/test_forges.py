"""What forges are asked, and what is read of their answers."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from mkdocs_forum.core.proposals.announcements import announce
from mkdocs_forum.core.proposals.forges.forge import Forge, ForgeError
from mkdocs_forum.core.proposals.forges.gitea import Gitea
from mkdocs_forum.core.proposals.forges.github import GitHub, Proposal, Status
from mkdocs_forum.core.proposals.forges.gitlab import GitLab

Asked = list[tuple[str, str, Any]]
MARK = "<!-- forum -->\n"
BRANCH = "contribution/issue-12"


def asking(answers: Mapping[str, Any]) -> tuple[Callable[..., Any], Asked]:
    """Give a function that asks a forge that isn't there, and the list of what it was asked."""
    asked: Asked = []

    def ask(method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        asked.append((method, path, body))
        found = answers.get(f"{method} {path.partition('?')[0]}", {} if body else None)
        if found is None:
            raise ForgeError(path)
        return found

    return ask, asked


def pull(number: int = 31, branch: str = BRANCH, repository: str | None = "a/forum") -> Any:
    """Give a pull request as GitHub and Forgejo tell it."""
    repo = repository and {"full_name": repository}
    head = {"sha": "c" * 40, "ref": branch, "repo": repo}
    return {"number": number, "head": head, "base": {"ref": "main"}}


def request(number: int = 31, branch: str = BRANCH, source: int = 5) -> Any:
    """Give a merge request as GitLab tells it."""
    projects = {"source_project_id": source, "target_project_id": 5}
    return {"iid": number, "source_branch": branch, **projects}


HUB, LAB = "repos/a/forum", "projects/5"
FORGES: Mapping[str, tuple[type[Forge], str, str]] = {
    "github": (GitHub, "a/forum", f"{HUB}/issues/7/comments"),
    "gitea": (Gitea, "a/forum", f"{HUB}/issues/7/comments"),
    "gitlab": (GitLab, "5", f"{LAB}/issues/7/notes"),
}
OWN: Mapping[str, Any] = {
    "github": {"user": {"login": "github-actions[bot]"}},
    "gitea": {"user": {"login": "forgejo-actions"}},
    "gitlab": {"author": {"id": 99}},
}
PATCHED = {
    "github": ("PATCH", f"{HUB}/issues/comments/13"),
    "gitea": ("PATCH", f"{HUB}/issues/comments/13"),
    "gitlab": ("PUT", f"{LAB}/issues/7/notes/13"),
}


@pytest.mark.parametrize("name", FORGES)
def test_one_comment(name: str) -> None:
    """There is one comment of ours, which is brought up to date; nobody else's is touched."""
    program, repository, path = FORGES[name]
    others = [
        {"id": 11, "user": {"login": "eve"}, "author": {"id": 4}, "body": MARK},
        {"id": 12, **OWN[name], "body": "Merci."},
        {"id": 10, "user": None, "author": None, "body": None},
    ]
    known = {"GET user": {"id": 99}}
    ask, asked = asking({**known, f"GET {path}": others})
    program(ask, repository).tell_issue(7, "`a`")
    assert asked[-1] == ("POST", path, {"body": f"{MARK}`a`"})
    mine = {"id": 13, **OWN[name], "body": f"{MARK}Avant."}
    ask, asked = asking({**known, f"GET {path}": [*others, mine]})
    program(ask, repository).tell_issue(7, "`a`")
    assert asked[-1] == (*PATCHED[name], {"body": f"{MARK}`a`"})


@pytest.mark.parametrize("name", FORGES)
def test_propose(name: str) -> None:
    """A branch is proposed once: what is open already is found again, and no fork's is taken."""
    program, repository, _ = FORGES[name]
    path = f"{LAB}/merge_requests" if name == "gitlab" else f"{HUB}/pulls"
    made = {"number": 40, "iid": 40}
    theirs = request(39, source=6) if name == "gitlab" else pull(39, repository="eve/forum")
    # GitHub is asked for those of one owner.
    opened = [] if name == "github" else [theirs]
    ask, asked = asking({f"GET {path}": opened, f"POST {path}": made})
    assert program(ask, repository).propose(BRANCH, "main", "Titre", "Closes #12.") == 40
    body = dict(asked[-1][2])
    words = {"Titre", "Closes #12.", BRANCH, "main"}
    assert (asked[-1][:2], words <= set(map(str, body.values()))) == (("POST", path), True)
    own = request(38) if name == "gitlab" else pull(38)
    ask, asked = asking({f"GET {path}": [*opened, own]})
    assert program(ask, repository).propose(BRANCH, "main", "Titre", "a") == 38
    assert [each[0] for each in asked] == ["GET"]


def brought(name: str, **changed: Any) -> Mapping[str, Any]:
    """Give what a forge answers to the question which proposal brought a commit."""
    if name == "gitlab":
        path = f"{LAB}/repository/commits/{'c' * 40}/merge_requests"
        return {f"GET {path}": [request(**changed)]}
    if name == "gitea":
        return {f"GET {HUB}/commits/{'c' * 40}/pull": pull(**changed)}
    return {f"GET {HUB}/commits/{'c' * 40}/pulls": [pull(**changed)]}


def below(name: str, about: str, number: int) -> str:
    """Give the path at which a comment is written."""
    if name == "gitlab":
        place = {"issue": "issues", "proposal": "merge_requests"}[about]
        return f"{LAB}/{place}/{number}/notes"
    return f"{HUB}/issues/{number}/comments"


def announced(name: str, answers: Mapping[str, Any], text: str = "@ana: a") -> list[str]:
    """Tell of a commit; give where it was told."""
    program, repository, _ = FORGES[name]
    ask, asked = asking(answers)
    announce(program(ask, repository), ["c" * 40], text)
    told = [(path, body) for method, path, body in asked if method == "POST"]
    assert all(text in body.values() for _, body in told)
    return [path for path, _ in told]


@pytest.mark.parametrize("name", FORGES)
def test_announce(name: str) -> None:
    """It is told below the proposal, and below the issue that a branch of the forum's own names."""
    proposal, issue = below(name, "proposal", 31), below(name, "issue", 12)
    assert announced(name, brought(name)) == [issue, proposal]
    strange = brought(name, branch=f"{BRANCH};rm")
    theirs = brought(name, source=6) if name == "gitlab" else brought(name, repository="eve/forum")
    gone = brought(name, source=7) if name == "gitlab" else brought(name, repository=None)
    for answers in (strange, theirs, gone):
        assert announced(name, answers) == [proposal]


@pytest.mark.parametrize("name", FORGES)
def test_announce_on_a_commit(name: str) -> None:
    """What nobody proposed is told below the commit, if somebody is mentioned and the forge can."""
    paths = {
        "github": [f"{HUB}/commits/{'c' * 40}/comments"],
        "gitea": [],
        "gitlab": [f"{LAB}/repository/commits/{'c' * 40}/comments"],
    }
    answers: dict[str, Any] = {} if name == "gitea" else {path: [] for path in brought(name)}
    assert announced(name, answers) == paths[name]
    assert announced(name, answers, "Bob a répondu. @ana") == []


def test_proposals() -> None:
    """All pages of the list are read; what has no commit, or a fork that is gone, is no fault."""
    first = [pull(number) for number in range(1, 101)]
    strange = {**pull(102), "head": {**pull()["head"], "sha": "c\nnumber=9"}}
    pages = [first, [pull(101, repository=None), strange]]

    def ask(method: str, path: str, body: object = None) -> Any:
        return pages[int(path.rpartition("=")[2]) - 1]

    found = GitHub(ask, "a/forum").proposals()
    assert [each.number for each in found] == list(range(1, 102))
    assert found[-1] == Proposal(101, "c" * 40, "", BRANCH, "main")


def test_status() -> None:
    """A mark's words are no longer than the forge takes."""
    ask, asked = asking({})
    status = Status("failure", "Contrôle", "é" * 200, "https://forge.example/1")
    GitHub(ask, "a/forum").set_status("c" * 40, status)
    told = {"state": "failure", "context": "Contrôle", "description": "é" * 140}
    assert asked == [
        (
            *("POST", f"{HUB}/statuses/{'c' * 40}"),
            {**told, "target_url": "https://forge.example/1"},
        )
    ]


RUNS, KEPT = f"{HUB}/actions/workflows/site.yml/runs", f"{HUB}/actions/runs/7/artifacts"


@pytest.mark.parametrize(
    ("runs", "kept", "expected"),
    [
        ([{"id": 7}], [{"id": 8, "name": "made", "expired": False}], "actions/artifacts/8/zip"),
        ([{"id": 7}], [{"id": 8, "name": "made", "expired": True}], ""),
        ([{"id": 7}], [], ""),
        ([], [], ""),
    ],
)
def test_artifact(runs: list[Any], kept: list[Any], expected: str) -> None:
    """What the last publication of the branch itself kept is found, if it is still there."""
    answers = {f"GET {RUNS}": {"workflow_runs": runs}, f"GET {KEPT}": {"artifacts": kept}}
    ask, asked = asking(answers)
    found = GitHub(ask, "a/forum").artifact("site.yml", "main", "made")
    assert found.removeprefix(f"{HUB}/") == expected
    assert "branch=main&event=push&status=success" in asked[0][1]

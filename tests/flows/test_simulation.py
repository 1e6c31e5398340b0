"""The workflows from the event to the comment, on a runner that isn't there."""

from pathlib import Path

import pytest

from tests.core.intake.test_issues import ANSWER, body, event
from tests.flows.forge import forge
from tests.flows.repositories import Repository, repository
from tests.flows.runner import Runner, runner
from tests.sites import configuration, write
from tests.small import SMALL

PATH = "docs/reponses/prix/rabais/bob.md"
TEXT = "---\ndate: 2024-11-03\n---\n\nDix pour cent.\n"
ADDRESS = "https://previews.example/pr-7/"
EVIL = "import pathlib\npathlib.Path('eve').touch()\n"


@pytest.fixture
def origin(tmp_path: Path) -> Repository:
    """Give the repository of a forum."""
    return repository(tmp_path / "origin", SMALL)


def proposal(origin: Repository, tmp_path: Path, files: dict[str, str]) -> Runner:
    """Propose files from a fork; give the runner that is to read them."""
    origin.git("switch", "--quiet", "--create", "fork")
    commit = origin.commit(files)
    origin.git("update-ref", "refs/pull/7/head", commit)
    origin.git("switch", "--quiet", "main")
    found = {"number": "7", "commit": commit, "address": ADDRESS}
    context = {f"needs.find.outputs.{name}": value for name, value in found.items()}
    return runner(tmp_path, origin, context)


def comment(made: Runner, name: str = "comment") -> str:
    """Give the comment that was written."""
    return (made.temp / "comment" / f"{name}.md").read_text(encoding="utf-8")


def test_from_commit_to_preview(tmp_path: Path) -> None:
    """A good text is found, read, shown where it runs nothing, and told of, job after job."""
    previews = repository(tmp_path / "previews", {"pr-3/index.html": "closed"})
    previews.git("config", "receive.denyCurrentBranch", "updateInstead")
    where = (
        f'url = "{ADDRESS.replace("7", "{number}")}"\nrepository = "{previews.folder.as_uri()}"\n'
    )
    origin = repository(tmp_path / "origin", {**SMALL, ".github/preview.toml": where})
    made = proposal(origin, tmp_path, {PATH: TEXT})
    commit = made.context["needs.find.outputs.commit"]
    head = {"sha": commit, "repo": {"full_name": "eve/forum"}, "ref": "fork"}
    opened = {"number": 7, "head": head, "base": {"ref": "main"}}
    comments = "repos/a/forum/issues/7/comments"
    answers = {
        "GET repos/a/forum/pulls": [opened],
        "GET repos/a/forum/pulls/7": opened,
        f"GET {comments}": [],
    }
    made.context = {
        "github.event.workflow_run.head_sha": commit,
        "github.event.workflow_run.head_repository.full_name": "eve/forum",
        "github.event.workflow_run.head_branch": "fork",
        "secrets.PREVIEW_KEY": "a key",
    }
    with forge(answers) as hub:
        made.variables = {**made.variables, **hub.variables()}
        for job in ("find", "read", "publish", "tell"):
            if job == "publish":
                (made.checkout.folder / "site").rename(made.temp / "preview")
            outputs = made.run("preview", job)
            made.context |= {f"needs.{job}.outputs.{name}": told for name, told in outputs.items()}
            made.context[f"needs.{job}.result"] = "success"
    assert made.context["needs.publish.outputs.address"] == ADDRESS
    page = (previews.folder / "pr-7/questions/prix/rabais/index.html").read_text(encoding="utf-8")
    assert "Dix pour cent." in page
    assert "default-src 'none'" in page.partition("<head>")[2].partition(">")[0]
    assert not (previews.folder / "pr-3").exists()
    (told, body), (_, status) = hub.written
    assert (told, body) == (
        f"POST {comments}",
        {"body": f"<!-- forum -->\n{comment(made, 'shown')}"},
    )
    assert ADDRESS in body["body"]
    assert status["state"] == "success"


def test_hostile_proposal(origin: Repository, tmp_path: Path) -> None:
    """Nothing of what a proposal brings beside texts is run or obeyed, and nothing is shown.

    Its fault is told of in the language of the site.
    """
    hostile = {
        PATH: TEXT.replace("2024-11-03", "hier"),
        "evil.py": EVIL,
        "mkdocs.yml": f"{configuration()}\nhooks: [evil.py]\n",
        "requirements.in": "evil\n",
        ".github/workflows/contribution.yml": "name: Contribution\non: pull_request\n",
        ".github/preview.toml": 'url = "https://evil.example/{number}/"\nrepository = "a"\n',
        "docs/membres/.gitattributes": "* filter=evil\n",
        "docs/index.md": "<script>eve()</script>\n",
    }
    made = proposal(origin, tmp_path, hostile)
    outputs = made.run("preview", "read")
    assert outputs == {
        "state": "failure",
        "description": "1 point à corriger",
        "shown": "false",
    }
    assert comment(made).startswith("## 1 point à corriger\n\nLe contrôle dit ci-dessous")
    assert "| `2` | " in comment(made)
    assert not (made.checkout.folder / "site").exists()
    assert not (made.checkout.folder / "eve").exists()
    for path in hostile.keys() - {PATH}:
        assert f"- `{path}`" in comment(made)
        assert not made.checkout.git("diff", "--name-only", "--", path)


NEW = {**ANSWER, "author": "Zoé", "newcomer": "newcomer"}


@pytest.mark.parametrize("kind", ["answer", "refused"])
def test_issue(tmp_path: Path, kind: str) -> None:
    """An issue becomes a proposal that is read, or its author is told what to correct where."""
    licensed = {**SMALL, "mkdocs.yml": configuration(forum={"licence": "CC BY-SA 4.0"})}
    origin = repository(tmp_path / "origin", licensed)
    values = NEW if kind == "answer" else {**NEW, "question": "prix/nulle-part"}
    write(tmp_path, {"event.json": event(body("answers", values), number=12).decode()})
    below, pulls = "repos/a/forum/issues/12/comments", "repos/a/forum/pulls"
    answers = {f"GET {below}": [], f"GET {pulls}": [{"number": 40}]}
    with forge(answers) as hub:
        made = runner(tmp_path, origin, {"github.event.issue.number": "12"})
        leads = f'[url "{origin.folder.as_uri()}"]\n\tinsteadOf = {hub.root}/a/forum.git\n'
        write(tmp_path, {"config": leads})
        made.variables = {
            **made.variables,
            **hub.variables(),
            "GIT_CONFIG_GLOBAL": str(tmp_path / "config"),
            "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
        }
        made.run("issue", "read")
        assert made.checkout.git("status", "--short") == ""
        made.run("issue", "propose")
    *started, (_, told) = hub.written
    run = "POST repos/a/forum/actions/workflows/preview.yml/dispatches"
    if kind == "refused":
        assert (started, "Corrigez votre demande" in told["body"]) == ([], True)
        return
    assert "docs/membres/zoe.md" in told["body"]
    assert started == [(run, {"ref": "main", "inputs": {"number": "40"}})]
    changed = origin.git("diff", "--name-only", "main", "contribution/issue-12")
    assert changed.splitlines() == ["docs/membres/zoe.md", "docs/reponses/prix/rabais/zoe.md"]

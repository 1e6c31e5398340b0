"""The workflows from the event to the comment, on a runner that isn't there."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.core.intake.test_issues import ANSWER, body, event
from tests.flows.forge import forge
from tests.flows.repositories import Repository, repository
from tests.flows.runner import Runner, forum_with_scripts, runner
from tests.sites import configuration, write
from tests.small import SMALL

PATH = "docs/reponses/prix/rabais/bob.md"
TEXT = "---\ndate: 2024-11-03\n---\n\nDix pour cent.\n"
ADDRESS = "https://previews.example/pr-7/"
EVIL = "import pathlib\npathlib.Path('eve').touch()\n"


@pytest.fixture
def origin(tmp_path: Path) -> Repository:
    """Give the repository of a forum."""
    return forum_with_scripts(tmp_path / "origin", SMALL)


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
    origin = forum_with_scripts(tmp_path / "origin", {**SMALL, ".github/preview.toml": where})
    made = proposal(origin, tmp_path, {PATH: TEXT})
    commit = made.context["needs.find.outputs.commit"]
    listed = {"number": 7, "head": commit, "repository": "eve/forum", "branch": "fork"}
    gh = forge(
        tmp_path / "gh",
        {"pulls?state=open": json.dumps({**listed, "base": "main"}), "pulls/7": commit},
    )
    made.variables = {**made.variables, **gh.variables}
    made.variables["PATH"] = f"{gh.folder}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    made.context = {
        "github.event.repository.default_branch": "main",
        "github.event.workflow_run.head_sha": commit,
        "github.event.workflow_run.head_repository.full_name": "eve/forum",
        "github.event.workflow_run.head_branch": "fork",
        "secrets.PREVIEW_KEY": "a key",
    }
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
    told = [text for asked in gh.asked for text in asked[1]]
    assert told == [f"<!-- forum -->\n{comment(made, 'shown')}"]
    assert ADDRESS in told[0]
    assert "state=success" in gh.asked[-1][0]


def test_proposal_with_faults(origin: Repository, tmp_path: Path) -> None:
    """A faulty text is told of in the language of the site, and isn't shown."""
    made = proposal(origin, tmp_path, {PATH: TEXT.replace("2024-11-03", "hier")})
    outputs = made.run("preview", "read")
    assert outputs == {
        "state": "failure",
        "description": "1 point à corriger",
        "shown": "false",
    }
    assert comment(made).startswith("## 1 point à corriger\n\nLe contrôle dit ci-dessous")
    assert "| `2` | " in comment(made)
    assert not (made.checkout.folder / "site").exists()


def test_hostile_proposal(origin: Repository, tmp_path: Path) -> None:
    """Nothing of what a proposal brings beside texts is run or obeyed, and nothing is shown."""
    hostile = {
        PATH: TEXT,
        "evil.py": EVIL,
        "mkdocs.yml": f"{configuration()}\nhooks: [evil.py]\n",
        ".ci/contribution.py": EVIL,
        ".github/workflows/contribution.yml": "name: Contribution\non: pull_request\n",
        ".github/preview.toml": 'url = "https://evil.example/{number}/"\nrepository = "a"\n',
        "Makefile": ".venv/site:\n\ttouch eve\n",
        "docs/membres/.gitattributes": "* filter=evil\n",
        "docs/index.md": "<script>eve()</script>\n",
    }
    made = proposal(origin, tmp_path, hostile)
    outputs = made.run("preview", "read")
    assert (outputs["state"], outputs["shown"]) == ("success", "false")
    assert not (made.checkout.folder / "site").exists()
    assert not (made.checkout.folder / "eve").exists()
    for path in hostile.keys() - {PATH}:
        assert f"- `{path}`" in comment(made)
        assert not made.checkout.git("diff", "--name-only", "--", path)


def test_contribution(origin: Repository, tmp_path: Path) -> None:
    """What the proposal's own run shows is a summary alone."""
    made = proposal(origin, tmp_path, {PATH: TEXT})
    summary = tmp_path / "summary"
    made.context |= {
        "github.event.pull_request.number": "7",
        "github.event.pull_request.head.sha": made.context["needs.find.outputs.commit"],
        "steps.take.outcome": "success",
    }
    made.variables = {**made.variables, "GITHUB_STEP_SUMMARY": str(summary)}
    made.run("contribution", "check")
    assert summary.read_text(encoding="utf-8").startswith("## Merci\u00a0: votre contribution")


NEW = {**ANSWER, "author": "Zoé", "newcomer": "newcomer"}


@pytest.mark.parametrize("kind", ["answer", "refused"])
def test_issue(tmp_path: Path, kind: str) -> None:
    """An issue becomes a proposal that is read, or its author is told what to correct where."""
    licensed = {**SMALL, "mkdocs.yml": configuration(forum={"licence": "CC BY-SA 4.0"})}
    origin = forum_with_scripts(tmp_path / "origin", licensed)
    values = NEW if kind == "answer" else {**NEW, "question": "prix/nulle-part"}
    write(tmp_path, {"event.json": event(body("answers", values)).decode()})
    gh = forge(tmp_path / "gh", {"pr list": "40"})
    made = runner(tmp_path, origin, {"github.event.issue.number": "12"})
    made.variables = {
        **made.variables,
        **gh.variables,
        "PATH": f"{gh.folder}:{made.variables['PATH']}",
        "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
    }
    made.run("issue", "read")
    made.checkout.git("checkout", "--quiet", "--", ".")
    made.checkout.git("clean", "--quiet", "--force", "-d", "docs")
    (made.temp / "files").rename(made.temp / "read")
    made.run("issue", "propose")
    (report,) = [text for asked in gh.asked for text in asked[1]]
    told = [asked[0] for asked in gh.asked if asked[0][:2] == ["workflow", "run"]]
    if kind == "refused":
        assert "Corrigez votre demande" in report
        assert told == []
        return
    assert "docs/membres/zoe.md" in report
    assert told == [["workflow", "run", "preview.yml", "--raw-field", "number=40"]]
    changed = origin.git("diff", "--name-only", "main", "contribution/issue-12")
    assert changed.splitlines() == ["docs/membres/zoe.md", "docs/reponses/prix/rabais/zoe.md"]

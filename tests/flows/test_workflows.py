"""The workflows as GitHub and an auditor see them."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_forum.adapter.project import open_project
from mkdocs_forum.core.reading.entry import CONTRIBUTED
from tests.sites import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def command(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment."""
    path = str(Path(sys.executable).parent / name)
    return subprocess.run([path, *arguments], check=False, capture_output=True, text=True, cwd=ROOT)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_pinned(path: Path) -> None:
    """Every action is named by a commit, with its version beside it."""
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    pinned = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [action for action in used if not pinned.fullmatch(action)] == []


def test_schema() -> None:
    """Every workflow is written as GitHub reads them."""
    paths = map(str, WORKFLOWS)
    done = command("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *paths)
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n")


def test_audit() -> None:
    """An auditor finds nothing that an attacker could use."""
    done = command("zizmor", "--offline", "--no-progress", *map(str, WORKFLOWS))
    assert (done.returncode, "No findings to report" in done.stdout) == (0, True), done.stdout


def test_audit_can_fail(tmp_path: Path) -> None:
    """The auditor tells of a title that is put into a shell."""
    text = (ROOT / ".github/workflows/issue.yml").read_text(encoding="utf-8")
    path = tmp_path / "issue.yml"
    path.write_text(text.replace('"$GITHUB_EVENT_PATH" "$R', '${{ github.event.issue.title }} "$R'))
    done = command("zizmor", "--offline", "--no-progress", str(path))
    assert "template-injection" in done.stdout


@pytest.mark.parametrize(
    ("name", "is_strict"), [("site", False), ("preview", False), ("test", True)]
)
def test_strict(name: str, is_strict: bool) -> None:
    """A slip in one text stops the tests, but neither its preview nor what others publish."""
    text = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
    builds = re.findall(r"make site\b|mkdocs build.*", text)
    assert builds
    assert all(("make site" in build or "--strict" in build) is is_strict for build in builds)


@pytest.mark.parametrize("name", ["site", "preview"])
def test_muted(name: str) -> None:
    """A build, which prints what texts hold, gives the runner no command."""
    text = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
    builds = re.findall(r".*mkdocs build.*", text)
    assert builds
    assert all("run: mkdocs-forum muted mkdocs build" in build for build in builds)


def test_tests_of_software() -> None:
    """Members' texts alone start no tests in a proposal; in the published branch they do."""
    text = (ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8")
    # YAML takes the key `on` for a truth.
    started = yaml.safe_load(text)[True]
    settings = open_project(ROOT / "mkdocs.yml").settings
    folders = sorted(f"docs/{settings.folders[kind]}/**" for kind in CONTRIBUTED)
    assert started == {"push": {"branches": ["main"]}, "pull_request": {"paths-ignore": folders}}


def test_previews_at_once() -> None:
    """The preview of a proposal waits for none of another's: one that waits too long is dropped."""
    text = (ROOT / ".github/workflows/preview.yml").read_text(encoding="utf-8")
    (group,) = re.findall(r"group: (.*)", text)
    assert "head_repository.full_name" in group
    assert "head_branch" in group


def jobs(name: str) -> Any:
    """Give the jobs of a workflow."""
    text = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
    return yaml.safe_load(text)["jobs"]


READERS = [
    *(("preview", "read"), ("contribution", "check"), ("issue", "read")),
]


@pytest.mark.parametrize(("workflow", "job"), READERS)
def test_what_reads_texts(workflow: str, job: str) -> None:
    """A job in which strangers' texts are read can neither write nor tell a secret."""
    read = jobs(workflow)[job]
    assert read["permissions"] == {"contents": "read"}
    assert "environment" not in read
    assert "secrets." not in str(read)
    assert "github.token" not in str(read)


WRITING = re.compile(r"mkdocs-forum (?:preview (?:find|publish|tell)|propose|notices|kept) ")
"""Commands that ask or write on the forge, and read no text that somebody proposes."""


@pytest.mark.parametrize("workflow", ["preview", "issue"])
def test_what_may_write(workflow: str) -> None:
    """A job that holds a key or may write builds nothing and reads no text.

    What lets it write is known to one step alone, which is one command.
    """
    readers = {job for name, job in READERS if name == workflow}
    for name, job in jobs(workflow).items():
        if name in readers:
            continue
        *others, last = [step for step in job["steps"] if "run" in step]
        assert WRITING.match(last["run"])
        assert last["run"].count("mkdocs") == 1
        assert [step["run"].count("pip install") for step in others] == [2]
        assert "github.token" not in str(others)
        assert "secrets." not in str(others)


@pytest.mark.parametrize("workflow", ["preview", "issue"])
def test_artifacts_of_the_run_itself(workflow: str) -> None:
    """No job takes what another run, as a proposal may have changed it, has left."""
    used = [step for job in jobs(workflow).values() for step in job["steps"] if "uses" in step]
    taken = [step["with"] for step in used if "download-artifact" in step["uses"]]
    assert taken
    assert all(set(given) == {"name", "path"} for given in taken)
    checkouts = [step["with"] for step in used if "checkout" in step["uses"]]
    assert all(set(given) <= {"fetch-depth", "persist-credentials"} for given in checkouts)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_expression_in_a_shell(path: Path) -> None:
    """What an event tells reaches a shell as a variable alone."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    ran = [step.get("run", "") for job in found["jobs"].values() for step in job["steps"]]
    assert [text for text in ran if "${{" in text] == []


def test_no_cache() -> None:
    """No workflow keeps anything that another would take: what is read once poisons nothing."""
    texts = [path.read_text(encoding="utf-8") for path in WORKFLOWS]
    assert [text for text in texts if "cache" in text] == []

"""The workflows as GitHub and an auditor see them."""

import re
import subprocess
import sys
from pathlib import Path

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
    path.write_text(text.replace('"$NUMBER" --body', "${{ github.event.issue.title }} --body"))
    done = command("zizmor", "--offline", "--no-progress", str(path))
    assert "template-injection" in done.stdout


@pytest.mark.parametrize(
    ("name", "is_strict"), [("site", False), ("contribution", False), ("test", True)]
)
def test_strict(name: str, is_strict: bool) -> None:
    """A slip in one text stops the tests, but neither its preview nor what others publish."""
    text = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
    builds = re.findall(r"make site\b|mkdocs build.*", text)
    assert builds
    assert all(("make site" in build or "--strict" in build) is is_strict for build in builds)


@pytest.mark.parametrize("name", ["site", "contribution"])
def test_muted(name: str) -> None:
    """A build, which prints what texts hold, gives the runner no command."""
    text = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
    builds = re.findall(r".*mkdocs build.*", text)
    assert builds
    assert all("run: .ci/muted .venv/bin/mkdocs build" in build for build in builds)


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

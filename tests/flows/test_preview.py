"""The preview of a proposal stands at an address of its own, as files and nothing else."""

import subprocess
from pathlib import Path

import pytest

from tests.flows.forge import Forge, forge
from tests.flows.repositories import Repository, repository
from tests.sites import write

COMMIT = "c" * 40
OPEN = f'{{"number": 7, "sha": "{COMMIT}"}}\n{{"number": 9, "sha": "{"d" * 40}"}}'
COMMENTS = "repos/a/forum/issues/7/comments"


@pytest.fixture
def previews(tmp_path: Path) -> Repository:
    """Give the repository of the previews, with one of an open proposal and one of a closed one."""
    files = {"pr-9/index.html": "nine", "pr-5/index.html": "five", "pr-7/old.html": "old"}
    made = repository(tmp_path / "previews", files)
    made.git("config", "receive.denyCurrentBranch", "updateInstead")
    return made


def publish(previews: Repository, gh: Forge, site: Path) -> subprocess.CompletedProcess[str]:
    """Publish a site as the preview of a commit."""
    variables = {
        **gh.variables,
        "PREVIEW_REPOSITORY": str(previews.folder),
        "PREVIEW_URL": "https://previews.example/",
    }
    return previews.run("preview.py", str(site), COMMIT, variables=variables)


def files(folder: Path) -> list[str]:
    """Give the paths of the files in a checkout."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if path.parts[0] != ".git")


def test_publish(previews: Repository, tmp_path: Path) -> None:
    """The newest site of the proposal takes the place of the last; closed ones leave."""
    site = write(tmp_path / "site", {"index.html": "new", "a/index.html": "a"})
    gh = forge(tmp_path / "gh", {"pulls?state=open": OPEN})
    done = publish(previews, gh, site)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "https://previews.example/pr-7/\n",
        "",
    )
    expected = ["pr-7/a/index.html", "pr-7/index.html", "pr-9/index.html", "robots.txt"]
    assert files(previews.folder) == [".nojekyll", *expected]
    (*_, comment), _ = gh.asked[-1]
    assert gh.asked[-1][0][:4] == ["api", "--method", "POST", COMMENTS]
    assert comment.splitlines()[1] == "**Aperçu**\u00a0: https://previews.example/pr-7/"


def test_publish_again(previews: Repository, tmp_path: Path) -> None:
    """The comment that is there already is brought up to date; the same site changes nothing."""
    site = write(tmp_path / "site", {"index.html": "new"})
    gh = forge(tmp_path / "gh", {"pulls?state=open": OPEN, COMMENTS: "12\n13"})
    assert publish(previews, gh, site).returncode == 0
    before = previews.git("rev-parse", "HEAD")
    assert publish(previews, gh, site).returncode == 0
    assert previews.git("rev-parse", "HEAD") == before
    target = "repos/a/forum/issues/comments/12"
    assert gh.asked[-1][0][:4] == ["api", "--method", "PATCH", target]


def test_commit_that_nobody_proposes(previews: Repository, tmp_path: Path) -> None:
    """A site of another commit than the newest of an open proposal is published nowhere."""
    site = write(tmp_path / "site", {"index.html": "new"})
    gh = forge(tmp_path / "gh", {"pulls?state=open": OPEN.replace("c", "e")})
    before = previews.git("rev-parse", "HEAD")
    done = publish(previews, gh, site)
    assert (done.returncode, done.stdout, len(gh.asked)) == (0, "", 1)
    assert previews.git("rev-parse", "HEAD") == before


@pytest.mark.parametrize("case", ["link", "folder", "empty"])
def test_what_is_no_site(previews: Repository, tmp_path: Path, case: str) -> None:
    """Links and what has no home page are refused before the forge is asked anything."""
    site = write(tmp_path / "site", {"index.html": "new"})
    if case == "link":
        (site / "passwd").symlink_to("/etc/passwd")
    elif case == "folder":
        (site / "etc").symlink_to("/etc")
    else:
        (site / "index.html").unlink()
    gh = forge(tmp_path / "gh", {"pulls?state=open": OPEN})
    done = publish(previews, gh, site)
    assert (done.returncode, done.stdout, gh.asked) == (1, "", [])
    assert "Traceback" not in done.stderr

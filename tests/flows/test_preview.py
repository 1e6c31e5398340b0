"""The preview of a proposal stands at an address of its own, as files and nothing else."""

import base64
import hashlib
import importlib.util
import json
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.flows.forge import Forge, forge
from tests.flows.repositories import SCRIPTS, Repository, repository
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


def publish(
    previews: Repository, gh: Forge, site: Path, address: str = ""
) -> subprocess.CompletedProcess[str]:
    """Publish a site as the preview of a commit."""
    variables = {
        **gh.variables,
        "PREVIEW_KEY": "a key",
        "PREVIEW_REPOSITORY": address or previews.folder.as_uri(),
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


OTHER = """#!/bin/sh
# Publishes the preview of another proposal when the forge is asked for the second time.
cd "$(dirname "$0")"
echo >>times
if [ "$(wc -l <times)" -eq 2 ]; then
  (
    cd {previews}
    echo newer >pr-9/index.html
    git -c user.name=b -c user.email=b@example.org commit --all --quiet --message Preview
  )
fi
exec ./forge "$@"
"""


def test_publish_beside_another(previews: Repository, tmp_path: Path) -> None:
    """What is published for another proposal in the meantime stays, and so does this preview."""
    site = write(tmp_path / "site", {"index.html": "new"})
    gh = forge(tmp_path / "gh", {"pulls?state=open": OPEN})
    command = gh.folder / "gh"
    command.rename(gh.folder / "forge")
    command.write_text(OTHER.format(previews=shlex.quote(str(previews.folder))))
    command.chmod(0o755)
    done = publish(previews, gh, site)
    assert (done.returncode, done.stdout) == (0, "https://previews.example/pr-7/\n")
    assert "rejected" in done.stderr
    assert (previews.folder / "pr-7/index.html").read_text() == "new"
    assert (previews.folder / "pr-9/index.html").read_text() == "newer\n"


def test_repository_that_is_closed(previews: Repository, tmp_path: Path) -> None:
    """Where previews are refused each time, that is told, and no comment is written."""
    hook = previews.folder / ".git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    site = write(tmp_path / "site", {"index.html": "new"})
    gh = forge(tmp_path / "gh", {"pulls?state=open": OPEN})
    done = publish(previews, gh, site)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == "the preview could not be pushed"
    assert [asked for asked in gh.asked if "POST" in asked[0]] == []


CASES = ["link", "folder", "empty", "repository", "repository in a folder", "capitals", "hidden"]


@pytest.mark.parametrize("case", CASES)
def test_what_is_no_site(previews: Repository, tmp_path: Path, case: str) -> None:
    """Links, hidden names and what has no home page are refused before anything is asked."""
    site = write(tmp_path / "site", {"index.html": "new", "a/index.html": "a"})
    if case == "link":
        (site / "passwd").symlink_to("/etc/passwd")
    elif case == "folder":
        (site / "etc").symlink_to("/etc")
    elif case == "empty":
        (site / "index.html").unlink()
    else:
        places = {
            "repository": ".git/config",
            "repository in a folder": "a/.git/config",
            "capitals": "a/.GIT",
            "hidden": "a/.htaccess",
        }
        write(site, {places[case]: "a"})
    gh = forge(tmp_path / "gh", {"pulls?state=open": OPEN})
    done = publish(previews, gh, site)
    assert (done.returncode, done.stdout, gh.asked) == (1, "", [])
    assert "Traceback" not in done.stderr


def script() -> Any:
    """Give the script as a module."""
    spec = importlib.util.spec_from_file_location("preview", SCRIPTS / "preview.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_repository_that_runs_something(
    previews: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even of a site that nobody inspected, git runs nothing."""
    site = write(tmp_path / "site", {"index.html": "new"})
    foreign = repository(site / "a", {"index.html": "a"})
    foreign.git("config", "core.fsmonitor", f"touch {tmp_path / 'eve'}")
    gh = forge(tmp_path / "gh", {"pulls?state=open": OPEN})
    monkeypatch.setenv("PATH", gh.variables["PATH"])
    environment = {
        **previews.environment,
        **gh.variables,
        "PREVIEW_KEY": "a key",
        "PREVIEW_REPOSITORY": previews.folder.as_uri(),
    }
    script().publish(site, 7, environment)
    assert (previews.folder / "pr-7/index.html").read_text() == "new"
    assert not (tmp_path / "eve").exists()
    foreign.git("status")
    assert (tmp_path / "eve").exists(), "the attack does nothing, so this test can't fail"


SSH = """#!/usr/bin/env python3
import json, os, pathlib, subprocess, sys

*options, host, command = sys.argv[1:]
key = pathlib.Path(options[options.index("-i") + 1])
log = pathlib.Path(__file__).parent / "ssh.json"
secrets = [name for name in ("PREVIEW_KEY", "GH_TOKEN") if name in os.environ]
log.write_text(json.dumps([host, options, key.read_text(), key.stat().st_mode & 0o777, secrets]))
os.environ["GIT_CONFIG_GLOBAL"] = "/dev/null"
sys.exit(subprocess.run(command, shell=True).returncode)
"""


def test_key(previews: Repository, tmp_path: Path) -> None:
    """The key is a file for git's eyes alone, gone afterwards, and only a known host gets it."""
    site = write(tmp_path / "site", {"index.html": "new"})
    gh = forge(tmp_path / "gh", {"pulls?state=open": OPEN})
    (gh.folder / "ssh").write_text(SSH)
    (gh.folder / "ssh").chmod(0o755)
    done = publish(previews, gh, site, f"git@github.com:{previews.folder}")
    assert (done.returncode, done.stderr) == (0, "")
    host, options, key, mode, secrets = json.loads((gh.folder / "ssh.json").read_text())
    assert (host, key, mode, secrets) == ("git@github.com", "a key\n", 0o600, [])
    assert "StrictHostKeyChecking=yes" in options
    assert f'UserKnownHostsFile="{(SCRIPTS / "known_hosts").resolve()}"' in options
    assert not Path(options[options.index("-i") + 1]).exists()


def test_known_hosts() -> None:
    """The key of GitHub's hosts is the one whose fingerprint GitHub publishes."""
    lines = (SCRIPTS / "known_hosts").read_text().splitlines()
    (host, kind, key) = next(line for line in lines if not line.startswith("#")).split()
    digest = base64.b64encode(hashlib.sha256(base64.b64decode(key)).digest()).decode()
    assert (host, kind) == ("github.com", "ssh-ed25519")
    assert digest == "+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU="

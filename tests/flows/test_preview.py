"""The preview of a proposal stands at an address of its own, as files and nothing else."""

import base64
import hashlib
import json
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.flows.forge import Forge, forge
from tests.flows.repositories import SCRIPTS, Repository, repository, script
from tests.sites import configuration, write

COMMIT = "c" * 40
PAGE = '<!doctype html>\n<html lang="fr">\n  <head><title>{}</title>\n'
URL = "https://previews.example/pr-{number}/"
COMMENTS = "repos/a/forum/issues/7/comments"


def told(number: int, **changed: str | None) -> str:
    """Give what the forge tells of a proposal."""
    commit = COMMIT if number == 7 else f"{number}" * 40
    own = {"head": commit, "repository": "eve/forum", "branch": "main", "base": "main"}
    return json.dumps({"number": number, **own, **changed})


OPEN = f"{told(7)}\n{told(9)}"


@pytest.fixture
def previews(tmp_path: Path) -> Repository:
    """Give the repository of the previews, with one of an open proposal and one of a closed one."""
    files = {"pr-9/index.html": "nine", "pr-5/index.html": "five", "pr-7/old.html": "old"}
    made = repository(tmp_path / "previews", files)
    made.git("config", "receive.denyCurrentBranch", "updateInstead")
    return made


def forum(folder: Path, url: str, address: str) -> Repository:
    """Give a forum whose previews stand somewhere."""
    told = f'url = "{url}"\nrepository = "{address}"\n'
    return repository(folder, {"mkdocs.yml": configuration(), ".github/preview.toml": told})


def publish(
    previews: Repository, gh: Forge, site: Path, address: str = ""
) -> subprocess.CompletedProcess[str]:
    """Publish a site as the preview of a commit of proposal 7."""
    made = forum(gh.folder.parent / "forum", URL, address or previews.folder.as_uri())
    variables = {**gh.variables, "PREVIEW_KEY": "a key"}
    return made.run("preview.py", "publish", str(site), "7", COMMIT, variables=variables)


def files(folder: Path) -> list[str]:
    """Give the paths of the files in a checkout."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if path.parts[0] != ".git")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site."""
    pages = {"index.html": PAGE.format("new"), "a/index.html": PAGE.format("a"), "a/a.css": "a"}
    return write(tmp_path / "site", pages)


@pytest.fixture
def gh(tmp_path: Path) -> Forge:
    """Give a forge that knows two open proposals."""
    return forge(tmp_path / "gh", {"pulls?state=open": OPEN})


def test_publish(previews: Repository, gh: Forge, site: Path) -> None:
    """The newest site of the proposal takes the place of the last; closed ones leave."""
    done = publish(previews, gh, site)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "address=https://previews.example/pr-7/\n",
        "",
    )
    own = ["pr-7/a/a.css", "pr-7/a/index.html", "pr-7/index.html"]
    assert files(previews.folder) == [".nojekyll", *own, "pr-9/index.html", "robots.txt"]


def test_no_script(previews: Repository, gh: Forge, site: Path) -> None:
    """Before all else, each page says that nothing may run in it; the rest stays as it was."""
    publish(previews, gh, site)
    quiet = script("preview").QUIET.decode()
    assert "default-src 'none'" in quiet
    for path, title in (("index.html", "new"), ("a/index.html", "a")):
        shown = (previews.folder / "pr-7" / path).read_text()
        assert shown == PAGE.format(title).replace("<head>", f"<head>{quiet}")


def test_publish_again(previews: Repository, gh: Forge, site: Path) -> None:
    """The same site changes nothing, and its address is told again."""
    assert publish(previews, gh, site).returncode == 0
    before = previews.git("rev-parse", "HEAD")
    assert publish(previews, gh, site).stdout.startswith("address=")
    assert previews.git("rev-parse", "HEAD") == before


def test_commit_that_nobody_proposes(previews: Repository, tmp_path: Path, site: Path) -> None:
    """A site of another commit than the newest of an open proposal is published nowhere."""
    gh = forge(tmp_path / "gh", {"pulls?state=open": OPEN.replace("c" * 40, "e" * 40)})
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


def test_publish_beside_another(previews: Repository, gh: Forge, site: Path) -> None:
    """What is published for another proposal in the meantime stays, and so does this preview."""
    command = gh.folder / "gh"
    command.rename(gh.folder / "forge")
    command.write_text(OTHER.format(previews=shlex.quote(str(previews.folder))))
    command.chmod(0o755)
    done = publish(previews, gh, site)
    assert (done.returncode, done.stdout) == (0, "address=https://previews.example/pr-7/\n")
    assert "rejected" in done.stderr
    assert "new" in (previews.folder / "pr-7/index.html").read_text()
    assert (previews.folder / "pr-9/index.html").read_text() == "newer\n"


def test_repository_that_is_closed(previews: Repository, gh: Forge, site: Path) -> None:
    """Where previews are refused each time, that is told, and no address is."""
    hook = previews.folder / ".git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    done = publish(previews, gh, site)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == "the preview could not be pushed"


NO_SITES: Mapping[str, Mapping[str, str]] = {
    "repository": {".git/config": "a"},
    "repository in a folder": {"a/.git/config": "a"},
    "capitals": {"a/.GIT": "a"},
    "hidden": {"a/.htaccess": "a"},
    "script before the head": {"a/b.html": "<!doctype html><script>a</script><html><head>"},
    "page without a head": {"a/b.HTML": "<p>a"},
    "page of another kind": {"a/b.xhtml": "<html/>"},
}


@pytest.mark.parametrize("case", ["link", "folder", "empty", *NO_SITES])
def test_what_is_no_site(previews: Repository, gh: Forge, site: Path, case: str) -> None:
    """Links, hidden names and what is no page of the forum are refused before anything is asked."""
    if case == "link":
        (site / "passwd").symlink_to("/etc/passwd")
    elif case == "folder":
        (site / "etc").symlink_to("/etc")
    elif case == "empty":
        (site / "index.html").unlink()
    else:
        write(site, NO_SITES[case])
    done = publish(previews, gh, site)
    assert (done.returncode, done.stdout, gh.asked) == (1, "", [])
    assert "Traceback" not in done.stderr


def test_repository_that_runs_something(
    previews: Repository, gh: Forge, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even of a site that nobody inspected, git runs nothing."""
    foreign = repository(site / "a", {"index.html": PAGE.format("a")})
    foreign.git("config", "core.fsmonitor", f"touch {tmp_path / 'eve'}")
    monkeypatch.setenv("PATH", gh.variables["PATH"])
    environment = {**previews.environment, **gh.variables, "PREVIEW_KEY": "a key"}
    script("preview").publish(site, 7, previews.folder.as_uri(), environment)
    assert "new" in (previews.folder / "pr-7/index.html").read_text()
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


def test_key(previews: Repository, gh: Forge, site: Path) -> None:
    """The key is a file for git's eyes alone, gone afterwards, and only a known host gets it."""
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


def find(folder: Path, listed: str, *asked: str, url: str = URL) -> Any:
    """Look for the proposal that a run is about."""
    gh = forge(folder / "gh", {"pulls?state=open": listed})
    made = forum(folder / "forum", url, "git@github.com:b/previews.git" if url else "")
    return made.run("preview.py", "find", *asked, variables=gh.variables)


FOUND = f"number=7\ncommit={COMMIT}\naddress=https://previews.example/pr-7/\n"
ORIGIN = (COMMIT, "eve/forum", "main")


@pytest.mark.parametrize(
    ("listed", "asked", "expected"),
    [
        (OPEN, ("", *ORIGIN), FOUND),
        (OPEN, ("7", "", "", ""), FOUND),
        (OPEN, ("8", "", "", ""), ""),
        ("", ("", *ORIGIN), ""),
        (told(7, head="d" * 40), ("", *ORIGIN), ""),
        (told(7, base="other"), ("", *ORIGIN), ""),
        (told(7, base="other"), ("7", "", "", ""), ""),
        (told(7, repository=None), ("", *ORIGIN), ""),
        (told(7, head="c\nnumber=9"), ("7", "", "", ""), ""),
        (
            f"{told(9, head=COMMIT, repository='bob/forum')}\n{told(7)}",
            ("", *ORIGIN),
            FOUND,
        ),
        (told(7, branch="$(touch eve)"), ("", COMMIT, "eve/forum", "$(touch eve)"), FOUND),
    ],
    ids=[
        *("commit", "number", "other number", "none", "newer commit", "other branch"),
        *("number of another branch", "fork that is gone", "no commit", "commit of two"),
        "strange branch",
    ],
)
def test_find(tmp_path: Path, listed: str, asked: tuple[str, ...], expected: str) -> None:
    """Only the proposal whose newest commit was read is found: nobody speaks for another's."""
    done = find(tmp_path, listed, "main", *asked)
    assert (done.returncode, done.stdout, done.stderr) == (0, expected, "")
    assert not (tmp_path / "forum/eve").exists()


@pytest.mark.parametrize(
    ("url", "ends"),
    [
        ("", (0, FOUND.replace("https://previews.example/pr-7/", ""))),
        (
            "https://pr-{number}.previews.example/",
            (0, FOUND.replace("https://previews.example/pr-7/", "https://pr-7.previews.example/")),
        ),
        ("https://previews.example/", (1, "")),
        ("http://previews.example/pr-{number}/", (1, "")),
        ("https://forum.example.org/previews/{number}/", (1, "")),
    ],
    ids=["none", "hosts", "one address for all", "unsafe", "the forum's own host"],
)
def test_addresses(tmp_path: Path, url: str, ends: tuple[int, str]) -> None:
    """Previews have an address each, on another host than the forum, or there are none."""
    done = find(tmp_path, OPEN, "main", "7", "", "", "", url=url)
    assert (done.returncode, done.stdout) == ends
    assert "Traceback" not in done.stderr


def test_own_configuration() -> None:
    """The file of this repository can be read."""
    assert script("preview").configured() == ("", "")

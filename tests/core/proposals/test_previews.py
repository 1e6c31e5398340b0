"""Where previews stand, what may stand there, and what is pushed."""

import base64
import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from mkdocs_forum.core.proposals.previews import (
    CONFIGURATION,
    GITHUB_KEY,
    QUIET,
    Place,
    PreviewError,
    inspect,
    place,
)
from mkdocs_forum.core.proposals.publish_preview import publish
from tests.flows.repositories import Repository, repository
from tests.sites import write

PAGE = '<!doctype html>\n<html lang="fr">\n  <head><title>{}</title>\n'
URL = "https://previews.example/pr-{number}/"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Make a repository of previews: one of an open proposal, one of a closed one, an old one."""
    files = {"pr-9/index.html": "nine", "pr-5/index.html": "five", "pr-7/old.html": "old"}
    made = repository(tmp_path_factory.mktemp("first") / "previews", files)
    made.git("config", "receive.denyCurrentBranch", "updateInstead")
    return made


@pytest.fixture
def previews(first: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Give the repository of the previews."""
    for name, value in first.environment.items():
        monkeypatch.setenv(name, value)
    shutil.copytree(first.folder, tmp_path / "previews")
    return Repository(tmp_path / "previews")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site."""
    pages = {"index.html": PAGE.format("new"), "a/index.html": PAGE.format("a"), "a/a.css": "a"}
    return write(tmp_path / "site", pages)


def files(folder: Path) -> list[str]:
    """Give the paths of the files in a checkout."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if path.parts[0] != ".git")


def opened() -> Iterable[int]:
    """Give the proposals that are open."""
    return [7, 9]


def test_publish(previews: Repository, site: Path) -> None:
    """The newest site takes the place of the last; closed ones leave; a second time nothing is."""
    where = Place(URL, previews.folder.as_uri())
    publish(site, 7, where, "a key", opened)
    own = ["pr-7/a/a.css", "pr-7/a/index.html", "pr-7/index.html"]
    assert files(previews.folder) == [".nojekyll", *own, "pr-9/index.html", "robots.txt"]
    # Before all else, each page says that nothing may run in it; the rest stays as it was.
    quiet = QUIET.decode()
    assert "default-src 'none'" in quiet
    for path, title in (("index.html", "new"), ("a/index.html", "a")):
        shown = (previews.folder / "pr-7" / path).read_text()
        assert shown == PAGE.format(title).replace("<head>", f"<head>{quiet}")
    before = previews.git("rev-parse", "HEAD")
    publish(site, 7, where, "a key", opened)
    assert previews.git("rev-parse", "HEAD") == before


def test_beside_another(previews: Repository, site: Path) -> None:
    """What is published for another proposal in the meantime stays, and so does this preview."""
    times: list[str] = []

    def asked() -> Iterable[int]:
        times.append("a")
        if len(times) == 1:
            previews.commit({"pr-9/index.html": "newer\n"})
        return [7, 9]

    publish(site, 7, Place(URL, previews.folder.as_uri()), "a key", asked)
    assert len(times) == 2
    assert "new" in (previews.folder / "pr-7/index.html").read_text()
    assert (previews.folder / "pr-9/index.html").read_text() == "newer\n"


def test_closed_repository(previews: Repository, site: Path) -> None:
    """Where previews are refused each time, that is told."""
    hook = previews.folder / ".git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(PreviewError, match="could not be pushed"):
        publish(site, 7, Place(URL, previews.folder.as_uri()), "a key", opened)


def test_repository_that_runs_something(previews: Repository, site: Path, tmp_path: Path) -> None:
    """Even of a site that nobody inspected, git runs nothing."""
    foreign = repository(site / "a", {"index.html": PAGE.format("a")})
    foreign.git("config", "core.fsmonitor", f"touch {tmp_path / 'eve'}")
    publish(site, 7, Place(URL, previews.folder.as_uri()), "a key", opened)
    assert "new" in (previews.folder / "pr-7/index.html").read_text()
    assert not (tmp_path / "eve").exists()
    foreign.git("status")
    assert (tmp_path / "eve").exists(), "the attack does nothing, so this test can't fail"


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
def test_what_is_no_site(site: Path, case: str) -> None:
    """Links, hidden names and what is no page of the forum are refused."""
    inspect(site)
    if case == "link":
        (site / "passwd").symlink_to("/etc/passwd")
    elif case == "folder":
        (site / "etc").symlink_to("/etc")
    elif case == "empty":
        (site / "index.html").unlink()
    else:
        write(site, NO_SITES[case])
    with pytest.raises(PreviewError):
        inspect(site)


SSH = """#!/usr/bin/env python3
import json, os, pathlib, subprocess, sys

*options, host, command = sys.argv[1:]
key = pathlib.Path(options[options.index("-i") + 1])
(hosts,) = [each for each in options if each.startswith("UserKnownHostsFile=")]
log = pathlib.Path(__file__).parent / "ssh.json"
secrets = [name for name in ("PREVIEW_KEY", "FORUM_TOKEN") if name in os.environ]
known = pathlib.Path(hosts.partition("=")[2].strip('"')).read_text()
told = [host, options, key.read_text(), key.stat().st_mode & 0o777, secrets, known]
log.write_text(json.dumps(told))
sys.exit(subprocess.run(command, shell=True).returncode)
"""


@pytest.mark.parametrize("host_key", ["", "git.example.org ssh-ed25519 AAAA"])
def test_key(
    previews: Repository,
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    host_key: str,
) -> None:
    """The key is a file for git's eyes alone, gone afterwards, and only a known host gets it."""
    write(tmp_path / "bin", {"ssh": SSH})
    (tmp_path / "bin/ssh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{previews.environment['PATH']}")
    for name in ("PREVIEW_KEY", "FORUM_TOKEN"):
        monkeypatch.setenv(name, "a secret")
    publish(site, 7, Place(URL, f"git@host:{previews.folder}", host_key), "a key", opened)
    told = json.loads((tmp_path / "bin/ssh.json").read_text())
    host, options, key, mode, secrets, known = told
    assert (host, key, mode, secrets) == ("git@host", "a key\n", 0o600, [])
    assert known == f"{host_key or GITHUB_KEY}\n"
    assert "StrictHostKeyChecking=yes" in options
    assert not Path(options[options.index("-i") + 1]).exists()


def test_host_key() -> None:
    """The key of GitHub's host is the one whose fingerprint GitHub publishes."""
    host, kind, key = GITHUB_KEY.split()
    digest = base64.b64encode(hashlib.sha256(base64.b64decode(key)).digest()).decode()
    assert (host, kind) == ("github.com", "ssh-ed25519")
    assert digest == "+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU="


SITE = "https://forum.example.org/"
PLACES = {
    "path": (URL, "https://previews.example/pr-7/"),
    "host": ("https://pr-{number}.previews.example/", "https://pr-7.previews.example/"),
    "none": ("", ""),
    "one address for all": ("https://previews.example/", "write 'url' as https://HOST"),
    "unsafe": ("http://previews.example/pr-{number}/", "write 'url' as https://HOST"),
    "the forum's own host": ("https://forum.example.org/p/{number}/", "not be on the host"),
}


@pytest.mark.parametrize(("url", "expected"), PLACES.values(), ids=PLACES)
def test_places(tmp_path: Path, url: str, expected: str) -> None:
    """Previews have an address each, on another host than the forum, or there are none."""
    write(tmp_path, {CONFIGURATION: f'url = "{url}"\nrepository = "a"\n'})
    if expected.startswith("https:") or not expected:
        assert place(tmp_path, SITE).address(7) == expected
        return
    with pytest.raises(PreviewError, match=expected):
        place(tmp_path, SITE)


@pytest.mark.parametrize("text", ["url = [", None])
def test_nowhere(tmp_path: Path, text: str | None) -> None:
    """Without a file there are no previews; what is no TOML is told."""
    if text is None:
        assert place(tmp_path, SITE) == Place()
        return
    write(tmp_path, {CONFIGURATION: text})
    with pytest.raises(PreviewError, match="isn't TOML"):
        place(tmp_path, SITE)

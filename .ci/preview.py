"""Find the proposal that a run is about, and put its preview on an address of its own.

usage: python .ci/preview.py find BASE NUMBER COMMIT REPOSITORY BRANCH
       python .ci/preview.py publish FOLDER NUMBER COMMIT

`find` writes, as outputs of a step, number and commit of the proposal for the branch BASE whose
newest commit is COMMIT on BRANCH of REPOSITORY, and the address of its preview; or of the proposal
NUMBER, if that isn't empty. Without one it writes nothing.

`publish` puts the site in FOLDER, which was built of COMMIT, into the repository of the previews,
and writes its address. What is in the site is foreign: nothing of it is run here, and its pages run
no script there. The previews of proposals that are no longer open leave the repository.

`.github/preview.toml` says where previews stand. The environment names GITHUB_REPOSITORY and, to
publish, PREVIEW_KEY, a key that may push to the repository; `gh` asks the forge. The host that is
pushed to must have a key in `.ci/known_hosts`.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

MOST_FILES = 20_000
LARGEST = 500_000_000
"""Bytes of a preview. The forum's own site has 15 MB."""
MOST_TRIES = 10
"""How often a preview is pushed. Of several that are pushed at once, one gets through each time."""
HOSTS = Path(__file__).resolve().with_name("known_hosts")

CONFIGURATION = Path(".github/preview.toml")
SITE_URL = re.compile(r"""^site_url:\s*['"]?(\S+?)['"]?\s*$""", re.MULTILINE)
PAGE = re.compile(rb"\s*<!doctype html>\s*<html\b[^>]*>\s*<head>", re.IGNORECASE)
"""How every page begins. What begins otherwise was not made by the forum."""
POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "form-action 'none'; base-uri 'none'"
)
"""What pages of a preview may do. Several share a host, and with it what pages keep in a browser:
so none of them runs a script, asks anything or sends a form."""
QUIET = (
    f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    '<meta name="robots" content="noindex">'
).encode()
"""Begins the head of every page of a preview."""
DOCUMENTS = frozenset({".htm", ".shtml", ".xht", ".xhtml"})
"""Endings by which hosts take a file for a page, and which no page of the forum has."""

Environment = Mapping[str, str]


@dataclass(frozen=True)
class Proposal:
    """A proposal that is open."""

    number: int
    commit: str
    """Its newest commit."""
    repository: str
    branch: str
    """Where it comes from."""
    base: str
    """Branch that it is for."""


def run(*command: str) -> str:
    """Give what a command answers."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def proposals(repository: str) -> list[Proposal]:
    """Give the proposals that are open."""
    path = f"repos/{repository}/pulls?state=open&per_page=100"
    keys = "number, head: .head.sha, repository: .head.repo.full_name, branch: .head.ref"
    told = run("gh", "api", "--paginate", "--jq", f".[] | {{{keys}, base: .base.ref}}", path)
    return [
        Proposal(
            int(each["number"]),
            str(each["head"]),
            str(each.get("repository")),
            str(each.get("branch")),
            str(each.get("base")),
        )
        for each in map(json.loads, filter(str.strip, told.splitlines()))
    ]


def configured() -> tuple[str, str]:
    """Give the pattern of the addresses of previews and their repository; nothing without previews.

    Raises:
        SystemExit: They would share the forum's host, or have no address of their own each.
    """
    told = tomllib.loads(CONFIGURATION.read_text(encoding="utf-8"))
    url, repository = str(told.get("url", "")), str(told.get("repository", ""))
    if not (url and repository):
        return "", ""
    if "{number}" not in url or not url.startswith("https://"):
        raise SystemExit(f"{CONFIGURATION}: write 'url' as https://HOST/pr-{{number}}/")
    site = SITE_URL.search(Path("mkdocs.yml").read_text(encoding="utf-8"))
    if site and urlsplit(site[1]).hostname == urlsplit(url).hostname:
        raise SystemExit(f"{CONFIGURATION}: previews must not stand on the host of the forum")
    return url, repository


def address(number: int) -> str:
    """Give the address of a preview, or nothing where there are none."""
    return configured()[0].replace("{number}", str(number))


def inspect(site: Path) -> None:
    """Refuse what isn't a site.

    Raises:
        SystemExit: It holds something else than plain files, or too much.
    """
    paths = list(site.rglob("*"))
    # Git obeys the settings of a `.git` wherever it stands; no site has a name with a dot ahead.
    if strange := [
        path
        for path in paths
        if path.name.startswith(".") or path.is_symlink() or not (path.is_file() or path.is_dir())
    ]:
        raise SystemExit(f"no plain file: {strange[0]!r}")
    if len(paths) > MOST_FILES or sum(path.lstat().st_size for path in paths) > LARGEST:
        raise SystemExit("the preview is too large")
    if not (site / "index.html").is_file():
        raise SystemExit("the preview has no home page")
    for path in paths:
        is_page = path.suffix.lower() == ".html" and path.is_file()
        if path.suffix.lower() in DOCUMENTS or (is_page and not PAGE.match(path.read_bytes())):
            raise SystemExit(f"no page of the forum: {path!r}")


@contextmanager
def unlocked(environment: Environment) -> Iterator[Environment]:
    """Give an environment in which git may push to the repository of the previews, and no more."""
    with TemporaryDirectory() as folder:
        key = Path(folder) / "key"
        key.touch(mode=0o600)
        key.write_text(f"{environment['PREVIEW_KEY']}\n")
        options = {
            "IdentitiesOnly": "yes",
            "StrictHostKeyChecking": "yes",
            "UserKnownHostsFile": f'"{HOSTS}"',
            "GlobalKnownHostsFile": "/dev/null",
        }
        words = [word for pair in options.items() for word in ("-o", "=".join(pair))]
        secrets = {"PREVIEW_KEY", "GH_TOKEN"}
        kept = {name: value for name, value in environment.items() if name not in secrets}
        yield {**kept, "GIT_SSH_COMMAND": shlex.join(["ssh", "-i", str(key), *words])}


def publish(site: Path, number: int, repository: str, environment: Environment) -> None:
    """Put a site into the repository of the previews; take away those of closed proposals.

    Raises:
        SystemExit: The previews of others came first, each time.
    """
    with unlocked(environment) as granted:
        for _ in range(MOST_TRIES):
            with TemporaryDirectory() as folder:
                if put(site, number, repository, Path(folder), granted):
                    return
    raise SystemExit("the preview could not be pushed")


def put(site: Path, number: int, repository: str, previews: Path, environment: Environment) -> bool:
    """Push a site as the preview of a proposal; tell whether it is there."""

    def git(*arguments: str, can_say_no: bool = False) -> bool:
        # What others proposed lies in this folder: nothing that it may hold is run.
        command = ["git", "-c", "core.fsmonitor=false", "-C", str(previews), *arguments]
        done = subprocess.run(command, check=False, env=environment)
        if not (can_say_no and done.returncode == 1):
            done.check_returncode()
        return done.returncode == 0

    git("clone", "--quiet", "--depth", "1", "--", repository, ".")
    # Asked after the copy was made: so none of its previews is of a proposal opened later.
    opened = (each.number for each in proposals(environment["GITHUB_REPOSITORY"]))
    arrange(site, number, opened, previews)
    git("add", "--all")
    # Unlike `git status`, this looks into no other repository.
    if git("diff", "--cached", "--quiet", "--ignore-submodules=all", can_say_no=True):
        return True
    author = ("-c", "user.name=previews", "-c", "user.email=previews@example.invalid")
    git(*author, "commit", "--quiet", "--message", f"Preview of proposal {number}")
    return git("push", "--quiet", "origin", "HEAD", can_say_no=True)


def arrange(site: Path, number: int, opened: Iterable[int], previews: Path) -> None:
    """Lay a site beside the previews of the other proposals that are open."""
    kept = {f"pr-{each}" for each in opened if each != number}
    for old in previews.glob("pr-*"):
        if old.name not in kept:
            shutil.rmtree(old)
    own = previews / f"pr-{number}"
    shutil.copytree(site, own)
    for page in own.rglob("*.[hH][tT][mM][lL]"):
        page.write_bytes(PAGE.sub(lambda found: found[0] + QUIET, page.read_bytes(), count=1))
    (previews / ".nojekyll").touch()
    (previews / "robots.txt").write_text("User-agent: *\nDisallow: /\n")


def find(base: str, number: str, commit: str, repository: str, branch: str) -> None:
    """Write number, commit and address of a proposal, if it is open."""
    for each in proposals(os.environ["GITHUB_REPOSITORY"]):
        origin = (each.commit, each.repository, each.branch)
        is_meant = each.number == int(number) if number else origin == (commit, repository, branch)
        if is_meant and each.base == base and re.fullmatch("[0-9a-f]{40}", each.commit):
            print(f"number={each.number}\ncommit={each.commit}\naddress={address(each.number)}")
            return


def publish_newest(folder: str, number: str, commit: str) -> None:
    """Publish a preview and write its address, if its commit is still the proposal's newest."""
    site, repository = Path(folder), configured()[1]
    inspect(site)
    opened = {each.number: each.commit for each in proposals(os.environ["GITHUB_REPOSITORY"])}
    if repository and opened.get(int(number)) == commit:
        publish(site, int(number), repository, os.environ)
        print(f"address={address(int(number))}")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["find", base, number, commit, repository, branch]:
            find(base, number, commit, repository, branch)
        case ["publish", folder, number, commit]:
            publish_newest(folder, number, commit)
        case _:
            raise SystemExit(__doc__)

"""Put the preview of a contribution on an address of its own, and tell where.

usage: python .ci/preview.py FOLDER COMMIT

FOLDER holds the site that was built of COMMIT, a commit that somebody proposes: both are foreign.
Nothing of it is run here. The site goes into the repository PREVIEW_REPOSITORY, whose pages stand
at PREVIEW_URL: another address than the forum's, where a page that got past the forum's defences
can do its readers no harm. The previews of proposals that are no longer open leave it.

The environment names PREVIEW_REPOSITORY (an address of git), PREVIEW_KEY (a key that may push to
it), PREVIEW_URL and GITHUB_REPOSITORY; `gh` asks the forge. The host that is pushed to must have a
key in `.ci/known_hosts`.
"""

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

MARK = "<!-- preview of a contribution -->"
"""Begins the comment that tells of a preview, so that it is found and brought up to date."""
MOST_FILES = 20_000
LARGEST = 500_000_000
"""Bytes of a preview. The forum's own site has 15 MB."""
MOST_TRIES = 10
"""How often a preview is pushed. Of several that are pushed at once, one gets through each time."""
HOSTS = Path(__file__).resolve().with_name("known_hosts")

Environment = Mapping[str, str]


def run(*command: str) -> str:
    """Give what a command answers."""
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def proposals(repository: str) -> dict[int, str]:
    """Give the newest commit of each proposal that is open, by the proposal's number."""
    path = f"repos/{repository}/pulls?state=open&per_page=100"
    told = run("gh", "api", "--paginate", "--jq", ".[] | {number, sha: .head.sha}", path)
    found = map(json.loads, told.splitlines())
    return {int(each["number"]): str(each["sha"]) for each in found}


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


def publish(site: Path, number: int, environment: Environment) -> None:
    """Put a site into the repository of the previews; take away those of closed proposals.

    Raises:
        SystemExit: The previews of others came first, each time.
    """
    with unlocked(environment) as granted:
        for _ in range(MOST_TRIES):
            with TemporaryDirectory() as folder:
                if put(site, number, Path(folder), granted):
                    return
    raise SystemExit("the preview could not be pushed")


def put(site: Path, number: int, previews: Path, environment: Environment) -> bool:
    """Push a site as the preview of a proposal; tell whether it is there."""

    def git(*arguments: str, can_say_no: bool = False) -> bool:
        # What others proposed lies in this folder: nothing that it may hold is run.
        command = ["git", "-c", "core.fsmonitor=false", "-C", str(previews), *arguments]
        done = subprocess.run(command, check=False, env=environment)
        if not (can_say_no and done.returncode == 1):
            done.check_returncode()
        return done.returncode == 0

    git("clone", "--quiet", "--depth", "1", "--", environment["PREVIEW_REPOSITORY"], ".")
    # Asked after the copy was made: so none of its previews is of a proposal opened later.
    arrange(site, number, proposals(environment["GITHUB_REPOSITORY"]), previews)
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
    shutil.copytree(site, previews / f"pr-{number}")
    (previews / ".nojekyll").touch()
    (previews / "robots.txt").write_text("User-agent: *\nDisallow: /\n")


def tell(number: int, address: str, repository: str) -> None:
    """Write the comment that tells where the preview is, or bring it up to date."""
    words = (
        f"{MARK}\n**Aperçu**\u00a0: {address}\n\n"
        "La page peut mettre une minute à paraître. Elle suit chaque modification de cette "
        "proposition, et disparaît quand la proposition est close."
    )
    path = f"repos/{repository}/issues/{number}/comments"
    chosen = f'.[] | select(.user.type == "Bot" and (.body | startswith("{MARK}"))) | .id'
    found = run("gh", "api", "--paginate", "--jq", chosen, f"{path}?per_page=100").split()
    target = f"repos/{repository}/issues/comments/{found[0]}" if found else path
    method = "PATCH" if found else "POST"
    run("gh", "api", "--method", method, target, "--raw-field", f"body={words}")


def main(folder: str, commit: str, environment: Environment = os.environ) -> None:
    """Publish a preview and tell of it, if its commit is still the newest of a proposal."""
    site, repository = Path(folder), environment["GITHUB_REPOSITORY"]
    inspect(site)
    opened = proposals(repository)
    for number in (number for number, newest in opened.items() if newest == commit):
        publish(site, number, environment)
        address = f"{environment['PREVIEW_URL'].rstrip('/')}/pr-{number}/"
        tell(number, address, repository)
        print(address)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])

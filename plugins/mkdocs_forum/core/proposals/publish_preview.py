"""A preview, put into the repository of the previews.

What is in the site is foreign: nothing of it is run here, and its pages run no script there.
"""

import os
import shlex
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.proposals.previews import GITHUB_KEY, Place, PreviewError, arrange

MOST_TRIES: Final = 10
"""How often a preview is pushed. Of several that are pushed at once, one gets through each time."""
_AUTHOR: Final = ("-c", "user.name=previews", "-c", "user.email=previews@example.invalid")

Opened = Callable[[], Iterable[int]]
"""Asks for the numbers of the proposals that are open."""


def publish(site: Path, number: int, place: Place, key: str, opened: Opened) -> None:
    """Put a site into the repository of the previews; take away those of closed proposals.

    Arguments:
        site: Folder of the site.
        number: Proposal that it shows.
        place: Where previews stand.
        key: Key that may push there.
        opened: Asks which proposals are open.

    Raises:
        PreviewError: The previews of others came first, each time.
        CalledProcessError: Git couldn't do it.
    """
    with _unlocked(place, key) as granted:
        for _ in range(MOST_TRIES):
            with TemporaryDirectory() as folder:
                if _put(site, number, place, Path(folder), opened, granted):
                    return
    raise PreviewError(say("the preview could not be pushed"))


@contextmanager
def _unlocked(place: Place, key: str) -> Iterator[Mapping[str, str]]:
    """Give an environment in which git may push to the repository of the previews, and no more."""
    with TemporaryDirectory() as folder:
        file, hosts = Path(folder) / "key", Path(folder) / "hosts"
        file.touch(mode=0o600)
        file.write_text(f"{key}\n")
        hosts.write_text(f"{place.host_key or GITHUB_KEY}\n")
        options = {
            "IdentitiesOnly": "yes",
            "StrictHostKeyChecking": "yes",
            "UserKnownHostsFile": f'"{hosts}"',
            "GlobalKnownHostsFile": "/dev/null",
        }
        words = [word for pair in options.items() for word in ("-o", "=".join(pair))]
        secrets = {"PREVIEW_KEY", "FORUM_TOKEN"}
        kept = {name: value for name, value in os.environ.items() if name not in secrets}
        yield {**kept, "GIT_SSH_COMMAND": shlex.join(["ssh", "-i", str(file), *words])}


def _put(
    site: Path,
    number: int,
    place: Place,
    previews: Path,
    opened: Opened,
    environment: Mapping[str, str],
) -> bool:
    """Push a site as the preview of a proposal; tell whether it is there."""

    def git(*arguments: str, can_say_no: bool = False) -> bool:
        # What others proposed lies in this folder: nothing that it may hold is run.
        command = ["git", "-c", "core.fsmonitor=false", "-C", str(previews), *arguments]
        done = subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)
        if not (can_say_no and done.returncode == 1):
            done.check_returncode()
        return done.returncode == 0

    git("clone", "--quiet", "--depth", "1", "--", place.repository, ".")
    # Asked after the copy was made: so none of its previews is of a proposal opened later.
    arrange(site, number, opened(), previews)
    git("add", "--all")
    # Unlike `git status`, this looks into no other repository.
    if git("diff", "--cached", "--quiet", "--ignore-submodules=all", can_say_no=True):
        return True
    git(*_AUTHOR, "commit", "--quiet", "--message", f"Preview of proposal {number}")
    return git("push", "--quiet", "origin", "HEAD", can_say_no=True)

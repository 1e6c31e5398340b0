"""Kills a build before each of its steps on the file system, and tells what is there afterwards.

usage: python -m tests.core.publish.kills WAY FOLDER

A step is what Python tells its audit hooks of, reading left out: a file opened to write in it, a
folder renamed, and so on. Before each step in turn, a build of a site is killed; then the next
build is, before a step that changes from turn to turn; then a third one comes to its end.
"""

import errno
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from unittest.mock import patch

from mkdocs_forum.core.publish.staging import close_staging, open_staging, put_in_place

NEVER = -1
_READING = frozenset({"os.listdir", "os.scandir", "os.listxattr", "os.getxattr", "os.fork"})


def way(name: str) -> None:
    """Let the system refuse all ways to put a site in place but one, for good."""
    rename = os.rename

    def refuse(*_: object) -> None:
        raise OSError(errno.EINVAL, "refused")

    def keep_site(source: Path, target: Path, **folders: int | None) -> None:
        if Path(source).name == "site":
            raise OSError(errno.EBUSY, "a mount point")
        rename(source, target, **folders)

    if name != "swap":
        patch("mkdocs_forum.core.publish.staging.swap", refuse).start()
    if name == "fill":
        patch("os.rename", keep_site).start()


def write(folder: Path, version: str) -> None:
    """Write a site whose every file tells its version."""
    for name in ("index.html", f"only-{version}.html", f"talks/{version}/index.html", "a/a.css"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(version, encoding="utf-8")


def build(site: Path, version: str) -> None:
    """Build a site."""
    staging = open_staging(site)
    write(staging.new, version)
    put_in_place(staging)


def put_right(site: Path) -> None:
    """Begin a build that fails."""
    close_staging(open_staging(site))


def is_step(event: str, details: tuple[object, ...]) -> bool:
    """Tell whether something changes on the file system, or may be about to."""
    if event == "open":
        return isinstance(details[2], int) and bool(details[2] & (os.O_WRONLY | os.O_RDWR))
    return event.startswith(("os.", "ctypes.", "fcntl.")) and event not in _READING


def until(step: int, work: Callable[[], None]) -> bool:
    """Do some work in a process of its own, killed before a step; tell whether it was."""
    child = os.fork()
    if child == 0:
        steps = count()

        def kill(event: str, details: tuple[object, ...]) -> None:
            if is_step(event, details) and next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(kill)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert status in {0, signal.SIGKILL}, status
    return status != 0


def state(site: Path, versions: tuple[str, ...]) -> str:
    """Tell which version a site is, to the last file; or that it's missing, or in parts."""
    if not site.exists():
        return "none"
    found = {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in site.rglob("*")
        if path.is_file()
    }
    for version in versions:
        whole = {
            "index.html": version,
            f"only-{version}.html": version,
            f"talks/{version}/index.html": version,
            "a/a.css": version,
            ".git/HEAD": "kept",
        }
        if found == whole:
            return version
    return "part"


def main() -> None:
    """Print the states met: after a kill, once put right, after a build; and what is left."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    way(name)
    site = folder / "site"
    met: dict[str, set[str]] = {key: set() for key in ("killed", "right", "last", "left")}
    for step in count():
        shutil.rmtree(folder, ignore_errors=True)
        write(site, "old")
        (site / ".git").mkdir()
        (site / ".git/HEAD").write_text("kept", encoding="utf-8")
        killed = until(step, lambda: build(site, "new"))
        met["killed"].add(state(site, ("old", "new")))
        until(step * 7 % 31, lambda: put_right(site))
        until(NEVER, lambda: put_right(site))
        met["right"].add(state(site, ("old", "new")))
        until(NEVER, lambda: build(site, "last"))
        met["last"].add(state(site, ("last",)))
        met["left"].update(path.name for path in folder.iterdir())
        if not killed:
            break
    told = {key: sorted(values) for key, values in met.items()}
    print(json.dumps({"many": step > 30, **told}))


if __name__ == "__main__":
    main()

"""A folder aside, where a site is built until it takes the place of the last one.

    .site.aside/lock     held by the build that is under way
    .site.aside/new      what is being built; after a swap, the last site
    .site.aside/ready    a whole new site on its way into a folder that can't be moved
    .site.aside/old      the last site, moved out for the new one

A killed build leaves them. From which are there, the next one tells what to do: it fills the site
with what is `ready`, puts `old` back where there is no site, and removes the rest.
"""

import errno
import os
import shutil
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from mkdocs_forum.core.publish.swap import swap

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class BusyError(Exception):
    """Another build of the same site is under way."""


@dataclass(frozen=True)
class StagingFolder:
    """A folder aside, held by one build."""

    site: Path
    """The folder of the site, where it really is."""
    room: Path
    """Holds all that a build needs until its end."""
    lock: BinaryIO
    """Open as long as the build holds the folder; the system closes it for a killed one."""

    @property
    def new(self) -> Path:
        """Where to build."""
        return self.room / "new"

    @property
    def ready(self) -> Path:
        """A whole new site, from which the folder of the site is being filled."""
        return self.room / "ready"

    @property
    def old(self) -> Path:
        """The last site."""
        return self.room / "old"


def staging_place(site: Path) -> Path:
    """Tell where a site will be built, before anything is made there."""
    return _room(Path(os.path.realpath(site))) / "new"


def open_staging(site: Path) -> StagingFolder:
    """Give a folder to build in; the site itself stays as it is.

    What a killed build left is put right first. The entries of the site whose name begins with a
    dot (`.git`, `.nojekyll`) are in the folder already: MkDocs keeps them, too.

    Raises:
        BusyError: Another build of the site is under way.
        OSError: The folder can't be made, or what a killed build left can't be removed.
    """
    site = Path(os.path.realpath(site))
    if site.exists() and not site.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(site))
    room = _room(site)
    staging = StagingFolder(site, room, _locked(room))
    try:
        # A killed build isn't taken for a part of the repository.
        (room / ".gitignore").write_text("*\n", encoding="utf-8")
        _put_right(staging)
        staging.new.mkdir()
        if site.is_dir():
            _carry_over(staging)
    except BaseException:
        close_staging(staging)
        raise
    return staging


def put_in_place(staging: StagingFolder) -> None:
    """Let what was built take the place of the site, and remove the last one.

    Where the system and the file system can swap folders, no moment shows anything but the last
    site or the new one. Elsewhere there is a moment at which a killed build leaves no site, or a
    part of it in a folder that can't be moved; the next build puts that right before all else.

    Raises:
        OSError: The new site can't be put in place.
    """
    if not staging.site.exists():
        staging.new.rename(staging.site)
    else:
        _first_that_works(staging, _swapped, _renamed, _refilled)
    close_staging(staging)


def close_staging(staging: StagingFolder) -> None:
    """Put right what was interrupted, and remove the folder aside."""
    if staging.lock.closed:
        return
    try:
        # What can't be done now is left to the next build, which tells it.
        with suppress(OSError):
            _put_right(staging)
    finally:
        _release(staging)


def _room(site: Path) -> Path:
    """Give the place of the folder aside: on the file system of the site, where one may write."""
    parent = site.parent
    movable = not os.path.ismount(site) and os.access(parent, os.W_OK)
    beside = movable or not site.is_dir()
    return (parent if beside else site) / f".{site.name}.aside"


def _locked(room: Path) -> BinaryIO:
    """Make a folder aside and hold it.

    Raises:
        BusyError: Another build holds it.
    """
    while True:
        room.mkdir(parents=True, exist_ok=True)
        try:
            lock = (room / "lock").open("ab")
        except FileNotFoundError:  # Another build has just ended.
            continue
        try:
            _hold(lock)
            if os.path.samestat(os.fstat(lock.fileno()), (room / "lock").stat()):
                return lock
        except BlockingIOError as error:
            lock.close()
            raise BusyError from error
        except FileNotFoundError:
            pass
        lock.close()


def _hold(lock: BinaryIO) -> None:
    if sys.platform == "win32":
        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
    else:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise
        except OSError:  # Some network file systems know no locks; builds know no others then.
            pass


def _release(staging: StagingFolder) -> None:
    """Let go of a folder aside, and remove it if nothing in it is needed any more."""
    if sys.platform == "win32":  # Removes no file that is open.
        staging.lock.close()
    if not any(folder.exists() for folder in (staging.new, staging.ready, staging.old)):
        with suppress(OSError):
            (staging.room / ".gitignore").unlink(missing_ok=True)
            (staging.room / "lock").unlink(missing_ok=True)
            staging.room.rmdir()
    staging.lock.close()


def _put_right(staging: StagingFolder) -> None:
    """Complete or take back what was interrupted, then remove what is left of it."""
    if staging.ready.exists():
        _fill(staging)
    elif staging.old.exists() and not staging.site.exists():
        staging.old.rename(staging.site)
    for folder in (staging.new, staging.old):
        if folder.exists():
            _remove(folder)


def _carry_over(staging: StagingFolder) -> None:
    """Give the new site what MkDocs keeps of the last one, and the rights to read it."""
    if sys.platform != "win32":
        owner = staging.site.stat()
        for user, group in ((-1, owner.st_gid), (owner.st_uid, -1)):
            with suppress(OSError):  # Only root may give a folder to any other user or group.
                os.chown(staging.new, user, group)
    shutil.copystat(staging.site, staging.new)
    for entry in staging.site.iterdir():
        if entry.name.startswith(".") and entry != staging.room:
            _copy(entry, staging.new / entry.name)


def _first_that_works(staging: StagingFolder, *ways: Callable[[StagingFolder], None]) -> None:
    """Go the first way that the system allows.

    Raises:
        OSError: It allows none; this is what the last one said.
    """
    for way in ways[:-1]:
        with suppress(OSError):
            return way(staging)
    return ways[-1](staging)


def _swapped(staging: StagingFolder) -> None:
    swap(staging.new, staging.site)


def _renamed(staging: StagingFolder) -> None:
    staging.site.rename(staging.old)
    try:
        staging.new.rename(staging.site)
    except OSError:
        staging.old.rename(staging.site)
        raise


def _refilled(staging: StagingFolder) -> None:
    staging.new.rename(staging.ready)
    _fill(staging)


def _fill(staging: StagingFolder) -> None:
    """Let the folder of the site hold what is ready, and nothing else."""
    staging.site.mkdir(exist_ok=True)
    for entry in staging.site.iterdir():
        if entry == staging.room:
            continue
        # What can't be removed stays, as with MkDocs: 'lost+found', for instance.
        with suppress(OSError):
            _remove(entry)
    for entry in staging.ready.iterdir():
        _copy(entry, staging.site / entry.name)
    staging.ready.rename(staging.new)


def _copy(entry: Path, target: Path) -> None:
    """Copy a file, a symbolic link or a folder, with its rights and times."""
    if entry.is_dir() and not entry.is_symlink():
        shutil.copytree(entry, target, symlinks=True, dirs_exist_ok=True)
    else:
        shutil.copy2(entry, target, follow_symlinks=False)


def _remove(entry: Path) -> None:
    """Remove a file, a symbolic link or a folder."""
    if entry.is_symlink() or not entry.is_dir():
        entry.unlink()
        return
    if sys.platform == "win32":  # Keeps what may not be written, such as what git wrote.
        for path in entry.rglob("*"):
            path.chmod(stat.S_IWRITE)
    shutil.rmtree(entry)

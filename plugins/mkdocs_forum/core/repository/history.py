"""What the repository's history tells."""

import datetime
import os
import subprocess
from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path


def build_day(folder: Path, *, live: bool = False) -> datetime.date:
    """Tell the day of a build.

    The same commit gives the same site on every day: without `SOURCE_DATE_EPOCH`
    (https://reproducible-builds.org/specs/source-date-epoch/) it is the day of the last commit.

    Arguments:
        folder: A folder of the repository.
        live: Whether the site is shown live: then it is today.

    Raises:
        ValueError: `SOURCE_DATE_EPOCH` is no number of seconds since 1970.
    """
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise ValueError(
                f"The variable SOURCE_DATE_EPOCH is '{epoch}': write the seconds since 1970, "
                "such as 1795867200, or take it off."
            ) from None
    committed = None if live else _last_commit(folder)
    return committed or datetime.datetime.now(datetime.UTC).date()


def _last_commit(folder: Path) -> datetime.date | None:
    log = ask_git(folder, "log", "-1", "--format=%ct").strip()
    return datetime.datetime.fromtimestamp(int(log), datetime.UTC).date() if log else None


def last_changes(folder: Path) -> Mapping[str, datetime.date]:
    """Tell the day of the last commit that touched each file of a folder.

    Returns:
        Days by path below the folder, with `/`; nothing where there is no history.
    """
    return _days(folder)


def _days(folder: Path, *options: str) -> dict[str, datetime.date]:
    """Give the day of the first commit that git tells of each file of a folder."""
    command = ["log", *options, "--format=%x01%ct", "--name-only", "-z", "--relative", "--", "."]
    log = ask_git(folder, *command)
    changes: dict[str, datetime.date] = {}
    for commit in log.split("\1")[1:]:
        seconds, _, names = commit.partition("\0")
        day = datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date()
        for name in names.strip("\n\0").split("\0"):
            changes.setdefault(name, day)
    return changes


def first_changes(folder: Path) -> Mapping[str, datetime.date]:
    """Tell the day of the commit that brought each file of a folder.

    Returns:
        Days by path below the folder, with `/`; nothing where there is no history.
    """
    return _days(folder, "--diff-filter=AR", "--reverse")


def changes_of_lines(folder: Path, pattern: str) -> Mapping[str, datetime.date]:
    """Tell the day of the last commit that touched lines of a kind in each file of a folder.

    Arguments:
        folder: A folder of the repository.
        pattern: Extended regular expression that such a line matches.

    Returns:
        Days by path below the folder, with `/`; nothing where there is no history.
    """
    return _days(folder, "-E", f"-G{pattern}") if folder.is_dir() else {}


def path_in_repository(folder: Path) -> str:
    """Give the path of a folder in its repository, with `/`; nothing where there is no history."""
    return ask_git(folder, "rev-parse", "--show-prefix").rstrip("/\n")


def state(folder: Path) -> str:
    """Give what stands for all that the history tells of a folder; nothing where there is none."""
    known = ask_git(folder, "rev-parse", "HEAD", "--is-shallow-repository")
    # A shallow one may become deeper, so that it tells other days.
    return known + ask_git(folder, "rev-list", "--count", "HEAD") if "true" in known else known


def has_in_history(folder: Path) -> bool:
    """Whether something in a folder is a part of its repository."""
    return folder.is_dir() and bool(ask_git(folder, "ls-files", "--", "."))


def ask_git(folder: Path, *arguments: str) -> str:
    """Give what git tells about a folder; nothing where it can't."""
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""


def authors_of(folder: Path, name: str, emails: Collection[str]) -> Mapping[str, int]:
    """Give how the commits of all branches name an author, by a name or one of some addresses.

    Returns:
        The number of commits by what they say, as `Name <address>`.
    """
    authors = ask_git(folder, "log", "--all", "--format=%an%x00%ae").splitlines()
    known = {each.lower() for each in emails}
    found = (author.partition("\0") for author in authors)
    return Counter(
        f"{author} <{email}>"
        for author, _, email in found
        if author.lower() == name.lower() or email.lower() in known
    )


def files_of(folder: Path) -> list[Path]:
    """Give the files of a folder that belong to its repository; none where there is no history."""
    names = ask_git(folder, "ls-files", "-z", "--", ".").split("\0")
    return [folder / name for name in names if name]

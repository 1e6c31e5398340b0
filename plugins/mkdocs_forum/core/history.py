"""What the repository's history tells."""

import datetime
import os
import subprocess
from pathlib import Path


def build_day(folder: Path, *, live: bool = False) -> datetime.date:
    """Tell the day of a build.

    The same commit gives the same site on every day: without `SOURCE_DATE_EPOCH`
    (https://reproducible-builds.org/specs/source-date-epoch/) it is the day of the last commit.

    Arguments:
        folder: A folder of the repository.
        live: Whether the site is shown live: then it is today.
    """
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    committed = None if live else _last_commit(folder)
    return committed or datetime.datetime.now(datetime.UTC).date()


def _last_commit(folder: Path) -> datetime.date | None:
    try:
        log = subprocess.run(
            ["git", "-C", str(folder), "log", "-1", "--format=%ct"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None
    return datetime.datetime.fromtimestamp(int(log), datetime.UTC).date() if log else None

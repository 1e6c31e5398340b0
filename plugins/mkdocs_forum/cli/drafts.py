"""Drafts of mails as files, which a mail program opens."""

from itertools import chain, count
from pathlib import Path

import click


def save_draft(path: Path, data: bytes) -> Path:
    """Write a draft, never over another that says something else.

    Returns:
        Where it stands: at the path, or at one with a number.

    Raises:
        UsageError: It can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        paths = chain([path], (path.with_stem(f"{path.stem}-{number}") for number in count(2)))
        free = next(each for each in paths if not each.exists() or each.read_bytes() == data)
        free.write_bytes(data)
    except OSError as error:
        raise click.UsageError(str(error)) from error
    return free

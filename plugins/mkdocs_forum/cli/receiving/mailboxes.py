"""Mails as they are saved: each in a file, several in a folder or in a mailbox (`mbox`)."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Final

import click

ENDINGS: Final = (".eml", ".mbox")
"""How the names of files end that are read of a folder."""

_BEGINNING = b"From "
"""How a line begins above each mail of a mailbox (https://www.rfc-editor.org/rfc/rfc4155)."""
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def mails_in(paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Give the mails of files, folders and mailboxes, each with a name to tell it by.

    Arguments:
        paths: The paths; `-` is the standard input.

    Raises:
        UsageError: A folder holds none.
    """
    for path in paths:
        for file in _files(path):
            with click.open_file(file, "rb") as opened:
                yield from _mails(file, opened)


def others_in(paths: Iterable[str]) -> Iterator[Path]:
    """Give the files of folders that aren't taken for mails."""
    for folder in (Path(path) for path in paths if path != "-" and Path(path).is_dir()):
        for file in sorted(folder.iterdir()):
            if file.is_file() and file.suffix.lower() not in ENDINGS:
                yield file


def _files(path: str) -> Iterator[str]:
    if path == "-" or not Path(path).is_dir():
        yield path
        return
    found = sorted(file for file in Path(path).iterdir() if file.suffix.lower() in ENDINGS)
    if not found:
        raise click.UsageError(f"'{path}' holds no file that ends in {' or '.join(ENDINGS)}.")
    yield from map(str, found)


def _mails(name: str, file: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    first = file.readline()
    if not first.startswith(_BEGINNING):
        yield name, first + file.read()
        return
    for number, data in enumerate(_parted(file), 1):
        yield f"{name}#{number}", data


def _parted(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Give the mails of a mailbox below its first line; one begins below an empty line alone."""
    mail: list[bytes] = []
    is_apart = False
    for line in lines:
        if is_apart and line.startswith(_BEGINNING):
            yield _QUOTED.sub(rb"\1", b"".join(mail))
            mail = []
        else:
            mail.append(line)
        is_apart = not line.strip()
    yield _QUOTED.sub(rb"\1", b"".join(mail))

"""Files that were put into one, as a form or a computer packs them: names and contents.

Nothing is unpacked onto a disk, and no more is read of a package than a mail may hold.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZipFile

from mkdocs_forum.core.reading.materials.check import LARGEST

ENDING: Final = ".zip"
"""How the names of packages end."""
MOST_FILES: Final = 100
"""Files in a package at the most; the form packs a talk with some pictures."""
_LARGEST_PACKAGE: Final = 40_000_000
"""Bytes of all that is read, unpacked."""


def unpacked(data: bytes) -> list[tuple[str, bytes]] | None:
    """Give the files of a package by their paths in it, or nothing if it can't be read.

    Of a file that is larger than any that is taken, the beginning is given, which is too large too.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            if len(package.infolist()) > MOST_FILES:
                return None
            return list(_files(package))
    except Exception:  # The library raises anything at a package that no program wrote.
        return None


def _files(package: ZipFile) -> Iterator[tuple[str, bytes]]:
    left = _LARGEST_PACKAGE
    for entry in package.infolist():
        parts = PurePosixPath(entry.filename).parts or (".",)
        # What computers add for themselves: '__MACOSX/', '.DS_Store'.
        is_hidden = parts[0] == "__MACOSX" or parts[-1].startswith(".")
        if entry.is_dir() or is_hidden:
            continue
        with package.open(entry) as file:
            content = file.read(min(LARGEST + 1, left))
        left -= len(content)
        if left <= 0:
            raise ValueError("too large")
        yield entry.filename, content

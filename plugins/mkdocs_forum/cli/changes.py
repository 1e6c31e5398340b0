"""Changes of files: shown, then made."""

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from mkdocs_forum.core.words.characters import visible
from mkdocs_forum.core.words.encodings import decode, is_utf16

_COLORS = {"+": "green", "-": "red", "@": "cyan"}


def change(file: Path, shown: str, old: bytes, new: bytes) -> None:
    """Show how a file changes, line by line, and write it.

    Arguments:
        file: The file.
        shown: Its path as it is told.
        old: What it holds.
        new: What it should hold.
    """
    show(shown, old, new)
    file.write_bytes(new)


def show(shown: str, old: bytes, new: bytes) -> None:
    """Show how a file would change, line by line."""
    for line in _difference(shown, old, new):
        color = None if line.startswith(("+++", "---")) else _COLORS.get(line[:1])
        # On the error channel, so that a report for other programs stays what it is.
        click.secho(line, fg=color, err=True)


def _difference(shown: str, old: bytes, new: bytes) -> Iterator[str]:
    before, after = (
        [visible(line.rstrip("\r\n")) for line in text.splitlines(keepends=True)]
        for text in (_written(old), decode(new))
    )
    yield from difflib.unified_diff(before, after, shown, shown, lineterm="", n=1)


def _written(data: bytes) -> str:
    """Give a file as it is seen where it is taken for UTF-8; what marks UTF-16 is shown."""
    if is_utf16(data):
        return f"\ufeff{decode(data)}"
    return data.decode("utf-8-sig", "replace") if b"\0" not in data else decode(data)

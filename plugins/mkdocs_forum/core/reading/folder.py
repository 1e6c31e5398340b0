"""The files below the docs folder, without what could lead out of it."""

import os
from collections.abc import Iterator
from pathlib import Path

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, say
from mkdocs_forum.core.words.characters import visible


def list_files(docs: Path) -> tuple[list[str], list[Diagnostic]]:
    """List the files below a folder.

    Arguments:
        docs: The folder; it may be a symbolic link itself.

    Returns:
        The paths below the folder, with `/`, sorted, and what can't be read there: symbolic
        links, which aren't followed, names that can't be shown, and what is no file.
    """
    found: list[str] = []
    faults: list[Diagnostic] = []
    for path, entry in _walk(docs):
        if fault := _unreadable(path, entry):
            faults.append(fault)
        else:
            found.append(path)
    return sorted(found), faults


def _walk(folder: Path | str, above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Give every file and every symbolic link, with its path; a folder that is locked has none."""
    try:
        with os.scandir(folder) as entries:
            held = list(entries)
    except OSError:
        return
    for entry in held:
        path = f"{above}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{path}/")
        else:
            yield path, entry


def _unreadable(path: str, entry: os.DirEntry[str]) -> Diagnostic | None:
    shown = visible(path)
    # Editors lock a file by a link such as `.#prix.md`; what begins so isn't published.
    is_lock = entry.name.startswith(".") and not entry.is_dir()
    is_link = entry.is_symlink() and not is_lock
    if shown != path:
        message = say("the name '{name}' contains an invisible character", name=shown)
        hint = say("use lower-case letters without accents, digits and hyphens")
        return Diagnostic(Location(shown), "F122", message, hint)
    if not is_link and not entry.is_file() and Path(entry.path).exists():
        message = say("'{path}' isn't a file, but a pipe or a device of the system", path=path)
        return Diagnostic(Location(path), "F128", message, say("remove it"))
    if is_link:
        message = say("'{path}' is a symbolic link", path=path)
        return Diagnostic(Location(path), "F124", message, say("put the file itself there"))
    return None

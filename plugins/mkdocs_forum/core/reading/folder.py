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
    for path, is_link in _walk(docs):
        fault = _unreadable(docs, path, is_link)
        if fault:
            faults.append(fault)
        else:
            found.append(path)
    return sorted(found), faults


def _walk(docs: Path) -> Iterator[tuple[str, bool]]:
    """Give every file and every symbolic link, and whether it is one."""
    for folder, folders, files in os.walk(docs):
        for name in [*folders, *files]:
            path = Path(folder, name)
            # Editors lock a file by a link such as `.#prix.md`; what begins so isn't published.
            is_lock = name.startswith(".") and name in files
            is_link = path.is_symlink() and not is_lock
            if is_link or name in files:
                yield path.relative_to(docs).as_posix(), is_link


def _unreadable(docs: Path, path: str, is_link: bool) -> Diagnostic | None:
    shown = visible(path)
    if shown != path:
        message = say("the name '{name}' contains an invisible character", name=shown)
        hint = say("use lower-case letters without accents, digits and hyphens")
        return Diagnostic(Location(shown), "F122", message, hint)
    if not is_link and (docs / path).exists() and not (docs / path).is_file():
        message = say("'{path}' isn't a file, but a pipe or a device of the system", path=path)
        return Diagnostic(Location(path), "F128", message, say("remove it"))
    if is_link:
        message = say("'{path}' is a symbolic link", path=path)
        return Diagnostic(Location(path), "F124", message, say("put the file itself there"))
    return None

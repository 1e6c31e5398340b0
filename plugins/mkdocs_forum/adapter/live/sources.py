"""The files that a site is made of, as they are at a moment."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_forum.adapter.theme.folders import own_folders
from mkdocs_forum.core.repository.history import state

Stamp = tuple[int, int, int]
"""Size of a file, its time and its number: whoever writes it changes one of them."""
_LINK: Stamp = (-1, 0, 0)
"""Stands for a symbolic link: what it leads to may change unseen."""


@dataclass(frozen=True)
class Sources:
    """What there is at a moment."""

    docs: Mapping[str, Stamp]
    """The files below the docs folder, by path."""
    others: Mapping[str, Stamp]
    """The configuration, the site's own templates, and what else the server watches."""
    history: str
    """Stands for what the repository's history tells."""

    def changed_since(self, before: "Sources") -> set[str] | None:
        """Give the paths below the docs folder of what was changed, added or removed.

        Arguments:
            before: What there was.

        Returns:
            The paths; nothing where something else has changed, or may change unseen.
        """
        if (self.others, self.history) != (before.others, before.history):
            return None
        if _LINK in self.docs.values():
            return None
        return {path for path, _ in self.docs.items() ^ before.docs.items()}


def look(config: MkDocsConfig) -> Sources:
    """Look at the files of a site."""
    docs = Path(config.docs_dir)
    others = [config.config_file_path or "", *config.watch, *own_folders(config)]
    return Sources(
        dict(_below(docs)),
        {path: stamp for other in others for path, stamp in _stamps(Path(str(other)))},
        state(docs),
    )


def _stamps(place: Path) -> Iterator[tuple[str, Stamp]]:
    if place.is_dir():
        yield from ((f"{place}/{path}", stamp) for path, stamp in _below(place))
    elif place.is_file():
        yield str(place), _stamp(place.stat())


def _below(top: Path) -> Iterator[tuple[str, Stamp]]:
    folders = [(str(top), "")]
    while folders:
        folder, prefix = folders.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_symlink():
                    yield path, _LINK
                elif entry.is_dir():
                    folders.append((entry.path, f"{path}/"))
                else:
                    yield path, _stamp(entry.stat())


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_size, found.st_mtime_ns, found.st_ino

"""The last good build of a site: what is there of it, and whether it is what would be made."""

import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_forum.adapter.kept.inputs import inputs
from mkdocs_forum.adapter.kept.place import open_store
from mkdocs_forum.adapter.kept.readings import KeptReader
from mkdocs_forum.adapter.kept.told import Told, is_heard, tell_again
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.publish.serialise import digest
from mkdocs_forum.core.reading.read import Reader, read_file
from mkdocs_forum.core.words.language import Language

log = logging.getLogger("mkdocs.plugins.forum")
_KIND = "site"


class LastBuild:
    """What a build knows of the one before it."""

    def __init__(self, config: MkDocsConfig, settings: Settings, site: Path | None) -> None:
        """Look at the last build.

        Arguments:
            config: The site's configuration.
            settings: The forum's options.
            site: Folder of the site; nothing where MkDocs empties it before it builds.
        """
        self._config, self._told, self._site = config, Told(), site
        self._language = Language(settings.language)
        self._store = open_store(config, self._language)
        self.read: Reader = KeptReader(self._store, settings) if self._store else read_file
        """Reads files, save those that earlier builds read."""
        self._inputs = inputs(config, settings) if site and self._store else None
        self._record: dict[str, Any] = self._found()
        self.is_current = self._is_current()
        """Whether the site in place is the one that would be made."""

    def pass_over(self) -> None:
        """Let MkDocs make nothing, in the folder where it would build."""
        config = self._config
        empty = Path(config.site_dir) / "docs"
        empty.mkdir()
        config.docs_dir, config.nav, config.extra_templates = str(empty), [], []
        config.theme.dirs.clear()
        config.theme.static_templates.clear()

    def tell_again(self) -> None:
        """Tell what the last build told, and that there is nothing to do."""
        tell_again(self._record["told"])
        told = self._language.tell("Nothing has changed: the site stays as it is: {site}")
        log.info(told.format(site=self._site))

    def note(self) -> None:
        """Keep what there is to know of this build, whose site is in place."""
        if not (self._store and self._site and self._inputs):
            return
        record = {
            "inputs": self._inputs,
            "outputs": digest(outputs(self._site)),
            "told": self._told.warnings,
            "heard": is_heard(),
        }
        self._store.put(_KIND, str(self._site), json.dumps(record).encode())

    def close(self) -> None:
        """Let go of what is kept, and tell what is wrong with it."""
        self._told.close()
        if self._store:
            self._store.close()
            for remark in self._store.remarks:
                log.info("%s", remark.tell(self._language.tell))
            self._store = None

    def _found(self) -> dict[str, Any]:
        kept = self._store.get(_KIND, str(self._site)) if self._store and self._site else None
        record: dict[str, Any] = json.loads(kept) if kept else {}
        return record

    def _is_current(self) -> bool:
        wanted = (self._inputs, is_heard())
        if not self._site or not self._inputs or not self._record:
            return False
        if (self._record["inputs"], self._record["heard"]) != wanted:
            return False
        return bool(self._record["outputs"] == digest(outputs(self._site)))


def outputs(site: Path) -> dict[str, tuple[int, int]]:
    """Give the size and the time of each file of a site, save those that MkDocs leaves alone."""
    return dict(_stats(site, "")) if site.is_dir() else {}


def _stats(folder: Path, prefix: str) -> Iterator[tuple[str, tuple[int, int]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not prefix and entry.name.startswith("."):
                continue
            path = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield path, (0, 0)
                yield from _stats(Path(entry.path), f"{path}/")
            else:
                found = entry.stat(follow_symlinks=False)
                yield path, (found.st_size, found.st_mtime_ns)

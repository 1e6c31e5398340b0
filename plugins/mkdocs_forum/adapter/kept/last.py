"""The last good build of a site: what is there of it, and whether it is what would be made."""

import json
import logging
import os
import shutil
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_forum.adapter.configuration import SEARCH
from mkdocs_forum.adapter.kept.inputs import UnknownError, configuration, inputs
from mkdocs_forum.adapter.kept.place import open_store
from mkdocs_forum.adapter.kept.readings import KeptReader
from mkdocs_forum.adapter.kept.told import Line, Told, is_heard, tell_again
from mkdocs_forum.adapter.theme.folders import own_folders
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.publish.serialise import digest
from mkdocs_forum.core.reading.read import Reader, read_file
from mkdocs_forum.core.words.language import Language

log = logging.getLogger("mkdocs.plugins.forum")
_KIND = "site"
TEXT = "text"
"""Kind of the texts that are kept, by their hashes."""


class LastBuild:
    """What a build knows of the one before it."""

    def __init__(
        self, config: MkDocsConfig, settings: Settings, site: Path | None, *, is_live: bool = False
    ) -> None:
        """Look at the last build.

        Arguments:
            config: The site's configuration.
            settings: The forum's options.
            site: Folder of the site; nothing where MkDocs empties it before it builds.
            is_live: Whether it is one of the moment, at another place each time.
        """
        self._config, self._told, self._site = config, Told(), site
        self._name = "" if is_live else str(site)
        self._language = Language(settings.language)
        self._store = open_store(config, self._language)
        self.read: Reader = KeptReader(self._store, settings) if self._store else read_file
        """Reads files, save those that earlier builds read."""
        self._inputs: str | None = None
        self.known: str | None = None
        """Stands for the configuration; nothing where its effects can't be known."""
        if site and self._store:
            self._inputs, self.known = inputs(config, settings), _known(config, settings)
        self._record: dict[str, Any] = self._found(_KIND)
        self._outputs = outputs(site) if site and self._record else {}
        self.is_on_demand = is_live and self.known is not None
        """Whether what isn't looked at needs not be made."""
        self.is_current = self._is_current()
        """Whether the site in place is the one that would be made."""

    def pass_over(self) -> None:
        """Let MkDocs make nothing, in the folder where it would build."""
        config = self._config
        self._docs = config.docs_dir
        empty = Path(config.site_dir) / "docs"  # MkDocs takes what isn't there for empty.
        config.docs_dir, config.nav, config.extra_templates = str(empty), [], []
        config.theme.dirs.clear()
        config.theme.static_templates.clear()

    def put_back(self) -> None:
        """Name the folder of the texts again, once MkDocs has made nothing."""
        self._config.docs_dir = self._docs

    @property
    def told(self) -> Sequence[Line]:
        """What this build told, from warnings up."""
        return self._told.warnings

    def tell_again(self) -> None:
        """Tell what the last build told, and that there is nothing to do."""
        tell_again(self._record["told"])
        told = self._language.tell("Nothing has changed; the site stays as it is: {site}")
        log.info(told.format(site=self._site))

    def note(self, pages: Mapping[str, Any], keys: Mapping[str, str]) -> None:
        """Keep what there is to know of this build, whose site is in place.

        Arguments:
            pages: What the next build may take over of pages, by their paths in the site.
            keys: What other files are made of, by their paths in the site.
        """
        if not (self._store and self._site):
            return
        found = outputs(self._site)
        record = {
            "inputs": self._inputs,
            "outputs": digest(sorted(found.items())),
            "told": self._told.warnings,
            "heard": is_heard(),
        }
        parts = {_KIND: record, "outputs": found, "pages": pages, "keys": keys}
        for kind, part in parts.items():  # One after the other: together they are large.
            self.put(kind, self._name, json.dumps(part).encode())

    def _part(self, kind: str) -> dict[str, Any]:
        return self._found(kind) if self._record.get("heard") == is_heard() else {}

    @cached_property
    def pages(self) -> Mapping[str, Any]:
        """What is known of the pages of the last site, by their paths in it."""
        return self._part("pages")

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """What stands for files of the last site that are no pages, by their paths in it."""
        return self._part("keys")

    @cached_property
    def _left(self) -> Mapping[str, Any]:
        """Size and time of the files of the last site as they were left."""
        return self._part("outputs")

    def has_output(self, path: str) -> bool:
        """Whether a file of the last site is there as it was left."""
        known = self._left.get(path)
        return known is not None and tuple(known) == self._outputs.get(path)

    def output(self, path: str) -> Path:
        """Give the place of a file of the last site."""
        assert self._site
        return self._site / path

    def link(self, path: str) -> None:
        """Let the new site have a file of the last one, unless it has one of its own there."""
        source, target = f"{self._site}/{path}", f"{self._config.site_dir}/{path}"
        try:
            os.link(source, target)
        except FileExistsError:
            pass
        except FileNotFoundError:  # Most folders are there.
            Path(target).parent.mkdir(parents=True)
            self.link(path)
        except OSError:
            shutil.copy2(source, target)

    @property
    def told_pages(self) -> set[str]:
        """Paths of the files of whose pages something was told while they were made."""
        return self._told.pages

    def hear_of(self, page: str | None) -> None:
        """Note whose page is being made."""
        self._told.page = page

    def get(self, kind: str, key: str) -> bytes | None:
        """Give what is kept, or nothing."""
        return self._store.get(kind, key) if self._store else None

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Keep a value."""
        if self._store:
            self._store.put(kind, key, value)

    def has_text(self, name: str) -> bool:
        """Whether a text is kept."""
        return self._store is not None and self._store.has(TEXT, name)

    def text(self, name: str) -> str:
        """Give a text that is kept.

        Raises:
            PluginError: The file was damaged while the site was built.
        """
        kept = self.get(TEXT, name)
        if kept is None:
            raise PluginError(
                self._language.tell(
                    "what was kept from the last build is damaged: start the build again"
                )
            )
        return kept.decode("utf-8", "surrogatepass")

    def close(self) -> None:
        """Let go of what is kept, and tell what is wrong with it."""
        self._told.close()
        if self._store:
            self._store.close()
            for remark in self._store.remarks:
                log.info("%s", remark.tell(self._language.tell))
            self._store = None

    def _found(self, kind: str) -> dict[str, Any]:
        kept = self.get(kind, self._name) if self._site else None
        record: dict[str, Any] = json.loads(kept) if kept else {}
        return record

    def _is_current(self) -> bool:
        wanted = (self._inputs, is_heard())
        if not self._site or not self._inputs or not self._record:
            return False
        if (self._record["inputs"], self._record["heard"]) != wanted:
            return False
        return bool(self._record["outputs"] == digest(sorted(self._outputs.items())))


def _known(config: MkDocsConfig, settings: Settings) -> str | None:
    """Give the fingerprint of the configuration, where all that has a part in pages is known."""
    if own_folders(config) or not {"alternate", "homepage"}.isdisjoint(config.extra):
        return None
    if not config.plugins.keys() <= {"forum", "search", SEARCH}:
        return None
    try:
        return configuration(config, settings)
    except UnknownError:
        return None


def outputs(site: Path) -> dict[str, tuple[int, int]]:
    """Give the size and the time of each file of a site, save those that MkDocs leaves alone."""
    found: dict[str, tuple[int, int]] = {}
    folders = [""] if site.is_dir() else []
    for folder in folders:
        with os.scandir(f"{site}/{folder}") as entries:
            for entry in entries:
                path = f"{folder}{entry.name}"
                if path.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    found[path] = (0, 0)
                    folders.append(f"{path}/")
                else:
                    stats = entry.stat(follow_symlinks=False)
                    found[path] = (stats.st_size, stats.st_mtime_ns)
    return found

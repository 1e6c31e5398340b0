"""A forum as it lies in a folder: what the commands work on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import click
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.structure.files import File, Files

from mkdocs_forum.adapter.configuration import disarm
from mkdocs_forum.adapter.files import check_site_files, entry_texts, file_faults, list_site
from mkdocs_forum.adapter.kept.place import open_store
from mkdocs_forum.adapter.kept.readings import KeptReader
from mkdocs_forum.adapter.options.forum import ForumOptions, settings_of, shown_root
from mkdocs_forum.core.checks.addresses.publication import Publication
from mkdocs_forum.core.checks.addresses.retired import FILE, NOTHING, Retired, read_retired
from mkdocs_forum.core.faults.reports import Frame
from mkdocs_forum.core.forum import Forum, load
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import kind_of
from mkdocs_forum.core.words.encodings import decode
from mkdocs_forum.core.words.language import Language


@dataclass(frozen=True)
class Project:
    """A forum's configuration and the files of its entries."""

    config: MkDocsConfig
    settings: Settings
    is_guarded: bool = True
    """Whether programs that don't run the plugin are kept from rendering its texts."""

    @property
    def docs(self) -> Path:
        """The docs folder."""
        return Path(self.config.docs_dir)

    @property
    def folder(self) -> Path:
        """The folder of the configuration."""
        return Path(self.config.config_file_path).resolve().parent

    def is_taken(self, path: str) -> bool:
        """Whether there is a file at a path below the docs folder."""
        return (self.docs / path).exists()

    def is_left_out(self, path: str) -> bool:
        """Whether the site leaves out a text of the docs folder, as it was when first asked."""
        file = self._files.get_file_from_path(path) if path.endswith(".md") else None
        return file is not None and file.inclusion.is_excluded()

    @cached_property
    def _files(self) -> Files:
        return list_site(self.config)[0]

    @property
    def retired_file(self) -> Path:
        """The list of the addresses that were given up on purpose."""
        return self.folder / FILE

    @property
    def retired(self) -> Retired:
        """The addresses that were given up on purpose."""
        file = self.retired_file
        return read_retired(decode(file.read_bytes())) if file.is_file() else NOTHING

    def texts(self) -> Mapping[str, bytes]:
        """Read what the entries' files hold, by path below the docs folder."""
        files, _ = list_site(self.config)
        return entry_texts(files, self.settings)

    def check(
        self,
        changed: Mapping[str, bytes] = MappingProxyType({}),
        proposed: Collection[str] = (),
        judged: Collection[str] | None = None,
    ) -> Forum:
        """Give the forum, drafts included, with every fault of its files.

        Files that were read before are taken from what builds keep.
        Pages that other plugins add aren't known before a build: it alone tells of links to them.

        Arguments:
            changed: What files of entries and pictures would hold that aren't there, or are
                otherwise.
            proposed: Paths of files that are there, and of which no build is known.
            judged: Paths of the files whose faults are asked for; by default all.
        """
        files, unreadable = list_site(self.config)
        brought = {path: data for path, data in changed.items() if not path.endswith(".md")}
        new = {path: data for path, data in changed.items() if path not in brought}
        texts = {**entry_texts(files, self.settings), **new}
        for path in changed.keys() - files.src_uris.keys():
            config = self.config
            files.append(File(path, config.docs_dir, config.site_dir, config.use_directory_urls))
        forum = self._load(texts)
        refused = file_faults(files, self.config, self.settings, brought)
        found = check_site_files(
            files,
            self.config,
            forum.library,
            forum.missing,
            self.settings,
            {*new, *proposed},
            judged,
        )
        faults = [*unreadable, *forum.faults, *refused, *found]
        return forum._replace(
            faults=[fault for fault in faults if judged is None or fault.location.path in judged]
        )

    def _load(self, texts: Mapping[str, bytes]) -> Forum:
        store = open_store(self.config, Language(self.settings.language))
        if store is None:
            return load(texts, self.settings)
        forum = load(texts, self.settings, read=KeptReader(store, self.settings))
        store.close()
        return forum

    def publication(self, forum: Forum) -> Publication:
        """Give what the forum publishes, with the other pages and files of the site.

        Arguments:
            forum: What its files tell, drafts included.
        """
        files, unreadable = list_site(self.config)
        others = {
            file.dest_uri
            for file in files
            if not file.inclusion.is_excluded() and kind_of(file.src_uri, self.settings) is None
        }
        paths = {fault.location.path for fault in unreadable}
        return Publication(
            forum.library, forum.missing, self.settings, frozenset(others), frozenset(paths)
        )

    def frame(self, language: str | None = None) -> Frame:
        """Give what reports of this forum have in common, by default in its language."""
        addresses = Addresses(self.settings)
        guide = addresses.url(addresses.guide("faults"))
        return Frame(
            Language(language or self.settings.language),
            root=shown_root(self.config),
            guide=f"{self.settings.site_url}{guide}" if self.settings.site_url else None,
        )


def open_project(config_file: Path) -> Project:
    """Open the forum of a configuration; drafts belong to it.

    Raises:
        UsageError: There is no forum, or its configuration can't be read.
    """
    try:
        config = load_config(str(config_file))
        plugin = config.plugins.get("forum")
        if plugin is None or not isinstance(plugin.config, ForumOptions):
            raise click.UsageError(f"the plugin 'forum' isn't among the plugins of {config_file}")
        is_guarded = disarm(config)
        # Drafts are read too: their authors want to know before they are shown.
        return Project(config, settings_of(plugin.config, config, live=True), is_guarded)
    except (Abort, ConfigurationError, PluginError) as error:
        raise click.UsageError(str(error)) from error


config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="Configuration of the site.",
)
"""Option of every command that works on a forum."""

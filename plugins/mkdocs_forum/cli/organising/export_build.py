"""A build of a site for its export, which takes nothing of the last one and leaves nothing."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any, Final, Protocol

from mkdocs.commands.build import build
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from mkdocs_forum.adapter.build import Build
from mkdocs_forum.core.outputs.export.export import Built

_THEME: Final = ("features", "icon", "logo", "palette")
"""What of a theme's settings other generators read, too."""


class Forum(Protocol):
    """The plugin of a forum, as far as an export needs it."""

    config: Any

    @property
    def last_build(self) -> Build:
        """What the last build knew."""


class _NoOptions(Config):
    """What the plugin below is set to."""


class _Pages(BasePlugin[_NoOptions]):
    """Notes which pages a site has."""

    def __init__(self) -> None:
        self.sources: Mapping[str, str] = {}

    @event_priority(-1000)  # Last: every plugin has added its pages.
    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> None:
        """Note the paths of their sources by those of their HTML files."""
        pages = files.documentation_pages()
        self.sources = {file.dest_uri: file.src_uri for file in pages}


def built(forum: Forum, config: MkDocsConfig, folder: Path) -> Built:
    """Build a site into an empty folder.

    Arguments:
        forum: The plugin.
        config: The site's configuration.
        folder: The folder.

    Raises:
        PluginError: The content has errors; each was logged before.
    """
    config.site_dir = str(folder)
    # As the organisers wrote it: the forum adds what only it has.
    theme = {key: deepcopy(config.theme[key]) for key in _THEME if config.theme.get(key)}
    forum.config.cards = False
    config.plugins["forum-pages"] = pages = _Pages()
    # What the last build left is for the site alone.
    config.plugins.on_startup(command="build", dirty=True)
    build(config)
    found = forum.last_build
    own = [path for path in _paths(folder) if not _is_themes(path, config)]
    return Built(
        library=found.library,
        settings=found.settings,
        environment=found.environment,
        pages=pages.sources,
        files={path: (folder / path).read_bytes() for path in own},
        theme=theme,
        nav=config.nav,
        styles=list(map(str, config.extra_css)),
    )


def _paths(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix()


def _is_themes(path: str, config: MkDocsConfig) -> bool:
    """Whether a file of a site comes with its theme."""
    themes = map(Path, config.theme.dirs)
    is_own = (Path(config.docs_dir) / path).is_file()
    return not is_own and any((folder / path).is_file() for folder in themes)

"""All that a site is made of, in one fingerprint; nothing where something has a part unseen."""

import os
from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import partial
from hashlib import blake2b
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Final

import markdown.extensions
from babel import Locale
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.theme import Theme
from pathspec import PathSpec

from mkdocs_forum.adapter.theme.folders import own_folders
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.publish.serialise import Fingerprints, digest
from mkdocs_forum.core.repository.history import state

_PLUGINS: Final = frozenset(
    {
        *("mkdocs_forum.plugin", "material.plugins.search.plugin"),
        *("mkdocs.contrib.search", "material.plugins.offline.plugin"),
    }
)
"""Modules of the plugins that look at nothing but the configuration and the site's files."""
_LIBRARIES: Final = ("markdown", "material", "mkdocs", "pymdownx")
"""Packages whose functions a configuration may name."""
_EXTENSIONS: Final = frozenset(module.name for module in iter_modules(markdown.extensions.__path__))
_READING: Final = frozenset({"pymdownx.b64", "pymdownx.snippets"})
"""Extensions that read further files."""
_VARIABLES: Final = ("SOURCE_DATE_EPOCH", "TZ")


class UnknownError(Exception):
    """Something may have a part in the site that nobody sees."""


def inputs(config: MkDocsConfig, settings: Settings) -> str | None:
    """Give the fingerprint of all that a site is made of, the versions of software left out."""
    docs = Path(config.docs_dir)
    try:
        known = configuration(config, settings)
        files = digest(dict(contents(docs)))
        theme = [dict(contents(folder)) for folder in own_folders(config)]
    except (UnknownError, OSError):
        return None
    return digest(known, files, theme, state(docs), str(Path.cwd()))


def configuration(config: MkDocsConfig, settings: Settings) -> str:
    """Give the fingerprint of a site's configuration and of the forum's settings.

    Raises:
        UnknownError: It names code of whose effects nobody knows.
    """
    if config.hooks or any(type(each).__module__ not in _PLUGINS for each in _plugins(config)):
        raise UnknownError
    if not all(map(_is_known, config.markdown_extensions)):
        raise UnknownError
    variables = [os.environ.get(name) for name in _VARIABLES]
    try:
        return Fingerprints().of(_named(config), settings, variables)
    except TypeError as error:
        raise UnknownError from error


def _plugins(config: MkDocsConfig) -> list[object]:
    return list(config.plugins.values())


def _is_known(extension: object) -> bool:
    if not isinstance(extension, str) or extension in _READING:
        return False
    return extension.startswith("pymdownx.") or (
        extension.removeprefix("markdown.extensions.") in _EXTENSIONS
    )


def _named(value: Any) -> Any:
    """Give a value of a configuration with the names of functions in place of them.

    Raises:
        UnknownError: A function is none of a known library, or further files are named.
    """
    if isinstance(value, PathSpec):
        return [str(getattr(pattern, "pattern", pattern)) for pattern in value.patterns]
    if isinstance(value, Locale | IntEnum):
        return str(value)
    if isinstance(value, BasePlugin):
        return _named(value.config)
    if isinstance(value, Theme):
        given = [value.name, value.custom_dir, value.dirs, *sorted(value.static_templates)]
        return [_named(given), _named(dict(value))]
    if isinstance(value, Mapping):
        if "custom_icons" in value:
            raise UnknownError
        return {str(key): _named(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_named(item) for item in value]
    if isinstance(value, partial):
        return [_named(value.func), _named(value.args), _named(value.keywords)]
    if callable(value):
        if value.__module__.split(".")[0] not in _LIBRARIES:
            raise UnknownError
        return f"{value.__module__}.{value.__qualname__}"
    return value


def contents(folder: Path) -> Iterator[tuple[str, str]]:
    """Give the path of each file of a folder, and a hash of what it holds.

    Raises:
        UnknownError: There is a symbolic link: it may lead anywhere.
    """
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        if entry.is_symlink():
            raise UnknownError
        if entry.is_dir():
            if entry.name not in {".git", "__pycache__"}:
                yield f"{entry.name}/", ""
                below = contents(Path(entry.path))
                yield from ((f"{entry.name}/{path}", each) for path, each in below)
        elif entry.is_file():
            held = Path(entry.path).read_bytes()
            yield entry.name, blake2b(held, digest_size=20).hexdigest()

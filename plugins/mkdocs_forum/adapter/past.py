"""What a forum published at another commit: its configuration is read as text, nothing is run."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace
from os.path import relpath
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.exceptions import PluginError
from mkdocs.utils.yaml import get_yaml_loader

from mkdocs_forum.adapter.options.forum import ForumOptions, chosen
from mkdocs_forum.adapter.project import Project
from mkdocs_forum.core.checks.addresses.publication import Publication
from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import kind_of
from mkdocs_forum.core.repository.revision import Revision, RevisionError, open_revision

DEEPEST = 10
"""Configurations that inherit from one another at the most."""


class _SiteOptions(base.Config):
    """Options of MkDocs on which addresses depend."""

    docs_dir = c.Type(str, default="docs")
    use_directory_urls = c.Type(bool, default=True)
    exclude_docs = c.Optional(c.PathSpec())


# `!ENV` is read as MkDocs does; other tags name code, which isn't asked for.
_LOADER = get_yaml_loader(yaml.SafeLoader)
_LOADER.add_multi_constructor("", lambda loader, suffix, node: None)


@dataclass(frozen=True)
class Past:
    """A forum at another commit."""

    docs: str
    """Path of its docs folder in the repository, ending in `/`; empty for the topmost one."""
    publication: Publication

    def renamed(self, revision: Revision, docs: str) -> Mapping[str, str]:
        """Give present paths of files by their former ones, each below its docs folder.

        Arguments:
            revision: The commit.
            docs: Path of the present docs folder in the repository, ending in `/`.
        """
        return {
            old.removeprefix(self.docs): new.removeprefix(docs)
            for old, new in revision.renamed().items()
            if old.startswith(self.docs) and new.startswith(docs)
        }


def past_at(revision: Revision, config_name: str) -> Past | None:
    """Read a forum as it was at a commit.

    Faults of that time don't matter: what couldn't be read wasn't published.

    Arguments:
        revision: The commit, opened in the folder of the configuration.
        config_name: Name of the configuration's file.

    Returns:
        The forum, or nothing if there was none.

    Raises:
        RevisionError: The configuration of that time can't be understood.
    """
    path = revision.prefix + config_name
    config = _configuration(revision, path)
    given = _given(config.get("plugins"))
    if given is None:
        return None
    site, options = _SiteOptions(), ForumOptions()
    site.load_dict({key: value for key, value in config.items() if key in site})
    options.load_dict(given)
    if failed := [*site.validate()[0], *options.validate()[0]]:
        raise _unread(revision, path, f"{failed[0][0]}: {failed[0][1]}")
    theme = config.get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    try:
        settings = chosen(options, str(language or "en"))
    except PluginError as error:
        raise _unread(revision, path, str(error)) from error
    settings = replace(settings, drafts=True, directory_urls=site.use_directory_urls)
    docs = folder_in(revision.prefix, site.docs_dir)
    if docs is None:
        raise _unread(revision, path, f"docs_dir: {site.docs_dir}")
    texts = revision.texts(docs, lambda name: _is_entry(name, settings, site))
    forum = load(texts, settings)
    return Past(docs, Publication(forum.library, forum.missing, settings))


def past_of(project: Project, commit: str) -> tuple[Publication | None, Mapping[str, str]]:
    """Give what a project published at a commit, and the present paths of files by their former.

    Arguments:
        project: The project as it is now.
        commit: A name of the commit that git understands.

    Returns:
        Nothing in place of the publication if there was no forum.

    Raises:
        RevisionError: The commit can't be read.
    """
    config = Path(project.config.config_file_path).resolve()
    revision = open_revision(config.parent, commit)
    past = past_at(revision, config.name)
    if past is None or not past.publication.pages:
        return None, {}
    docs = folder_in(
        revision.prefix, Path(relpath(project.docs.resolve(), config.parent)).as_posix()
    )
    return past.publication, {} if docs is None else past.renamed(revision, docs)


def folder_in(prefix: str, folder: str) -> str | None:
    """Give the path of a folder in the repository, ending in `/`; nothing if it lies outside.

    Arguments:
        prefix: Path of another folder in the repository, ending in `/`, or empty.
        folder: Path as seen from there.
    """
    path = posixpath.normpath(posixpath.join(prefix, folder))
    if path == ".":
        return ""
    return None if path.startswith(("/", "../")) or path == ".." else f"{path}/"


def _is_entry(name: str, settings: Settings, site: _SiteOptions) -> bool:
    is_excluded = site.exclude_docs is not None and site.exclude_docs.match_file(name)
    return kind_of(name, settings) is not None and not is_excluded


def _configuration(revision: Revision, path: str, depth: int = 0) -> dict[str, Any]:
    """Read a configuration with those that it inherits from; without a file it is empty."""
    text = revision.text(path)
    if text is None:
        return {}
    try:
        config = yaml.load(text, Loader=_LOADER)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _unread(revision, path, " ".join(str(error).split())) from error
    if not isinstance(config, dict):
        raise _unread(revision, path, str(config))
    if (parent := config.pop("INHERIT", None)) is None:
        return config
    if depth == DEEPEST:
        raise _unread(revision, path, f"INHERIT: {parent}")
    base_path = posixpath.normpath(posixpath.join(posixpath.dirname(path), str(parent)))
    return _merged(_configuration(revision, base_path, depth + 1), config)


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Lay a configuration over the one that it inherits from, as MkDocs does."""
    merged = {**below, **above}
    for key in below.keys() & above.keys():
        if isinstance(below[key], dict) and isinstance(above[key], dict):
            merged[key] = _merged(below[key], above[key])
    return merged


def _given(plugins: object) -> dict[str, Any] | None:
    """Give the options of the forum's plugin as they were written, if it was in use."""
    listed = plugins if isinstance(plugins, list) else [plugins]
    for item in listed:
        named = item if isinstance(item, dict) else {str(item): None}
        if "forum" in named:
            given = {**(named["forum"] or {})} if isinstance(named["forum"], dict) else {}
            return given if given.pop("enabled", True) else None
    return None


def _unread(revision: Revision, path: str, told: str) -> RevisionError:
    return RevisionError(
        say(
            "'{path}' of commit {commit} can't be understood: {told}",
            path=path,
            commit=revision,
            told="".join(sign if sign.isprintable() else " " for sign in told),
        )
    )

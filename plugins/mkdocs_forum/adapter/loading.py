"""The forum of a site's files and their days, as they are read before anything is made of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_forum.adapter.files import entry_texts, file_faults, list_site
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.forum import Forum, load
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.days import Days
from mkdocs_forum.core.reading.read import Reader
from mkdocs_forum.core.repository.history import changes_of_lines, first_changes, last_changes


@dataclass(frozen=True)
class Loaded:
    """The forum as it was read, before anything is made of it."""

    texts: Mapping[str, bytes]
    """What the files of its entries hold, by path."""
    forum: Forum
    """What they tell; its faults are those of all files."""


def read_forum(config: MkDocsConfig, settings: Settings, read: Reader) -> tuple[Files, Loaded]:
    """List the files of a site and read its forum.

    Returns:
        The files as they are before any plugin adds others, and what was read.
    """
    files, unreadable = list_site(config)
    refused = file_faults(files, config, settings)
    texts = entry_texts(files, settings)
    loaded = load_texts(texts, settings, read, [*unreadable, *refused])
    return files, loaded


def load_texts(
    texts: Mapping[str, bytes], settings: Settings, read: Reader, faults: Iterable[Diagnostic] = ()
) -> Loaded:
    """Read a forum; faults of files that are no entries come first."""
    forum = load(texts, settings, read=read)
    return Loaded(texts, forum._replace(faults=[*faults, *forum.faults]))


def days_of(config: MkDocsConfig, settings: Settings) -> Days:
    """Give what the repository's history tells of the files of a site."""
    docs, answers = Path(config.docs_dir), settings.folders["answers"]
    retained = changes_of_lines(docs / answers, "^retained:")
    return Days(
        today=settings.today,
        first=first_changes(docs),
        last=last_changes(docs),
        retained={f"{answers}/{path}": day for path, day in retained.items()},
    )

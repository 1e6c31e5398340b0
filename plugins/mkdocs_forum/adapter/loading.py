"""The forum of a site's files and their days, as they are read before anything is made of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_forum.adapter.files import check_site_files, entry_texts, file_faults, list_site
from mkdocs_forum.adapter.log import has_errors
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
    of_files: Sequence[Diagnostic] = ()
    """Faults of files that are no entries."""


def read_forum(config: MkDocsConfig, settings: Settings, read: Reader) -> Loaded:
    """Read the forum of a site's files, as they are before any plugin adds others.

    Returns:
        What was read; if there are errors, with every fault of the site, since no page will be
        made that could tell more.
    """
    files, unreadable = list_site(config)
    refused = [*unreadable, *file_faults(files, config, settings)]
    texts = entry_texts(files, settings)
    library, faults, missing = forum = load(texts, settings, read=read)
    faults = [*refused, *faults]
    if has_errors(faults):
        faults += check_site_files(files, config, library, missing, settings)
    return Loaded(texts, forum._replace(faults=faults), refused)


def read_again(loaded: Loaded, files: Files, settings: Settings, read: Reader) -> Loaded:
    """Give the forum as it is once other plugins have added to its files, or left some out."""
    texts = entry_texts(files, settings)
    return loaded if texts == loaded.texts else Loaded(texts, load(texts, settings, read=read))


def days_of(docs: Path, settings: Settings) -> Days:
    """Give what the repository's history tells of the texts of a folder."""
    answers = settings.folders["answers"]
    retained = changes_of_lines(docs / answers, "^retained:")
    return Days(
        today=settings.today,
        first=first_changes(docs),
        last=last_changes(docs),
        retained={f"{answers}/{path}": day for path, day in retained.items()},
    )

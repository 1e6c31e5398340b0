"""The way from files to a library: read, link, check. Begin here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from mkdocs_forum.core.checks.entries.meant_entries import with_meant_entries
from mkdocs_forum.core.checks.entries.promises import check_promises
from mkdocs_forum.core.checks.library import (
    check,
    check_alike,
    check_contacts,
    check_dates,
    check_names,
    check_published,
)
from mkdocs_forum.core.checks.relations import Known
from mkdocs_forum.core.faults.diagnostic import Diagnostic, in_order
from mkdocs_forum.core.library.library import Library, build
from mkdocs_forum.core.library.redirects import check_aliases
from mkdocs_forum.core.library.shown import placed, published
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.read import Missing, Reader, read_file, read_files


class Forum(NamedTuple):
    """A forum as its files tell it."""

    library: Library
    """All that could be understood and placed."""
    faults: Sequence[Diagnostic]
    """Every fault, sorted."""
    missing: Missing
    """What the library lacks because files are at fault."""


def load(
    texts: Mapping[str, str | bytes],
    settings: Settings | None = None,
    *,
    read: Reader = read_file,
) -> Forum:
    """Read a forum.

    Arguments:
        texts: What each file below the docs folder holds, by its path with `/`. The organisers'
            own files are passed over.
        settings: The options; by default the forum's own, in English.
        read: Reads each file.

    Returns:
        The forum, without the drafts unless the settings ask for them.
    """
    settings = settings or Settings()
    readings = read_files(texts, settings, read)
    whole = build(readings.entries, readings.questions)
    shown = whole if settings.drafts else published(whole)
    library, unplaced = placed(shown, readings.missing.misread)
    faults = [
        *with_meant_entries(readings.faults, Known(whole, readings.missing)),
        *check_names(readings.entries),
        *check_alike(readings.entries),
        *check(whole, readings.missing),
        *check_dates(whole, settings.today),
        *check_promises(whole, settings.today),
        *check_contacts(whole, settings),
        *check_aliases(whole, settings),
        *check_published(whole, shown),
    ]
    return Forum(library, in_order(faults), replace(readings.missing, unplaced=unplaced))

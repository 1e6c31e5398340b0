"""The days that the map of the site tells."""

import datetime
from collections.abc import Mapping

from mkdocs.structure.files import Files

from mkdocs_forum.adapter.build import Build
from mkdocs_forum.core.outputs.days import shown_entries


def date_pages(build: Build, files: Files) -> None:
    """Date every page by the last change of what it shows; MkDocs dates all by the clock.

    The theme writes these days into the map of the site, and none where none is known.
    """
    # Lists show the same entries again and again.
    changed = {path: build.days.changed([entry]) for path, entry in build.library.entries.items()}
    dates = {
        file.src_uri: _last(file.src_uri, build, changed) for file in files.documentation_pages()
    }
    # MkDocs asks for the latest of all, and stops where there is none: in a forum without entries.
    for path, date in dates.items() if any(dates.values()) else ():
        file = files.src_uris.get(path)
        if file and file.page:
            file.page.update_date = date


def _last(path: str, build: Build, changed: Mapping[str, datetime.date | None]) -> str:
    view = build.pages.get(path)
    shown = shown_entries(view, build.library) if view else ()
    known = [build.days.last.get(path), *(changed[entry.path] for entry in shown)]
    last = max(filter(None, known), default=None)
    return last.isoformat() if last else ""

"""The days that the map of the site tells."""

from mkdocs.structure.files import Files

from mkdocs_forum.adapter.build import Build
from mkdocs_forum.core.outputs.days import shown_entries


def date_pages(build: Build, files: Files) -> None:
    """Date every page by the last change of what it shows; MkDocs dates all by the clock.

    The theme writes these days into the map of the site, and none where none is known.
    """
    days = build.days
    for file in files.documentation_pages():
        if file.page:
            view = build.pages.get(file.src_uri)
            shown = shown_entries(view, build.library) if view else ()
            known = [days.changed(shown), days.last.get(file.src_uri)]
            last = max(filter(None, known), default=None)
            file.page.update_date = last.isoformat() if last else ""

"""The days of a site's files, and those that the map of the site tells."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_forum.adapter.build import Build
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.days import Days, shown_entries
from mkdocs_forum.core.repository.history import changes_of_lines, first_changes, last_changes


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


def date_pages(build: Build, days: Days, files: Files) -> None:
    """Date every page by the last change of what it shows; MkDocs dates all by the clock.

    The theme writes these days into the map of the site, and none where none is known.
    """
    for file in files.documentation_pages():
        if file.page:
            view = build.pages.get(file.src_uri)
            shown = shown_entries(view, build.library) if view else ()
            known = [days.changed(shown), days.last.get(file.src_uri)]
            last = max(filter(None, known), default=None)
            file.page.update_date = last.isoformat() if last else ""

"""All files that stand beside the pages and don't depend on how these are rendered."""

from collections.abc import Iterator

from mkdocs_forum.core.checks.places import Site
from mkdocs_forum.core.forms.rulebook import rulebook_file
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.published_schemas import schemas
from mkdocs_forum.core.pages.assets import assets
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.reading.read import Missing


def beside_pages(
    library: Library, missing: Missing, settings: Settings, site: Site, site_url: str
) -> Iterator[Output]:
    """Give styles and scripts, the schemas and the rulebook.

    Arguments:
        library: What the site shows.
        missing: What it lacks because files are at fault.
        settings: The options.
        site: What stands in it beside the forum.
        site_url: Address of the site, or nothing.
    """
    yield from assets()
    yield from schemas(settings, site_url)
    yield rulebook_file(library, missing, settings, site)

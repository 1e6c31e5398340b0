"""What search engines are told of the site as a whole."""

from collections.abc import Iterator

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.output import Output

ROBOTS = "robots.txt"
"""Path below the root of the site; robots look for it at the root of the host alone."""


def robots(settings: Settings) -> Iterator[Output]:
    """Give the file that lets every robot in and leads it to the map of the site (RFC 9309)."""
    if settings.site_url:
        sitemap = f"\nSitemap: {settings.site_url}sitemap.xml\n"
        yield Output(ROBOTS, f"User-agent: *\nDisallow:\n{sitemap}")

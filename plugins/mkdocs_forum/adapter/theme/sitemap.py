"""The map of the site tells which pages are one text in several languages."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.views import TalkView, Version

NAME: Final = "sitemap.xml"
"""Its template, and its path below the root of the site."""
_SPACE: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_LINKS: Final = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def with_languages(text: str, talks: Iterable[TalkView], settings: Settings) -> str:
    """Write into a map where each talk is in its other languages.

    https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap

    Arguments:
        text: The map as the theme writes it.
        talks: The talks.
        settings: The options.
    """
    several = [talk for talk in talks if talk.versions] if settings.site_url else []
    if not several:
        return text
    text = text.replace(_SPACE, f"{_SPACE} {_LINKS}", 1)
    for talk in several:
        place = f"<loc>{escape(settings.site_url + talk.url)}</loc>"
        text = text.replace(place, place + "".join(_links(talk.versions, settings)), 1)
    return text


def _links(versions: tuple[Version, ...], settings: Settings) -> Iterator[str]:
    """Give a link to each, the page itself included, as search engines want it."""
    for version in versions:
        address = escape(settings.site_url + version.url)
        lang = escape(version.lang)
        yield f'\n         <xhtml:link rel="alternate" hreflang="{lang}" href="{address}"/>'

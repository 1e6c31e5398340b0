"""The titles of MkDocs' pages, as the theme prints them."""

from collections.abc import Iterable
from html import escape

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from mkdocs_forum.core.html.typography import typeset


def escaped(text: str) -> str:
    """Escape what has a meaning in HTML: an apostrophe has none, and the search shows it."""
    return escape(text, quote=False).replace('"', "&quot;")


def typeset_titles(page: Page) -> None:
    """Set the titles of a page and of its sections."""
    if isinstance(page.title, str) and not page.meta.get("title"):
        page.title = typeset(page.title)

    def walk(links: Iterable[AnchorLink]) -> None:
        for link in links:
            link.title = typeset(link.title)
            walk(link.children)

    walk(page.toc)

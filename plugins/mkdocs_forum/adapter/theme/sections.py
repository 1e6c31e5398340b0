"""Which tab of the navigation a page belongs to, and what it stands below."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from mkdocs_forum.adapter.rendering.sanitise import words_of_title
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.naming.way import section_of


@dataclass
class Sections:
    """Marks the tab of each page while it is rendered, as MkDocs does those of its own."""

    files: Files
    settings: Settings
    _marked: Page | None = None

    def enter(self, page: Page) -> str:
        """Mark the section of the page that is rendered next, and give its address."""
        # MkDocs marks the page itself, which may be the one that was marked for the last.
        if self._marked and self._marked is not page:
            self._marked.active = False
        source = section_of(page.file.src_uri, self.settings)
        file = self.files.src_uris.get(source) if source else None
        self._marked = file.page if file and file.page is not page else None
        if self._marked:
            self._marked.active = True
        return file.url if file else ""


def way_to_own(page: Page) -> tuple[Link, ...]:
    """Give what a page of the site's own stands below: the sections of the navigation."""
    sections = [item for item in reversed(list(page.ancestors)) if isinstance(item, Section)]
    steps = [(section.title, _first(section.children)) for section in sections]
    return tuple(
        Link(words_of_title(title), first.url)
        for title, first in steps
        if first and first is not page
    )


def _first(items: list[StructureItem]) -> Page | None:
    """Give the first page of a section, to which the theme's tab leads, too."""
    return next(_pages(items), None)


def _pages(items: list[StructureItem]) -> Iterator[Page]:
    for item in items:
        if isinstance(item, Page):
            yield item
        elif isinstance(item, Section):
            yield from _pages(item.children)

"""How pages are called, and which template shows them."""

from mkdocs.structure.pages import Page

from mkdocs_forum.adapter.build import Build
from mkdocs_forum.adapter.rendering.sanitise import escaped, shown_keys
from mkdocs_forum.adapter.theme.shell import OWN_TEMPLATE, TEMPLATE


def name_page(page: Page, build: Build) -> None:
    """Tell the theme how a page is called and which template shows it."""
    if entry := build.library.pages.get(page.file.src_uri):
        page.meta.update(shown_keys(entry))
    view = build.pages.get(page.file.src_uri)
    if view is None:
        page.meta.setdefault("template", OWN_TEMPLATE)
        return
    # The theme prints titles and descriptions as they are.
    if view.title:
        page.meta.setdefault("title", escaped(view.title))
    if view.description:
        page.meta.setdefault("description", escaped(view.description))
    page.meta.setdefault("template", TEMPLATE)

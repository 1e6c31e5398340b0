"""One page as MkDocs makes it, with the events of all plugins, without the build around it."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_forum.adapter.build import Build
from mkdocs_forum.adapter.rendering.markdown import ContributionPage
from mkdocs_forum.adapter.theme.textless import TextlessPage


def fresh_page(file: File, build: Build, nav: Navigation, config: MkDocsConfig) -> Page:
    """Give a file a page that nothing was made of yet; one that the navigation shows stays."""
    if file.page and file.page in nav.pages:
        return file.page
    if entry := build.library.pages.get(file.src_uri):
        return ContributionPage(None, file, config, entry.source, build.failures)
    if file.src_uri in build.pages:
        return TextlessPage(None, file, config)
    return Page(None, file, config)


def render_text(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """Render the text of a page."""
    plugins = config.plugins
    page = plugins.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    page.markdown = plugins.on_page_markdown(
        page.markdown or "", page=page, config=config, files=files
    )
    page.render(config, files)
    page.content = plugins.on_page_content(
        page.content or "", page=page, config=config, files=files
    )
    return page


def render_page(
    page: Page, config: MkDocsConfig, files: Files, nav: Navigation, environment: Environment
) -> bytes:
    """Give a page whose text is rendered as it is published."""
    plugins = config.plugins
    page.active = True
    try:
        context: Mapping[str, Any] = plugins.on_page_context(
            get_context(nav, files.documentation_pages(), config, page),
            page=page,
            config=config,
            nav=nav,
        )
        template = environment.get_template(page.meta.get("template", "main.html"))
        html = plugins.on_post_page(template.render(context), page=page, config=config)
    finally:
        page.active = False
    return html.encode("utf-8", errors="xmlcharrefreplace")

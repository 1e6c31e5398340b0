"""Markdown that stands in a page of another file: rendered, checked and placed there by MkDocs."""

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from mkdocs_forum.adapter.rendering.markdown import ContributionPage, Failures
from mkdocs_forum.adapter.rendering.sanitise import sanitise_page
from mkdocs_forum.core.html.links import mark_foreign
from mkdocs_forum.core.html.tree import Text, rebase
from mkdocs_forum.core.html.typography import typeset_text, typeset_title
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import kind_of
from mkdocs_forum.core.reading.source import Source


@dataclass(frozen=True)
class Fragment:
    """A text that was rendered for its place in a page."""

    text: Text
    anchors: frozenset[str]
    """Identifiers in it."""
    toc: tuple[AnchorLink, ...]
    """Its headings."""
    page: Page
    """What MkDocs knows of it, with its links for validation."""


def render_fragment(
    source: Source,
    markdown: str,
    host: Page,
    files: Files,
    config: MkDocsConfig,
    *,
    prefix: str,
    top: int,
    settings: Settings,
    failures: Failures,
    lang: str | None = None,
) -> Fragment:
    """Render a text for its place in the page of another file.

    Arguments:
        source: The file that holds the text: its links start from there.
        markdown: The text.
        host: The page that shows it: its addresses start from there.
        files: The site's files.
        config: The site's configuration.
        prefix: Put before each identifier.
        top: Level of its highest heading.
        settings: The options.
        failures: Takes what is told of it, if it can't be rendered.
        lang: Language of the text; by default the site's.
    """
    file = File(
        source.path,
        config.docs_dir,
        config.site_dir,
        config.use_directory_urls,
        dest_uri=host.file.dest_uri,
    )
    page = ContributionPage(None, file, config, source, failures)
    page.markdown = markdown
    page.render(config, files)
    html, page.markdown, page.content = page.content or "", None, None
    text = rebase(sanitise_page(page, html, settings), prefix, top=top)
    if kind_of(source.path, settings) == "answers":
        text = mark_foreign(text, settings.site_url)
    language = settings.typeset_in(lang)
    return Fragment(
        text=typeset_text(text, language),
        anchors=frozenset(prefix + anchor for anchor in page.present_anchor_ids or ()),
        toc=tuple(_placed(link, prefix, language) for link in page.toc),
        page=page,
    )


def _placed(link: AnchorLink, prefix: str, language: str | None) -> AnchorLink:
    placed = AnchorLink(typeset_title(link.title, language), prefix + link.id, link.level)
    placed.children = [_placed(child, prefix, language) for child in link.children]
    return placed


def typeset_titles(page: Page, language: str | None) -> None:
    """Set the titles of a page and of its sections, which are HTML.

    Arguments:
        page: The page.
        language: Code of its language; without one, titles stay as they were written.
    """
    if isinstance(page.title, str):
        page.title = typeset_title(page.title, language)
    if isinstance(page.meta.get("title"), str):  # The theme prefers it.
        page.meta["title"] = typeset_title(page.meta["title"], language)

    def walk(links: Iterable[AnchorLink]) -> None:
        for link in links:
            link.title = typeset_title(link.title, language)
            walk(link.children)

    walk(page.toc)

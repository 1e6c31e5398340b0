"""What MkDocs made of a contribution, sanitised: its HTML, its headings, its anchors, its title."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from markupsafe import Markup
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_forum.core.formulas.mathml import with_formulas
from mkdocs_forum.core.html.sanitise import as_text, is_identifier, sanitise
from mkdocs_forum.core.html.tree import Text, directed, read
from mkdocs_forum.core.library.library import Shown
from mkdocs_forum.core.model.introductions import Introduction
from mkdocs_forum.core.model.settings import Settings


def sanitise_page(page: Page, html: str, settings: Settings) -> Text:
    """Sanitise a page that was rendered from a contribution.

    Arguments:
        page: The page; what MkDocs took from its HTML is replaced by what is left of it.
        html: What MkDocs made of its text.
        settings: The options.

    Returns:
        The text that may be shown.
    """
    page.toc = TableOfContents(list(_links(page.toc)))
    # The theme prints the title that it finds among the keys as it is, and any other one unescaped.
    page.meta.setdefault("title", as_text(page.title or ""))
    clean = sanitise(html, diagrams=settings.diagrams)
    text = directed(read(with_formulas(clean) if settings.maths else clean))
    page.present_anchor_ids = {*text.ids}
    return text


def _links(links: Iterable[AnchorLink]) -> Iterator[AnchorLink]:
    """Give the links to headings, save to those that lost their identifier."""
    for link in links:
        children = list(_links(link.children))
        if not is_identifier(link.id):
            yield from children
            continue
        kept = AnchorLink(as_text(link.title), link.id, link.level)
        kept.children = children
        yield kept


def escaped(text: str) -> str:
    """Escape what has a meaning in HTML: an apostrophe has none, and the search shows it."""
    return escape(text, quote=False).replace('"', "&quot;")


def words_of_title(html: object) -> str:
    """Give the words of a title, which the theme prints as HTML; none of one that is lacking."""
    return Markup(html or "").striptags()


def shown_keys(entry: Shown) -> dict[str, Any]:
    """Give what the theme and other plugins may read of an entry's keys, escaped."""
    if isinstance(entry.meta, Introduction):
        known = {*Introduction.model_fields}
        return _escaped_values(entry.meta.model_dump(include=known, exclude_none=True))
    return _escaped_values(entry.extra)


def _escaped_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """Escape the texts among the values of keys, however deep: other templates print them raw."""
    return {_deeply_escaped(key): _deeply_escaped(value) for key, value in values.items()}


def _deeply_escaped(value: Any) -> Any:
    if isinstance(value, str):
        return escaped(value)
    if isinstance(value, dict):
        return _escaped_values(value)
    return [_deeply_escaped(item) for item in value] if isinstance(value, list) else value

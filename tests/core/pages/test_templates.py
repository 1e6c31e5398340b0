"""What templates of pages ask for: what the page gives them, and no name beside."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, meta, nodes

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.environment import TEMPLATES, prepare
from mkdocs_forum.core.pages.making.make_views import make_views
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.pages import derive_pages
from tests.small import SMALL_ENGLISH

SETTINGS = Settings()
ENVIRONMENT = prepare(Environment(loader=FileSystemLoader(TEMPLATES)), SETTINGS)
GIVEN = frozenset(
    {"config", "excerpts", "forum_citations", "forum_head", "on_paper", "page", "passage"}
)
"""What pages are given by the plugin and the generator."""
FOUND = {
    path.removeprefix("docs/"): text for path, text in SMALL_ENGLISH.items() if path.endswith(".md")
}


def pages() -> Iterator[VirtualPage]:
    """Give the pages of a forum that has something of everything."""
    library, _, _ = load(FOUND, SETTINGS)
    yield from derive_pages(library, SETTINGS, make_views(library, SETTINGS))


PAGES = {page.kind: page for page in pages()}


def parsed(page: VirtualPage) -> nodes.Template:
    """Parse the template of a page."""
    return ENVIRONMENT.parse((TEMPLATES / page.template).read_text(encoding="utf-8"))


def dotted(node: nodes.Expr) -> tuple[str, ...]:
    """Give the names of which a chain such as `talk.edition.title` consists, or nothing."""
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Getattr) and (before := dotted(node.node)):
        return (*before, node.attr)
    return ()


def lacks(chain: tuple[str, ...], context: Mapping[str, Any]) -> bool:
    """Whether a chain asks for what a value doesn't have."""
    value: Any = context
    for name in chain:
        if value is None:
            return False
        if isinstance(value, Mapping) and name in value:
            value = value[name]
        elif hasattr(value, name):
            value = getattr(value, name)
        else:
            return True
    return False


@pytest.mark.parametrize("kind", PAGES)
def test_names(kind: str) -> None:
    """Every name that a template uses is one that its page is given."""
    page, tree = PAGES[kind], parsed(PAGES[kind])
    macros = {node.target for node in tree.find_all(nodes.Import)}
    known = {*page.variables, *GIVEN, *macros, *ENVIRONMENT.globals}
    assert meta.find_undeclared_variables(tree) - known == set()


@pytest.mark.parametrize("kind", PAGES)
def test_attributes(kind: str) -> None:
    """Whatever a template asks of what it is given, that has."""
    page, tree = PAGES[kind], parsed(PAGES[kind])
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    chains = {dotted(node) for node in tree.find_all(nodes.Getattr)}
    asked = [chain for chain in chains if chain and chain[0] in page.variables.keys() - own]
    assert [chain for chain in asked if lacks(chain, page.variables)] == []


def test_misspelt() -> None:
    """A misspelt name is found."""
    assert lacks(("talk", "meta", "sesion"), PAGES["talk"].variables)

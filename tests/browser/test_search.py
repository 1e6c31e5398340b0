"""French words are found however their apostrophes and their spaces are written."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visitor, served
from tests.conftest import Workshop
from tests.small import SMALL

pytestmark = pytest.mark.browser

TALK = "---\ntitle: {}\nedition: 2024\nspeakers: ana\n---\n\n{}\n"
TALKS = {
    "docs/interventions/courbe.md": TALK.format("Un", "Il dit que l’offre «\u202fconvient\u202f»."),
    "docs/interventions/droite.md": TALK.format("Deux", "L'offre convient\u00a0: il l'a dit."),
    "docs/interventions/lettre.md": TALK.format("Lettre", "Le lendemain, un coffre."),
}
BOTH = {"interventions/courbe/", "interventions/droite/"}


@pytest.fixture(scope="module")
def page_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a forum whose configuration says nothing of its search."""
    site = Workshop(tmp_path_factory.mktemp("search")).write(SMALL, TALKS).build(strict=True)
    with served(site) as address:
        yield address


@pytest.mark.parametrize(
    "sought",
    ["offre", "l'offre", "l’offre", "L'OFFRE", "qu’offre", "convient", "«\u202fconvient\u202f»"],
)
def test_words(browser: Browser, page_root: str, sought: str) -> None:
    """What is elided stands in the way of nothing, and isn't sought by itself."""
    visitor = Visitor(browser, page_root)
    page = visitor.open()
    page.keyboard.press("/")
    page.keyboard.insert_text(sought)
    page.keyboard.press("End")
    links = page.locator(".md-search-result__link")
    expect(links.first).to_be_attached()
    found = {str(link.get_attribute("href")) for link in links.all()}
    assert {href.split("?")[0].removeprefix(page_root) for href in found} == BOTH
    visitor.close()
    assert visitor.faults == []

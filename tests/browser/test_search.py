"""Words are found however their apostrophes, quotes and spaces are written."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visitor, served
from tests.conftest import Workshop
from tests.sites import Site
from tests.small import SMALL, SMALL_ENGLISH

pytestmark = pytest.mark.browser

TALK = "---\ntitle: {}\nedition: 2024\nspeakers: ana\n---\n\n{}\n"
FRENCH = {
    "docs/interventions/courbe.md": TALK.format(
        "Un", "Aujourd’hui, il dit que l’offre «\u202fconvient\u202f»."
    ),
    "docs/interventions/droite.md": TALK.format(
        "Deux", "L'offre \"convient\" aujourd'hui\u00a0: il l'a dit."
    ),
    "docs/interventions/lettre.md": TALK.format("Lettre", "Le lendemain, un coffre."),
}
ENGLISH_TALK = TALK.replace("ana", "ann")
ENGLISH = {
    "docs/talks/curved.md": ENGLISH_TALK.format("One", "It doesn’t “suit” the client’s offer."),
    "docs/talks/straight.md": ENGLISH_TALK.format("Two", "The client's offer doesn't \"suit\"."),
    "docs/talks/letter.md": ENGLISH_TALK.format("Letter", "A day, to a tree."),
}


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a French forum whose configuration says nothing of its search."""
    workshop = Workshop(tmp_path_factory.mktemp("search"))
    yield from _served(workshop.write(SMALL, FRENCH).build(strict=True))


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of such a forum in English."""
    workshop = Workshop(tmp_path_factory.mktemp("search"))
    yield from _served(workshop.write(SMALL_ENGLISH, ENGLISH).build(strict=True))


def _served(site: Site) -> Iterator[str]:
    with served(site) as address:
        yield address


def _found(browser: Browser, root: str, sought: str) -> set[str]:
    """Give the pages that a reader finds, from the root of the site."""
    visitor = Visitor(browser, root)
    page = visitor.open()
    page.keyboard.press("/")
    page.keyboard.insert_text(sought)
    page.keyboard.press("End")
    links = page.locator(".md-search-result__link")
    expect(links.first).to_be_attached()
    found = {str(link.get_attribute("href")) for link in links.all()}
    visitor.close()
    assert visitor.faults == []
    return {href.split("?")[0].removeprefix(root) for href in found}


@pytest.mark.parametrize(
    "sought",
    [
        *(
            "offre",
            "l'offre",
            "l’offre",
            "L'OFFRE",
            "qu’offre",
            "convient",
            "«\u202fconvient\u202f»",
        ),
        *("aujourd'hui", "aujourd’hui"),
    ],
)
def test_french_words(browser: Browser, french: str, sought: str) -> None:
    """What is elided stands in the way of nothing, and isn't sought by itself."""
    assert _found(browser, french, sought) == {"interventions/courbe/", "interventions/droite/"}


@pytest.mark.parametrize(
    "sought", ["client", "client's", "client’s", "doesn't", "doesn’t", "suit", "“suit”"]
)
def test_english_words(browser: Browser, english: str, sought: str) -> None:
    """What is contracted stands in the way of nothing, and isn't sought by itself."""
    assert _found(browser, english, sought) == {"talks/curved/", "talks/straight/"}

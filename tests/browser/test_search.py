"""The search of the site: what readers find, however they write it, and with which keys."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from benchmarks.search import NOTHING, ranks
from tests.browser.chromium import Chromium
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


def _found(browser: Chromium, root: str, sought: str) -> set[str]:
    """Give the talks that a reader finds."""
    visitor = Visitor(browser, root)
    page = visitor.open()
    page.keyboard.press("/")
    page.keyboard.insert_text(sought)
    page.keyboard.press("Enter")
    expect(page.locator("#forum_search_page:not([aria-busy])")).to_be_visible()
    links = page.locator(".forum-hit a")
    found = {str(link.get_attribute("href")) for link in links.all()}
    visitor.close()
    assert visitor.faults == []
    talks = ("interventions/", "talks/")
    return {url for href in found if (url := href.removeprefix(root)).startswith(talks)}


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
def test_french_words(browser: Chromium, french: str, sought: str) -> None:
    """What is elided stands in the way of nothing, and isn't sought by itself."""
    assert _found(browser, french, sought) == {"interventions/courbe/", "interventions/droite/"}


@pytest.mark.parametrize(
    "sought", ["client", "client's", "client’s", "doesn't", "doesn’t", "suit", "“suit”"]
)
def test_english_words(browser: Chromium, english: str, sought: str) -> None:
    """What is contracted stands in the way of nothing, and isn't sought by itself."""
    assert _found(browser, english, sought) == {"talks/curved/", "talks/straight/"}


FIRST, AMONG_THE_FIRST = 36, 42
"""Queries, of 45, that lead to the right page at once, and among the first three."""


def test_queries_of_readers(browser: Chromium, own_root: str) -> None:
    """Of what readers may type, most leads to the page that they look for, and nothing to none."""
    found = ranks(browser.browser, own_root)
    first, among = (sum(rank <= most for rank in found.values()) for most in (1, 3))
    assert first >= FIRST, found
    assert among >= AMONG_THE_FIRST, found
    assert [query for query, rank in found.items() if rank == NOTHING] == []


def test_keys(visitor: Visitor) -> None:
    """The list below the field is walked with the keys; what is sought stays in the address."""
    page = visitor.open()
    field = page.get_by_role("combobox", name="Rechercher dans le site")
    page.keyboard.press("s")
    expect(field).to_be_focused()
    page.keyboard.type("mediation")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    chosen = options.first.get_attribute("id")
    expect(field).to_have_attribute("aria-activedescendant", str(chosen))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?q=mediation")
    expect(page.locator(".forum-hit").first).to_be_visible()


def test_choices(visitor: Visitor) -> None:
    """Hits are chosen by kind and state; the address that says so leads to the same ones."""
    page = visitor.open("recherche/?q=prix&kind=question")
    kinds = page.locator(".forum-hit__kind")
    expect(kinds.first).to_contain_text("Question")
    page.get_by_label("État de la question").select_option("open")
    page.wait_for_url("**/recherche/?q=prix&kind=question&status=open")
    expect(page.locator(".forum-hit__kind", has_not_text="Sans réponse")).to_have_count(0)
    shown = kinds.count()
    page.reload()
    expect(kinds).to_have_count(shown)


def test_without_a_script(browser: Chromium, root: str) -> None:
    """Who runs no script gets an index of the site, and reads why."""
    visitor = Visitor(browser, root)
    page = visitor.open("recherche/?q=prix", java_script_enabled=False)
    expect(page.locator("#forum_search_page")).not_to_be_visible()
    index = page.get_by_role("region", name="Index du site")
    expect(index.get_by_role("link", name="Le juste prix : qui le fixe ?")).to_be_visible()
    expect(page.get_by_text("Sans lui, cet index mène à tout")).to_be_visible()
    visitor.close()
    assert visitor.faults == []

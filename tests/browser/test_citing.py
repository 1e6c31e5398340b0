"""A reader takes the reference of a text with them."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser


def _copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_copy(visitor: Visitor) -> None:
    """The button copies the sentence, also on a page that the theme loaded into the one before."""
    page = visitor.open("interventions/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Le juste prix").first.click()
    page.get_by_text("Citer", exact=True).click()
    page.get_by_role("button", name="Copier").click()
    expect(page.get_by_text("Copié dans le presse-papier")).to_be_visible()
    assert _copied(page).startswith("FERRAND, Ana et QUÉMÉNER, Bruno. Le juste prix")


def test_copy_of_proceedings(visitor: Visitor) -> None:
    """The proceedings, which have no script of the theme, copy theirs by their own."""
    page = visitor.open("editions/2024/actes/", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text("Citer", exact=True).click()
    page.get_by_role("button", name="Copier").click()
    assert _copied(page).startswith("Actes")


def test_files(visitor: Visitor) -> None:
    """A reference is downloaded under the name of its text."""
    page = visitor.open("questions/la-mission-de-trop/refuser/")
    answer = page.locator(".forum-answer", has=page.locator("#chloe"))
    answer.get_by_text("Citer", exact=True).click()
    with page.expect_download() as download:
        answer.get_by_role("link", name="RIS").click()
    assert download.value.suggested_filename == "refuser-chloe.ris"


def test_without_scripts(visitor: Visitor) -> None:
    """Without scripts there is the sentence and the files, and no button that does nothing."""
    page = visitor.open("interventions/le-juste-prix/", java_script_enabled=False)
    page.get_by_text("Citer", exact=True).click()
    expect(page.locator(".forum-cite")).to_be_visible()
    expect(page.locator(".forum-cite__copy")).to_be_hidden()

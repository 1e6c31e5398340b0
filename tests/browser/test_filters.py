"""Choosing among the questions of a board without leaving it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser


def test_choice(visitor: Visitor) -> None:
    """A choice shows its rows alone and counts them; two choices join, a second click gives up."""
    page = visitor.open("questions/")
    rows = page.locator(".forum-row:visible")
    everything = rows.count()
    edition = page.get_by_role("group", name="Édition").get_by_role("link").first
    topic = page.get_by_role("group", name="Thème").get_by_role("link").first
    edition.click()
    expect(edition).to_have_attribute("aria-current", "true")
    of_edition = rows.count()
    assert 0 < of_edition < everything
    expect(page.locator(".forum-filters__told")).to_have_text(f"{of_edition} questions")
    topic.click()
    assert rows.count() <= of_edition
    topic.click()
    edition.click()
    assert rows.count() == everything
    assert page.url.endswith("questions/")


def test_choice_of_none(visitor: Visitor) -> None:
    """Two choices that nothing has in common leave no question, which is said in words."""
    page = visitor.open("questions/")
    for group in ("Édition", "Thème"):
        page.get_by_role("group", name=group).get_by_role("link").first.click()
    # Whatever the forum asks: no row is of both.
    page.evaluate("for (const row of document.querySelectorAll('.forum-row')) row.dataset.in = ''")
    page.get_by_role("group", name="Thème").get_by_role("link").first.click()
    expect(page.locator(".forum-filters__told")).to_have_text("aucune question")


def test_choice_without_scripts(visitor: Visitor) -> None:
    """Without scripts a choice leads to the page that lists those questions."""
    page = visitor.open("questions/", java_script_enabled=False)
    page.get_by_role("group", name="Édition").get_by_role("link").first.click()
    expect(page.locator("#forum_questions")).to_be_in_viewport()

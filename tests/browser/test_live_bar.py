"""The bar of the live view, as somebody reads it who has no mouse."""

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import expect

from mkdocs_forum.adapter.live.remarks import Remark, Remarks
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.environment import TEMPLATES, prepare
from tests.browser.conftest import Visitor
from tests.browser.test_accessibility import violations

pytestmark = pytest.mark.browser

FAULT = "docs/reponses/prix/ana.md:2:1: F111 aucune clé ne s’appelle « <b> »\n    conseil : date"


def bar(language: str) -> str:
    """Give the bar with an error."""
    environment = Environment(loader=FileSystemLoader(TEMPLATES))
    told = Remarks([Remark(40, FAULT)], is_held=True)
    return told.bar(prepare(environment, Settings(language=language))).decode()


@pytest.mark.parametrize(("dark", "language"), [(False, "fr"), (True, "en")])
def test_bar(visitor: Visitor, dark: bool, language: str) -> None:
    """It stays in the window, says what is wrong, and folds by the keyboard."""
    page = visitor.open(width=390, dark=dark)
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", bar(language))
    told = page.locator(".forum-faults")
    expect(told).to_be_in_viewport()
    expect(told.locator("li")).to_have_text(FAULT)
    expect(told.locator("summary")).to_contain_text({"fr": "d’avant", "en": "before"}[language])
    assert list(violations(page, ".forum-faults")) == []
    told.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(told.locator("li")).to_be_hidden()

"""What is new since the last visit is told to who asks for it, and to nobody else."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

VISITS = "Object.keys(localStorage).filter(key => key.startsWith('forum-visits:'))"


def test_since_the_last_visit(visitor: Visitor) -> None:
    """Nothing is noted unasked; what came since is told, and forgotten at a click."""
    page = visitor.open("suivre/")
    keep = page.get_by_role("button", name="Retenir mes visites dans ce navigateur")
    expect(keep).to_be_visible()
    assert page.evaluate(VISITS) == []
    keep.click()
    expect(page.get_by_text("Rien de nouveau.")).to_be_visible()
    (name,) = page.evaluate(VISITS)
    kept = json.loads(page.evaluate("name => localStorage.getItem(name)", name))
    # As if the newest entry had come since, and the visit had been on another day.
    kept |= {"day": "2026-01-01", "seen": kept["seen"][1:]}
    page.evaluate("([name, value]) => localStorage.setItem(name, value)", [name, json.dumps(kept)])
    visitor.visit(page, "")
    section = page.get_by_role("region", name="Depuis ma dernière visite")
    expect(section.get_by_role("status")).to_have_text("Une nouveauté\u00a0:")
    link = section.get_by_role("link")
    assert str(link.get_attribute("href")).startswith(visitor.root)
    section.get_by_role("button", name="Oublier mes visites").click()
    expect(section).not_to_be_visible()
    assert page.evaluate(VISITS) == []

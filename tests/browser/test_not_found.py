"""The page for an address that leads nowhere says so, and leads on."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import Chromium
from tests.conftest import Workshop
from tests.sites import configuration
from tests.small import SMALL

pytestmark = pytest.mark.browser


def near(page: Page) -> list[str]:
    """Give the addresses that the page offers."""
    expect(page.get_by_role("heading", name="Adresses semblables")).to_be_visible()
    links = page.locator("#forum_near a")
    # The theme's script writes addresses out, if it comes later.
    return [str(link.evaluate("link => link.pathname")) for link in links.all()]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("intervention/le-juste-pris/", "/interventions/le-juste-prix/"),
        ("interventions/Le%20juste%20prix", "/interventions/le-juste-prix/"),
        ("membres/an%C3%A4.html", "/membres/ana/"),
        ("%E0%A4%A/themes/m%C3%A9diation", "/themes/mediation/"),
    ],
)
def test_near(browser: Chromium, root: str, wrong: str, right: str) -> None:
    """Addresses of the site that are like the one asked for are offered, the best first."""
    with browser.page(root) as page:
        page.goto(root + wrong)
        assert near(page)[0] == right
        assert page.goto(root.removesuffix("/") + right)
        expect(page.locator("#forum_near")).to_have_count(0)


def test_nothing_near(browser: Chromium, root: str) -> None:
    """Where nothing is like it, only the lists are offered; their links hold from any folder."""
    with browser.page(root) as page:
        page.goto(f"{root}wp-admin/x/y/")
        expect(page).to_have_title(re.compile("^Cette page n’existe pas - "))
        page.wait_for_load_state("networkidle")
        assert page.locator("#forum_near").is_hidden()
        page.get_by_role("main").get_by_role("link", name="Questions", exact=True).click()
        expect(page).to_have_url(f"{root}questions/")


def test_page_of_the_site(workshop: Workshop) -> None:
    """A page that the site has for it stays."""
    own = {
        "mkdocs.yml": configuration(theme={"custom_dir": "own"}),
        "own/404.html": "<p>Perdu ?</p>",
    }
    built = workshop.write(SMALL, own).build(strict=True)
    assert (built.path / "404.html").read_text(encoding="utf-8") == "<p>Perdu ?</p>"

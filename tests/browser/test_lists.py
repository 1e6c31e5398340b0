"""What is printed of boards, topics and members, and of what a reader kept."""

import math
import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.print_engines import PrintEngines
from tests.browser.printing import faults, squeezed
from tests.sites import joined

pytestmark = pytest.mark.browser

WAITING = "questions/sans-reponse/imprimer/"
TALK = "interventions/le-juste-prix/"


def test_list_for_a_meeting(own_engines: PrintEngines) -> None:
    """A board fits a sheet: each question with the talk that asks it, in their order."""
    (page,) = own_engines.print("chromium", WAITING).pages
    asked = re.findall(r"<h2[^>]*>(.*?)</h2>", own_engines.site.main(WAITING))
    assert len(asked) > 10
    for title in asked:
        assert squeezed(title) in page.letters
    assert page.foot.endswith("1/1")


@pytest.mark.parametrize("engine", ["chromium", "weasyprint"])
def test_lines_to_write_on(own_engines: PrintEngines, engine: str) -> None:
    """On the work sheet of a board, lines below each question are as wide as the text."""
    printed = own_engines.print(engine, WAITING, "sheet")
    expected = own_engines.expected(WAITING, "sheet")
    assert joined(faults(printed, expected)) == ""
    assert len(printed.pages) > 2


def test_cards(own_engines: PrintEngines) -> None:
    """Eight cards fill a sheet, and each has the code of its question's page."""
    printed = own_engines.print("chromium", f"{WAITING}#cartes")
    main = own_engines.site.main(WAITING)
    codes = set(re.findall(r'alt="[^"]*?(https:[^"]*/questions/[^"]*/[^"]+/)"', main))
    assert len(printed.pages) == math.ceil(len(codes) / 8)
    assert printed.codes == codes


def test_texts_of_a_topic(visitor: Visitor) -> None:
    """A topic brings its talks whole, and questions of other talks with their answers."""
    page = visitor.open("themes/prix/imprimer/#textes")
    texts = page.locator(".print-texts > *")
    expect(texts).not_to_have_count(0)
    expect(page.locator(".print-lists")).to_be_hidden()
    expect(page.locator(".print-texts h1").first).to_have_text("Le juste prix : qui le fixe ?")
    # A question of a talk that is there as a whole isn't there once more.
    assert page.locator(".print-texts .print-asked > h3").count() == len(
        set(page.locator(".print-texts .print-asked > h3").all_text_contents())
    )
    assert page.locator(".print-told").text_content() == ""


def test_texts_of_a_member(visitor: Visitor) -> None:
    """A member brings the questions that they answered, with their own answers alone."""
    page = visitor.open("membres/chloe/imprimer/#textes")
    expect(page.locator(".print-gathered")).not_to_have_count(0)
    names = page.locator(".print-gathered .print-byline[id] strong").all_text_contents()
    assert set(names) == {page.locator("h1").first.text_content()}


def test_own_texts(visitor: Visitor) -> None:
    """What a reader keeps is printed as one document, until it is taken off again."""
    page = visitor.open(TALK)
    page.get_by_role("button", name="Garder pour imprimer").click()
    kept = page.get_by_role("button", name="Gardé pour imprimer")
    expect(kept).to_have_attribute("aria-pressed", "true")
    visitor.visit(page, "questions/pricing-abroad/discount/")
    page.get_by_role("button", name="Garder pour imprimer").click()
    page.get_by_role("link", name="Mes textes (2)").click()
    expect(page.locator(".print-texts .print-chapter h1")).to_have_text(
        "Le juste prix : qui le fixe ?"
    )
    expect(page.locator(".print-texts .print-gathered h3")).to_have_count(1)
    page.get_by_role("button", name="Retirer").first.click()
    expect(page.locator(".print-texts .print-chapter")).to_have_count(0)
    page.get_by_role("button", name="Retirer").click()
    expect(page.get_by_text("Vous n’avez encore rien gardé.")).to_be_visible()
    expect(page.locator(".print-row")).to_have_count(0)


def test_foreign_texts(visitor: Visitor) -> None:
    """What another program wrote into the list leads nowhere outside the site."""
    page = visitor.open("mes-textes/")
    page.evaluate(
        "localStorage.setItem('forum-texts:/', JSON.stringify("
        "[null, 3, {url: 'https://example.org/'}, {url: 'javascript:0'}, {url: 4}]))"
    )
    page.reload()
    expect(page.locator(".print-none")).to_be_visible()

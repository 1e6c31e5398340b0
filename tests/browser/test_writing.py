"""Writing in a form: tools, help, a text that grows, its preview, choices that are searched."""

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Visitor
from tests.browser.filling import ANSWER, PROPOSE, person, ready, settled

pytestmark = pytest.mark.browser

SIGNS = {
    "heading": ("un mot", "Titre de section", "## un mot"),
    "heading of an item": ("- un mot", "Titre de section", "## un mot"),
    "numbers": ("un\ndeux", "Liste numérotée", "1. un\n2. deux"),
    "numbers taken off": ("1. un\n2. deux", "Liste numérotée", "un\ndeux"),
    "numbers of a list": ("- un\n- deux", "Liste numérotée", "1. un\n2. deux"),
}


@pytest.mark.parametrize(("text", "button", "written"), SIGNS.values(), ids=SIGNS)
def test_signs_of_lines(visitor: Visitor, text: str, button: str, written: str) -> None:
    """Lines become headings and numbered items, and the browser can undo it."""
    page = person(visitor, ANSWER).page
    field = page.get_by_label("Texte", exact=True)
    field.fill(text)
    field.select_text()
    page.get_by_role("button", name=button, exact=True).press("Enter")
    expect(field).to_have_value(written)
    page.keyboard.press("Control+z")
    expect(field).to_have_value(text)


def test_picture(visitor: Visitor) -> None:
    """The button for pictures lets one be chosen."""
    page = person(visitor, ANSWER).page
    with page.expect_file_chooser():
        page.get_by_role("button", name="Image", exact=True).click()


def test_help(visitor: Visitor) -> None:
    """What the signs mean stands on the page itself, and goes away again."""
    page = person(visitor, ANSWER).page
    button = page.get_by_role("button", name="Aide", exact=True)
    told = page.get_by_role("region", name="Aide à la mise en forme")
    expect(told).to_be_hidden()
    button.press("Enter")
    expect(told).to_contain_text("## Ce que j’ai appris")
    expect(button).to_have_attribute("aria-expanded", "true")
    button.press("Enter")
    expect(told).to_be_hidden()


def height(page: Page) -> float:
    """Give how high the text is."""
    box = page.get_by_label("Texte", exact=True).bounding_box()
    assert box
    return box["height"]


@pytest.mark.parametrize("knows", [True, False], ids=["style", "script"])
def test_text_grows(visitor: Visitor, knows: bool) -> None:
    """A long text is seen whole, whether or not the browser makes fields as large as their text."""
    script = "" if knows else "CSS.supports = () => false"
    page = person(visitor, ANSWER, script=script).page
    if not knows:
        page.add_style_tag(content=".forum-prose__text { field-sizing: fixed !important }")
    before = height(page)
    page.get_by_label("Texte", exact=True).fill("Une ligne.\n\n" * 60)
    settled(page)
    assert height(page) > 2 * before
    inner = page.get_by_label("Texte", exact=True).evaluate(
        "it => it.scrollHeight - it.clientHeight"
    )
    assert inner <= 2


def test_preview_beside_the_text(visitor: Visitor) -> None:
    """Where there is room it is there from the start; who puts it away finds it so next time."""
    page = person(visitor, ANSWER, width=1000).page
    preview = page.locator(".forum-preview")
    page.get_by_label("Texte", exact=True).fill("Un **mot**.")
    expect(preview.locator("strong")).to_have_text("mot")
    text, shown = page.get_by_label("Texte", exact=True).bounding_box(), preview.bounding_box()
    assert text
    assert shown
    assert shown["x"] >= text["x"] + text["width"]
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 1000
    page.get_by_role("button", name="Aperçu").click()
    visitor.visit(page, ANSWER)
    ready(page)
    expect(preview).to_be_hidden()
    page.get_by_role("button", name="Aperçu").click()
    visitor.visit(page, PROPOSE)
    ready(page)
    expect(preview).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    page.reload()
    ready(page)
    expect(preview).to_be_hidden()


def thousand(route: Route) -> None:
    """Give the rulebook of a forum with a thousand members."""
    answer = route.fetch()
    book = json.loads(answer.text())
    names = [{"slug": f"membre-{number}", "name": f"Membre {number}"} for number in range(1000)]
    book["entries"]["members"] += [*names, {"slug": "benedicte", "name": "Bénédicte Œuvrard"}]
    route.fulfill(response=answer, json=book)


def test_search_among_a_thousand(visitor: Visitor) -> None:
    """A name is found by a few letters without accents, by keyboard, and can be taken back."""
    page = person(visitor).page
    page.route("**/rulebook.json", thousand)
    page.goto(visitor.root + ANSWER)
    ready(page)
    name = page.get_by_role("combobox", name="Votre nom")
    name.focus()
    page.keyboard.type("oeuv bene")
    choices = page.get_by_role("option")
    expect(choices).to_have_text(["Bénédicte Œuvrard"])
    expect(name).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    expect(name).to_have_value("Bénédicte Œuvrard")
    expect(choices).to_have_count(0)
    name.fill("membre 99")
    expect(choices).to_have_count(19)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    expect(name).to_have_value("Membre 199")
    name.fill("personne de ce nom")
    expect(page.get_by_text("Rien ne porte ce nom.")).to_be_attached()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(name).to_have_value("Membre 199")
    name.fill("")
    page.keyboard.press("Tab")
    expect(name).to_have_value("")


def test_search_of_a_question(visitor: Visitor) -> None:
    """A question is found by words of it or of its talk, and by a click."""
    page = person(visitor, "contribuer/repondre/").page
    asked = page.get_by_role("combobox", name="Question à laquelle vous répondez")
    asked.click()
    assert page.get_by_role("option").count() > 2
    asked.fill("juste prix rabais")
    page.get_by_role("option").first.click()
    expect(page.locator(".forum-chosen__title")).to_contain_text("rabais")

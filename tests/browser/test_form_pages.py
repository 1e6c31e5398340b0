"""The pages of the forms: what they tell, keep and show, to whom, and whom they never trust."""

import re
from contextlib import ExitStack
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from mkdocs_forum.core.pages.assets import modules
from tests.browser.chromium import Chromium, hearing
from tests.browser.conftest import Visitor
from tests.browser.filling import (
    ANSWER,
    INTRODUCE,
    LONG,
    NASTY,
    PROPOSE,
    answer,
    answer_file,
    paste,
    person,
    pick,
    query,
    ready,
    settled,
)
from tests.browser.test_accessibility import violations
from tests.browser.views import LONG_VIEWS
from tests.sites import joined

pytestmark = pytest.mark.browser


def test_faults(visitor: Visitor) -> None:
    """What is lacking is told in a list that takes the focus, and below each field."""
    somebody = person(visitor, ANSWER)
    page = somebody.page
    somebody.press(page.get_by_role("button", name="Par courrier électronique"))
    summary = page.locator("[data-errors]")
    expect(summary).to_be_focused()
    assert summary.locator("li").all_inner_texts() == [
        "Votre nom – Choisissez votre nom, ou cochez «\u202fJe ne suis pas dans la liste\u202f».",
        "Texte – Écrivez votre réponse.",
        "Cochez cette case\u00a0: sans votre accord, le texte ne peut pas être publié.",
    ]
    text = page.get_by_label("Texte", exact=True)
    expect(text).to_have_attribute("aria-invalid", "true")
    expect(text).to_have_accessible_description(re.compile("Écrivez votre réponse"))
    summary.get_by_role("link", name="Écrivez votre réponse").click()
    expect(text).to_be_focused()
    text.fill("Oui.")
    expect(text).not_to_have_attribute("aria-invalid", "true")
    expect(summary.locator("li")).to_have_count(2)
    expect(summary.get_by_role("heading")).to_have_text("Il reste 2 points à revoir")
    page.locator("#forum_agreement").check()
    expect(summary.get_by_role("heading")).to_have_text("Il reste un point à revoir")
    page.get_by_label("Je ne suis pas dans la liste").check()
    expect(summary).to_be_hidden()


def test_keeping_moves_nothing(visitor: Visitor) -> None:
    """What is told once a draft is kept has its line before: nothing moves under a pointer."""
    page = person(visitor, ANSWER).page
    height = "document.querySelector('.forum-form').offsetHeight"
    before = page.evaluate(height)
    page.get_by_label("Texte", exact=True).fill("Oui.")
    expect(page.locator("[data-kept]")).to_contain_text("Brouillon gardé")
    assert page.evaluate(height) == before


def test_faults_in_the_order_of_the_page(visitor: Visitor) -> None:
    """What lacks and what the rules refuse is told from the top down, each field once."""
    page = person(visitor, INTRODUCE).page
    page.get_by_label("Site internet").fill("www.example.org")
    page.get_by_role("button", name="Par courrier électronique").click()
    links = page.locator("[data-errors] a")
    assert [link.get_attribute("href") for link in links.all()] == [
        "#forum_members_name",
        "#forum_members_website",
        "#forum_agreement",
    ]


def test_talk_without_questions(visitor: Visitor) -> None:
    """Questions are asked for where the text has none, and taken from there where it has."""
    somebody = person(visitor, PROPOSE)
    page = somebody.page
    page.get_by_label("Titre").fill("Le devis")
    pick(page.get_by_label("Personne 1", exact=True), "Ana")
    text = page.get_by_label("Texte", exact=True)
    text.fill("Du devis.\n\n## Questions\n\nPersonne ne le lit.")
    page.locator("#forum_agreement").check()
    somebody.press(page.get_by_role("button", name="Avec un compte GitHub"))
    told = page.locator("[data-errors]")
    expect(told).to_be_focused()
    assert told.locator("li").all_inner_texts() == [
        "Questions que vous laissez ouvertes – Écrivez au moins une question."
    ]
    told.get_by_role("link").click()
    question = page.get_by_label("Question 1", exact=True)
    expect(question).to_be_focused()
    question.fill("Qui le lit ?")
    text.fill("Du devis.\n\n## Questions\n\n- Qui le lit ? {#qui}")
    somebody.press(page.get_by_role("button", name="Avec un compte GitHub"))
    expect(question).to_have_accessible_description(re.compile("a déjà des questions"))
    question.fill("")
    assert somebody.send_to_forge()["value"].endswith("- Qui le lit ? {#qui}\n")


def test_newcomer_without_a_name(visitor: Visitor) -> None:
    """Of a newcomer the name is wanted, not a choice from the list too."""
    page = person(visitor, ANSWER).page
    page.get_by_label("Je ne suis pas dans la liste").check()
    page.get_by_label("Texte", exact=True).fill("Oui.")
    page.locator("#forum_agreement").check()
    page.get_by_role("button", name="Par courrier électronique").click()
    links = page.locator("[data-errors] a")
    assert [link.get_attribute("href") for link in links.all()] == ["#forum_members_name"]
    expect(page.get_by_label("Votre nom")).to_be_hidden()


def test_rule_of_the_check(visitor: Visitor) -> None:
    """A field that is left is judged as the check would, in its words."""
    page = person(visitor, INTRODUCE).page
    site = page.get_by_label("Site internet")
    site.fill("www.example.org")
    site.press("Tab")
    expect(site).to_have_accessible_description(
        re.compile("«.www.example.org.» ne convient pas pour «.Site internet.»")
    )


def test_link_that_leads_nowhere(visitor: Visitor) -> None:
    """A link to a file that isn't there keeps no text back: the check tells it of the proposal."""
    somebody = person(visitor, ANSWER)
    answer(somebody, "Voir [ceci](../../../interventions/le-juste-pris.md).")
    assert "le-juste-pris.md" in somebody.send_to_forge()["value"]


MOST_LINES = """signs => Math.max(...Array.from({ length: 200 }, (_, step) => {
  for (const sign of signs) sign.parentElement.style.inlineSize = `${step * 2 + 60}px`
  return Math.max(...signs.map(sign => sign.getClientRects().length))
}))"""
"""Counts the lines of signs, whatever the width of what holds them; gives the most."""


def test_quoted_signs(visitor: Visitor) -> None:
    """Signs that are quoted, such as those that would bring in a file, stand on one line."""
    somebody = person(visitor, ANSWER)
    page = somebody.page
    answer(somebody, '--8<-- "secret.md"')
    somebody.press(page.get_by_role("button", name="Avec un compte GitHub"))
    signs = page.locator(".forum-field__error .forum-quoted")
    expect(signs.first).to_contain_text("8<")
    assert signs.evaluate_all(MOST_LINES) == 1


def test_unknown_question(visitor: Visitor) -> None:
    """An address that names no question says so, and lets one be chosen."""
    page = person(visitor, "contribuer/repondre/?question=le-juste-prix/marges").page
    expect(page.get_by_label("Question à laquelle vous répondez")).to_have_accessible_description(
        re.compile("Aucune question")
    )


def test_name_in_the_address(visitor: Visitor) -> None:
    """Whatever is typed for the name in the address is written as an address can have it."""
    page = person(visitor, INTRODUCE).page
    page.get_by_label("Prénom et nom").fill("Zoé Roux")
    page.get_by_text("Adresse de votre fiche").click()
    slug = page.get_by_label("Nom dans l’adresse")
    expect(slug).to_have_value("zoe-roux")
    slug.fill("Zoé R.")
    slug.press("Tab")
    expect(slug).to_have_value("zoe-r")
    slug.fill("bruno")
    slug.press("Tab")
    expect(slug).to_have_accessible_description(re.compile("est pris.*bruno-2"))


def test_question_that_is_no_longer_asked(visitor: Visitor) -> None:
    """An address of a question that takes no answers says so, and lets another be chosen."""
    page = person(visitor, "contribuer/repondre/?question=la-mission-de-trop/clause").page
    expect(page.get_by_label("Question à laquelle vous répondez")).to_have_accessible_description(
        re.compile("n’attend plus de réponse.*encore posée")
    )


def test_contact_data(visitor: Visitor) -> None:
    """Whoever writes a number or an address into a text is told that everybody can read it."""
    page = person(visitor, "contribuer/repondre/").page
    told = page.locator("[data-kind=answers] [data-offers]")
    text = page.locator("#forum_answers_body")
    text.fill("Comptez 10 000 € en 2026.")
    page.wait_for_timeout(400)
    assert not told.is_visible()
    for written in ("Appelez le 01\u00a099\u00a000 12 34.", "Écrivez à ana@example.org."):
        text.fill(f"Un.\n{written}")
        expect(told).to_contain_text(written)
        told.get_by_role("button", name="Retirer ces lignes").click()
        expect(text).to_have_value("Un.")
        expect(told).to_be_hidden()


def test_namesake(visitor: Visitor) -> None:
    """Who has a page already is shown it; who only shares the name goes on."""
    somebody = person(visitor, INTRODUCE)
    page = somebody.page
    name = page.get_by_label("Prénom et nom")
    name.fill("bruno quemener")
    told = page.locator("[data-namesake]")
    expect(told).to_contain_text("Une fiche porte déjà ce nom")
    href = told.get_by_role("link", name="Bruno Quéméner").get_attribute("href") or ""
    assert href.endswith("membres/bruno/")
    page.locator("#forum_agreement").check()
    assert somebody.send_to_forge()["filename"] == "docs/membres/bruno-quemener.md"
    name.fill("Bruna Quéméner")
    expect(told).to_be_hidden()


def test_draft(visitor: Visitor) -> None:
    """What was begun is there again, save what was agreed to, and is discarded if one is sure."""
    somebody = person(visitor, ANSWER)
    page = somebody.page
    answer(somebody, NASTY)
    expect(page.locator("[data-kept]")).to_contain_text("Brouillon gardé")
    page.reload()
    ready(page)
    expect(page.get_by_text("Voici ce que vous aviez commencé le")).to_be_visible()
    expect(page.get_by_label("Texte", exact=True)).to_have_value(NASTY)
    expect(page.get_by_label("Votre nom")).to_have_value("Bruno Quéméner")
    expect(page.locator("#forum_agreement")).not_to_be_checked()
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="L’effacer et recommencer").click()
    expect(page.get_by_label("Texte", exact=True)).to_have_value(NASTY)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="L’effacer et recommencer").click()
    expect(page.get_by_label("Texte", exact=True)).to_have_value("")
    page.reload()
    ready(page)
    expect(page.get_by_label("Texte", exact=True)).to_have_value("")


def test_preview_on_a_telephone(visitor: Visitor) -> None:
    """The preview comes into view, wherever its button was; what is written there stays put."""
    page = person(visitor, ANSWER, width=390).page
    page.set_viewport_size({"width": 390, "height": 560})
    text = page.get_by_label("Texte", exact=True)
    paste(text, "Un paragraphe.\n\n" * 4)
    page.get_by_role("button", name="Aperçu").click()
    expect(page.locator(".forum-preview__text p").first).to_be_in_viewport()


def test_way_back(visitor: Visitor) -> None:
    """Who comes back to a form finds all of it but what was agreed to, and no second text."""
    somebody = person(visitor, ANSWER)
    page = somebody.page
    answer(somebody, NASTY)
    kept(page)
    visitor.visit(page, "")
    page.go_back()
    ready(page)
    expect(page.get_by_label("Texte", exact=True)).to_have_value(NASTY)
    expect(page.get_by_label("Votre nom")).to_have_value("Bruno Quéméner")
    expect(page.get_by_text("Voici ce que vous aviez commencé le")).to_be_visible()
    expect(page.locator("[data-draft] li")).to_have_count(0)
    expect(page.locator("#forum_agreement")).not_to_be_checked()


def test_draft_of_a_question_that_is_settled(visitor: Visitor) -> None:
    """A text for a question that takes no more answers is there still, for another question."""
    page = person(visitor, ANSWER).page
    text = page.get_by_label("Texte", exact=True)
    text.fill("De la marge.")
    kept(page)
    page.evaluate(
        """() => {
            const [key] = Object.keys(localStorage).filter(key => key.startsWith("forum-draft:"))
            const other = key.replace("le-juste-prix/marge", "la-mission-de-trop/clause")
            localStorage.setItem(other, localStorage.getItem(key))
        }"""
    )
    visitor.visit(page, "contribuer/repondre/?question=la-mission-de-trop/clause")
    ready(page)
    expect(text).to_have_value("De la marge.")


def test_draft_of_each_question(visitor: Visitor) -> None:
    """The draft of one question isn't that of another."""
    somebody = person(visitor, ANSWER)
    answer(somebody, "Ceci.")
    expect(somebody.page.locator("[data-kept]")).to_contain_text("Brouillon gardé")
    visitor.visit(somebody.page, ANSWER.replace("marge", "rabais"))
    ready(somebody.page)
    expect(somebody.page.get_by_label("Texte", exact=True)).to_have_value("")


def kept(page: Page) -> None:
    """Wait until what was just typed is kept."""
    expect(page.locator("[data-kept]")).to_contain_text("Brouillon gardé")


def test_draft_of_a_question_that_is_chosen_again(visitor: Visitor) -> None:
    """A text that goes along to another question leaves that one's draft alone, and offers it."""
    somebody = person(visitor, ANSWER)
    page = somebody.page
    text = page.get_by_label("Texte", exact=True)
    text.fill("De la marge.")
    kept(page)
    visitor.visit(page, ANSWER.replace("marge", "rabais"))
    ready(page)
    text.fill("Du rabais.")
    page.get_by_role("button", name="Choisir une autre question").click()
    pick(page.get_by_label("Question à laquelle vous répondez"), "marge qu’on")
    expect(text).to_have_value("Du rabais.")
    kept(page)
    expect(page.locator("[data-draft]")).to_contain_text("De la marge.")
    page.get_by_role("button", name="Reprendre celui-là").click()
    expect(text).to_have_value("De la marge.")
    expect(page.locator("[data-draft] li")).to_contain_text("Du rabais.")
    visitor.visit(page, ANSWER.replace("marge", "rabais"))
    ready(page)
    expect(text).to_have_value("Du rabais.")


def test_drafts_of_two_windows(visitor: Visitor) -> None:
    """Two windows on one question keep a text each; the next one shows the later, offers both."""
    page = person(visitor, ANSWER).page
    other = page.context.new_page()
    visitor.visit(other, ANSWER)
    ready(other)
    for window, words in ((page, "Ceci."), (other, "Cela."), (page, "Ceci, et plus.")):
        window.get_by_label("Texte", exact=True).fill(words)
        kept(window)
        window.wait_for_timeout(500)
    other.reload()
    ready(other)
    expect(other.get_by_label("Texte", exact=True)).to_have_value("Ceci, et plus.")
    other.get_by_role("button", name="Reprendre celui-là").click()
    expect(other.get_by_label("Texte", exact=True)).to_have_value("Cela.")
    expect(other.locator("[data-draft] li")).to_contain_text("Ceci, et plus.")


def test_draft_that_was_emptied(visitor: Visitor) -> None:
    """Of a text that was taken off nothing is kept, and nothing is told."""
    page = person(visitor, ANSWER).page
    text = page.get_by_label("Texte", exact=True)
    text.fill("Ceci.")
    kept(page)
    page.reload()
    ready(page)
    expect(page.locator("[data-draft]")).to_be_visible()
    text.fill("")
    expect(page.locator("[data-draft]")).to_be_hidden()
    page.reload()
    ready(page)
    expect(page.locator("[data-draft]")).to_be_hidden()


FORBIDDING = """for (const name of ["getItem", "setItem", "removeItem"]) {
    const own = Storage.prototype[name]
    Storage.prototype[name] = function (key, ...rest) {
        if (key.startsWith("forum-draft:")) throw new Error("forbidden")
        return own.call(this, key, ...rest)
    }
}"""
"""Forbids to keep drafts."""


def test_no_storage(visitor: Visitor) -> None:
    """A browser that keeps nothing says so, and the text can be sent all the same."""
    somebody = person(visitor, ANSWER, script=FORBIDDING)
    answer(somebody, "Oui.")
    expect(somebody.page.locator("[data-kept]")).to_contain_text("ne garde pas de brouillon")
    assert somebody.send_to_forge()["value"] == answer_file("Oui.")


HOSTILE = (
    "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'>"
    "<svg onload='window.ran = 3'></svg><a href='javascript:window.ran=4' id=bad>a</a>"
    "<iframe srcdoc='<script>top.ran = 5</script>'></iframe><style>body{display:none}</style>"
    "<form action=https://example.org><input name=x></form>\n\n[b](javascript:window.ran=6)\n\n"
    "![c](https://example.org/c.png)\n\n<details open ontoggle='window.ran = 7'>d</details>"
)


def test_hostile_text_in_the_preview(browser: Chromium, root: str) -> None:
    """No script runs, nothing is asked of another host, no foreign element stands there."""
    with browser.page(root) as page, ExitStack() as stack:
        asked: list[str] = []
        stack.enter_context(hearing(page, request=lambda request: asked.append(request.url)))
        page.goto(root + ANSWER)
        ready(page)
        page.get_by_label("Texte", exact=True).fill(HOSTILE)
        place = page.locator(".forum-preview__text")
        expect(place).to_contain_text("d")
        for link in place.locator("a").all():
            link.dispatch_event("click")
        page.wait_for_timeout(200)
        assert page.evaluate("() => window.ran") is None
        assert [url for url in asked if not url.startswith((root, "data:", "blob:"))] == []
        found = place.evaluate(
            "place => [...place.querySelectorAll('*')].map(element => element.localName)"
        )
        assert sorted(set(found)) == ["a", "details", "p", "span"]


def test_preview(visitor: Visitor) -> None:
    """A text is shown as its page will show it: a list stands right below a line, headings sink."""
    page = person(visitor, ANSWER).page
    page.get_by_label("Texte", exact=True).fill(
        "Ceci :\n- une liste\n- enfin\n\n# Titre\n\n> cité **fort**"
    )
    place = page.locator(".forum-preview__text")
    expect(place.locator("li")).to_have_text(["une liste", "enfin"])
    expect(place.locator("h4")).to_have_text("Titre")
    expect(place.locator("blockquote strong")).to_have_text("fort")
    page.get_by_label("Texte", exact=True).fill("Autre chose.")
    expect(place).to_have_text("Autre chose.")


SIGNS: dict[str, tuple[str, str, str]] = {
    "bold": ("un mot", "Gras", "**un mot**"),
    "bold taken off": ("**un mot**", "Gras", "un mot"),
    "bold italic": ("**un mot**", "Italique", "***un mot***"),
    "italic": ("un mot", "Italique", "*un mot*"),
    "link": ("un mot", "Lien", "[un mot](https://)"),
    "list": ("un\ndeux", "Liste", "- un\n- deux"),
    "list taken off": ("- un\n- deux", "Liste", "un\ndeux"),
    "quotation": ("un mot", "Citation", "> un mot"),
}


@pytest.mark.parametrize(("text", "button", "written"), SIGNS.values(), ids=SIGNS)
def test_signs(visitor: Visitor, text: str, button: str, written: str) -> None:
    """The buttons write the signs around what is selected, and the browser can undo it."""
    page = person(visitor, ANSWER).page
    field = page.get_by_label("Texte", exact=True)
    field.fill(text)
    field.select_text()
    page.get_by_role("button", name=button, exact=True).press("Enter")
    expect(field).to_have_value(written)
    page.keyboard.press("Control+z")
    expect(field).to_have_value(text)


def test_keyboard(visitor: Visitor) -> None:
    """A whole answer is written and sent without a mouse."""
    somebody = person(visitor, ANSWER)
    page = somebody.page

    def tab_to(selector: str) -> None:
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"no way to {selector}")

    page.locator("[data-chosen] a").focus()
    tab_to("#forum_answers_author")
    page.keyboard.type("Bruno")
    tab_to("[data-sign=bold]")
    page.keyboard.press("Enter")
    page.keyboard.type("fort")
    tab_to("[data-add]")
    page.keyboard.press("Enter")
    page.keyboard.type("Un livre")
    tab_to("#forum_agreement")
    page.keyboard.press("Space")
    tab_to("[data-way=forge]")
    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    text = query(opened.value.url)["value"]
    assert text == answer_file("**fort**").replace("licence", "sources:\n  - Un livre\nlicence", 1)


COLOURS = """() => {
    const luminance = colour => {
        const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
        const linear = parts.map(part =>
            part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    const button = document.querySelector("[data-way=forge]")
    const page = getComputedStyle(document.body).backgroundColor
    const [one, other] = [getComputedStyle(button).backgroundColor, page].map(luminance)
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_main_buttons_stand_out(own_visitor: Visitor, dark: bool) -> None:
    """The buttons that send differ from the page by what eyes need to see an edge."""
    page = person(own_visitor, "contribuer/repondre/", dark=dark).page
    assert page.evaluate(COLOURS) >= 3


def test_focus_is_no_fault(own_visitor: Visitor) -> None:
    """The frame of what is being filled in has another colour than that of what is wrong."""
    page = person(own_visitor, "contribuer/repondre/").page
    page.get_by_role("button", name="Par courrier électronique").click()
    text = page.get_by_label("Texte", exact=True)
    text.press("Shift+Tab")
    page.keyboard.press("Tab")
    colours = text.evaluate(
        """text => {
            const { outlineColor, borderColor, boxShadow } = getComputedStyle(text)
            return { focus: outlineColor, fault: `${borderColor} ${boxShadow}` }
        }"""
    )
    assert colours["focus"] == "rgb(29, 90, 133)"
    assert "rgb(179, 38, 30)" in colours["fault"]


@pytest.mark.parametrize(("width", "dark"), LONG_VIEWS)
def test_accessible_in_every_state(visitor: Visitor, width: int, dark: bool) -> None:
    """Empty, with faults, filled in with a preview and a newcomer, sent: axe finds nothing."""
    somebody = person(visitor, ANSWER, width=width, dark=dark)
    page = somebody.page
    found = list(violations(page))
    page.get_by_role("button", name="Avec un compte GitHub").hover()
    found += violations(page)
    somebody.press(page.get_by_role("button", name="Par courrier électronique"))
    page.mouse.move(0, 0)
    found += violations(page)
    somebody.tick("Je ne suis pas dans la liste")
    page.get_by_text("coordonnées (facultatif)").click()
    page.get_by_label("Prénom et nom").fill("Zoé Roux")
    paste(page.get_by_label("Texte", exact=True), LONG)
    page.get_by_role("button", name="Ajouter une source").click()
    if width < 1000:
        page.get_by_role("button", name="Aperçu").click()
    expect(page.locator(".forum-preview__text p").first).to_be_visible()
    page.get_by_role("button", name="Aide", exact=True).click()
    page.get_by_label("Texte", exact=True).press("End")
    page.keyboard.type("\n\n• un\n• deux\n\n01 99 00 12 34")
    expect(page.get_by_role("button", name="En faire une liste")).to_be_visible()
    found += violations(page)
    page.get_by_role("button", name="Choisir une autre question").click()
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    found += violations(page)
    page.keyboard.press("Escape")
    settled(page)
    page.locator("#forum_agreement").check()
    for way in ("forge", "mail", "file", "copy"):
        page.locator(f"[data-way={way}]").click()
        expect(page.locator("[data-sent]:visible")).to_have_count(1)
        page.mouse.move(0, 0)
        found += violations(page)
    for url in (PROPOSE, INTRODUCE):
        visitor.visit(page, url)
        ready(page)
        found += violations(page)
        somebody.press(page.get_by_role("button", name="Par courrier électronique"))
        page.mouse.move(0, 0)
        found += violations(page)
    assert joined(sorted(set(found))) == ""


@pytest.mark.parametrize("url", [ANSWER, PROPOSE, INTRODUCE])
def test_without_scripts(visitor: Visitor, url: str) -> None:
    """Without JavaScript no dead form is shown; the other ways are told, with links."""
    page = visitor.open(url, java_script_enabled=False)
    expect(page.locator(".forum-form")).to_be_hidden()
    expect(page.get_by_text("Ce formulaire a besoin de JavaScript")).to_be_visible()
    ways = page.locator("section[aria-labelledby=forum_ways] a")
    hrefs = [unquote(link.get_attribute("href") or "") for link in ways.all()]
    assert [href.partition("main/")[0] for href in hrefs] == [
        "https://github.com/exemple/forum/new/",
        "mailto:organisateurs@example.org",
        "../",
    ]


def test_question_page_without_scripts(visitor: Visitor) -> None:
    """Without JavaScript a question still leads to a file that is begun."""
    page = visitor.open("questions/le-juste-prix/marge/", java_script_enabled=False)
    href = page.get_by_role("link", name="Sans JavaScript").get_attribute("href") or ""
    assert query(href)["filename"] == "docs/reponses/le-juste-prix/marge/votre-nom.md"


def test_rulebook_that_does_not_come(browser: Chromium, root: str) -> None:
    """If what the form needs can't be loaded, this is told, and no dead form is shown."""
    with browser.page(root) as page:
        page.route("**/rulebook.json", lambda route: route.abort())
        page.goto(root + ANSWER)
        expect(page.get_by_text("Ce formulaire n’a pas pu s’ouvrir")).to_be_visible()
        expect(page.locator(".forum-form")).to_be_hidden()


FORGES = {
    "GitHub": (
        {"kind": "github", "new": "https://github.com/a/b/new/main"},
        "https://github.com/a/b/new/main?filename=docs%2Fa.md&value=%C3%A9%20%26%0A"
        "&message=S&description=A",
    ),
    "Forgejo": (
        {"kind": "forgejo", "new": "https://git.example.org/a/b/_new/main"},
        "https://git.example.org/a/b/_new/main?filename=docs%2Fa.md&value=%C3%A9%20%26%0A",
    ),
    "GitLab": (
        {"kind": "gitlab", "new": "https://gitlab.com/a/b/-/new/main"},
        "https://gitlab.com/a/b/-/new/main?file_name=docs%2Fa.md&content=%C3%A9%20%26%0A",
    ),
}


SCRIPT = "text/javascript"


@pytest.mark.parametrize(("forge", "url"), FORGES.values(), ids=FORGES)
def test_addresses_of_forges(visitor: Visitor, forge: dict[str, str], url: str) -> None:
    """Each forge is handed what it knows: a message and a description GitHub alone."""
    page = visitor.open(ANSWER)
    script = modules()["js/letter.js"]
    page.route("**/letter.js", lambda route: route.fulfill(body=script, content_type=SCRIPT))
    made = page.evaluate(
        """async forge => {
            const script = document.querySelector("script[src$='js/forms.js']").src
            const { forgeAddress } = await import(new URL("letter.js", script))
            return forgeAddress(forge, "docs/a.md", "é &\\n", { subject: "S", agreement: "A" })
        }""",
        forge,
    )
    assert made == {"url": url, "isWhole": True, "needsSession": False}

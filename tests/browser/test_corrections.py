"""The page to correct, report, withdraw or have data removed, without an account."""

import re
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.filling import query
from tests.browser.test_accessibility import violations
from tests.browser.views import VIEWS
from tests.sites import joined

pytestmark = pytest.mark.browser

ANSWER = "questions/le-juste-prix/rabais/"


def opened(visitor: Visitor, url: str, **options: object) -> Page:
    """Follow the link of a page to the form, and wait for its text."""
    page = visitor.open(url, **options)  # type: ignore[arg-type]
    page.get_by_role("link", name="Signaler ou corriger").first.click()
    expect(page.locator(".forum-correct:not([aria-busy])")).to_be_visible()
    return page


def letter(page: Page) -> dict[str, str]:
    """Send by mail; give the mail."""
    page.get_by_role("button", name="Par courrier électronique").click()
    href = page.locator("[data-open]").get_attribute("href") or ""
    found = {key: value.replace("\r\n", "\n") for key, value in query(href).items()}
    return {"to": unquote(urlsplit(href).path), **found}


def test_correction(visitor: Visitor) -> None:
    """The present text is there; what is changed in it, and nothing else, goes into the mail."""
    page = opened(visitor, "interventions/le-juste-prix/")
    text = page.get_by_label("Le texte tel qu’il est")
    present = text.input_value()
    first, second, *others = present.split("\n\n")
    assert others
    text.fill("\n\n".join([first, f"{second} Non.", *others, "Une phrase de plus."]))
    mail = letter(page)
    assert mail["to"] == "organisateurs@example.org"
    assert "interventions/le-juste-prix/" in mail["body"]
    assert (
        f"Actuellement\u00a0:\n\n> {second}\n\nÀ la place\u00a0:\n\n{second} Non.\n" in mail["body"]
    )
    assert "À ajouter\u00a0:\n\nUne phrase de plus.\n" in mail["body"]
    assert first not in mail["body"].partition("Actuellement")[2]


def test_answer(visitor: Visitor) -> None:
    """Of an answer, its own text alone is there."""
    page = visitor.open(ANSWER)
    article = page.locator("article.forum-answer").first
    name = article.locator("h3").get_attribute("id")
    article.get_by_role("link", name="Signaler ou corriger").click()
    expect(page.locator(".forum-correct:not([aria-busy])")).to_be_visible()
    expect(page.get_by_label("Adresse de la page")).to_have_value(re.compile(f"{ANSWER}#{name}$"))
    shown = page.get_by_label("Le texte tel qu’il est").input_value()
    visitor.visit(page, ANSWER)
    own, *others = page.locator("article.forum-answer").all_inner_texts()
    first = shown.split("\n\n")[-1][:40]
    assert first in own
    assert all(first not in other for other in others)


@pytest.mark.parametrize(
    ("box", "said"),
    [
        ("Retirer une réponse", "Je demande que mon texte soit retiré."),
        ("Faire effacer des données", "Je demande l’effacement de données qui me concernent."),
    ],
)
def test_withdrawing(visitor: Visitor, box: str, said: str) -> None:
    """Who wants a text or their data to go says no more than that."""
    page = opened(visitor, "membres/chloe/")
    page.get_by_label(re.compile(box)).check()
    expect(page.get_by_label("Le texte tel qu’il est")).to_be_hidden()
    page.get_by_label("Votre nom").fill("Chloé")
    body = letter(page)["body"]
    assert said in body
    assert "membres/chloe/" in body
    assert body.endswith("\n\nChloé\n")


def test_nothing_changed(visitor: Visitor) -> None:
    """Nothing is sent that says nothing."""
    page = opened(visitor, "interventions/le-juste-prix/")
    page.get_by_role("button", name="Par courrier électronique").click()
    expect(page.locator("[data-lacking-words]")).to_be_focused()
    expect(page.locator("[data-sent]")).to_be_hidden()


def test_long_letter(visitor: Visitor) -> None:
    """What no address can hold is copied."""
    page = opened(
        visitor, "interventions/le-juste-prix/", permissions=["clipboard-read", "clipboard-write"]
    )
    page.get_by_label("Votre message", exact=True).fill("Un mot. " * 600)
    page.get_by_role("button", name="Par courrier électronique").click()
    expect(page.locator("[data-long]")).to_be_visible()
    page.get_by_role("button", name="Copier le message").click()
    expect(page.locator("[data-sent] [data-status]")).to_have_text("Copié.")
    assert "Un mot. Un mot." in page.evaluate("() => navigator.clipboard.readText()")


def test_draft(visitor: Visitor) -> None:
    """What was begun for a page is there again on coming back, until it was sent."""
    page = opened(visitor, "interventions/le-juste-prix/")
    text = page.get_by_label("Le texte tel qu’il est")
    present = text.input_value()
    text.fill(f"{present}\n\nUne phrase de plus.")
    page.get_by_label("Votre message", exact=True).fill("Elle manquait.")
    page.reload()
    notice = page.locator("[data-draft]")
    expect(notice).to_contain_text("Voici ce que vous aviez commencé")
    expect(text).to_have_value(f"{present}\n\nUne phrase de plus.")
    expect(page.get_by_label("Votre message", exact=True)).to_have_value("Elle manquait.")
    body = letter(page)["body"]
    assert "Une phrase de plus." in body
    page.get_by_role("button", name="Pas encore").click()
    page.reload()
    expect(notice).to_be_visible()
    letter(page)
    page.get_by_role("button", name="Oui, c’est envoyé").click()
    expect(page.locator("[data-thanks]")).to_be_focused()
    page.reload()
    expect(text).to_have_value(present)
    expect(notice).to_be_hidden()


def test_starting_anew(visitor: Visitor) -> None:
    """A draft that is let go gives way to the text as it stands, on its own page alone."""
    page = opened(visitor, "interventions/le-juste-prix/")
    text = page.get_by_label("Le texte tel qu’il est")
    present = text.input_value()
    text.fill("Autre chose.")
    visitor.visit(page, ANSWER)
    page.get_by_role("link", name="Signaler ou corriger").first.click()
    expect(page.locator(".forum-correct:not([aria-busy])")).to_be_visible()
    expect(page.locator("[data-draft]")).to_be_hidden()
    visitor.visit(page, "interventions/le-juste-prix/")
    page.get_by_role("link", name="Signaler ou corriger").first.click()
    page.get_by_role("button", name="L’effacer et recommencer").click()
    expect(text).to_have_value(present)
    page.reload()
    expect(text).to_have_value(present)


@pytest.mark.parametrize(
    "named", ["https://evil.example/", "//evil.example/", "../../..//x", "%00"]
)
def test_page_of_somebody_else(visitor: Visitor, named: str) -> None:
    """An address that isn't of this site is asked for nothing and shown nowhere."""
    page = visitor.open(f"contribuer/corriger/?page={named}")
    expect(page.locator(".forum-correct:not([aria-busy])")).to_be_visible()
    hosts = page.locator("main a").evaluate_all("links => links.map(link => link.hostname)")
    assert "evil.example" not in hosts
    visitor.faults[:] = [fault for fault in visitor.faults if not fault.startswith("404")]


@pytest.mark.parametrize(("width", "dark"), VIEWS)
def test_accessibility(visitor: Visitor, width: int, dark: bool) -> None:
    """The page breaks no rule before and after sending, and is no wider than its window."""
    page = opened(visitor, "interventions/le-juste-prix/", width=width, dark=dark)
    page.get_by_label("Votre message", exact=True).fill("Oui.")
    page.get_by_role("button", name="Par courrier électronique").click()
    expect(page.locator("[data-sent]")).to_be_focused()
    assert joined(sorted(violations(page))) == ""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts(visitor: Visitor) -> None:
    """Without scripts the page says whom to write to, and what to say."""
    page = visitor.open("contribuer/corriger/", java_script_enabled=False)
    expect(page.locator(".forum-correct")).to_be_hidden()
    expect(page.locator(".forum-section")).to_contain_text("organisateurs@example.org")
    expect(page.locator(".forum-section")).to_contain_text("Donnez l’adresse de la page")

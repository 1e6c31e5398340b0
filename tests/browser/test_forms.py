"""The forms: from the home page to a file that the forum takes, on every way there is."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Page, expect

from mkdocs_forum.core.gfm.breaks import keep_breaks
from tests.browser.chromium import Chromium
from tests.browser.conftest import Visitor
from tests.browser.filling import (
    ANSWER,
    ENDING,
    INTRODUCE,
    LONG,
    NASTY,
    PROPOSE,
    answer,
    answer_file,
    person,
    pick,
    query,
    ready,
)
from tests.sites import FORUM, Site, build_site, command

pytestmark = pytest.mark.browser

MOST = 6
"""Actions from the home page to the page of the forge."""


def test_answer_from_the_home_page(visitor: Visitor) -> None:
    """A given question is found and its answer stands on the forge's page in a few actions."""
    somebody = person(visitor)
    page = somebody.page
    somebody.press(page.locator("main a[href$='?question=le-juste-prix/marge']"))
    answer(somebody, "Peu.")
    handed = somebody.send_to_forge()
    assert len(somebody.acts) <= MOST
    assert (handed["filename"], handed["value"]) == (
        "docs/reponses/le-juste-prix/marge/bruno.md",
        answer_file("Peu."),
    )


def test_talk_from_the_home_page(visitor: Visitor) -> None:
    """A talk that was written elsewhere, its questions at its end, is proposed in a few actions."""
    somebody = person(visitor)
    page = somebody.page
    somebody.press(page.get_by_role("link", name="Proposer une intervention"))
    ready(page)
    somebody.write(page.get_by_label("Titre"), "Le devis")
    somebody.choose(page.get_by_label("Personne 1", exact=True), "Ana Ferrand")
    text = "Du devis.\n\n## Questions\n\n- Qui le lit ? {#qui}"
    somebody.write(page.get_by_label("Texte", exact=True), text)
    somebody.tick(re.compile("licence CC BY-SA 4.0"))
    handed = somebody.send_to_forge()
    assert len(somebody.acts) <= MOST
    assert handed["filename"] == "docs/interventions/le-devis.md"
    assert handed["value"].endswith(f"licence: CC BY-SA 4.0\n---\n\n{text}\n")


def test_page_of_a_member_from_the_home_page(visitor: Visitor) -> None:
    """A member's page takes but a name."""
    somebody = person(visitor)
    page = somebody.page
    somebody.press(page.locator(".md-tabs").get_by_role("link", name="Membres"))
    somebody.press(page.get_by_role("link", name="Créer ma fiche"))
    ready(page)
    somebody.write(page.get_by_label("Prénom et nom"), "Zoé Roux")
    page.get_by_label("Votre compte GitHub").fill("zoe-roux")
    somebody.tick(re.compile("licence CC BY-SA 4.0"))
    handed = somebody.send_to_forge()
    assert len(somebody.acts) <= MOST
    assert (handed["filename"], handed["value"]) == (
        "docs/membres/zoe-roux.md",
        "---\nname: Zoé Roux\naccount: zoe-roux\n---\n",
    )


@pytest.fixture(scope="module")
def sent(browser: Chromium, root: str) -> Mapping[str, str]:
    """Fill in each form once; give the files by their paths."""
    files: list[Mapping[str, str]] = []
    for fill_in in (_answer, _talk, _member):
        visitor = Visitor(browser, root)
        files.append(fill_in(visitor))
        visitor.close()
        assert visitor.faults == []
    return {handed["filename"]: handed["value"] for handed in files}


def _answer(visitor: Visitor) -> Mapping[str, str]:
    somebody = person(visitor, ANSWER)
    answer(somebody, NASTY)
    return somebody.send_to_forge()


def _talk(visitor: Visitor) -> Mapping[str, str]:
    somebody = person(visitor, PROPOSE)
    page = somebody.page
    page.get_by_label("Titre").fill("Deux : l'« œuvre »")
    pick(page.get_by_label("Personne 1", exact=True), "Ana")
    page.get_by_label("Texte", exact=True).fill(NASTY)
    page.get_by_label("Question 1", exact=True).fill("Que garder ?")
    page.get_by_role("button", name="Ajouter une question").click()
    page.get_by_label("Question 2", exact=True).fill("Que jeter, et à qui ?")
    page.get_by_role("button", name="Ajouter un thème").click()
    page.get_by_label("Thème 1", exact=True).fill("prix")
    page.locator("#forum_agreement").check()
    return somebody.send_to_forge()


def _member(visitor: Visitor) -> Mapping[str, str]:
    somebody = person(visitor, INTRODUCE)
    page = somebody.page
    page.get_by_label("Prénom et nom").fill("Élodie D'Œuvre")
    page.get_by_label("Adresse électronique", exact=False).first.fill("elodie@example.org")
    page.get_by_label("Numéro de téléphone", exact=False).first.fill("06 39 98 00 00")
    page.get_by_label("J’accepte que mon adresse électronique soit publiée.").check()
    page.locator("#forum_members_body").fill("Elle écrit.")
    page.locator("#forum_agreement").check()
    return somebody.send_to_forge()


@pytest.fixture(scope="module")
def grown(sent: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Put the files into a copy of the forum."""
    folder = copytree(FORUM, tmp_path_factory.mktemp("grown") / "forum")
    for path, text in sent.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    return folder


def test_files(sent: Mapping[str, str]) -> None:
    """Each form gives one file, at its place; without agreement a telephone is written nowhere."""
    today = date.today().isoformat()
    assert dict(sent) == {
        "docs/reponses/le-juste-prix/marge/bruno.md": answer_file(NASTY),
        "docs/interventions/deux-l-oeuvre.md": (
            '---\ntitle: "Deux : l\'« œuvre »"\nedition: "2027"\nspeakers:\n  - ana\n'
            f"topics:\n  - Prix\nlicence: CC BY-SA 4.0\n---\n\n{keep_breaks(NASTY)}\n"
            "\n## Questions\n\n"
            "- Que garder ? {#que-garder}\n- Que jeter, et à qui ? {#que-jeter-et-a-qui}\n"
        ),
        "docs/membres/elodie-d-oeuvre.md": (
            "---\nname: Élodie D'Œuvre\ncontact:\n  email: elodie@example.org\n"
            f"consent:\n  publish:\n    - email\n  date: {today}\n---\n\nElle écrit.\n"
        ),
    }


def test_check_takes_the_files(grown: Path) -> None:
    """The check finds nothing in what the forms made."""
    run = command("mkdocs_forum", "check", "--strict", folder=grown)
    assert (run.status, "F" in run.told) == (0, False), run.told


def test_site_shows_the_files(grown: Path) -> None:
    """The answer stands on its question's page, the talk has its questions, the member a page."""
    site: Site = build_site(grown, grown / "site", strict=True)
    words = {
        "questions/le-juste-prix/marge/": "Déjà vu, œuvre",
        "interventions/deux-l-oeuvre/": "questions/deux-l-oeuvre/que-jeter-et-a-qui/",
        "membres/elodie-d-oeuvre/": "Elle écrit.",
    }
    assert [url for url, text in words.items() if text not in site.main(url)] == []


def _mail(page: Page) -> Mapping[str, str]:
    href = page.locator("[data-sent=mail] [data-open]").get_attribute("href") or ""
    return {"to": href.partition("?")[0], **query(href)}


def test_mail(visitor: Visitor) -> None:
    """A message says where the file belongs and holds it unchanged, with the line ends of mail."""
    somebody = person(visitor, ANSWER)
    answer(somebody, NASTY)
    somebody.press(somebody.page.get_by_role("button", name="Par courrier électronique"))
    mail = _mail(somebody.page)
    assert (mail["to"], mail["subject"]) == (
        "mailto:organisateurs@example.org",
        "Réponse\u00a0: Que vaut une marge qu’on n’explique pas\u202f?",
    )
    assert re.sub("\r\n", "\n", mail["body"]) == (
        "Bonjour,\n\nJ’accepte que mon texte soit publié sous la licence CC BY-SA 4.0.\n\n"
        "Fichier\u00a0: docs/reponses/le-juste-prix/marge/bruno.md\n\n"
        f"{answer_file(NASTY)}{ENDING}\n"
    )
    assert "\n" not in mail["body"].replace("\r\n", "")


def test_download(visitor: Visitor) -> None:
    """The file can be had at once, whatever its length."""
    somebody = person(visitor, ANSWER)
    answer(somebody, LONG)
    with somebody.page.expect_download() as download:
        somebody.press(somebody.page.get_by_role("button", name="Télécharger le fichier"))
    assert download.value.suggested_filename == "bruno.md"
    assert download.value.path().read_bytes().decode() == answer_file(LONG)


def test_long_text_to_the_forge(visitor: Visitor) -> None:
    """A text that no address can hold is at hand to be pasted, and this is told."""
    somebody = person(visitor, ANSWER, permissions=["clipboard-read", "clipboard-write"])
    page = somebody.page
    answer(somebody, LONG)
    somebody.press(page.get_by_role("button", name="Avec un compte GitHub"))
    told = page.locator("[data-sent=forge]")
    expect(told).to_contain_text("le texte est trop long pour passer tout seul")
    expect(told.get_by_role("status").first).to_have_text("Copié.")
    assert page.evaluate("() => navigator.clipboard.readText()") == answer_file(LONG)
    href = told.get_by_role("link", name="Ouvrir GitHub").get_attribute("href") or ""
    assert "filename=docs%2Freponses%2Fle-juste-prix%2Fmarge%2Fbruno.md" in href
    assert len(href) < 1000


@pytest.mark.parametrize(("words", "is_told"), [(100, False), (200, True)])
def test_text_too_long_to_sign_in(visitor: Visitor, words: int, is_told: bool) -> None:
    """Who isn't signed in meets an error where the page to sign in can't hold the address."""
    somebody = person(visitor, ANSWER)
    answer(somebody, "C’était " * words)
    assert somebody.send_to_forge()["value"].count("C’était") == words
    told = somebody.page.get_by_text("Si GitHub affiche une erreur, connectez-vous-y")
    expect(told).to_be_visible(visible=is_told)


def test_long_text_without_clipboard(visitor: Visitor) -> None:
    """Where nothing can be copied, the text is shown to be selected."""
    somebody = person(visitor, ANSWER)
    page = somebody.page
    page.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    answer(somebody, LONG)
    somebody.press(page.get_by_role("button", name="Avec un compte GitHub"))
    status = page.locator("[data-sent=forge]").get_by_role("status").first
    expect(status).to_contain_text("sélectionnez")
    expect(page.locator("[data-file] [data-text]")).to_be_visible()
    assert page.locator("[data-file] [data-text]").text_content() == answer_file(LONG)
    assert page.evaluate("() => getSelection().toString()").strip() == answer_file(LONG).strip()


def letter_of(text: str) -> str:
    """Give the message that holds an answer of today."""
    return (
        "Bonjour,\n\nJ’accepte que mon texte soit publié sous la licence CC BY-SA 4.0.\n\n"
        "Fichier\u00a0: docs/reponses/le-juste-prix/marge/bruno.md\n\n"
        f"{answer_file(text)}{ENDING}\n"
    )


MOST_BY_MAIL = 8
"""Actions from the home page to a message that is sent, the last of them in the mail program."""


@pytest.mark.parametrize("text", ["Peu.", LONG], ids=["short", "long"])
def test_by_mail_from_the_home_page(visitor: Visitor, text: str) -> None:
    """A message to the organisers is ready in a few actions, whatever the length of the answer."""
    somebody = person(visitor, permissions=["clipboard-read", "clipboard-write"])
    page = somebody.page
    somebody.press(page.locator("main a[href$='?question=le-juste-prix/marge']"))
    answer(somebody, text)
    somebody.press(page.get_by_role("button", name="Par courrier électronique"))
    told = page.locator("[data-sent]:visible")
    href = told.locator("[data-open]").get_attribute("href") or ""
    assert len(href) < 1900
    assert query(href)["subject"].startswith("Réponse\u00a0: Que vaut")
    body = query(href).get("body", "").replace("\r\n", "\n")
    if not body:
        expect(told.get_by_role("status")).to_have_text("Copié.")
        somebody.acts.append("paste")
        body = page.evaluate("() => navigator.clipboard.readText()")
    somebody.acts.append("send")
    assert body == letter_of(text)
    assert len(somebody.acts) <= MOST_BY_MAIL


@pytest.mark.parametrize("way", ["forge", "mail", "file", "copy"])
def test_copied_message(visitor: Visitor, way: str) -> None:
    """Whatever way was chosen, the whole message can be copied, with the path and the end."""
    somebody = person(visitor, ANSWER, permissions=["clipboard-read", "clipboard-write"])
    page = somebody.page
    for text in ("Peu.", LONG):
        answer(somebody, text)
        page.locator(f"[data-way={way}]").click()
        told = page.locator("[data-sent]:visible")
        expect(told).to_have_count(1)
        page.evaluate("() => navigator.clipboard.writeText('')")
        told.get_by_role("button", name="Copier le message").click()
        expect(told.locator("[data-copy-letter] ~ [role=status]")).to_have_text("Copié.")
        assert page.evaluate("() => navigator.clipboard.readText()") == letter_of(text)


def test_long_text_by_mail(visitor: Visitor) -> None:
    """A text that mail programs would drop can be attached, too."""
    somebody = person(visitor, ANSWER)
    page = somebody.page
    answer(somebody, LONG)
    somebody.press(page.get_by_role("button", name="Par courrier électronique"))
    told = page.locator("[data-sent=mail-long]")
    with page.expect_download() as download:
        told.get_by_role("link", name="bruno.md").click()
    assert download.value.path().read_bytes().decode() == answer_file(LONG)


def test_relations(visitor: Visitor) -> None:
    """An answer names the others of its question that it speaks of, where there are any."""
    somebody = person(visitor, ANSWER)
    expect(somebody.page.get_by_label("Réponse dont la vôtre s’écarte")).to_be_hidden()
    somebody = person(visitor, ANSWER.replace("marge", "rabais"))
    replied = somebody.page.get_by_label("Réponse que la vôtre prolonge")
    expect(replied.locator("option")).to_have_text(
        ["— Aucune —", "Ana Ferrand", "Bruno Quéméner", "Ana Ferrand"]
    )
    differing = somebody.page.get_by_label("Réponse dont la vôtre s’écarte")
    differing.select_option(label="Bruno Quéméner")
    answer(somebody, "Non.", author="Chloé")
    assert "\ndiffers_from:\n  - bruno\n" in somebody.send_to_forge()["value"]


def test_materials(visitor: Visitor) -> None:
    """A talk names the addresses of its slides, each on a line, as the check takes them."""
    somebody = person(visitor, PROPOSE)
    page = somebody.page
    somebody.write(page.get_by_label("Titre"), "Le devis")
    somebody.choose(page.get_by_label("Personne 1", exact=True), "Ana Ferrand")
    text = "Du devis.\n\n## Questions\n\n- Qui le lit ? {#qui}"
    somebody.write(page.get_by_label("Texte", exact=True), text)
    somebody.press(page.get_by_role("button", name="Ajouter une adresse"))
    somebody.write(page.get_by_label("Adresse 1", exact=True), "Diapos https://example.org/d")
    somebody.tick(re.compile("licence CC BY-SA 4.0"))
    handed = somebody.send_to_forge()["value"]
    assert "\nmaterials:\n  - Diapos https://example.org/d\n" in handed


def test_another_file_in_a_text(visitor: Visitor) -> None:
    """Who pastes a whole message, with the file in it, is told so before sending."""
    somebody = person(visitor, ANSWER)
    answer(somebody, f"Voici.\n\n{letter_of('Peu.')}")
    somebody.press(somebody.page.get_by_role("button", name="Par courrier électronique"))
    expect(somebody.page.locator("[data-errors]")).to_contain_text(
        "Un autre fichier commence ici, par «\u00a0question:\u00a0»"
    )


def test_newcomer(visitor: Visitor) -> None:
    """Who has no page yet sends two files, that page first; what they didn't agree to stays out."""
    somebody = person(visitor, ANSWER)
    page = somebody.page
    somebody.tick("Je ne suis pas dans la liste")
    page.get_by_label("Prénom et nom").fill("Zoé Roux")
    page.get_by_text("coordonnées (facultatif)").click()
    page.get_by_label("Adresse électronique", exact=False).first.fill("zoe@example.org")
    page.get_by_label("Texte", exact=True).fill("Non.")
    page.locator("#forum_agreement").check()
    somebody.press(page.get_by_role("button", name="Avec un compte GitHub"))
    links = page.locator("[data-sent=forge] [data-open]:visible")
    handed = [query(link.get_attribute("href") or "") for link in links.all()]
    assert [(each["filename"], each["value"]) for each in handed] == [
        ("docs/membres/zoe-roux.md", "---\nname: Zoé Roux\n---\n"),
        (
            "docs/reponses/le-juste-prix/marge/zoe-roux.md",
            answer_file("Non.", author="zoe-roux"),
        ),
    ]
    assert [each["message"] for each in handed] == [
        "Fiche de membre\u00a0: Zoé Roux",
        "Réponse\u00a0: Que vaut une marge qu’on n’explique pas\u202f?",
    ]
    told = page.locator("[data-sent=forge]")
    expect(told).to_contain_text("le contrôle de la seconde reste rouge")
    expect(told).to_contain_text("vous n’avez rien à faire")
    expect(page.locator("[data-unpublished]")).to_contain_text(
        "Ne part pas, faute de case cochée\u00a0: Adresse électronique."
    )
    somebody.press(page.get_by_role("button", name="Par courrier électronique"))
    body = _mail(page)["body"].replace("\r\n", "\n")
    assert body.partition("Fichier")[2] == (
        f"\u00a0: docs/membres/zoe-roux.md\n\n---\nname: Zoé Roux\n---\n{ENDING}\n\n"
        "Fichier\u00a0: docs/reponses/le-juste-prix/marge/zoe-roux.md\n\n"
        f"{answer_file('Non.', author='zoe-roux')}{ENDING}\n"
    )

"""Pictures in the forms: made smaller, described, sent with their text, published."""

import re
from collections.abc import Mapping
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from shutil import copytree
from urllib.parse import parse_qs, unquote, urlsplit
from zipfile import ZipFile

import pytest
from mammoth import convert_to_html
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import Visitor
from tests.browser.filling import ANSWER, INTRODUCE, PROPOSE, Person, answer, person, pick, ready
from tests.browser.test_accessibility import violations
from tests.browser.test_pasting import put
from tests.documents import LINK, document, paragraph, run, table
from tests.sites import FORUM, build_site, command, joined

pytestmark = pytest.mark.browser

MOST = 15
"""Actions from the form to a talk with two pictures that is sent."""
ALT = "Ce qu’elle montre"
BY_MAIL = "Par courrier électronique"


def photograph(name: str, size: tuple[int, int] = (3000, 2000)) -> FilePayload:
    """Give a photograph as a telephone takes it: large, on its side, with the place."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Secret"
    exif.get_ifd(0x8825)[1] = "N"
    data = BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(data, "JPEG", exif=exif)
    return {"name": name, "mimeType": "image/jpeg", "buffer": data.getvalue()}


def drawing(name: str) -> FilePayload:
    """Give a small drawing."""
    data = BytesIO()
    Image.new("RGBA", (40, 30), (0, 0, 255, 128)).save(data, "PNG")
    return {"name": name, "mimeType": "image/png", "buffer": data.getvalue()}


def attach(page: Page, *files: FilePayload) -> None:
    """Choose files, and wait until each is there."""
    before = page.locator(".forum-picture").count()
    page.locator(".forum-pictures__file").set_input_files(list(files))
    expect(page.locator(".forum-picture")).to_have_count(before + len(files))


TALK = document(
    paragraph(run("Un devis se lit ") + run("à deux", "b") + run(".")),
    paragraph("Avant", "Titre1"),
    paragraph(run("Voir ") + LINK),
    paragraph("le prix", level=0),
    paragraph("le délai", level=0),
    table(("Devis", "Prix"), ("premier", "100")),
)
"""A talk that was written with a word processor."""
TEXT = (
    "Un devis se lit **à deux**.\n\n# Avant\n\nVoir [ce livre](https://example.org/)\n\n"
    "- le prix\n- le délai\n\n| Devis | Prix |\n| --- | --- |\n| premier | 100 |"
)
"""The same as it stands in its file."""


def clipboard(data: bytes) -> Mapping[str, str]:
    """Give what a word processor copies of a whole document: HTML of its own, and plain words."""
    html = convert_to_html(BytesIO(data)).value
    html = re.sub("<p>(.*?)</p>", r"<p class=MsoNormal>\1<o:p></o:p></p>\r\n", html)
    plain = re.sub("<[^>]+>", "", re.sub("</(?:p|h.|li|tr)>", "\n", html))
    return {"html": f"<body><!--StartFragment-->{html}<!--EndFragment--></body>", "plain": plain}


def write_talk(somebody: Person) -> None:
    """Fill in a talk with two pictures, its text pasted from a document, and agree."""
    page = somebody.page
    somebody.write(page.get_by_label("Titre"), "Le devis illustré")
    somebody.choose(page.get_by_label("Personne 1", exact=True), "Ana Ferrand")
    text = page.get_by_label("Texte", exact=True)
    somebody.press(text)
    put(text, **clipboard(TALK))
    somebody.acts += ["paste", "choose"]
    attach(page, photograph("IMG_1234.JPG"), drawing("Le plan.png"))
    words = page.get_by_label(ALT)
    somebody.write(words.nth(0), "Un devis annoté")
    somebody.write(words.nth(1), "Un plan [de] bureau")
    somebody.write(page.get_by_label("Question 1", exact=True), "Qui le lit ?")
    somebody.tick(re.compile("licence CC BY-SA 4.0"))


def sent_by_mail(somebody: Person) -> bytes:
    """Send by mail, as the page says; give the mail."""
    page = somebody.page
    with page.expect_download() as download:
        somebody.press(page.get_by_role("button", name=BY_MAIL))
    link = page.locator("[data-sent=mail-package]").get_by_role("link", name="Ouvrez le message")
    written = urlsplit(str(link.get_attribute("href")))
    given = parse_qs(written.query)
    message = EmailMessage()
    message["To"] = unquote(written.path)
    message["From"] = "Ana Ferrand <ana@example.org>"
    message["Subject"] = given["subject"][0]
    message.set_content(given["body"][0].replace("\r\n", "\n"))
    package = Path(download.value.path()).read_bytes()
    name = download.value.suggested_filename
    message.add_attachment(package, maintype="application", subtype="zip", filename=name)
    # Opening the message, attaching the package, sending.
    somebody.acts += ["press", "choose", "press"]
    return message.as_bytes()


def test_talk_with_pictures(visitor: Visitor, tmp_path: Path) -> None:
    """A talk with two pictures is sent by mail in a few actions, and from-mail publishes it."""
    somebody = person(visitor, PROPOSE)
    page = somebody.page
    write_talk(somebody)
    mail = sent_by_mail(somebody)
    somebody.press(page.get_by_role("button", name="Oui, c’est envoyé"))
    assert len(somebody.acts) <= MOST
    expect(page.locator("[data-thanks]")).to_be_focused()
    expect(page.locator("[data-thanks]")).to_contain_text("interventions/le-devis-illustre/")

    folder = copytree(FORUM, tmp_path / "forum")
    (folder / "mail.eml").write_bytes(mail)
    taken = command("mkdocs_forum", "from-mail", "mail.eml", folder=folder)
    assert (taken.status, "remarque" in taken.told) == (0, False), taken.told
    text = (folder / "docs/interventions/le-devis-illustre.md").read_text(encoding="utf-8")
    assert text.endswith(
        f"\n\n{TEXT}\n\n![Un devis annoté](img-1234.jpg)\n\n"
        "![Un plan de bureau](le-plan.png)\n\n## Questions\n\n- Qui le lit ? {#qui-le-lit}\n"
    )
    data = (folder / "docs/interventions/img-1234.jpg").read_bytes()
    assert b"Secret" not in data
    with Image.open(BytesIO(data)) as picture:
        # Upright, and no larger than a page shows it.
        assert picture.size == (1067, 1600)
    site = build_site(folder, tmp_path / "site", strict=True)
    shown = (site.path / "interventions/le-devis-illustre/index.html").read_text(encoding="utf-8")
    assert 'alt="Un devis annoté"' in shown
    assert (site.path / "interventions/img-1234.jpg").read_bytes() == data


def test_without_words(visitor: Visitor) -> None:
    """A picture of which nothing is said is told, and so is one that isn't there."""
    page = person(visitor, ANSWER).page
    pick(page.get_by_label("Votre nom"), "Bruno")
    page.get_by_label("Texte", exact=True).fill("Oui. ![x](loin.png)")
    attach(page, drawing("plan.png"))
    page.locator("#forum_agreement").check()
    page.get_by_role("button", name=BY_MAIL).click()
    told = page.locator("[data-errors] li").all_inner_texts()
    assert [re.sub(r"\s", " ", line) for line in told] == [
        "Texte – L’image « loin.png » n’est plus là : choisissez-la de nouveau plus bas, ou "
        "retirez sa ligne du texte.",
        "Ce qu’elle montre – Dites en quelques mots ce que montre l’image.",
    ]
    page.locator("[data-errors] a").nth(1).click()
    expect(page.get_by_label(ALT)).to_be_focused()
    assert joined(sorted(violations(page))) == ""


def test_words_on_both_sides(visitor: Visitor) -> None:
    """What is said of a picture is the same beside it and in the text; it moves to the cursor."""
    page = person(visitor, ANSWER).page
    text = page.get_by_label("Texte", exact=True)
    text.fill("Un.\n\nDeux.")
    attach(page, drawing("plan.png"), drawing("plan.png"))
    expect(text).to_have_value("Un.\n\nDeux.\n\n![](plan.png)\n\n![](plan-2.png)")
    page.get_by_label(ALT).nth(0).fill("Un plan")
    expect(text).to_have_value("Un.\n\nDeux.\n\n![Un plan](plan.png)\n\n![](plan-2.png)")
    text.fill("Un.\n\nDeux.\n\n![Le plan](plan.png)\n\n![](plan-2.png)")
    expect(page.get_by_label(ALT).nth(0)).to_have_value("Le plan")
    text.evaluate("field => field.setSelectionRange(1, 1)")
    page.get_by_role("button", name="La placer là où se trouve le curseur").nth(0).click()
    expect(text).to_have_value("Un.\n\n![Le plan](plan.png)\n\nDeux.\n\n![](plan-2.png)")
    page.get_by_role("button", name="Retirer : plan-2.png").click()
    expect(text).to_have_value("Un.\n\n![Le plan](plan.png)\n\nDeux.\n\n")


def test_preview(visitor: Visitor) -> None:
    """The preview shows what is sent with the text, and no picture of another host."""
    page = person(visitor, ANSWER).page
    page.get_by_label("Texte", exact=True).fill("![Ailleurs](https://example.org/a.png)")
    attach(page, drawing("plan.png"))
    page.get_by_label(ALT).fill("Un plan")
    shown = page.locator(".forum-preview__text img")
    expect(shown).to_have_count(1)
    expect(shown).to_have_attribute("alt", "Un plan")
    assert shown.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    expect(page.locator(".forum-preview__picture")).to_contain_text("Ailleurs")


def test_what_is_no_picture(visitor: Visitor) -> None:
    """It is told what to do instead, and nothing else is lost."""
    page = person(visitor, ANSWER).page
    files = page.locator(".forum-pictures__file")
    files.set_input_files({"name": "a.heic", "mimeType": "image/heic", "buffer": b"ftypheic"})
    error = page.locator("#forum_answers_pictures_error")
    expect(error).to_contain_text("ne sait pas lire")
    expect(error).to_contain_text("iPhone")
    files.set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": b"<script>"})
    expect(error).to_contain_text("JPEG")
    expect(page.locator(".forum-picture")).to_have_count(0)


def test_draft(visitor: Visitor) -> None:
    """Pictures come back with a draft, until it is sent; "not yet" keeps it."""
    somebody = person(visitor, ANSWER)
    page = somebody.page
    answer(somebody, "Oui.")
    attach(page, drawing("plan.png"))
    page.get_by_label(ALT).fill("Un plan")
    page.wait_for_timeout(600)
    page.reload()
    ready(page)
    expect(page.locator(".forum-picture")).to_have_count(1)
    expect(page.get_by_label(ALT)).to_have_value("Un plan")
    pick(page.get_by_label("Votre nom"), "Bruno")
    page.locator("#forum_agreement").check()
    with page.expect_download():
        page.get_by_role("button", name="Télécharger le fichier").click()
    # What is shown of the file isn't taken for the picture's name, nor hidden with it.
    expect(page.locator("[data-file] [data-path]")).to_have_text(re.compile("bruno.md$"))
    expect(page.locator(".forum-picture__name")).to_have_text("plan.png")
    expect(page.locator(".forum-picture__name")).to_be_visible()
    page.get_by_role("button", name="Pas encore").click()
    expect(page.locator("[data-after] [data-status]")).to_contain_text("ce navigateur le garde")
    page.get_by_role("button", name="Oui, c’est envoyé").click()
    expect(page.locator("[data-thanks]")).to_be_focused()
    expect(page.locator("[data-thanks]")).to_contain_text("questions/le-juste-prix/marge/#bruno")
    page.get_by_role("link", name="Commencer un autre texte").click()
    ready(page)
    expect(page.get_by_label("Texte", exact=True)).to_have_value("")
    expect(page.locator(".forum-picture")).to_have_count(0)


@pytest.mark.parametrize("agrees", [True, False])
def test_photo(visitor: Visitor, agrees: bool) -> None:
    """A member's photo goes with their page if its box is ticked, and else nowhere."""
    page = person(visitor, INTRODUCE).page
    page.get_by_label("Prénom et nom").fill("Zoé Roux")
    attach(page, photograph("moi.jpg", (300, 300)))
    if agrees:
        page.get_by_label("J’accepte que ma photo soit publiée.").check()
    page.locator("#forum_agreement").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger le fichier").click()
    path = Path(download.value.path())
    if not agrees:
        assert path.read_text(encoding="utf-8") == "---\nname: Zoé Roux\n---\n"
        expect(page.locator("[data-unpublished]")).to_contain_text("Votre photo")
        return
    with ZipFile(path) as package:
        assert sorted(package.namelist()) == [
            "docs/membres/photos/zoe-roux.jpg",
            "docs/membres/zoe-roux.md",
        ]
        text = package.read("docs/membres/zoe-roux.md").decode()
    assert "\nphoto: photos/zoe-roux.jpg\n" in text
    assert "publish:\n    - photo\n" in text


def test_by_the_forge(visitor: Visitor) -> None:
    """The text goes as ever; what remains for the pictures is told, with an easier way."""
    somebody = person(visitor, ANSWER)
    page = somebody.page
    answer(somebody, "Oui.")
    attach(page, drawing("plan.png"))
    page.get_by_label(ALT).fill("Un plan")
    handed = somebody.send_to_forge()
    assert handed["value"].endswith("\n\nOui.\n\n![Un plan](plan.png)\n")
    section = page.locator("[data-sent=forge]")
    expect(section.locator("[data-upload]")).to_have_attribute(
        "href", re.compile("/upload/main/docs/reponses/le-juste-prix/marge$")
    )
    assert joined(sorted(violations(page))) == ""
    with page.expect_download():
        section.get_by_role("button", name="envoyer le texte et ses fichiers").click()
    expect(page.locator("[data-sent=mail-package]")).to_be_visible()
    assert joined(sorted(violations(page))) == ""


def test_by_keyboard(visitor: Visitor) -> None:
    """Whoever uses a keyboard gets to the pictures, describes one and takes it off again."""
    page = person(visitor, ANSWER).page
    attach(page, drawing("plan.png"))
    files = page.locator(".forum-pictures__file")
    page.get_by_label(ALT).focus()
    page.keyboard.type("Un plan")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".forum-picture")).to_have_count(0)
    expect(files).to_be_focused()
    expect(page.locator("[data-pictures] [data-status]")).to_have_text(re.compile("plan.png"))

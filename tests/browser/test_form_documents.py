"""Documents and transcripts in the form of a talk: looked into, sent with the text, published."""

import re
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest
from playwright.sync_api import FilePayload, Page, expect

from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.intake.materials import NewMaterial
from mkdocs_forum.core.reading.materials.check import LARGEST
from mkdocs_forum.core.words.language import Language
from tests.browser.conftest import Visitor
from tests.browser.filling import PROPOSE, Person, person, ready
from tests.browser.test_accessibility import violations
from tests.browser.test_form_pictures import sent_by_mail
from tests.core.intake.test_materials import CAPTIONS, PDF, SCRIPT
from tests.core.reading.test_materials import document
from tests.sites import FORUM, build_site, command, joined

pytestmark = pytest.mark.browser

ERROR = "#forum_talks_documents_error"
CALLED = "Comment il s’appelle"
BRINGS = document(lambda writer: writer.add_attachment("a.txt", b"a"))


def payload(name: str, data: bytes) -> FilePayload:
    """Give a file as somebody chooses it."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def bring(page: Page, *files: FilePayload) -> None:
    """Choose documents, and wait until each is there."""
    before = page.get_by_label(CALLED).count()
    page.locator(".forum-documents__file").set_input_files(list(files))
    expect(page.get_by_label(CALLED)).to_have_count(before + len(files))


def write_talk(somebody: Person) -> None:
    """Fill in a talk, and agree."""
    page = somebody.page
    somebody.write(page.get_by_label("Titre"), "Le devis projeté")
    somebody.choose(page.get_by_label("Personne 1", exact=True), "Ana Ferrand")
    somebody.write(page.get_by_label("Texte", exact=True), "Avant.")
    somebody.write(page.get_by_label("Question 1", exact=True), "Qui le lit ?")
    somebody.tick(re.compile("licence CC BY-SA 4.0"))


def test_talk_with_documents(visitor: Visitor, tmp_path: Path) -> None:
    """Slides and captions go with a talk by mail; from-mail lays them beside it."""
    somebody = person(visitor, PROPOSE)
    page = somebody.page
    write_talk(somebody)
    bring(page, payload("Mes_Diapos.PDF", PDF), payload("debat.vtt", CAPTIONS))
    page.get_by_label(CALLED).nth(0).fill("Diapositives : le devis")
    mail = sent_by_mail(somebody)
    folder = copytree(FORUM, tmp_path / "forum")
    (folder / "mail.eml").write_bytes(mail)
    run = command("mkdocs_forum", "from-mail", "mail.eml", folder=folder)
    assert (run.status, "remarque" in run.told) == (0, False), run.told
    talk = (folder / "docs/interventions/le-devis-projete.md").read_text(encoding="utf-8")
    assert (
        'materials:\n  - "Diapositives : le devis le-devis-projete/mes-diapos.pdf"\n'
        "  - debat le-devis-projete/debat.vtt\n"
    ) in talk
    site = build_site(folder, tmp_path / "site", strict=True)
    published = site.path / "interventions/le-devis-projete/mes-diapos.pdf"
    assert published.read_bytes() == PDF
    shown = (site.path / "interventions/le-devis-projete/index.html").read_text(encoding="utf-8")
    assert "mes-diapos.pdf" in shown


REFUSED = {
    "script": payload("a.pdf", SCRIPT),
    "other files": payload("a.pdf", BRINGS),
    "page": payload("a.pdf", b"<html>"),
    "no captions": payload("a.vtt", b"1\n"),
    "too large": payload("a.pdf", PDF + b"\0" * LARGEST),
}


def test_refused(visitor: Visitor) -> None:
    """What the check would refuse is told at once, in its words; another kind says what to do."""
    page = person(visitor, PROPOSE).page
    tell = Language("fr").tell
    for name, file in REFUSED.items():
        page.locator(".forum-documents__file").set_input_files(file)
        fault: Diagnostic = NewMaterial(file["name"], file["buffer"]).faults[0]
        expect(page.locator(ERROR), name).to_contain_text(fault.message.tell(tell))
        assert fault.hint is not None
        expect(page.locator(ERROR)).to_contain_text(fault.hint.tell(tell)[1:])
    page.locator(".forum-documents__file").set_input_files(payload("a.pptx", b"PK"))
    expect(page.locator(ERROR)).to_contain_text("nregistrez-le en PDF")
    expect(page.get_by_label(CALLED)).to_have_count(0)
    assert joined(sorted(violations(page))) == ""


def test_draft(visitor: Visitor) -> None:
    """Documents come back with a draft; a title that lacks is told, what is removed is gone."""
    somebody = person(visitor, PROPOSE)
    page = somebody.page
    write_talk(somebody)
    bring(page, payload("a.pdf", PDF), payload("b.vtt", CAPTIONS))
    page.get_by_label(CALLED).nth(0).fill("")
    page.wait_for_timeout(600)
    page.reload()
    ready(page)
    expect(page.get_by_label(CALLED)).to_have_count(2)
    expect(page.get_by_label(CALLED).nth(1)).to_have_value("b")
    page.locator("#forum_agreement").check()
    page.get_by_role("button", name="Télécharger le fichier").click()
    expect(page.locator("[data-errors]")).to_contain_text("Dites comment s’appelle le document")
    page.get_by_role("button", name="Retirer : a.pdf").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger le fichier").click()
    with ZipFile(Path(download.value.path())) as package:
        assert sorted(package.namelist()) == [
            "docs/interventions/le-devis-projete.md",
            "docs/interventions/le-devis-projete/b.vtt",
        ]

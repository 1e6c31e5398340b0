"""PDF documents of a site: where they stand, what leads to them, what happens without one."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from mkdocs.exceptions import Abort
from pypdf import PdfReader

from mkdocs_forum.adapter.options import forum as options
from tests.browser.printing import Printed
from tests.conftest import Log, Workshop
from tests.sites import configuration, joined
from tests.small import SMALL

TALK = "interventions/prix/prix.pdf"
SHEET, LARGE = "interventions/prix/feuille-prix.pdf", "interventions/prix/grand-prix.pdf"
PROCEEDINGS = "editions/2024/actes-2024.pdf"


def test_documents(workshop: Workshop) -> None:
    """Each talk and each edition has its document, to which its pages lead."""
    options = configuration(
        forum={"pdf": True, "pdf_choices": ["large", "sheet"], "paper": "letter"}
    )
    site = workshop.write(SMALL, {"mkdocs.yml": options}).build(strict=True)
    assert joined(site.dead_links()) == ""
    found = [path for path, content in site.files.items() if content[:5] == b"%PDF-"]
    assert found == [PROCEEDINGS, SHEET, LARGE, TALK]
    for url, link in (
        ("interventions/prix/", "prix.pdf"),
        ("interventions/prix/imprimer/", "../prix.pdf"),
        ("interventions/prix/imprimer/", "../feuille-prix.pdf"),
        ("interventions/prix/imprimer/", "../grand-prix.pdf"),
        ("editions/2024/", "actes-2024.pdf"),
        ("editions/2024/actes/", "../actes-2024.pdf"),
    ):
        assert link in [link.url for link in site.html(url).links], url
    sheet, large, whole = (_words(site.files[path]) for path in (SHEET, LARGE, TALK))
    assert ("Que vaut une marge" in sheet, "Beaucoup." in sheet) == (True, False)
    assert "Beaucoup." in whole
    tags = [str(node) for node in _tags(PdfReader(BytesIO(site.files[SHEET])))]
    assert ("/H2" in tags, "/H3" in tags) == (True, False)
    assert "Beaucoup." in large
    assert _points(site.files[LARGE]) == _points(site.files[TALK]) + 5


def _tags(reader: PdfReader) -> Iterator[object]:
    """Give the kinds of all elements of a document."""
    waiting: list[Any] = [reader.root_object["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield node.get("/S")
            waiting += [node["/K"]] if "/K" in node else []


def _words(pdf: bytes) -> str:
    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def _points(pdf: bytes) -> int:
    """Give the size of most letters."""
    signs = (sign for page in Printed(pdf).pages for sign in page.signs)
    return Counter(round(sign.size) for sign in signs).most_common(1)[0][0]


def test_rights(workshop: Workshop) -> None:
    """A talk's paper tells its licence and how to cite it; its PDF document tells programs."""
    keys = {"pdf": True, "licence": "CC BY-SA 4.0"}
    site = workshop.write(SMALL, {"mkdocs.yml": configuration(forum=keys)}).build(strict=True)
    talk, proceedings = (PdfReader(BytesIO(site.files[path])) for path in (TALK, PROCEEDINGS))
    words = talk.pages[0].extract_text()
    for told in ("Licence", "CC BY-SA 4.0", "Publié par", "Pour citer ce texte"):
        assert told in words
    xmp = talk.xmp_metadata
    assert xmp is not None
    assert (xmp.dc_rights, len(xmp.dc_publisher or ())) == ({"x-default": "CC BY-SA 4.0"}, 1)
    licence = b"https://creativecommons.org/licenses/by-sa/4.0/"
    assert licence in xmp.stream.get_data()
    for reader in (talk, proceedings):
        info = reader.metadata
        assert info is not None
        assert (info.author, info.keywords) == ("Ana Ferrand", "Prix")
        assert f"{info.creation_date:%Y-%m-%d}" == "2024-10-01"
        assert info.modification_date is not None


def test_none_unless_wanted(workshop: Workshop) -> None:
    """Without the option there are no documents, and nothing leads to them."""
    site = workshop.write(SMALL).build(strict=True)
    assert [path for path in site.files if path.endswith(".pdf")] == []
    assert ".pdf" not in site.page("interventions/prix/")


@pytest.mark.browser
def test_one_of_each_talk(workshop: Workshop) -> None:
    """A talk has one document, and its page to print leads to no other, unless more are wanted."""
    site = workshop.write(SMALL, {"mkdocs.yml": configuration(forum={"pdf": "chromium"})}).build()
    assert [path for path in site.files if path.endswith(".pdf")] == [PROCEEDINGS, TALK]
    assert site.page("interventions/prix/imprimer/").count(".pdf") == 1
    assert "Que vaut une marge" in _words(site.files[TALK])


def test_without_weasyprint(workshop: Workshop, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra isn't installed, the option says what to type."""
    monkeypatch.setattr(options, "find_spec", lambda name: None)
    workshop.write(SMALL, {"mkdocs.yml": configuration(forum={"pdf": True})})
    with pytest.raises(Abort):
        workshop.build()
    assert "pip install 'mkdocs-forum[pdf]'" in joined(log.take())


@pytest.mark.parametrize(
    ("engine", "told"),
    [
        ("chromium", "name its file in the variable FORUM_CHROMIUM"),
        ("prince", "Write true, false, weasyprint or chromium."),
    ],
)
def test_without_engine(
    workshop: Workshop, log: Log, monkeypatch: pytest.MonkeyPatch, engine: str, told: str
) -> None:
    """Where Chromium isn't there, or no such engine, the option says what to do."""
    monkeypatch.setenv("FORUM_CHROMIUM", "/nowhere/chromium")
    workshop.write(SMALL, {"mkdocs.yml": configuration(forum={"pdf": engine})})
    with pytest.raises(Abort):
        workshop.build()
    assert told in joined(log.take())

"""PDF documents of a site: where they stand, what leads to them, what happens without one."""

import pytest
from mkdocs.exceptions import Abort

from mkdocs_forum import options
from mkdocs_forum.core.outputs import pdf
from mkdocs_forum.core.outputs.pdf import Manuscript, PdfError
from tests.conftest import Log, Workshop
from tests.sites import configuration, joined
from tests.small import SMALL

TALK = "interventions/prix/prix.pdf"
PROCEEDINGS = "editions/2024/actes-2024.pdf"


def test_documents(workshop: Workshop) -> None:
    """Each talk and each edition has its document, to which its pages lead."""
    options = configuration(forum={"pdf": True, "paper": "letter"})
    site = workshop.write(SMALL, {"mkdocs.yml": options}).build(strict=True)
    assert joined(site.dead_links()) == ""
    found = [path for path, content in site.files.items() if content[:5] == b"%PDF-"]
    assert found == [PROCEEDINGS, TALK]
    for url, link in (
        ("interventions/prix/", "prix.pdf"),
        ("interventions/prix/imprimer/", "../prix.pdf"),
        ("editions/2024/", "actes-2024.pdf"),
        ("editions/2024/actes/", "../actes-2024.pdf"),
    ):
        assert link in [link.url for link in site.html(url).links], url


def test_none_unless_wanted(workshop: Workshop) -> None:
    """Without the option there are no documents, and nothing leads to them."""
    site = workshop.write(SMALL).build(strict=True)
    assert [path for path in site.files if path.endswith(".pdf")] == []
    assert ".pdf" not in site.page("interventions/prix/")


def test_document_that_fails(workshop: Workshop, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """The talk whose document can't be made is named; those of the others are made and kept."""

    def written(manuscript: Manuscript, _: object) -> bytes:
        if manuscript.source == "interventions/autre.md":
            raise PdfError("no ink")
        return b"%PDF-"

    monkeypatch.setattr(pdf, "_written", written)
    talk = "---\ntitle: L'autre\nedition: 2024\nspeakers: ana\n---\n\nBref.\n"
    options = configuration(forum={"pdf": True})
    workshop.write(SMALL, {"mkdocs.yml": options, "docs/interventions/autre.md": talk})
    with pytest.raises(Abort):
        workshop.build()
    assert log.take() == [
        "ERROR docs/interventions/autre.md:1:1: F401 aucun document PDF n’a pu en être fait\u00a0: "
        "no ink",
        "ERROR le forum ne peut pas être construit\u00a0: 1 erreur",
    ]
    assert len(list(workshop.folder.glob(".cache/plugin/forum/pdf/*.pdf"))) == 2


def test_without_weasyprint(workshop: Workshop, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra isn't installed, the option says what to type."""
    monkeypatch.setattr(options, "find_spec", lambda name: None)
    workshop.write(SMALL, {"mkdocs.yml": configuration(forum={"pdf": True})})
    with pytest.raises(Abort):
        workshop.build()
    assert "pip install 'mkdocs-forum[pdf]'" in joined(log.take())

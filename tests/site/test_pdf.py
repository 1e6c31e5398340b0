"""PDF documents of a site: where they stand, what leads to them, what happens without one."""

import pytest
from mkdocs.exceptions import Abort

from mkdocs_forum.adapter import options
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


def test_without_weasyprint(workshop: Workshop, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra isn't installed, the option says what to type."""
    monkeypatch.setattr(options, "find_spec", lambda name: None)
    workshop.write(SMALL, {"mkdocs.yml": configuration(forum={"pdf": True})})
    with pytest.raises(Abort):
        workshop.build()
    assert "pip install 'mkdocs-forum[pdf]'" in joined(log.take())

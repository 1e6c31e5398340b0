"""The table of faulty files: what shows only when a site is built."""

from collections.abc import Mapping

import pytest
from mkdocs.exceptions import Abort

from mkdocs_forum.core.printing.pdf import weasyprint_engine
from mkdocs_forum.core.printing.pdf.writer import PdfDocument, PdfError, PdfSource
from tests.conftest import Log, Workshop
from tests.faults.site import CASES, DOCUMENTS, FAILING, UNBOUND
from tests.site.test_failures import RAISING
from tests.sites import configuration
from tests.small import SMALL

WITH_PDF = configuration(forum={"pdf": True})


@pytest.mark.parametrize(("files", "messages"), CASES.values(), ids=CASES)
def test_faulty_files(
    workshop: Workshop, log: Log, files: Mapping[str, str], messages: list[str]
) -> None:
    """Exactly this is told by the build, in the language of the site."""
    options = configuration(markdown_extensions=["abbr"])
    workshop.write(SMALL, {"mkdocs.yml": options}, files).build()
    assert log.take() == [f"WARNING {message}" for message in messages]


@pytest.mark.parametrize(("files", "messages"), FAILING.values(), ids=FAILING)
def test_failing(
    workshop: Workshop, log: Log, files: Mapping[str, str], messages: list[str]
) -> None:
    """Exactly this is told of texts at which an extension fails."""
    options = {"mkdocs.yml": configuration(hooks=["hooks.py"]), "hooks.py": RAISING}
    workshop.write(SMALL, options, files).build()
    assert log.take() == [f"WARNING {message}" for message in messages]


@pytest.mark.parametrize(("files", "messages"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_documents(
    workshop: Workshop, log: Log, files: Mapping[str, str], messages: list[str]
) -> None:
    """Exactly this is told of documents that lack something; they are made all the same."""
    site = workshop.write(SMALL, {"mkdocs.yml": WITH_PDF}, files).build()
    assert log.take() == [f"WARNING {message}" for message in messages]
    assert site.files["interventions/temps/temps.pdf"][:5] == b"%PDF-"


@pytest.mark.parametrize(("files", "messages"), UNBOUND.values(), ids=UNBOUND)
def test_unbound(
    workshop: Workshop,
    log: Log,
    monkeypatch: pytest.MonkeyPatch,
    files: Mapping[str, str],
    messages: list[str],
) -> None:
    """Exactly this is told of a document that can't be made; the others are made and kept."""

    def written(pdf_source: PdfSource, _: object) -> PdfDocument:
        if pdf_source.source == "interventions/temps.md":
            raise PdfError("no ink")
        return PdfDocument(b"%PDF-")

    monkeypatch.setattr(weasyprint_engine, "_written", written)
    with pytest.raises(Abort):
        workshop.write(SMALL, {"mkdocs.yml": WITH_PDF}, files).build()
    closing = f"le forum ne peut pas être construit\u00a0: {len(messages)} erreur"
    assert log.take() == [f"ERROR {message}" for message in [*messages, closing]]
    # The other talk, and the proceedings.
    assert len(list(workshop.folder.glob(".cache/plugin/forum/pdf/*.pdf"))) == 2

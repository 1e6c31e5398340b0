"""Formulas of a site that has them set: on pages, to print, in books and in PDF documents."""

import pytest
from mkdocs.exceptions import Abort
from pypdf import PdfReader

from mkdocs_forum.adapter.options import forum as options
from tests.conftest import Log, Workshop
from tests.site.test_epub import files_of
from tests.sites import configuration
from tests.small import SMALL

TALK = "---\ntitle: Le prix\nedition: 2024\nspeakers: ana\n---\n\nSoit $E = mc^2$, et non 5 $.\n"
ARITHMATEX = [{"pymdownx.arithmatex": {"generic": True}}]
FORMULA = '<math display="inline" alttext="E = mc^2">'


def test_formulas(workshop: Workshop) -> None:
    """A page, that to print, the book and the PDF document have formulas without a script."""
    keys = {"maths": True, "pdf": True, "epub": True}
    wanted = configuration(forum=keys, markdown_extensions=ARITHMATEX)
    files = {"mkdocs.yml": wanted, "docs/interventions/prix.md": TALK}
    kept = {name: text for name, text in SMALL.items() if "reponses" not in name}
    site = workshop.write({**kept, **files}).build(strict=True)
    for url in ("interventions/prix/", "interventions/prix/imprimer/"):
        assert FORMULA in site.page(url), url
    book = files_of(site.files["editions/2024/actes-2024.epub"])
    assert 'xmlns="http://www.w3.org/1998/Math/MathML"' in book["book/talk-prix.xhtml"]
    assert 'properties="mathml"' in book["book/package.opf"]
    pdf = site.path / "interventions/prix/prix.pdf"
    words = PdfReader(pdf).pages[0].extract_text()
    assert ("Soit" in words, "mc^2" in words) == (True, False)


TEXTS = {
    "formula in a line": ("Soit $E = mc^2$.", ":7:6:"),
    "formula of its own": ("Soit :\n\n$$\nx^2\n$$\n", ":9:1:"),
    "brackets": (r"Soit \(x^2\).", ":7:6:"),
    "prices": ("Entre $5 et $10, ou 5 $ et 10 $, ou US$5 et US$6.", ""),
    "code": ("```\n$x$\n```\n", ""),
}


@pytest.mark.parametrize(("text", "place"), TEXTS.values(), ids=TEXTS)
def test_printed_as_tex(workshop: Workshop, log: Log, text: str, place: str) -> None:
    """Without the option, what paper shows as TeX is told."""
    talk = f"---\ntitle: Le temps\nedition: 2024\nspeakers: bob\n---\n\n{text}\n"
    wanted = configuration(markdown_extensions=ARITHMATEX)
    workshop.write(SMALL, {"mkdocs.yml": wanted, "docs/interventions/temps.md": talk}).build()
    told = [message for message in log.take() if "F404" in message]
    assert [f"temps.md{place} F404" in message for message in told] == [True] * bool(place)


def test_without_libraries(workshop: Workshop, log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra isn't installed, the option says what to type."""
    monkeypatch.setattr(options, "find_spec", lambda name: None)
    workshop.write(SMALL, {"mkdocs.yml": configuration(forum={"maths": True})})
    with pytest.raises(Abort):
        workshop.build()
    assert "pip install 'mkdocs-forum[maths]'" in "".join(log.take())

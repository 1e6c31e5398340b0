"""PDF documents that Chromium makes: whole, with true numbers of pages, of the site alone."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from pypdf import PdfReader

from mkdocs_forum.core.printing.pdf.chromium_engine import Chromium
from mkdocs_forum.core.printing.pdf.chromium_program import find_chromium
from mkdocs_forum.core.printing.pdf.engines import open_engine
from mkdocs_forum.core.printing.pdf.writer import Engine, PdfDocument, PdfError, PdfSource
from mkdocs_forum.core.printing.scopes import chosen
from tests.browser.everything import TALK
from tests.browser.print_engines import PrintEngines
from tests.browser.printing import Printed, faults, squeezed
from tests.browser.reading_aloud import CHECKERS, inaccessible
from tests.core.printing.test_pdf import FAILING
from tests.sites import Site, joined, strip_tags

pytestmark = pytest.mark.browser

PRINT = f"interventions/{TALK}/imprimer/"
ACTES = "editions/2024/actes/"
MEANT = {"DOC-012", "TAG-002"}
"""Errors that `outloud` tells of what is meant: no document of Chromium says that it follows
PDF/UA, and the head of each page, prose to that checker, is none of its text."""
FRONTS = 4
"""Pages of proceedings that say no number."""


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """Give Chromium, which makes all documents of these tests."""
    with open_engine("chromium") as engine:
        yield engine


def _made(engine: Engine, site: Site, url: str) -> PdfDocument:
    source = PdfSource("talk.md", url, site.page(url), "talk.pdf")
    return engine.write(source, lambda path: (site.path / path).read_bytes())


def _places(pdf: bytes) -> dict[str, int]:
    reader = PdfReader(BytesIO(pdf))
    return {
        name.removeprefix("/"): (reader.get_destination_page_number(place) or 0) + 1
        for name, place in reader.named_destinations.items()
    }


def test_proceedings(engines: PrintEngines, engine: Engine) -> None:
    """The proceedings are whole, and tell true numbers of pages in contents, indexes and text."""
    pdf, expected = _made(engine, engines.site, ACTES), engines.expected(ACTES)
    places = _places(pdf.content)
    printed = Printed(pdf.content)
    ends = {page.number for page in printed.pages}
    assert joined(faults(Printed(pdf.content, ends, fronts=FRONTS), expected)) == ""
    leaders = re.findall(r'<a class="print-leader" href="#(.*?)">(.*?)</a>', expected.html)
    assert len(leaders) > 5
    for anchor, name in leaders:
        words = squeezed(strip_tags(name))
        assert f"{words}{places[anchor]}" in printed.text, name
        title = squeezed(strip_tags(name).partition(" – ")[0])
        assert title in printed.pages[places[anchor] - 1].letters, name
    references = re.findall(r'<a href="#([^"]*)" data-here="[^"]*">(.*?)</a>', expected.html)
    assert len(references) > 1
    for anchor, name in references:
        assert f"{squeezed(strip_tags(name))}p{places[anchor]}" in printed.text, name


def test_long_word_in_contents(engines: PrintEngines, engine: Engine) -> None:
    """A word longer than its line is broken: Chromium would make all smaller."""
    html = engines.site.page(ACTES)
    pages = []
    for name in ("mot", "mot" * 60):
        text = re.sub(r'(<a class="print-leader"[^>]*>).*?</a>', rf"\1{name}</a>", html, count=1)
        source = PdfSource("talk.md", ACTES, text, "talk.pdf")
        pdf = engine.write(source, lambda path: (engines.site.path / path).read_bytes())
        pages.append(Printed(pdf.content).pages[FRONTS])
    short, long = (max(sign.size for sign in page.signs) for page in pages)
    assert short == long


def test_what_it_says_of_itself(engines: PrintEngines, engine: Engine) -> None:
    """It has tags, an outline and a language, and says by whom it is and of which day."""
    pdf = _made(engine, engines.site, PRINT)
    reader = PdfReader(BytesIO(pdf.content))
    root = cast(dict[str, Any], reader.root_object)
    assert (root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == ("fr", True)
    assert reader.outline != []
    metadata = reader.metadata
    assert metadata is not None
    assert (metadata.author, pdf.is_whole) == ("Ana Ferrand, Bob Quéméner", True)
    assert (metadata.title or "").startswith("Tout ce qui s’imprime")
    assert f"{metadata.modification_date:%Y-%m-%d}" == "2025-06-15"
    xmp = reader.xmp_metadata
    assert xmp is not None
    assert len(xmp.dc_publisher or ()) == 1


@pytest.mark.parametrize("checker", CHECKERS)
def test_accessible(engines: PrintEngines, engine: Engine, tmp_path: Path, checker: str) -> None:
    """Of a talk as PDF, checkers of accessibility tell what is meant to be so, and nothing else."""
    pdf = _made(engine, engines.site, PRINT)
    assert inaccessible(pdf.content, checker, tmp_path) - MEANT == set()


@pytest.mark.thorough
@pytest.mark.parametrize("checker", CHECKERS)
def test_all_accessible(
    engines: PrintEngines, own_site: Site, engine: Engine, tmp_path: Path, checker: str
) -> None:
    """Nor do they of proceedings, nor of any talk or volume of the repository's own forum."""
    own = sorted(
        path.parent.relative_to(own_site.path).as_posix()
        for pattern in ("interventions/*/imprimer", "editions/*/actes")
        for path in own_site.path.glob(f"{pattern}/index.html")
    )
    sites = [(engines.site, ACTES), *((own_site, f"{url}/") for url in own)]
    assert len(sites) > 20
    told = {
        url: codes
        for site, url in sites
        if (codes := inaccessible(_made(engine, site, url).content, checker, tmp_path) - MEANT)
    }
    assert told == {}


def test_same_bytes(engines: PrintEngines, engine: Engine) -> None:
    """The same page gives the same bytes, whatever else this Chromium or another one has made."""
    first = _made(engine, engines.site, PRINT)
    assert first == _made(engine, engines.site, PRINT)
    with open_engine("chromium") as other:
        assert first == _made(other, engines.site, PRINT)


FILES = {"b.svg": b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "d.png": b"no"}


def _page(engine: Engine, body: str) -> PdfDocument:
    html = f'<html lang="fr"><head><title>T</title></head><body>{body}</body></html>'
    return engine.write(PdfSource("a.md", "a/", html, "a.pdf"), FILES.__getitem__)


@pytest.mark.parametrize(
    ("path", "lost"), [("b.svg", ()), ("d.png", ("d.png",)), ("c.png", ("c.png",))]
)
def test_pictures(engine: Engine, path: str, lost: tuple[str, ...]) -> None:
    """A picture that can't be shown gives way to its words, and is told."""
    assert _page(engine, f'<img src="/{path}" alt="Un plan">').lost == lost


@pytest.mark.parametrize("body", FAILING.values(), ids=FAILING)
def test_failing(engine: Engine, body: str) -> None:
    """A document that lacks a part isn't made; the next one is."""
    with pytest.raises(PdfError):
        _page(engine, body)
    assert _page(engine, "<p>Bonjour</p>").content[:5] == b"%PDF-"


def test_reversed_words(engine: Engine) -> None:
    """Words that run from right to left are read out, too: marks within theirs end before these."""
    pdf = _page(engine, '<p dir="rtl">שלום עולם</p><p dir="rtl">עולם שלום</p>')
    contents = PdfReader(BytesIO(pdf.content)).pages[0].get_contents()
    assert contents is not None
    assert b"/Artifact" not in contents.get_data()


def test_scripts(engine: Engine) -> None:
    """No script runs."""
    pdf = _page(engine, '<p id="a">Bonjour</p><script>document.body.innerHTML="Bonsoir"</script>')
    assert "Bonjour" in PdfReader(BytesIO(pdf.content)).pages[0].extract_text()


def test_list_without_scripts(engine: Engine, site: Site) -> None:
    """A list stays where no script brings the texts that stand in its place."""
    url = "questions/sans-reponse/imprimer/"
    html = chosen(site.page(url), "texts")
    source = PdfSource("questions.md", url, html, "a.pdf")
    pdf = engine.write(source, lambda path: (site.path / path).read_bytes())
    titles = re.findall(r'<section class="print-row".*?<h\d[^>]*>(.*?)</h', html, re.DOTALL)
    text = Printed(pdf.content).text
    assert titles != []
    assert [title for title in titles if squeezed(strip_tags(title)) not in text] == []


def test_program_that_fails(tmp_path: Path) -> None:
    """Of a program that ends at once, its last word is told."""
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\necho no display >&2\n", encoding="utf-8")
    program.chmod(0o700)
    engine = Chromium(str(program))
    with pytest.raises(PdfError, match="Chromium: no display"):
        _page(engine, "<p>Bonjour</p>")


def test_named_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The variable decides, even if what it names isn't there."""
    monkeypatch.setenv("FORUM_CHROMIUM", str(tmp_path / "none"))
    assert find_chromium() is None

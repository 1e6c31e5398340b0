"""PDF documents: made once for the same inputs, from the site's files alone."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from mkdocs_forum.core.printing.pdf.weasyprint_engine import WeasyPrint
from mkdocs_forum.core.printing.pdf.writer import PdfDocument, PdfError, PdfSource, PdfWriter

PAGE = '<html lang="fr"><head><link rel="stylesheet" href="../a.css"><title>T</title></head><body>'
FILES = {"a.css": b"p { color: #000 }", "b.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"}


def _source(body: str = "<p>Bonjour</p>") -> PdfSource:
    return PdfSource("talks/a.md", "talks/a/", f"{PAGE}{body}</body></html>", "talks/a/a.pdf")


@pytest.fixture
def writer(tmp_path: Path) -> PdfWriter:
    """Give a writer with an empty folder."""
    return PdfWriter(
        WeasyPrint(),
        dict(FILES, **{"talks/a.css": FILES["a.css"], "talks/a/d.png": b"no picture"}).__getitem__,
        tmp_path / "shelf",
    )


def _kept(writer: PdfWriter) -> list[str]:
    return sorted(path.name for path in writer.folder.glob("*"))


def test_same_bytes(writer: PdfWriter, tmp_path: Path) -> None:
    """The same page gives the same bytes, whether they were kept or not."""
    first = writer.write(_source())
    other = PdfWriter(writer.engine, writer.read, tmp_path / "other")
    assert first.content[:5] == b"%PDF-"
    assert first == writer.write(_source()) == other.write(_source())


def test_kept(writer: PdfWriter) -> None:
    """What is kept is given back as it is; nothing is made again."""
    writer.write(_source())
    (name,) = _kept(writer)
    (writer.folder / name).write_bytes(b"kept")
    assert writer.write(_source()) == PdfDocument(b"kept")


def test_other_inputs(writer: PdfWriter) -> None:
    """Another text, another style and another picture give another document."""
    picture = _source('<img src="../b.svg" alt="b">')

    def read(path: str) -> bytes:
        return b"p{color:#111}" if path.endswith(".css") else b"<svg/>"

    other = PdfWriter(writer.engine, read, writer.folder)
    read_svg = PdfWriter(
        writer.engine,
        lambda path: FILES["b.svg"] if "svg" in path else writer.read(path),
        writer.folder,
    )
    keys = {
        writer.key(_source()),
        writer.key(_source("<p>Bonsoir</p>")),
        other.key(_source()),
        other.key(picture),
        read_svg.key(picture),
    }
    assert len(keys) == 5


def test_clear(writer: PdfWriter) -> None:
    """What no page needs any more is taken away."""
    writer.write(_source())
    writer.write(_source("<p>Bonsoir</p>"))
    key = writer.key(_source())
    writer.clear({key})
    assert _kept(writer) == [f"{key}.pdf"]


LACKING = {
    "broken picture": ('<img src="d.png" alt="Un plan">', "talks/a/d.png"),
    "missing picture": ('<img src="/c.png" alt="Un plan">', "c.png"),
}


@pytest.mark.parametrize(("body", "path"), LACKING.values(), ids=LACKING)
def test_lacking(writer: PdfWriter, body: str, path: str) -> None:
    """A picture that can't be shown gives way to its words, and is told at every build."""
    for _ in range(2):
        pdf = writer.write(_source(body))
        assert (pdf.content[:5], pdf.lost) == (b"%PDF-", (path,))
    assert _kept(writer) == []
    (page,) = PdfReader(BytesIO(pdf.content)).pages
    assert "Un plan" in page.extract_text()


def test_signs_without_a_font(writer: PdfWriter) -> None:
    """A sign that no font has is told at every build, once; what has no shape isn't."""
    body = "<p>Une note \U0010fffd, encore \U0010fffd, sans\u200bblanc</p>"
    for _ in range(2):
        assert writer.write(_source(body)).unset == ("\U0010fffd",)
    assert _kept(writer) == []


FAILING = {
    "picture of another host": '<img src="https://example.org/c.png" alt="">',
    "file of the machine": '<img src="file:///etc/hostname" alt="">',
    "style of another host": '<style>@import "https://example.org/c.css";</style><p>a</p>',
}


@pytest.mark.parametrize("body", FAILING.values(), ids=FAILING)
def test_failing(writer: PdfWriter, body: str) -> None:
    """A document that lacks a part isn't made; no other host and no other file is asked."""
    with pytest.raises(PdfError):
        writer.write(_source(body))
    assert _kept(writer) == []


def test_what_libraries_say() -> None:
    """What the reader of documents tells programmers isn't shown to those who build a site."""
    program = (
        "import logging, mkdocs_forum.core.printing.pdf.metadata\n"
        "logging.getLogger('pypdf').warning('count')"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert told.stderr == b""

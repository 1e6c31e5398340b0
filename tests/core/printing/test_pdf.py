"""PDF documents: made once for the same inputs, from the site's files alone."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from mkdocs_forum.core.printing.pdf import Bindery, Bound, Manuscript, PdfError

PAGE = '<html lang="fr"><head><link rel="stylesheet" href="../a.css"><title>T</title></head><body>'
FILES = {"a.css": b"p { color: #000 }", "b.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>"}


def _manuscript(body: str = "<p>Bonjour</p>") -> Manuscript:
    return Manuscript("talks/a.md", "talks/a/", f"{PAGE}{body}</body></html>", "talks/a/a.pdf")


@pytest.fixture
def bindery(tmp_path: Path) -> Bindery:
    """Give a bindery with an empty shelf."""
    return Bindery(
        dict(FILES, **{"talks/a.css": FILES["a.css"], "talks/a/d.png": b"no picture"}).__getitem__,
        tmp_path / "shelf",
    )


def _shelf(bindery: Bindery) -> list[str]:
    return sorted(path.name for path in bindery.shelf.glob("*"))


def test_same_bytes(bindery: Bindery, tmp_path: Path) -> None:
    """The same page gives the same bytes, whether they were kept or not."""
    first = bindery.bind(_manuscript())
    other = Bindery(bindery.read, tmp_path / "other")
    assert first.content[:5] == b"%PDF-"
    assert first == bindery.bind(_manuscript()) == other.bind(_manuscript())


def test_kept(bindery: Bindery) -> None:
    """What is kept is given back as it is; nothing is made again."""
    bindery.bind(_manuscript())
    (name,) = _shelf(bindery)
    (bindery.shelf / name).write_bytes(b"kept")
    assert bindery.bind(_manuscript()) == Bound(b"kept")


def test_other_inputs(bindery: Bindery) -> None:
    """Another text, another style and another picture give another document."""
    picture = _manuscript('<img src="../b.svg" alt="b">')

    def read(path: str) -> bytes:
        return b"p{color:#111}" if path.endswith(".css") else b"<svg/>"

    other = Bindery(read, bindery.shelf)
    read_svg = Bindery(
        lambda path: FILES["b.svg"] if "svg" in path else bindery.read(path), bindery.shelf
    )
    keys = {
        bindery.key(_manuscript()),
        bindery.key(_manuscript("<p>Bonsoir</p>")),
        other.key(_manuscript()),
        other.key(picture),
        read_svg.key(picture),
    }
    assert len(keys) == 5


def test_clear(bindery: Bindery) -> None:
    """What no page needs any more is taken away."""
    bindery.bind(_manuscript())
    bindery.bind(_manuscript("<p>Bonsoir</p>"))
    key = bindery.key(_manuscript())
    bindery.clear({key})
    assert _shelf(bindery) == [f"{key}.pdf"]


LACKING = {
    "broken picture": ('<img src="d.png" alt="Un plan">', "talks/a/d.png"),
    "missing picture": ('<img src="/c.png" alt="Un plan">', "c.png"),
}


@pytest.mark.parametrize(("body", "path"), LACKING.values(), ids=LACKING)
def test_lacking(bindery: Bindery, body: str, path: str) -> None:
    """A picture that can't be shown gives way to its words, and is told at every build."""
    for _ in range(2):
        bound = bindery.bind(_manuscript(body))
        assert (bound.content[:5], bound.lost) == (b"%PDF-", (path,))
    assert _shelf(bindery) == []
    (page,) = PdfReader(BytesIO(bound.content)).pages
    assert "Un plan" in page.extract_text()


FAILING = {
    "picture of another host": '<img src="https://example.org/c.png" alt="">',
    "file of the machine": '<img src="file:///etc/hostname" alt="">',
    "style of another host": '<style>@import "https://example.org/c.css";</style><p>a</p>',
}


@pytest.mark.parametrize("body", FAILING.values(), ids=FAILING)
def test_failing(bindery: Bindery, body: str) -> None:
    """A document that lacks a part isn't made; no other host and no other file is asked."""
    with pytest.raises(PdfError):
        bindery.bind(_manuscript(body))
    assert _shelf(bindery) == []

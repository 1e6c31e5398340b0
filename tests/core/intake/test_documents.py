"""Documents of Word: their words come out as Markdown, or it is told that they can't be read."""

from collections.abc import Callable, Mapping

import pytest

from mkdocs_forum.core.intake.rich_text.documents import (
    LARGEST,
    MOST_FILES,
    MOST_TAGS,
    read_document,
)
from tests.documents import LINK, NOTE, document, packed, paragraph, run, table
from tests.growth import LINEAR, growth

READ = {
    "paragraphs": (document(paragraph("Un."), paragraph(""), paragraph("Deux.")), "Un.\n\nDeux."),
    "set off": (
        document(paragraph(run("Un ") + run("mot", "b") + run(" et ") + run("un autre", "i"))),
        "Un **mot** et *un autre*",
    ),
    "headings": (
        document(
            paragraph("Le prix", "Titre"), paragraph("Un", "Titre1"), paragraph("Deux", "Titre2")
        ),
        "## Le prix\n\n## Un\n\n### Deux",
    ),
    "lists": (
        document(
            paragraph("Avant :"),
            paragraph("un", level=0),
            paragraph("sous", level=1),
            paragraph("deux", level=0),
            paragraph("Après."),
        ),
        "Avant :\n\n- un\n    1. sous\n- deux\n\nAprès.",
    ),
    "a table": (
        document(table(("a", "b"), ("1", "2")), paragraph("Fin.")),
        "| a | b |\n| --- | --- |\n| 1 | 2 |\n\nFin.",
    ),
    "a link": (document(paragraph(run("Lire ") + LINK)), "Lire [ce livre](https://example.org/)"),
    "a quote": (document(paragraph("Trop.", "Citation")), "> Trop."),
    "a note": (document(paragraph(run("Oui") + NOTE)), "Oui[^1]\n\n[^1]: Page 12."),
}


@pytest.mark.parametrize("name", READ)
def test_read(name: str) -> None:
    """What is set off has its sign."""
    data, expected = READ[name]
    found = read_document(data)
    assert found
    assert found.text == expected


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">]>'
UNREADABLE: Mapping[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "no document": lambda: b"PK\x03\x04",
    "another document": lambda: packed({"content.xml": "<office/>"}),
    "cut": lambda: document(paragraph("Un."))[:-200],
    "entities": lambda: packed({"word/document.xml": LAUGHS}),
    "too large": lambda: document(paragraph("x" * LARGEST)),
    "too many": lambda: packed({f"word/{number}.xml": "<x/>" for number in range(MOST_FILES + 1)}),
    "too deep": lambda: document(
        "<w:tbl><w:tr><w:tc>" * 20_000 + "</w:tc></w:tr></w:tbl>" * 20_000
    ),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_unreadable(name: str) -> None:
    """What is no document, or would exhaust the reader, is left alone."""
    assert read_document(UNREADABLE[name]()) is None


BLOCKS = ["<w:p/>", paragraph("Un mot."), table(("a", "b")), paragraph(run("a", "b") * 9)]


@pytest.mark.parametrize("block", BLOCKS[1:])
def test_time(block: str) -> None:
    """No document takes longer than in proportion to its length."""

    def make(size: int) -> str:
        return block * (size // len(block))

    assert growth(lambda blocks: read_document(document(blocks)), make) < LINEAR


@pytest.mark.thorough
@pytest.mark.parametrize("block", BLOCKS)
def test_longest(block: str) -> None:
    """The longest document is read, in proportion to its length, too."""
    longest = len(block) * ((MOST_TAGS - 100) // block.count("<"))

    def make(size: int) -> str:
        return block * (size // len(block))

    assert read_document(document(make(longest)))
    assert growth(lambda blocks: read_document(document(blocks)), make, longest // 4) < LINEAR

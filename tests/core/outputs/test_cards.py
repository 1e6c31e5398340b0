"""Cards: they can be read at half their size, in the colours of the site, and are kept."""

import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from mkdocs_forum.core.outputs.cards import draw as drawing
from mkdocs_forum.core.outputs.cards.colours import Colours, colour, contrast
from mkdocs_forum.core.outputs.cards.draw import FONT, SIZE, TITLE_FONT, Card, draw
from mkdocs_forum.core.outputs.cards.kept import CardMaker
from mkdocs_forum.core.outputs.cards.letters import writable
from mkdocs_forum.core.outputs.cards.lines import fitting

BLUE = Colours(colour("#1d3f58"), colour("#a8432a"))
CARD = Card("Forum · Question", "Que vaut une marge\u202f?", "Ana Ferrand · Rencontre 2024")


def opened(picture: bytes) -> Image.Image:
    """Open a card."""
    return Image.open(BytesIO(picture)).convert("RGB")


def test_card() -> None:
    """A card has the size that others ask for, and the colours of the site."""
    image = opened(draw(CARD, BLUE))
    colours = {found for _, found in image.getcolors(16) or ()}
    assert image.size == SIZE == (1200, 630)
    assert (image.getpixel((2, 300)), image.getpixel((1190, 10))) == (BLUE.accent, BLUE.background)
    assert {BLUE.accent, BLUE.background, BLUE.ink} <= colours
    assert draw(CARD, BLUE) == draw(CARD, BLUE)


@pytest.mark.parametrize(
    "title",
    ["Prix", "Que vaut une marge qu’on n’explique pas ? " * 3, "mot " * 400, "A" * 5000, "é" * 90],
)
def test_stays_within(title: str) -> None:
    """No letter leaves its place, however long a title is, and none is small at 600 pixels."""
    image = opened(draw(Card("F" * 500, title, "B" * 500), BLUE))
    for box in ((24, 0, 79, 630), (1125, 0, 1200, 630), (24, 0, 1200, 50), (24, 580, 1200, 630)):
        assert image.crop(box).getcolors(1), box
    assert min(size for size, _ in drawing._TITLE) >= 2 * 24


@pytest.mark.parametrize(
    ("background", "ink"),
    [("#1d3f58", (255, 255, 255)), ("#ffec3d", (26, 26, 26)), ("#fff", (26, 26, 26))],
)
def test_ink(background: str, ink: tuple[int, int, int]) -> None:
    """Words can be read on any colour."""
    colours = Colours(colour(background), colour("#000"))
    assert colours.ink == ink
    assert contrast(colours.ink, colours.background) >= 4.5


def test_letters_of_the_font() -> None:
    """What is said to be in the fonts is what is in both."""
    known = set.intersection(*(set(TTFont(path).getBestCmap()) for path in (FONT, TITLE_FONT)))
    said = {
        code
        for code in range(0x20, 0x30000)
        if unicodedata.category(chr(code)) != "Cs"
        and writable(f"a{chr(code)}a") == f"a{chr(code)}a"
    }
    assert said == known


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Œuvre à 5 €", "Œuvre à 5 €"),
        ("Prix 🦊 libre 👩🏽\u200d🚀", "Prix libre"),
        ("Ελληνικά и русский", "Ελληνικά и русский"),
        ("שלום", None),
        ("価格", None),
        ("🦊", ""),
    ],
)
def test_writable(text: str, written: str | None) -> None:
    """Faces are left out; a text whose letters are lacking has no card rather than boxes."""
    assert writable(text) == written
    assert Card("F", text, "").is_writable is bool(written)


def test_lines() -> None:
    """Words go into lines in the largest letters; those that break no line stay together."""
    sizes = [(20, lambda text: 2.0 * len(text), 1), (10, lambda text: 1.0 * len(text), 2)]
    assert fitting("un mot", 12, sizes) == (20, ["un mot"])
    assert fitting("un mot de plus", 12, sizes) == (10, ["un mot de", "plus"])
    assert fitting("un mot de plus et encore d’autres", 12, sizes) == (
        10,
        ["un mot de", "plus et…"],
    )
    assert fitting("un\u00a0mot\u00a0!", 8, sizes) == (10, ["un\u00a0mot\u00a0!"])


def test_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A card is drawn once for as long as its words and colours stay."""
    drawn = []

    def counted(card: Card, colours: Colours) -> bytes:
        drawn.append(card)
        return draw(card, colours)

    monkeypatch.setattr("mkdocs_forum.core.outputs.cards.kept.draw", counted)
    other = Card("Forum", "Autre", "")
    maker = CardMaker(BLUE, tmp_path / "cards")
    assert maker.make(CARD) == maker.make(CARD)
    maker.make(other)
    CardMaker(Colours(colour("#fff"), colour("#000")), tmp_path / "cards").make(CARD)
    assert drawn == [CARD, other, CARD]
    maker.clear([other])
    assert [path.name for path in (tmp_path / "cards").iterdir()] == [maker.name(other)]

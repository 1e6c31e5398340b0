"""A card drawn: what it is, its title, who and where."""

from dataclasses import astuple, dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mkdocs_forum.core.outputs.cards.colours import Colours, mixed
from mkdocs_forum.core.outputs.cards.letters import writable
from mkdocs_forum.core.outputs.cards.lines import fitting

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

SIZE: Final = (1200, 630)
"""Width and height, as those who show cards ask for them."""
_FONTS: Final = Path(__file__).parents[3] / "assets/fonts"
TITLE_FONT, FONT = _FONTS / "noto-sans-bold.ttf", _FONTS / "noto-sans.ttf"
_MARGIN: Final = 80
_BAR: Final = 24
_WIDTH: Final = SIZE[0] - 2 * _MARGIN
_TITLE: Final = ((84, 3), (72, 4), (60, 5), (52, 6))
"""Sizes of a title's letters with the lines that fit. At half its size a card can be read."""
_SMALL: Final = 36
_LEADING: Final = 1.18
_ACCENT, _INK, _QUIET = 15, 14, 11
"""Places in the palette: between 0 and the ink, the colours of the edges of letters."""


@dataclass(frozen=True)
class Card:
    """What a card says."""

    above: str
    """What it is."""
    title: str
    below: str
    """Who and where."""

    @property
    def is_writable(self) -> bool:
        """Whether the font has all letters of it."""
        return None not in map(writable, astuple(self)) and bool(writable(self.title))


def draw(card: Card, colours: Colours) -> bytes:
    """Draw a card that can be written, as PNG."""
    from PIL import Image, ImageDraw

    image = Image.new("L", SIZE, 0)
    drawing = ImageDraw.Draw(image)
    drawing.rectangle((0, 0, _BAR - 1, SIZE[1]), fill=_ACCENT)
    small = _font(FONT, _SMALL)
    _, [above] = fitting(writable(card.above) or "", _WIDTH, ((_SMALL, small.getlength, 1),))
    drawing.text((_MARGIN, 56), above, fill=_QUIET, font=small)
    sizes = [(size, _font(TITLE_FONT, size).getlength, most) for size, most in _TITLE]
    size, lines = fitting(writable(card.title) or "", _WIDTH, sizes)
    top = (SIZE[1] - len(lines) * size * _LEADING) / 2
    for number, line in enumerate(lines):
        place = (_MARGIN, round(top + number * size * _LEADING - size * 0.2))
        drawing.text(place, line, fill=_INK, font=_font(TITLE_FONT, size))
    _, [below] = fitting(writable(card.below) or "", _WIDTH, ((_SMALL, small.getlength, 1),))
    drawing.text((_MARGIN, SIZE[1] - 104), below, fill=_QUIET, font=small)
    image.putpalette(_palette(colours))
    written = BytesIO()
    image.save(written, "PNG", bits=4, compress_level=3)
    return written.getvalue()


@cache
def _font(path: Path, size: int) -> "FreeTypeFont":
    from PIL import ImageFont

    # The plain one: what the other gives depends on libraries of the machine.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def _palette(colours: Colours) -> list[int]:
    shades = [mixed(colours.background, colours.ink, number / _INK) for number in range(_INK + 1)]
    return [part for shade in (*shades, colours.accent) for part in shade]

"""The colours of a card: those of the site, and one that can be read on them."""

from dataclasses import dataclass
from typing import Final

Colour = tuple[int, int, int]

_LIGHT: Final = (255, 255, 255)
_DARK: Final = (26, 26, 26)
_LEAST: Final = 4.5
"""Contrast of a text with what is behind it (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True)
class Colours:
    """The colours of a card."""

    background: Colour
    accent: Colour

    @property
    def ink(self) -> Colour:
        """The colour of the words: white where that can be read."""
        return _LIGHT if contrast(self.background, _LIGHT) >= _LEAST else _DARK


def colour(written: str) -> Colour:
    """Read a colour that is written as `#123456` or `#123`."""
    digits = written.removeprefix("#")
    digits = digits if len(digits) >= 6 else "".join(2 * digit for digit in digits[:3])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast of two colours, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted([_luminance(one), _luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """Give a colour between two.

    Arguments:
        one: The first colour.
        other: The second one.
        share: Share of the second one, from 0 to 1.
    """
    first, second, third = (
        round(low + (high - low) * share) for low, high in zip(one, other, strict=True)
    )
    return first, second, third


def _luminance(given: Colour) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in given)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

"""Bar charts: where each bar and each of its parts stands, for a template to draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mkdocs_forum.core.faults.diagnostic import brief

WIDTH: Final = 420
ROW: Final = 24
"""Height of a bar with the space around it."""
_BAR: Final = 14
_LABELS: Final = 150
"""Width of what stands before the bars."""
_FIGURES: Final = 36
"""Width of what stands behind the longest."""
_GAP: Final = 2
_LONGEST_LABEL: Final = 22


@dataclass(frozen=True)
class Part:
    """One part of a bar."""

    name: str
    x: float
    width: float


@dataclass(frozen=True)
class Bar:
    """One bar."""

    label: str
    total: int
    y: int
    text_y: int
    parts: tuple[Part, ...]
    end: float
    """Where the figure stands behind it."""


@dataclass(frozen=True)
class Chart:
    """A chart of bars below each other."""

    bars: tuple[Bar, ...]
    height: int
    width: int = WIDTH
    thickness: int = _BAR
    start: int = _LABELS
    """Where the bars begin."""


def bar_chart(rows: Sequence[tuple[str, Sequence[tuple[str, int]]]]) -> Chart:
    """Lay a chart out.

    Arguments:
        rows: For each bar what it is called, and its parts with their numbers.
    """
    most = max((sum(number for _, number in parts) for _, parts in rows), default=0)
    scale = (WIDTH - _LABELS - _FIGURES) / max(most, 1)
    bars = tuple(_bar(place, label, parts, scale) for place, (label, parts) in enumerate(rows))
    return Chart(bars, ROW * len(bars))


def _bar(place: int, label: str, parts: Sequence[tuple[str, int]], scale: float) -> Bar:
    x, drawn = float(_LABELS), []
    for name, number in parts:
        if number:
            drawn.append(Part(name, round(x, 1), round(max(number * scale - _GAP, 1), 1)))
        x += number * scale
    y = place * ROW + (ROW - _BAR) // 2
    total = sum(number for _, number in parts)
    return Bar(brief(label, _LONGEST_LABEL), total, y, y + _BAR - 3, tuple(drawn), round(x + 6, 1))

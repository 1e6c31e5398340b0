"""Bar charts: where each bar and each of its parts stands, for a template to draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mkdocs_forum.core.faults.diagnostic import brief

WIDTH: Final = 420
ROW: Final = 24
"""Height of a bar with the space around it."""
_BAR: Final = 14
_FIGURES: Final = 36
"""Width of what stands behind the longest."""
_GAP: Final = 2
_SPACE: Final = 8
"""Between the labels and the bars."""
_LETTER: Final = 6.5
"""Width of a letter of a label, about."""
_LONGEST_LABEL: Final = 36


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
    labels: int
    """Where the labels end."""
    width: int = WIDTH
    thickness: int = _BAR


def bar_chart(rows: Sequence[tuple[str, Sequence[tuple[str, int]]]]) -> Chart:
    """Lay a chart out.

    Arguments:
        rows: For each bar what it is called, and its parts with their numbers.
    """
    most = max((sum(number for _, number in parts) for _, parts in rows), default=0)
    labels = [brief(label, _LONGEST_LABEL) for label, _ in rows]
    end = round(_LETTER * max(map(len, labels), default=0))
    start = end + _SPACE
    scale = (WIDTH - start - _FIGURES) / max(most, 1)
    bars = tuple(
        _bar(place, label, parts, start, scale)
        for place, (label, (_, parts)) in enumerate(zip(labels, rows, strict=True))
    )
    return Chart(bars, ROW * len(bars), end)


def _bar(
    place: int, label: str, parts: Sequence[tuple[str, int]], start: float, scale: float
) -> Bar:
    x, drawn = start, []
    for name, number in parts:
        if number:
            drawn.append(Part(name, round(x, 1), round(max(number * scale - _GAP, 1), 1)))
        x += number * scale
    y = place * ROW + (ROW - _BAR) // 2
    total = sum(number for _, number in parts)
    return Bar(label, total, y, y + _BAR - 3, tuple(drawn), round(x + 6, 1))

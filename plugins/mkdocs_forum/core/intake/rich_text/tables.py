"""Tables of HTML: those that hold values become Markdown's, those that lay out a page its lines."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

MOST_COLUMNS: Final = 20
_BORDER = re.compile(
    r"border(?:-\w+){0,2}\s*:\s*(?!none|0|medium none)[^;]{,60}?(?:solid|double|\b[1-9])"
)


class Edge(Enum):
    """What stands between lines."""

    PARAGRAPH = auto()
    """A paragraph begins or ends."""
    BLOCK = auto()
    """A list, a heading or a table does, which Markdown sees by an empty line alone."""


Lines = list[str | Edge]


@dataclass
class Table:
    """A table as it is read, cell by cell."""

    is_drawn: bool
    """Whether lines are drawn around its cells, or some are heads of columns."""
    is_layout: bool = False
    """Whether a cell holds what Markdown's tables can't: a table, a list, a quote."""
    rows: list[list[Lines]] = field(default_factory=list)
    """The lines of each cell of each row."""

    def row(self) -> None:
        """Begin a row."""
        self.rows.append([])

    def cell(self, tag: str, attributes: Mapping[str, str | None]) -> Lines:
        """Begin a cell, and give the place for its lines."""
        self.is_drawn = self.is_drawn or tag == "th" or is_drawn(attributes)
        if not self.rows:
            self.row()
        self.rows[-1].append([])
        return self.rows[-1][-1]

    @property
    def lines(self) -> Lines:
        """The lines of its cells: Markdown's table if it holds values, else one below the other."""
        cells = [[_cell(lines) for lines in row] for row in self.rows]
        rows = [row for row in cells if any(row)]
        width = max(map(len, rows), default=0)
        if self.is_layout or not self.is_drawn or len(rows) < 2 or not 1 < width <= MOST_COLUMNS:
            return [line for row in self.rows for lines in row for line in lines]
        head, *others = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
        return [Edge.BLOCK, head, f"|{' --- |' * width}", *others, Edge.BLOCK]


def is_drawn(attributes: Mapping[str, str | None]) -> bool:
    """Whether a table or a cell has a border."""
    border = (attributes.get("border") or "0").strip()
    style = (attributes.get("style") or "").lower()
    return border not in {"0", ""} or bool(_BORDER.search(style))


def _cell(lines: Lines) -> str:
    """Give the lines of a cell as one, in which no sign ends it."""
    kept = [line.strip() for line in lines if isinstance(line, str) and line.strip()]
    return "<br>".join(kept).replace("|", r"\|")

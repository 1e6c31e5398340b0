"""What the template of that page is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_forum.core.library.asking.statistics import Figures
from mkdocs_forum.core.pages.contexts import Context
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.review.charts import Chart


@dataclass(frozen=True)
class Row:
    """What became of some questions."""

    link: Link | None
    """What they have in common; nothing for all of them."""
    figures: Figures
    longest: Link | None
    """The question that waits longest."""


@dataclass(frozen=True)
class Table:
    """Figures by what questions have in common."""

    name: str
    title: str
    head: str
    """What the first column is called."""
    chart: Chart
    rows: Sequence[Row]


@dataclass(frozen=True)
class Review(Context):
    """What became of the questions."""

    everything: Row
    tables: Sequence[Table]
    parts: Mapping[str, str]
    """What the parts of a bar are called."""

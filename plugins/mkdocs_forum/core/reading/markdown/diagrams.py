"""The diagrams of a text, written in Mermaid between fences."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from mkdocs_forum.core.gfm.syntax import blocks

_MERMAID: Final = re.compile(r"\s*\{?\s*\.?mermaid\b")
"""Begins what stands behind the fence of a diagram."""


class Diagram(NamedTuple):
    """A diagram of a text."""

    text: str
    """The words that describe it."""
    line: int
    """Line of its fence, from 0."""


@lru_cache(1 << 14)  # A forum that is served is looked through after each edit.
def diagrams(text: str) -> Sequence[Diagram]:
    """Give the diagrams of a text, those in lists and quotes too."""
    return tuple(
        Diagram(token.content, token.map[0])
        for token in (blocks(text, {}) if "mermaid" in text else ())
        if token.type == "fence" and token.map and _MERMAID.match(token.info)
    )

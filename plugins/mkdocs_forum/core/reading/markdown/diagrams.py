"""The diagrams of a text, written in Mermaid between fences."""

import re
from collections.abc import Iterator
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


def diagrams(text: str) -> Iterator[Diagram]:
    """Give the diagrams of a text, those in lists and quotes too."""
    for token in blocks(text, {}) if "mermaid" in text else ():
        if token.type == "fence" and token.map and _MERMAID.match(token.info):
            yield Diagram(token.content, token.map[0])

"""Cards that are kept between builds."""

import hashlib
from collections.abc import Collection
from dataclasses import astuple, dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Final

from mkdocs_forum.core.outputs.cards import draw as drawing
from mkdocs_forum.core.outputs.cards.colours import Colours
from mkdocs_forum.core.outputs.cards.draw import Card, draw

EXTRA: Final = "pip install 'mkdocs-forum[cards]'"
"""Command that installs what draws cards."""


@dataclass(frozen=True)
class CardMaker:
    """Draws cards, and keeps them for as long as nothing that they are made of changes."""

    colours: Colours
    folder: Path
    """Folder of the cards that are kept."""

    def make(self, card: Card) -> bytes:
        """Give the picture of a card."""
        kept = self.folder / self.name(card)
        if kept.is_file():
            return kept.read_bytes()
        picture = draw(card, self.colours)
        self.folder.mkdir(parents=True, exist_ok=True)
        # Whole or not at all, whatever happens meanwhile.
        fresh = kept.with_suffix(".part")
        fresh.write_bytes(picture)
        fresh.replace(kept)
        return picture

    def name(self, card: Card) -> str:
        """Give the name under which a card is kept: the hash of all that it is made of."""
        words = "\0".join(astuple(card))
        return f"{hashlib.sha256(self._made_of + words.encode()).hexdigest()}.png"

    def clear(self, cards: Collection[Card]) -> None:
        """Take away all that is kept of other cards than these."""
        names = {*map(self.name, cards)}
        for path in self.folder.glob("*"):
            if path.name not in names:
                path.unlink()

    @cached_property
    def _made_of(self) -> bytes:
        """What all cards are made of: the drawing, its library, its fonts and the colours."""
        files = [Path(drawing.__file__), drawing.TITLE_FONT, drawing.FONT]
        digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
        return " ".join([version("pillow"), repr(self.colours), *digests]).encode()

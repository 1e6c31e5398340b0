"""The drawings of all diagrams of a forum, each made once and kept."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from mkdocs_forum.core.diagrams.mermaid import DiagramError, SlowError
from mkdocs_forum.core.diagrams.svg import cleaned
from mkdocs_forum.core.faults.diagnostic import Diagnostic, say
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.reading.markdown.diagrams import Diagram, diagrams
from mkdocs_forum.core.reading.source import Source

Drawings = Mapping[str, str]
"""Drawings as sanitised SVG, by the keys of the texts that describe them."""


class Renderer(Protocol):
    """Draws diagrams."""

    @property
    def name(self) -> str:
        """Its name with all by which it may draw otherwise than another."""

    def draw(self, text: str) -> str:
        """Draw a diagram as SVG.

        Raises:
            DiagramError: It can't be drawn.
        """


def key_of(text: str) -> str:
    """Give the key of a diagram: its words, however far they were moved to the right."""
    return "\n".join(filter(None, map(str.strip, text.splitlines())))


def printed_sources(library: Library) -> Iterator[Source]:
    """Give the files whose texts stand on paper."""
    for kind in (library.talks, library.answers, library.outcomes, library.editions):
        yield from (entry.source for entry in kind.values())


@dataclass
class DrawingMaker:
    """Draws diagrams, and keeps the drawings for as long as somebody's text needs them."""

    renderer: Renderer
    folder: Path
    """Folder of the drawings that are kept."""
    faults: list[Diagnostic] = field(default_factory=list)
    """Which diagrams could not be drawn, and why."""
    _stopped: DiagramError | None = None

    def make(self, sources: Iterable[Source]) -> Drawings:
        """Give the drawings of all diagrams of some files."""
        found: dict[str, str] = {}
        used = []
        for source in sources:
            for diagram in diagrams(source.body):
                used.append(self._name(diagram.text))
                with suppress(DiagramError):
                    found[key_of(diagram.text)] = self._drawing(diagram, source)
        self._clear(used)
        return found

    def _drawing(self, diagram: Diagram, source: Source) -> str:
        kept = self.folder / self._name(diagram.text)
        if kept.is_file():
            return kept.read_text(encoding="utf-8")
        try:
            drawing = self._drawn(diagram.text)
        except DiagramError as error:
            place = source.locate_body(diagram.line + error.line)
            message = say("this diagram is printed as text: {error}", error=error.reason)
            hint = say("mend what describes it, or add a picture of it")
            self.faults.append(Diagnostic(place, "F404", message, hint))
            raise
        self.folder.mkdir(parents=True, exist_ok=True)
        # Whole or not at all, whatever happens meanwhile.
        fresh = kept.with_suffix(".part")
        fresh.write_text(drawing, encoding="utf-8")
        fresh.replace(kept)
        return drawing

    def _drawn(self, text: str) -> str:
        if self._stopped:
            raise self._stopped
        try:
            return cleaned(self.renderer.draw(text))
        except SlowError as error:
            # The next ones would take as long: together, longer than anybody waits.
            self._stopped = error
            raise

    def _name(self, text: str) -> str:
        return f"{hashlib.sha256(f'{self.renderer.name} {text}'.encode()).hexdigest()}.svg"

    def _clear(self, names: Collection[str]) -> None:
        for path in self.folder.glob("*"):
            if path.name not in names:
                path.unlink()

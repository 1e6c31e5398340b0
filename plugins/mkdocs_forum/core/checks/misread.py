"""What GitHub reads otherwise than its author meant, as does the site, or what paper shows so."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mkdocs_forum.core.diagrams.mermaid import PROGRAM
from mkdocs_forum.core.faults.diagnostic import Diagnostic, say
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.markdown.diagrams import diagrams
from mkdocs_forum.core.reading.markdown.outline import prose, unclosed_fence
from mkdocs_forum.core.reading.source import Source

_FORMULA = re.compile(r"\$\$|\\\[.+\\\]|\\\(.+?\\\)|(?<![\\$\w])\$(?![\s\d$])[^$]*[^\s\\$]\$(?!\w)")
"""Begins a formula, as Arithmatex reads it; what may be a price is none."""


def check_misread(library: Library, settings: Settings) -> Iterator[Diagnostic]:
    """Report code that nothing closes, and diagrams and formulas on paper."""
    for entry in library.entries.values():
        yield from _open_code(entry.source)
    for printed in (library.talks, library.answers, library.outcomes, library.editions):
        for entry in printed.values():
            if not settings.draws:
                yield from _diagrams(entry.source)
            if settings.tex:
                yield from _formulas(entry.source)


def _open_code(source: Source) -> Iterator[Diagnostic]:
    number = _unclosed(source.body)
    if number is not None:
        message = say("this code is never closed")
        hint = say("write the same signs again, on a line of their own below it")
        yield Diagnostic(source.locate_body(number), "F316", message, hint)


@lru_cache(1 << 14)  # A forum that is served is looked through after each edit.
def _unclosed(body: str) -> int | None:
    """Give the line, from 0, of the fence that nothing closes."""
    return unclosed_fence(body.split("\n")) if "```" in body or "~~~" in body else None


def _diagrams(source: Source) -> Iterator[Diagnostic]:
    """Report diagrams that a script draws on the screen: paper has none."""
    for diagram in diagrams(source.body):
        message = say("this diagram is printed as the text that describes it")
        hint = say(
            "add a picture of it, or ask the organisers to install '{program}', which draws it",
            program=PROGRAM,
        )
        yield Diagnostic(source.locate_body(diagram.line), "F404", message, hint)


def _formulas(source: Source) -> Iterator[Diagnostic]:
    """Report the first formula that paper shows as TeX: one option sets them all."""
    if place := _first_formula(source.body):
        message = say("this formula is printed as it is written, in TeX")
        hint = say("ask the organisers for the option 'maths', by which formulas are set")
        yield Diagnostic(source.locate_body(*place), "F404", message, hint)


@lru_cache(1 << 14)
def _first_formula(body: str) -> tuple[int, int] | None:
    """Give the line, from 0, and the column, from 1, at which the first formula begins."""
    if not re.search(r"\$|\\[(\[]", body):
        return None
    for number, line in prose(body.split("\n")):
        if formula := _FORMULA.search(line):
            return number, formula.start() + 1
    return None

"""A draft as its file holds it: mended, with short names for its questions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from mkdocs_forum.core.checks.fix import apply, mend
from mkdocs_forum.core.forms.compose import name_of
from mkdocs_forum.core.forms.write import write_entry, write_file
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import Entry, read_entry
from mkdocs_forum.core.reading.read import read_file
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.words.encodings import encode


@dataclass(frozen=True)
class File:
    """A file that is to be."""

    kind: str
    values: Mapping[str, Any]
    body: str = ""


def written(path: str, file: File, settings: Settings) -> str:
    """Give what a file is to hold; what can't be understood is told by the check."""
    source = read_source(path, write_file(file.values))
    entry = read_entry(source, file.kind, settings) if isinstance(source, Source) else source
    text = write_file(file.values, file.body)
    if isinstance(entry, Entry):
        text = write_entry(entry.meta, file.body)
    mended = mend(path, encode(text), settings).decode()
    return _named(path, mended, settings) if file.kind == "talks" else mended


def _named(path: str, text: str, settings: Settings) -> str:
    """Name the questions of a talk by a few of their words."""
    reading = read_file(path, encode(text), settings)
    names: list[str] = []
    edits = []
    for question in reading.questions if reading else ():
        names.append(name_of(question, names))
        if question.naming:
            short = question.naming.text.replace(question.slug, names[-1])
            edits.append(replace(question.naming, text=short))
    return apply(text, edits)

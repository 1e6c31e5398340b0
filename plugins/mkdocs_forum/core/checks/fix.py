"""Mending what needs no judgement: encodings, quotes, tabs, lists and names of questions.

All that isn't at fault stays as it is, byte for byte.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping

from mkdocs_forum.core.faults.diagnostic import Edit, Location
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.read import Reading, read_file
from mkdocs_forum.core.words.characters import tidy
from mkdocs_forum.core.words.encodings import decode

_LINE = re.compile("\r\n|\r|\n")


def mend_forum(texts: Mapping[str, bytes], settings: Settings) -> dict[str, bytes]:
    """Mend the files of a forum, and name its questions while that moves no address.

    Arguments:
        texts: What each file holds, by its path below the docs folder.
        settings: The forum's options.

    Returns:
        What each file should hold: the same if nothing can be mended.
    """
    return {
        path: name_questions(path, mend(path, data, settings), settings)
        for path, data in texts.items()
    }


def mend(path: str, data: bytes, settings: Settings) -> bytes:
    """Mend what a file tells by itself.

    Arguments:
        path: Path of the file below the docs folder.
        data: What it holds.
        settings: The forum's options.

    Returns:
        What it should hold: the same if nothing can be mended.
    """
    # A fault may hide another one; none takes less than a byte.
    for _ in data:
        reading = read_file(path, data, settings)
        faults = [fault for fault in reading.faults if fault.is_mechanical] if reading else []
        if not faults:
            break
        data = amend(data, [fault.edit for fault in faults if fault.edit])
    return data


def name_questions(path: str, data: bytes, settings: Settings) -> bytes:
    """Give the questions of a file that have no name of their own that of their address.

    Returns:
        What the file should hold: the same if it can't be read.
    """
    edits = unnamed(read_file(path, data, settings))
    return amend(data, edits) if edits else data


def unnamed(reading: Reading | None) -> list[Edit]:
    """Give what names the questions of a file that have no name of their own."""
    questions = reading.questions if reading else ()
    return [question.naming for question in questions if question.naming]


def amend(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Make changes in a file, which is written as it should be: in UTF-8, with whole letters."""
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    return mark + apply(tidy(decode(data)), edits).encode()


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Make changes in a text, whose lines keep their ends; new lines end as its first one does."""
    starts = [0, *(found.end() for found in _LINE.finditer(text))]
    end = _LINE.search(text)

    def index(place: Location) -> int:
        return starts[place.line - 1] + place.column - 1

    spans = sorted({(index(edit.start), index(edit.end), edit.text) for edit in edits})
    for first, last, new in reversed(spans):
        text = text[:first] + new.replace("\n", end[0] if end else "\n") + text[last:]
    return text

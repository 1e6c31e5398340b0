"""Whatever a file of a forum holds: it is an entry or has a fault, and mending it does no harm."""

import re
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.checks.fix import mend, name_questions
from mkdocs_forum.core.faults.diagnostic import Diagnostic, in_order
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.read import Reading, read_file
from mkdocs_forum.core.words.characters import visible
from mkdocs_forum.core.words.encodings import decode, is_utf16
from tests.core.pieces import FILES, VALUES
from tests.examples import times

SETTINGS = Settings()
LINE = re.compile(b"\r\n|\r|\n")


def read(path: str, data: bytes) -> Reading:
    """Read a file that stands where entries do."""
    reading = read_file(path, data, SETTINGS)
    assert reading is not None
    return reading


def mechanical(faults: Iterable[Diagnostic]) -> list[str]:
    """Give the faults that can be mended without judgement."""
    return [str(fault) for fault in faults if fault.is_mechanical]


def outside(faults: Iterable[Diagnostic], path: str, data: bytes) -> list[str]:
    """Give the faults of a file whose place isn't inside it."""
    # A line has at most as many characters as bytes, and a fault may stand at its end.
    sizes = [
        len(line) + 1 for line in LINE.split(decode(data).encode() if is_utf16(data) else data)
    ]
    return [
        str(fault)
        for fault in faults
        if fault.location.path == path
        and not (
            1 <= fault.location.line <= len(sizes)
            and 1 <= fault.location.column <= sizes[fault.location.line - 1]
        )
    ]


def forged(faults: Iterable[Diagnostic]) -> list[str]:
    """Give the faults that are told on other lines than their own, or with hidden characters."""
    wrong = []
    for fault in faults:
        lines = fault.tell().split("\n    hint: ")
        if len(lines) > 2 or any(visible(line) != line for line in lines):
            wrong.append(fault.tell())
    return wrong


def read_soundly(path: str, data: bytes) -> None:
    """Read a file; it gives an entry or a fault, and every fault lies inside the file."""
    reading = read(path, data)
    assert reading.entry or reading.faults
    assert outside(in_order(reading.faults), path, data) == []
    assert forged(reading.faults) == []


@given(FILES)
def test_read(file: tuple[str, bytes]) -> None:
    """A file gives an entry or a fault, and every fault lies inside the file."""
    read_soundly(*file)


@times(4)
@given(VALUES)
def test_read_values(file: tuple[str, bytes]) -> None:
    """The same is true whatever a key holds: lists of keys, keys of lists, escapes, nothing."""
    read_soundly(*file)


@times(0.5)
@given(st.lists(FILES, min_size=1, max_size=3).map(dict))
def test_load(changed: dict[str, bytes]) -> None:
    """A forum is read whatever some of its files hold; no fault lies outside its file."""
    _, faults, _ = load(changed)
    assert [told for path, data in changed.items() for told in outside(faults, path, data)] == []


@given(FILES | VALUES)
def test_mend(file: tuple[str, bytes]) -> None:
    """What can be mended is mended at once, and what has no such fault isn't touched."""
    path, data = file
    mended = mend(path, data, SETTINGS)
    faults = mechanical(read(path, data).faults)
    assert mechanical(read(path, mended).faults) == []
    assert mend(path, mended, SETTINGS) == mended
    assert faults or mended == data


@given(FILES)
def test_addresses(file: tuple[str, bytes]) -> None:
    """Neither mending nor naming the questions of a talk moves one of their addresses."""
    path, data = file
    before = [question.id for question in read(path, data).questions]
    named = name_questions(path, data, SETTINGS)
    mended = mend(path, data, SETTINGS)
    assert [question.id for question in read(path, named).questions] == before
    assert not before or [question.id for question in read(path, mended).questions] == before
    assert name_questions(path, named, SETTINGS) == named

"""One file read, and all of them: what each gave, and what is missing of those at fault."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location
from mkdocs_forum.core.model.kinds import Answer
from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.outcomes import Outcome
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import (
    Entry,
    is_introduction,
    kind_of,
    read_entry,
    read_introduction,
    read_partially,
)
from mkdocs_forum.core.reading.further_files import check_further_files
from mkdocs_forum.core.reading.limits.counts import check_limits, check_number
from mkdocs_forum.core.reading.markdown.list_signs import check_lists
from mkdocs_forum.core.reading.notations import check_notations
from mkdocs_forum.core.reading.questions.scan import LOSING, Question, scan
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.reading.unreadable import Unreadable, read_names
from mkdocs_forum.core.reading.values import unparted_topics
from mkdocs_forum.core.words.slugs import latin, slugify


@dataclass(frozen=True)
class Reading:
    """What one file gave."""

    kind: str
    entry: Entry[Meta] | None = None
    """The entry, if it could be understood and no cap keeps it from being rendered.

    Where keys that it can do without are at fault, it lacks them.
    """
    questions: Sequence[Question] = ()
    misread: Location | None = None
    """Where its list of questions is at fault, so that some may be missing."""
    unreadable: Unreadable | None = None
    """Its text, if that can be rendered, but no entry can be made of it."""
    faults: Sequence[Diagnostic] = ()


def read_file(path: str, data: str | bytes, settings: Settings) -> Reading | None:
    """Read a file by itself; nothing comes of one of the organisers' own."""
    introduces = is_introduction(path, settings)
    kind = "introductions" if introduces else kind_of(path, settings)
    if kind is None:
        return None
    source = read_source(path, data, needs_frontmatter=not introduces)
    if not isinstance(source, Source):
        return Reading(kind, faults=source)
    passed = list(check_limits(source))
    faults = [*source.remarks, *unparted_topics(source), *passed]
    if not passed:
        faults += [*check_notations(source, settings), *check_further_files(source)]
    entry, wrong = _entry(source, kind, settings)
    faults += wrong
    if passed:
        return Reading(kind, faults=faults)
    unreadable = None if entry else read_names(source, kind, settings)
    if kind != "talks":
        faults += check_lists(source)
        return Reading(kind, entry, unreadable=unreadable, faults=faults)
    questions, wrong = scan(source, settings.question_heading)
    faults += wrong
    if passed := list(check_number(questions)):
        return Reading(kind, faults=[*faults, *passed])
    lost = min((fault.location for fault in wrong if fault.code in LOSING), default=None)
    return Reading(kind, entry, questions if entry else (), lost, unreadable, faults)


def _entry(
    source: Source, kind: str, settings: Settings
) -> tuple[Entry[Meta] | None, list[Diagnostic]]:
    """Make an entry of a source, without the keys at fault if it can do without them."""
    if kind == "introductions":
        introduction = read_introduction(source, settings)
        if isinstance(introduction, Entry):
            return introduction, []
        return None, introduction
    entry = read_entry(source, kind, settings)
    if isinstance(entry, Entry):
        return entry, []
    return read_partially(source, kind, settings, entry), entry


@dataclass(frozen=True)
class Missing:
    """What is missing of a forum because files are at fault: who relies on it isn't at fault."""

    unread: frozenset[tuple[str, str]] = frozenset()
    """Kind and slug of the entries that couldn't be read."""
    misread: Mapping[str, Location] = field(default_factory=dict)
    """By talk, where its list of questions is at fault, so that it may lack some."""
    unreadable: tuple[Unreadable, ...] = ()
    """Texts of entries that couldn't be read: what they hold is still checked."""
    unplaced: tuple[Entry[Answer] | Entry[Outcome], ...] = ()
    """What refers to questions that such a list lacks, and isn't shown until it is mended."""

    def members(self) -> list[str]:
        """Give the members whose pages couldn't be read."""
        return sorted(slug for kind, slug in self.unread if kind == "members")


@dataclass(frozen=True)
class Readings:
    """What the files of a forum gave."""

    entries: Sequence[Entry[Meta]]
    questions: Sequence[Question]
    missing: Missing
    faults: Sequence[Diagnostic]


Reader = Callable[[str, str | bytes, Settings], Reading | None]
"""Gives what `read_file` would."""


def read_files(
    texts: Mapping[str, str | bytes], settings: Settings, read: Reader = read_file
) -> Readings:
    """Read files, each by itself, in the order of their paths."""
    readings = {path: read(path, texts[path], settings) for path in sorted(texts)}
    found = {path: reading for path, reading in readings.items() if reading}
    return Readings(
        entries=[reading.entry for reading in found.values() if reading.entry],
        questions=[question for reading in found.values() for question in reading.questions],
        missing=Missing(
            # Whoever refers to a file whose name is no address writes what it will be called.
            unread=frozenset(
                (reading.kind, name)
                for path, reading in found.items()
                if not reading.entry
                for name in (_stem(path), slugify(latin(_stem(path))))
            ),
            misread={
                _stem(path): reading.misread
                for path, reading in found.items()
                if reading.entry and reading.misread
            },
            unreadable=tuple(
                reading.unreadable for reading in found.values() if reading.unreadable
            ),
        ),
        faults=[fault for reading in found.values() for fault in reading.faults],
    )


def _stem(path: str) -> str:
    return PurePosixPath(path).stem

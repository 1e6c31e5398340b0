"""The way from files to a library: read, validate, link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from mkdocs_forum.core.checks.library import (
    check,
    check_alike,
    check_dates,
    check_names,
    check_published,
)
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, in_order
from mkdocs_forum.core.library.library import Library, build, placed, published
from mkdocs_forum.core.library.redirects import check_aliases
from mkdocs_forum.core.model.kinds import Meta
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import (
    Entry,
    is_introduction,
    kind_of,
    read_entry,
    read_introduction,
    salvage,
)
from mkdocs_forum.core.reading.limits.counts import check_caps, check_number
from mkdocs_forum.core.reading.notations import check_notations
from mkdocs_forum.core.reading.questions.scan import LOSING, Question, scan
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.reading.unreadable import Loose, loosen
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
    loose: Loose | None = None
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
    passed = list(check_caps(source))
    faults = [*source.remarks, *unparted_topics(source), *passed]
    if not passed:
        faults += check_notations(source, settings)
    entry, wrong = _entry(source, kind, settings)
    faults += wrong
    if passed:
        return Reading(kind, faults=faults)
    loose = None if entry else loosen(source, kind, settings)
    if kind != "talks":
        return Reading(kind, entry, loose=loose, faults=faults)
    questions, wrong = scan(source, settings.question_heading)
    faults += wrong
    if passed := list(check_number(questions)):
        return Reading(kind, faults=[*faults, *passed])
    lost = min((fault.location for fault in wrong if fault.code in LOSING), default=None)
    return Reading(kind, entry, questions if entry else (), lost, loose, faults)


def _entry(
    source: Source, kind: str, settings: Settings
) -> tuple[Entry[Meta] | None, list[Diagnostic]]:
    """Make an entry of a source, without the keys at fault if it can do without them."""
    if kind == "introductions":
        introduction = read_introduction(source)
        if isinstance(introduction, Entry):
            return introduction, []
        return None, introduction
    entry = read_entry(source, kind, settings)
    if isinstance(entry, Entry):
        return entry, []
    return salvage(source, kind, settings, entry), entry


def load(
    texts: Mapping[str, str | bytes], settings: Settings | None = None
) -> tuple[Library, list[Diagnostic]]:
    """Read a forum.

    Arguments:
        texts: What each file below the docs folder holds, by its path with `/`. The organisers'
            own files are passed over.
        settings: The options; by default the forum's own, in English.

    Returns:
        The library of all that could be understood and placed, without the drafts unless the
        settings ask for them, and every fault, sorted.
    """
    settings = settings or Settings()
    entries: list[Entry[Meta]] = []
    questions: list[Question] = []
    unread: set[tuple[str, str]] = set()
    misread: dict[str, Location] = {}
    loose: list[Loose] = []
    faults: list[Diagnostic] = []
    for path in sorted(texts):
        reading = read_file(path, texts[path], settings)
        if reading is None:
            continue
        faults += reading.faults
        questions += reading.questions
        stem = PurePosixPath(path).stem
        if reading.entry:
            entries.append(reading.entry)
            misread |= {stem: reading.misread} if reading.misread else {}
        else:
            # Whoever refers to a file whose name is no address writes what it will be called.
            unread |= {(reading.kind, name) for name in (stem, slugify(latin(stem)))}
        loose += [reading.loose] if reading.loose else []
    built = build(entries, questions, frozenset(unread), misread)
    library = replace(built, loose=tuple(loose))
    faults += check_names(entries)
    faults += check_alike(entries)
    faults += check(library)
    faults += check_dates(library, settings.today)
    faults += check_aliases(library, settings)
    shown = library if settings.drafts else published(library)
    faults += check_published(library, shown)
    return replace(placed(shown), loose=library.loose), in_order(faults)

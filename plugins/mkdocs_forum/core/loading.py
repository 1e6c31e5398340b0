"""The way from files to a library: read, validate, link."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from mkdocs_forum.core.checks import check, check_names, check_published
from mkdocs_forum.core.content import Meta
from mkdocs_forum.core.diagnostics import Diagnostic
from mkdocs_forum.core.entries import Entry, kind_of, read_entry
from mkdocs_forum.core.library import Library, build, published
from mkdocs_forum.core.questions import Question, scan
from mkdocs_forum.core.redirects import check_aliases
from mkdocs_forum.core.settings import Settings
from mkdocs_forum.core.source import Source, read_source


def load(
    texts: Mapping[str, str | bytes], settings: Settings | None = None
) -> tuple[Library, list[Diagnostic]]:
    """Read a forum.

    Arguments:
        texts: What each file below the docs folder holds, by its path with `/`. Files that are
            no entries are passed over.
        settings: The options; by default the forum's own, in English.

    Returns:
        The library of all that could be understood, without the drafts unless the settings ask
        for them, and every fault, sorted.
    """
    settings = settings or Settings()
    entries: list[Entry[Meta]] = []
    questions: list[Question] = []
    unread: set[tuple[str, str]] = set()
    faults: list[Diagnostic] = []
    for path in sorted(texts):
        kind = kind_of(path, settings)
        if kind is None:
            continue
        source = read_source(path, texts[path])
        entry = read_entry(source, kind, settings) if isinstance(source, Source) else [source]
        if not isinstance(entry, Entry):
            faults += entry
            unread.add((kind, PurePosixPath(path).stem))
            continue
        entries.append(entry)
        faults += entry.source.remarks
        if kind == "talks":
            found, problems = scan(entry.source, settings.question_heading)
            questions += found
            faults += problems
    library = build(entries, questions, frozenset(unread))
    faults += check_names(entries)
    faults += check(library)
    faults += check_aliases(library, settings)
    shown = library if settings.drafts else published(library)
    faults += check_published(library, shown)
    return shown, sorted(dict.fromkeys(faults), key=lambda fault: fault.order)

"""What shows only once a text is rendered: that it can't be, or that words of it are lost."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby

from mkdocs_forum.core.checks.anchors import Anchors
from mkdocs_forum.core.checks.lost_words import lost_words, may_lose_words
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, brief, say
from mkdocs_forum.core.html.tree import Text
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.titles import shown_titles
from mkdocs_forum.core.reading.source import Source


def check_rendering(
    library: Library, proposed: Collection[str], anchors: Anchors, told: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Render the texts that may lose something by it, and those that are new, and report what.

    Arguments:
        library: The entries.
        proposed: Paths of texts that nobody has rendered yet.
        anchors: Renders the texts, and knows those that it has rendered already.
        told: What is told of them already.
    """
    texts = {
        path: anchors.rendered(entry.body, path)
        for path, entry in library.entries.items()
        if path in proposed or may_lose_words(entry.body)
    }
    for path, error in anchors.errors.items():
        if entry := library.entries.get(path):
            yield unrendered(entry.source, error, partial(anchors.is_rendered, path=path))
    sound = {path: text for path, text in texts.items() if path not in anchors.errors}
    yield from check_words(library, sound, told)


def check_words(
    library: Library, texts: Mapping[str, Text], told: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Report the words of texts that don't stand on their pages.

    Arguments:
        library: The entries.
        texts: What their pages show of them, by the paths of their files.
        told: What is told already: of its lines nothing more is.
    """
    titles = shown_titles(library)
    lines: defaultdict[str, set[int]] = defaultdict(set)
    for fault in told:
        lines[fault.location.path].add(fault.location.line)
    for path, text in texts.items():
        source = library.entries[path].source
        yield from lost_words(source, text, lines[path], titles.get(path, ""))


def unrendered(
    source: Source, error: Exception, is_rendered: Callable[[str], bool] = bool
) -> Diagnostic:
    """Give the fault of a text that can't be rendered.

    Arguments:
        source: The text.
        error: What was raised.
        is_rendered: Whether a part of it can be rendered by itself, by which the paragraph at
            fault is found.
    """
    reason = brief(" ".join(f"{type(error).__name__}: {error}".split()))
    message = say(
        "this text can't be rendered and is shown as it was written: {reason}", reason=reason
    )
    hint = say("write it differently, or ask the organisers: a program that reads it fails")
    return Diagnostic(_place(source, is_rendered), "F317", message, hint)


def _place(source: Source, is_rendered: Callable[[str], bool]) -> Location:
    """Find the first paragraph that fails by itself; the head of the text if none does."""
    lines = source.body.split("\n")
    for is_blank, stretch in groupby(range(len(lines)), lambda number: not lines[number].strip()):
        numbers = list(stretch)
        part = "\n".join(lines[numbers[0] : numbers[-1] + 1])
        if not is_blank and not is_rendered(part):
            return source.locate_body(numbers[0])
    return source.locate_body(0)

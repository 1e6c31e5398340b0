"""Where links in Markdown lead: to source files, as MkDocs reads them."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import BOARDS, FORMS, REQUESTS, Addresses
from mkdocs_forum.core.model.settings import Settings

SYNTHESIS = "synthesis_"
"""Prefix of the identifiers within a synthesis."""
DETAIL = "question_"
"""Prefix of the identifiers in what stands below a question in its talk."""
SYNTHESIS_ANCHOR, ANSWERS_ANCHOR = "forum_synthesis", "forum_answers"
"""Identifiers of the parts of a question's page."""
TAKEN = frozenset(own.partition("_")[0] for own in (SYNTHESIS, DETAIL, SYNTHESIS_ANCHOR))
"""Beginnings of identifiers that an answer may be called like, as by a member named `forum`."""

_STASHED = re.compile("\x02(\\d+)\x03")


def prefix_of(answer: str) -> str:
    """Give what the identifiers within an answer begin with; `_` and `-_` are in no slug."""
    return f"{answer}-_" if answer in TAKEN else f"{answer}_"


@dataclass(frozen=True)
class Target:
    """Where a file leads that has no page of its own."""

    page: str
    """Source path of the page that shows it."""
    anchor: str = ""
    """Its own anchor there; links into it begin with `prefix_of` it."""
    anchors: Collection[str] = field(default_factory=frozenset)
    """Anchors of the page that aren't its own; those within them begin with `prefix_of` one."""

    def anchor_of(self, fragment: str) -> str:
        """Give the anchor on the page for one within the file."""
        if not fragment:
            return self.anchor
        if self.anchor:
            return prefix_of(self.anchor) + fragment
        prefixes = tuple(map(prefix_of, self.anchors))
        if fragment in self.anchors or fragment.startswith(prefixes):
            return fragment
        return SYNTHESIS + fragment


@dataclass(frozen=True)
class Destination:
    """What an address leads to, as its author meant it."""

    path: str
    """Path of a source file below the docs folder."""
    fragment: str = ""
    """A place within it."""


def is_address(written: str) -> bool:
    """Whether a text can be taken apart as an address: `http://[x` can't."""
    try:
        urlsplit(written)
    except ValueError:
        return False
    return True


@lru_cache(2**14)  # A link is judged, rendered and listed as leading to a text.
def resolve(address: str, source: str) -> Destination | None:
    """Tell which file a relative address in Markdown leads to.

    Arguments:
        address: The address as it is written, or as Python-Markdown has it while it renders.
        source: Path of the file in which it stands.

    Returns:
        Nothing where MkDocs doesn't look for a file either: for whole addresses, those from the
        root, and those whose last part has no dot.
    """
    written = _STASHED.sub(lambda found: chr(int(found[1])), address)
    if not is_address(written):
        return None
    url = urlsplit(written)
    if url.scheme or url.netloc or written.startswith(("/", "\\")):
        return None
    if not url.path:
        return Destination(source, url.fragment) if url.fragment else None
    path = unquote(url.path)
    if not posixpath.splitext(path)[1]:
        return None
    return Destination(
        posixpath.normpath(posixpath.join(posixpath.dirname(source), path)), url.fragment
    )


def link_targets(library: Library, settings: Settings) -> dict[str, Target]:
    """Tell where the files lead that have no page of their own."""
    addresses = Addresses(settings)
    targets = {
        answer.path: Target(addresses.entry("questions", answer.meta.question), answer.slug)
        for answer in library.answers.values()
    }
    for key, outcome in library.outcomes.items():
        slugs = {
            library.answers[answer].slug for answer in library.answers_by_question.get(key, ())
        }
        anchors = {SYNTHESIS_ANCHOR, ANSWERS_ANCHOR, *slugs}
        targets[outcome.path] = Target(addresses.entry("questions", key), anchors=anchors)
    return targets


def page_sources(library: Library, settings: Settings) -> Iterator[str]:
    """Give the source path of every page that isn't a further page of a listing."""
    addresses = Addresses(settings)
    yield "index.md"
    # Answers are shown on the pages of their questions.
    yield from map(addresses.section, (kind for kind in settings.folders if kind != "answers"))
    yield from map(addresses.board, BOARDS)
    yield from map(addresses.guide, ("faults", *FORMS, *REQUESTS))
    yield from (addresses.review(), addresses.promises(), addresses.follow())
    if settings.search:
        yield addresses.search()
    entries: dict[str, Iterable[str]] = {
        "editions": library.editions,
        "talks": library.talks,
        "members": library.members,
        "questions": library.questions,
        "topics": (topic.slug for topic in library.topics.values()),
        "sessions": (session.slug for session in library.sessions.values()),
    }
    for kind, slugs in entries.items():
        for slug in slugs:
            yield addresses.entry(kind, slug)


def document_sources(library: Library, settings: Settings) -> Iterator[str]:
    """Give the path of every document to print, as a source path."""
    addresses = Addresses(settings)
    for kind, slugs, word in (
        ("talks", library.talks, "print"),
        ("editions", library.editions, "print"),
        ("editions", library.editions, "proceedings"),
    ):
        for slug in slugs:
            yield addresses.output(kind, slug, word)

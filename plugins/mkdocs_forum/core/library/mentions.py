"""Which texts lead to which: who answers whom, and by whom a talk or a question is cited."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.targets import resolve
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.markdown.links import Kind, find_references

Place = tuple[str, str]
"""A text: its kind (`talks`, `questions` for what became of one, `answers`) and its identifier."""


@dataclass(frozen=True)
class Mention:
    """A text that leads to another."""

    source: Place
    target: Place


def mentions(library: Library, settings: Settings) -> Mapping[Place, tuple[Mention, ...]]:
    """Give the texts that lead to each talk and to each question, its answers included.

    A talk that leads to its own questions, and a synthesis to the answers that it draws together,
    say nothing new.
    """
    places = _places(library, Addresses(settings))
    found: defaultdict[Place, dict[Mention, None]] = defaultdict(dict)
    for path, source in _sources(library):
        for address in _addresses(library.entries[path].body):
            meant = resolve(address, path)
            target = places.get((meant.path, meant.fragment)) if meant else None
            target = target or (places.get((meant.path, "")) if meant else None)
            if target and not _is_within(source, target):
                found[_page_of(target)][Mention(source, target)] = None
    return {page: tuple(each) for page, each in found.items()}


def _places(library: Library, addresses: Addresses) -> dict[tuple[str, str], Place]:
    """Give the text that stands at each path, and at a place within it."""
    places: dict[tuple[str, str], Place] = {}
    for slug, talk in library.talks.items():
        places[talk.path, ""] = "talks", slug
    for key, question in library.questions.items():
        places[addresses.entry("questions", key), ""] = "questions", key
        places[library.talks[question.talk].path, question.slug] = "questions", key
    for key, outcome in library.outcomes.items():
        places[outcome.path, ""] = "questions", key
    for key, answer in library.answers.items():
        page = addresses.entry("questions", answer.meta.question)
        places[answer.path, ""] = places[page, answer.slug] = "answers", key
    return places


def _sources(library: Library) -> Iterator[tuple[str, Place]]:
    yield from ((entry.path, ("talks", slug)) for slug, entry in library.talks.items())
    yield from ((entry.path, ("questions", key)) for key, entry in library.outcomes.items())
    yield from ((entry.path, ("answers", key)) for key, entry in library.answers.items())


def _addresses(body: str) -> Iterator[str]:
    for reference in find_references(body):
        if reference.kind is not Kind.IMAGE:
            yield reference.address


def _page_of(place: Place) -> Place:
    """Give the talk or the question whose page shows a text."""
    kind, key = place
    return ("questions", key.rpartition("/")[0]) if kind == "answers" else place


def _is_within(source: Place, target: Place) -> bool:
    """Whether a text leads to itself or to a part of what it is about anyway."""
    (kind, key), (_, other) = source, target
    return source == target or (kind != "answers" and other.startswith(f"{key}/"))

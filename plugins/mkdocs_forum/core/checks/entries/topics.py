"""Rules over topics: how they are spelt, and what their files say."""

from collections.abc import Iterator

from mkdocs_forum.core.faults.diagnostic import Diagnostic, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.topics import topic_key
from mkdocs_forum.core.reading.read import Missing
from mkdocs_forum.core.words.similar_names import SimilarNames


def check_topics(library: Library, _: Missing) -> Iterator[Diagnostic]:
    """Report what is wrong with topics."""
    yield from _spellings(library)
    yield from _other_names(library)
    yield from _broader(library)


def _spellings(library: Library) -> Iterator[Diagnostic]:
    """Report spellings of a topic that differ only by case, accent or plural."""
    for topic in library.topics.values():
        for spelling, places in topic.spellings.items():
            if spelling != topic.name:
                message = say("'{found}' is another spelling of a topic", found=spelling)
                hint = say("write '{name}', as elsewhere", name=topic.name)
                for place in places:
                    yield Diagnostic(place, "F302", message, hint)


def _other_names(library: Library) -> Iterator[Diagnostic]:
    """Report other names of a topic that are those of another one."""
    pages = library.topic_pages
    for key, page in pages.pages.items():
        for number, name in enumerate(page.meta.also):
            own = topic_key(name)
            owner = own if own in pages.pages else pages.key(name)
            if owner != key:
                message = say("'{name}' is a name of another topic, too", name=name)
                hint = say("remove it here or in '{path}'", path=pages.pages[owner].path)
                yield Diagnostic(page.source.locate("also", number), "F321", message, hint)


def _broader(library: Library) -> Iterator[Diagnostic]:
    """Report topics that are part of one that isn't there, or of themselves."""
    pages, near = library.topic_pages, SimilarNames()
    names = [topic.name for topic in library.topics.values()]
    for key, page in pages.pages.items():
        broader = pages.broader(key)
        if broader is None:
            continue
        where = page.source.locate("part_of")
        if broader not in library.topics and broader not in pages.pages:
            wanted = page.meta.part_of or ""
            message = say("no topic is called '{name}'", name=wanted)
            found = near.seek(wanted, lambda: names, among="topics", path=page.path)
            hint = say(Sentence.NEAR, near=found[0]) if found else None
            yield Diagnostic(where, "F322", message, hint)
        elif key in _above(library, broader):
            message = say("the topic is part of itself")
            yield Diagnostic(where, "F322", message, say("remove one of the lines 'part_of'"))


def _above(library: Library, key: str) -> set[str]:
    """Give a topic with all that it is part of."""
    above: set[str] = set()
    following: str | None = key
    while following is not None and following not in above:
        above.add(following)
        following = library.topic_pages.broader(following)
    return above

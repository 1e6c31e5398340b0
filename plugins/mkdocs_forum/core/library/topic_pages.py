"""What the files of topics say: other names of a topic, and the broader one that it is part of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from mkdocs_forum.core.faults.diagnostic import Location
from mkdocs_forum.core.model.introductions import TopicPage
from mkdocs_forum.core.model.topics import Topic, gather_topics, topic_key
from mkdocs_forum.core.reading.entry import Entry


@dataclass(frozen=True)
class TopicPages:
    """The files of topics, by the keys of these."""

    pages: Mapping[str, Entry[TopicPage]] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)
    """Keys of topics by those of their other names."""

    def key(self, name: str) -> str:
        """Give the key of a topic, whichever of its names is told."""
        key = topic_key(name)
        return self.same.get(key, key)

    def also(self, key: str) -> tuple[str, ...]:
        """Give the other names of a topic."""
        return self.pages[key].meta.also if key in self.pages else ()

    def broader(self, key: str) -> str | None:
        """Give the key of the topic that one is part of, as its file says."""
        page = self.pages.get(key)
        return self.key(page.meta.part_of) if page and page.meta.part_of else None

    def gather(self, named: Iterable[tuple[str, Location]]) -> dict[str, Topic]:
        """Bring the spellings of each topic together.

        A topic that nobody names has a page where others are part of it.

        Arguments:
            named: Each mention of a topic with its place.
        """
        named = list(named)
        found = gather_topics((name, at) for name, at in named if topic_key(name) not in self.same)
        used = {self.key(name) for name, _ in named}
        broader = {self.broader(key) for key in self._within(used)}
        for key, page in self.pages.items():
            if key in used or key in broader:
                name = found[key].name if key in found else page.meta.title or _readable(page.slug)
                known = found.get(key, Topic(page.slug, name, {}))
                found[key] = replace(known, slug=page.slug)
        return found

    def _within(self, keys: Iterable[str]) -> set[str]:
        """Give topics with all that they are part of."""
        within: set[str] = set()
        left = list(keys)
        while left:
            key = left.pop()
            if key not in within:
                within.add(key)
                left += [broader] if (broader := self.broader(key)) else []
        return within


def topic_pages(entries: Iterable[Entry[TopicPage]]) -> TopicPages:
    """Gather what the files of topics say; a name that two of them claim is the first one's."""
    pages: dict[str, Entry[TopicPage]] = {}
    for entry in entries:
        pages.setdefault(topic_key(entry.slug), entry)
    same: dict[str, str] = {}
    for key, entry in pages.items():
        for name in map(topic_key, entry.meta.also):
            if name not in pages:
                same.setdefault(name, key)
    return TopicPages(pages, same)


def _readable(slug: str) -> str:
    return slug.replace("-", " ").capitalize()

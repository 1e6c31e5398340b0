"""The names that an entry had before its file was renamed."""

from collections.abc import Iterator

from mkdocs_forum.core.model.kinds import Edition, Member, Talk
from mkdocs_forum.core.reading.entry import Entry


def former_names(entry: Entry[Edition] | Entry[Member] | Entry[Talk]) -> Iterator[str]:
    """Give the names that an entry had, by the former addresses of its page, in their order."""
    home = entry.path.rpartition("/")[0]
    for alias in entry.meta.aliases:
        folder, _, name = alias.removesuffix(".html").strip("/").rpartition("/")
        if folder == home:
            yield name

"""The titles above texts, which these needn't repeat."""

from collections.abc import Mapping

from mkdocs_forum.core.library.library import Library


def shown_titles(library: Library) -> Mapping[str, str]:
    """Give what the page shows as title of a text, by the path of its file."""
    titles = {entry.path: entry.meta.title for entry in library.editions.values()}
    titles |= {entry.path: entry.meta.title for entry in library.talks.values()}
    titles |= {entry.path: entry.meta.name for entry in library.members.values()}
    titles |= {entry.path: _asked(library, key) for key, entry in library.outcomes.items()}
    return titles | {
        entry.path: _asked(library, key.rpartition("/")[0])
        for key, entry in library.answers.items()
    }


def _asked(library: Library, key: str) -> str:
    return library.questions[key].title if key in library.questions else ""

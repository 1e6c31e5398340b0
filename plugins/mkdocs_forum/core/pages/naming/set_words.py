"""The typography of what entries say of themselves."""

from collections.abc import Iterable
from typing import Final, TypeVar, overload

from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.notices import Notice
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.typography.rules import typeset

M = TypeVar("M", bound=Meta)

_OF_THE_TEXT: Final = frozenset({"title", "summary"})
"""Keys whose words are in the language of the text; those of the others are in the site's."""


class SetWords:
    """Sets the typography of values; names and addresses have no space to be set."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @overload
    def __call__(self, text: str, lang: str | None = None) -> str: ...
    @overload
    def __call__(self, text: None, lang: str | None = None) -> None: ...
    def __call__(self, text: str | None, lang: str | None = None) -> str | None:
        """Set a text, by default in the site's language."""
        return typeset(text, self._settings.typeset_in(lang)) if text else text

    def notices(self, notices: Iterable[Notice]) -> tuple[Notice, ...]:
        """Set errata and remarks, and put the newest first."""
        return tuple(map(self.words, sorted(notices, key=lambda each: each.date, reverse=True)))

    def words(self, meta: M, lang: str | None = None) -> M:
        """Give a frontmatter whose words are set."""
        words = {
            key: self(value, lang if key in _OF_THE_TEXT else None)
            for key, value in meta
            if isinstance(value, str)
        }
        return meta.model_copy(update=words)

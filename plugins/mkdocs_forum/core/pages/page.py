"""A page that the forum makes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mkdocs_forum.core.pages.contexts import Context, Listing


@dataclass(frozen=True)
class VirtualPage:
    """A page that the forum derives: of an entry's own file, or of nothing but the library."""

    source: str
    """Source path, as a link in Markdown would give it."""
    kind: str
    """What it shows; its template is `forum/<kind>.html`."""
    derive: Callable[[], Context]
    """Gives what its template shows, which takes longer than to know that there is the page."""
    title: str | None = None
    """Its title as text; nothing where the site's name says it."""
    subject: str | None = None
    """Identifier of the entry or question that it shows."""
    description: str | None = None
    """What search engines may show of it, if somebody wrote that."""
    is_root: bool = False
    """Whether it is the start page of a section, which stands in the navigation."""

    @cached_property
    def context(self) -> Context:
        """What its template shows."""
        return self.derive()

    @property
    def template(self) -> str:
        """Name of its template."""
        return f"forum/{self.kind}.html"

    @property
    def is_first(self) -> bool:
        """Whether it is no further page of a list."""
        return not isinstance(self.context, Listing) or self.context.pager.number == 1

    @property
    def values(self) -> list[object]:
        """All that it is, as plain values."""
        named = [self.source, self.kind, self.title, self.subject, self.description, self.is_root]
        return [*named, self.context]

    @property
    def variables(self) -> dict[str, Any]:
        """What its template is given, by the names that it uses."""
        return dict(vars(self.context))

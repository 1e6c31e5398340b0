"""What the heads of all pages have in common: the site, its forum, its texts."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.views import Views
from mkdocs_forum.core.printing.talk import Texts

Images = Mapping[tuple[str, str], str]
"""Paths of pictures by the kind of what they show, and its identifier."""


@dataclass(frozen=True)
class Site:
    """A site, as the heads of its pages tell of it."""

    library: Library
    views: Views
    texts: Texts
    settings: Settings
    days: Mapping[str, datetime.date]
    """Day of the last change of each file, by path."""
    images: Images = field(default_factory=dict)
    """Path of the picture of each talk and question, by its kind and its identifier."""

    def whole(self, url: str) -> str:
        """Give the whole address of a page."""
        return self.settings.site_url + url

    def image(self, kind: str, key: str) -> str:
        """Give the whole address of the picture of a talk or a question, if there is one."""
        path = self.images.get((kind, key), "") if self.settings.site_url else ""
        return path and self.whole(path)

    def name_of(self, member: str) -> str:
        """Give the name of a member."""
        return self.library.members[member].meta.name

    def changed(self, path: str, told: datetime.date) -> datetime.date:
        """Give the day of the last change of a file: by its history, or as its author told it."""
        return max(told, min(self.days.get(path, told), self.settings.today))

"""The keys of texts that stand above pages of the forum."""

from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.types import Aliases, Text, Topics


class Introduction(Meta):
    """Frontmatter of a text that stands above what a page of the forum shows."""

    title: Text | None = None
    """Title of the page, in place of the forum's own."""
    description: Text | None = None
    """What search engines may show of it."""


class TopicPage(Introduction):
    """Frontmatter of the text above the page of a topic."""

    also: Topics = ()
    """Other names of the topic: what is said to be about one of them is shown here, too."""
    part_of: Text | None = None
    """Broader topic that it is part of."""
    aliases: Aliases = ()
    """Former addresses of the page, below the site's root."""

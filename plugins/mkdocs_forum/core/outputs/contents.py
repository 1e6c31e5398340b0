"""What the outputs are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs_forum.core.html.portable import portable
from mkdocs_forum.core.html.tree import Text
from mkdocs_forum.core.library.first_names import FirstNames
from mkdocs_forum.core.library.keeping import Keep, make_anew
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.days import Days
from mkdocs_forum.core.outputs.parts import Parts
from mkdocs_forum.core.pages.views import Views
from mkdocs_forum.core.printing.talk import Texts
from mkdocs_forum.core.words.language import Language


@dataclass(frozen=True)
class Contents:
    """A forum whose texts are rendered, with what is known of its days."""

    library: Library
    views: Views
    texts: Texts
    settings: Settings
    days: Days
    hashes: Mapping[str, str] = field(default_factory=dict)
    """Hashes of the texts, by `kind:identifier`, where outputs are kept for the next build."""
    keep: Keep = make_anew
    """Gives what is made of plain values and of the settings alone."""
    _made: dict[tuple[str, str], Text] = field(default_factory=dict)
    """Texts as they are read outside of their pages: each is made once for all outputs."""

    @cached_property
    def parts(self) -> Parts:
        """What outputs are made of."""
        return Parts(self.library, self.views, self.names, self.hashes)

    @cached_property
    def names(self) -> FirstNames:
        """The names by which entries are called for ever."""
        return FirstNames(self.library)

    @property
    def language(self) -> Language:
        """Language of the interface."""
        return Language(self.settings.language)

    def address(self, url: str) -> str:
        """Give the whole address of a page; without the site's own, one from its root.

        An address of another site stays as it is.
        """
        return url if "://" in url else f"{self.settings.site_url or '/'}{url}"

    def topics_of(self, talk: str, question: str = "") -> tuple[str, ...]:
        """Give the keys of the topics of a talk, or of a question of it."""
        if question:
            return self.library.topics_of(question)
        named = self.library.talks[self.library.originals.get(talk, talk)].meta.topics
        return tuple(dict.fromkeys(map(self.library.topic_pages.key, named)))

    def edition(self, slug: str) -> Text:
        """Give the text of an edition as it is read outside of its page."""
        return self._portable("editions", slug, self.views.editions[slug].url)

    def talk(self, slug: str) -> Text:
        """Give the text of a talk as it is read outside of its page."""
        return self._portable("talks", slug, self.views.talks[slug].url)

    def member(self, slug: str) -> Text:
        """Give what a member says of themselves as it is read outside of the page."""
        return self._portable("members", slug, self.views.members[slug].url)

    def detail(self, key: str) -> Text:
        """Give what stands below a question in its talk."""
        return self._portable("details", key, self.views.questions[key].url)

    def synthesis(self, key: str) -> Text:
        """Give the text of what became of a question."""
        return self._portable("syntheses", key, self.views.questions[key].url)

    def answer(self, key: str) -> Text:
        """Give the text of an answer."""
        return self._portable("answers", key, self.views.answers[key].question.url)

    def _portable(self, kind: str, key: str, url: str) -> Text:
        if (kind, key) not in self._made:
            text: Text = getattr(self.texts, kind).get(key, Text())
            self._made[kind, key] = portable(text, self.address(url))
        return self._made[kind, key]

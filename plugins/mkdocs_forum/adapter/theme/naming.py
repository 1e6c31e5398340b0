"""What each page is called, what is told of it, and what it stands below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

from markupsafe import Markup
from mkdocs.structure.pages import Page

from mkdocs_forum.adapter.rendering.sanitise import escaped, words_of_title
from mkdocs_forum.adapter.theme.sections import way_to_own
from mkdocs_forum.core.html.plain import opening
from mkdocs_forum.core.html.tree import Text
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.head.head import Heads
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.finding.passages import Passages
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.naming.descriptions import describe
from mkdocs_forum.core.pages.naming.titles import browser_title
from mkdocs_forum.core.pages.naming.way import way_to
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.printing.talk import Texts
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.languages import LANGUAGES, conventions
from mkdocs_forum.core.words.stems import stems_of

DESCRIPTION: Final = 155
"""Letters of a description at the most: as many as search engines show."""
EXCERPT: Final = 220
"""Letters of an answer on the home page at the most."""


@dataclass(frozen=True)
class Named:
    """How a page is called."""

    head: Markup
    """What its head tells other programs."""
    variables: dict[str, Any]
    """What its template is given."""


@dataclass(frozen=True)
class Naming:
    """Names the pages of a site."""

    heads: Heads
    texts: Texts
    settings: Settings

    def of(self, view: VirtualPage, page: Page) -> Named:
        """Name a page of the forum, and tell the theme what is told of it."""
        way, told = way_to(view, self.settings), self._told(view)
        if told:
            page.meta["description"] = escaped(told)
        else:
            told = describe(view, Language(self.settings.language)) or ""
        shown = {**self._excerpts(view), **self._passage(view)}
        variables = {**self._variables(page, view.title or "", way), **shown}
        return Named(self.heads.of(view, way, page.url, told), variables)

    def of_own(self, page: Page) -> Named:
        """Name a page that is none of the forum's."""
        title = words_of_title(page.meta.get("title") or page.title)
        told, way = words_of_title(page.meta.get("description")), way_to_own(page)
        head = self.heads.of_own(way, title, page.url, told)
        return Named(head, self._variables(page, title, way))

    def _variables(self, page: Page, title: str, way: Sequence[Link]) -> dict[str, Any]:
        shown = "" if page.is_homepage else title
        return {
            "forum_title": browser_title(shown, self.settings.site_name),
            "forum_way": way,
        }

    def _told(self, view: VirtualPage) -> str:
        """Give the first words of what was found of a question: its synthesis, or an answer."""
        if not isinstance(view.context, contexts.Question):
            return ""
        found = self.texts.syntheses.get(view.subject or "")
        if found is None and view.context.answers:
            found = self.texts.answers.get(view.context.answers[0].id)
        return opening(found, DESCRIPTION) if found else ""

    def _excerpts(self, view: VirtualPage) -> dict[str, Any]:
        """Give the first words of the answers that the home page shows."""
        if not isinstance(view.context, contexts.Home):
            return {}
        known = self.texts.answers
        shown = [answer.id for answer in view.context.answers if answer.id in known]
        return {"excerpts": {key: opening(known[key], EXCERPT) for key in shown}}

    def _passage(self, view: VirtualPage) -> dict[str, Any]:
        """Give the passage of its talk that the question of a page is about."""
        if not isinstance(view.context, contexts.Question):
            return {}
        question = view.context.question
        return {"passage": self._passages(question.talk.slug).about(question.title)}

    @cached_property
    def _passages(self) -> Callable[[str], Passages]:
        """Reads a talk, once for all its questions that follow each other."""
        library, texts, own = self.heads.site.library, self.texts.talks, self.settings.language

        @lru_cache(4)
        def passages(talk: str) -> Passages:
            lang = library.talks[talk].meta.lang or own
            common = conventions(lang).common.split() if lang in LANGUAGES else ()
            first = library.asked(talk)[0].slug
            return Passages.of(texts.get(talk, Text()), first, stems_of(lang), common)

        return passages

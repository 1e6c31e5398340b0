"""The elements in the head of a page that other programs read."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from mkdocs_forum.core.outputs.citing.citations import Citations
from mkdocs_forum.core.outputs.citing.tags import tags_of
from mkdocs_forum.core.outputs.citing.work import Work
from mkdocs_forum.core.outputs.head.breadcrumbs import breadcrumbs
from mkdocs_forum.core.outputs.head.open_graph import open_graph
from mkdocs_forum.core.outputs.head.people import Thing
from mkdocs_forum.core.outputs.head.site import Site
from mkdocs_forum.core.outputs.head.things import things
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.page import VirtualPage

_SIGN: Final = re.compile('@(?!(?:context|id|type)":)')


@dataclass(frozen=True)
class Heads:
    """Makes the heads of a site's pages."""

    site: Site
    citations: Citations

    def of(self, view: VirtualPage, way: Iterable[Link], url: str, description: str) -> Markup:
        """Give the head of a page of the forum at an address, below others."""
        context = view.context
        title = self._title(view)
        described = description or self.site.settings.site_description
        graph = open_graph(context, title, url, described, self.site)
        work = self._work(context)
        authors = _authors(context)
        return _elements(
            [("author", authors), *(tags_of(work) if work else ())],
            graph,
            self._things(context, way, title, url),
        )

    def of_own(self, way: Iterable[Link], title: str, url: str, description: str) -> Markup:
        """Give the head of a page that is none of the forum's."""
        described = description or self.site.settings.site_description
        graph = open_graph(None, title, url, described, self.site)
        return _elements([], graph, self._things(contexts.Context(), way, title, url))

    def _things(
        self, context: contexts.Context, way: Iterable[Link], title: str, url: str
    ) -> Iterator[Thing]:
        if self.site.settings.site_url:
            yield from things(context, self.site)
            if steps := breadcrumbs(way, title, url, self.site):
                yield steps

    def _title(self, view: VirtualPage) -> str:
        """Give the title of a page as it was written; that of a page may be set."""
        library = self.site.library
        match view.context:
            case contexts.Talk(talk=talk):
                return library.talks[talk.slug].meta.title
            case contexts.Question(question=question):
                return library.questions[question.id].title
            case contexts.Edition(edition=edition, pager=pager) if pager.number == 1:
                return library.editions[edition.slug].meta.title
            case contexts.Member(member=member, pager=pager) if pager.number == 1:
                return library.members[member.slug].meta.name
        return view.title or self.site.settings.site_name

    def _work(self, context: contexts.Context) -> Work | None:
        """Give the text that a page is cited by."""
        match context:
            case contexts.Talk(talk=talk):
                return self.citations.talk_work(talk.slug)
            case contexts.Edition(edition=edition) if edition.talk_count:
                return self.citations.proceedings_work(edition.slug)
            case contexts.Question(question=question, answers=answers):
                alone = [self.citations.answer_work(each.id) for each in answers[:2]]
                found = self.citations.synthesis_work(question.id)
                return found or (alone[0] if len(alone) == 1 else None)
        return None


def _authors(context: contexts.Context) -> str:
    match context:
        case contexts.Talk(talk=talk):
            return ", ".join(member.name for member in talk.speakers)
        case contexts.Question(question=question):
            return ", ".join(member.name for member in question.talk.speakers)
        case contexts.Member(member=member):
            return member.name
    return ""


def _elements(
    names: Iterable[tuple[str, str]], graph: Iterable[tuple[str, str]], found: Iterable[Thing]
) -> Markup:
    tags = [
        *(f'<meta name="{name}" content="{escape(value)}">' for name, value in names if value),
        *(f'<meta property="{name}" content="{escape(value)}">' for name, value in graph if value),
        *map(_script, found),
    ]
    return Markup("".join(f"\n{tag}" for tag in tags))


def _script(thing: Thing) -> str:
    """Write a thing so that nothing in it ends the script, and no harvester finds an address."""
    whole = {"@context": "https://schema.org", **thing}
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    text = _SIGN.sub(r"\\u0040", text.replace("<", "\\u003c"))
    return f'<script type="application/ld+json">{text}</script>'

"""What is printed of a talk, of an edition's programme, of its proceedings."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from mkdocs_forum.core.diagrams.pictures import with_drawings
from mkdocs_forum.core.html.tree import read
from mkdocs_forum.core.pages.output import Place
from mkdocs_forum.core.pages.views import EditionView, TalkView
from mkdocs_forum.core.printing.article import ROOT, Article, Binding
from mkdocs_forum.core.printing.description import Description, of_edition, of_talk
from mkdocs_forum.core.printing.identifiers import chapter_of, head_of
from mkdocs_forum.core.printing.lists.cards import card_rules, cards_of
from mkdocs_forum.core.printing.margins import (
    BARE_FRONT,
    HEIGHTS,
    large_name,
    page_rules,
    running_head,
)
from mkdocs_forum.core.printing.paper import on_paper
from mkdocs_forum.core.printing.proceedings import Proceedings, anchors_of
from mkdocs_forum.core.printing.scopes import LISTED, LISTED_RULES, absent
from mkdocs_forum.core.printing.talk import Printer
from mkdocs_forum.core.words.language import N_, Language

_FOR_ONE = re.compile(
    r'<div class="print-space.*?</div>|<p class="[^"]*print-rights.*?</p>'
    r'|<span class="print-of">.*?</span>',
    re.DOTALL,
)
"""What is printed of a talk alone: the space of a work sheet, and what a volume says once."""
_RUNNING_HEAD = Markup("@page{@top-right{content:string(print-head)}}")
"""Names the talk on each page on which several stand; known to WeasyPrint alone."""
LARGE = '.print-tools:has([value="large"]:checked)~.print-document'
"""Selects a document of which a reader chose large print, as print.css does."""


@dataclass(frozen=True)
class Document:
    """A document to print."""

    body: Markup
    """What is printed."""
    rules: Markup
    """Rules for the margins of its pages, as a style sheet."""
    description: Description
    """What it says of itself to programs."""


@dataclass(frozen=True)
class DocumentMaker:
    """Makes the documents that are printed."""

    printer: Printer
    environment: Environment

    def article(self, slug: str) -> Article:
        """Make the article of a talk, for all documents that it stands in."""
        return self._on_paper(self.talk_text(slug))

    def talk_text(self, slug: str) -> str:
        """Give a talk with its questions and answers, as HTML at the root of the site."""
        return self.render(
            "talk",
            ROOT,
            talk=(talk := self.printer.talk(slug, ROOT)),
            description=self._description_of_talk(slug),
            rights=Markup(self.printer.settings.rights),
            lines=talk.lines(HEIGHTS[self.printer.settings.paper]),
        )

    def talk(self, slug: str, article: Article, here: str) -> Document:
        """Make the document of a talk, of its article, for a page at an address."""
        rules = self._talk_rules(self.printer.views.talks[slug])
        binding = self._binding([article], here, anchors_of(self.printer, slug))
        return Document(self._bound(binding), rules, self._description_of_talk(slug))

    def programme(self, slug: str, here: str) -> Document:
        """Make the document of an edition's programme for a page at an address."""
        view = self.printer.views.editions[slug]
        talks = self.printer.library.talks_by_edition.get(slug, ())
        article = self._article(
            "programme",
            edition=view,
            introduction=self.printer.edition(view, ROOT),
            lines=LISTED,
            times=self.printer.views.programmes[slug],
            programme=[
                (
                    self.printer.views.talks[talk],
                    [
                        (asked, self.printer.question_code(asked))
                        for asked in self.printer.asked(talk)
                    ],
                )
                for talk in talks
            ],
            state=self.printer.state(*talks, edition=slug),
            code=self.printer.code(view.url),
        )
        rules = self.rules(view.title, view.meta.theme or "", view.url) + card_rules(
            self.printer.settings.paper
        )
        asked = [question for talk in talks for question in self.printer.asked(talk)]
        body = self._bound(self._binding([article], here))
        body += Markup(self.render("cards", here, cards=cards_of(self.printer, asked)))
        return Document(body, rules + LISTED_RULES, self.description(view))

    def introduction_text(self, edition: EditionView) -> str:
        """Give the presentation of an edition, as HTML at the root of the site."""
        return self.render("introduction", ROOT, introduction=self.printer.edition(edition, ROOT))

    def proceedings(self, slug: str, articles: Mapping[str, Article], here: str) -> Document:
        """Make the proceedings of an edition, of its talks' articles, for a page at an address."""
        proceedings = Proceedings(self.printer, slug)
        edition = proceedings.edition
        introduction = self._on_paper(self.introduction_text(edition))
        binding = self._binding([introduction, *articles.values()], here, proceedings.anchors)
        presented, *texts = (Markup(_FOR_ONE.sub("", text)) for text in binding.texts)
        description = self.description(edition)
        body = self.render(
            "proceedings",
            here,
            edition=edition,
            introduction=presented,
            articles=list(
                zip(map(self.printer.views.talks.__getitem__, articles), texts, strict=True)
            ),
            notes=self._notes(binding),
            head_of=head_of,
            chapter_of=chapter_of,
            proceedings=proceedings,
            is_continuous=proceedings.is_continuous,
            description=description,
            look=self.printer.look,
            state=self.printer.state(*articles, edition=slug),
            code=self.printer.code(edition.url),
            rights=Markup(self.printer.settings.rights),
        )
        height = HEIGHTS[self.printer.settings.paper]
        rules = [
            self.rules(edition.title, edition.meta.theme or "", edition.proceedings_url),
            Markup(BARE_FRONT),
            Markup(f"main{{--print-page:{height}mm;--print-colour:{self.printer.look.colour}}}"),
        ]
        if proceedings.is_continuous:
            rules.append(_RUNNING_HEAD)
        views = map(self.printer.views.talks.__getitem__, articles)
        for view in () if proceedings.is_continuous else views:
            name = f"talk-{view.slug}"
            chapter = f"#{chapter_of(view.slug)}"
            rules += [
                self._talk_rules(view, name=name),
                Markup(f"{chapter}{{page:{name}}}{LARGE} {chapter}{{page:{large_name(name)}}}"),
            ]
        return Document(Markup(body), Markup("".join(rules)), description)

    def _description_of_talk(self, slug: str) -> Description:
        view = self.printer.views.talks[slug]
        return of_talk(view, self.printer.state(slug), self.printer.settings)

    def description(self, edition: EditionView) -> Description:
        """Give what the documents of an edition say of themselves to programs."""
        slugs = self.printer.library.talks_by_edition.get(edition.slug, ())
        talks = map(self.printer.views.talks.__getitem__, slugs)
        state = self.printer.state(*slugs, edition=edition.slug)
        return of_edition(edition, talks, state, self.printer.settings)

    def _article(self, name: str, **context: Any) -> Article:
        return self._on_paper(self.render(name, ROOT, **context))

    def _on_paper(self, html: str) -> Article:
        """Give an article as it is on paper."""
        paper = on_paper(read(html), self._whole)
        return Article(paper.text.html, paper.notes, paper.ids)

    def _binding(
        self, articles: Iterable[Article], here: str, anchors: Mapping[str, str] | None = None
    ) -> Binding:
        tell = Language(self.printer.settings.language).tell
        return Binding(tuple(articles), here, anchors or {}, tell(N_("above")), tell(N_("below")))

    def _bound(self, binding: Binding) -> Markup:
        """Give a document with the addresses of its links below it."""
        return Markup("".join(binding.texts)) + self._notes(binding)

    def _notes(self, binding: Binding) -> Markup:
        return Markup(self.render("notes", binding.here, notes=binding.notes, absent=absent))

    def _whole(self, link: str) -> str:
        return self.printer.whole(link, ROOT)

    def render(self, name: str, here: str, **context: Any) -> str:
        """Render one of the templates of what is printed, for a page at an address."""
        template = self.environment.get_template(f"forum/partials/print-{name}.html")
        html = template.render(**context, page=Place(here))
        return with_drawings(html, self.printer.drawings)

    def _talk_rules(self, talk: TalkView, *, name: str = "") -> Markup:
        names = ", ".join(member.name for member in talk.speakers)
        head = running_head(talk.title, names)
        return self.rules(talk.edition.title, head, talk.url, name=name)

    def rules(self, left: str, right: str, url: str, *, name: str = "") -> Markup:
        """Give the rules for the margins of a document: see `page_rules`."""
        address = f"{self.printer.settings.site_url or '/'}{url}"
        return Markup(page_rules(self.printer.settings.paper, left, right, address, name=name))

"""Documents to print: a talk, an edition's programme, its proceedings."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup

from mkdocs_forum.core.html.pieces import tokens
from mkdocs_forum.core.html.tree import Text, read
from mkdocs_forum.core.model.addresses import Addresses, relative
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.assets import PRINT_SCRIPT, PRINT_STYLE
from mkdocs_forum.core.pages.output import Output, Place
from mkdocs_forum.core.pages.views import TalkView
from mkdocs_forum.core.printing.margins import large_name, page_rules, running_head
from mkdocs_forum.core.printing.paper import on_paper
from mkdocs_forum.core.printing.pdf import PdfSource
from mkdocs_forum.core.printing.proceedings import Proceedings, linked_within
from mkdocs_forum.core.printing.talk import Printer, chapter_of, head_of
from mkdocs_forum.core.words.languages import conventions

LARGE = '.print-tools:has([value="large"]:checked)~.print-document'
"""Selects a document of which a reader chose large print, as print.css does."""


@dataclass(frozen=True)
class Document:
    """A document to print."""

    body: Text | Markup
    """What is printed."""
    rules: Markup
    """Rules for the margins of its pages, as a style sheet."""


@dataclass(frozen=True)
class DocumentMaker:
    """Makes the documents that are printed."""

    printer: Printer
    settings: Settings
    environment: Environment

    def talk(self, slug: str, here: str) -> Document:
        """Make the document of a talk for a page at an address."""
        view = self.printer.views.talks[slug]
        return Document(self._talk(slug, here, has_sheet=True), self._talk_rules(view))

    def programme(self, slug: str, here: str) -> Document:
        """Make the document of an edition's programme for a page at an address."""
        view = self.printer.views.editions[slug]
        talks = self.printer.library.talks_by_edition.get(slug, ())
        body = self._article(
            "programme",
            here,
            edition=view,
            introduction=self.printer.edition(view, here),
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
        rules = self._rules(view.title, view.meta.theme or "", view.url)
        return Document(body, rules)

    def proceedings(self, slug: str, here: str) -> Document:
        """Make the proceedings of an edition for a page at an address."""
        proceedings = Proceedings(self.printer, slug)
        edition = proceedings.edition
        made = {talk: self._talk(talk, here, has_sheet=False) for talk in proceedings.talks}
        introduction = self._article(
            "introduction", here, introduction=self.printer.edition(edition, here)
        )
        present = frozenset().union(*(text.ids for text in [introduction, *made.values()]))

        def linked(text: Text) -> Text:
            return linked_within(text, proceedings.anchors, present)

        articles = {talk: linked(text) for talk, text in made.items()}
        body = self._render(
            "proceedings",
            here,
            edition=edition,
            introduction=linked(introduction),
            articles=[(self.printer.views.talks[talk], text) for talk, text in articles.items()],
            head_of=head_of,
            chapter_of=chapter_of,
            proceedings=proceedings,
            state=self.printer.state(*articles, edition=slug),
            code=self.printer.code(edition.url),
            rights=Markup(self.settings.rights),
        )
        rules = [self._rules(edition.title, edition.meta.theme or "", edition.proceedings_url)]
        for view in map(self.printer.views.talks.__getitem__, articles):
            name = f"talk-{view.slug}"
            chapter = f"#{chapter_of(view.slug)}"
            rules += [
                self._talk_rules(view, name=name),
                Markup(f"{chapter}{{page:{name}}}{LARGE} {chapter}{{page:{large_name(name)}}}"),
            ]
        return Document(body, Markup("".join(rules)))

    def _talk(self, slug: str, here: str, *, has_sheet: bool) -> Text:
        talk = self.printer.talk(slug, here)
        return self._article("talk", here, talk=talk, has_sheet=has_sheet)

    def _article(self, name: str, here: str, **context: Any) -> Text:
        """Give an article as it is on paper, with the addresses of its links below it."""
        text = read(self._render(name, here, **context))
        paper = on_paper(text, partial(self.printer.whole, here=here))
        notes = self._render("notes", here, notes=paper.notes)
        return Text((*paper.text.tokens, *tokens(notes)))

    def _render(self, name: str, here: str, **context: Any) -> Markup:
        template = self.environment.get_template(f"forum/partials/print-{name}.html")
        site_url = self.printer.site_url
        return Markup(template.render(**context, page=Place(here), site_url=site_url))

    def _talk_rules(self, talk: TalkView, *, name: str = "") -> Markup:
        names = ", ".join(member.name for member in talk.speakers)
        head = running_head(talk.title, names)
        return self._rules(talk.edition.title, head, talk.url, name=name)

    def _rules(self, left: str, right: str, url: str, *, name: str = "") -> Markup:
        address = f"{self.printer.site_url or '/'}{url}"
        return Markup(page_rules(self.settings.paper, left, right, address, name=name))


def documents(maker: DocumentMaker) -> Iterator[Output | PdfSource]:
    """Make the page of every document to print, and tell which become PDF documents."""
    printer, addresses = maker.printer, Addresses(maker.settings)

    def output(source: str, template: str, document: Document, subject: Any) -> Output:
        page = Place(addresses.url(source))
        text = maker.environment.get_template(template).render(
            document=document,
            subject=subject,
            page=page,
            style=relative(PRINT_STYLE, page.url),
            script=relative(PRINT_SCRIPT, page.url),
            names=conventions(maker.settings.language).choices,
            site_url=printer.site_url,
        )
        return Output(addresses.target(source), text)

    def pdf_source(path: str, output: Output, target: str) -> Iterator[PdfSource]:
        if maker.settings.pdf:
            url = output.target.removesuffix("index.html")
            yield PdfSource(path, quote(url), output.text, target)

    for slug, talk in printer.views.talks.items():
        source = addresses.output("talks", slug, "print")
        document = maker.talk(slug, addresses.url(source))
        made = output(source, "forum/print-talk.html", document, talk)
        yield made
        yield from pdf_source(printer.library.talks[slug].path, made, addresses.pdf("talks", slug))
    for slug, edition in printer.views.editions.items():
        source = addresses.output("editions", slug, "print")
        document = maker.programme(slug, addresses.url(source))
        yield output(source, "forum/print-edition.html", document, edition)
        source = addresses.output("editions", slug, "proceedings")
        document = maker.proceedings(slug, addresses.url(source))
        made = output(source, "forum/proceedings.html", document, edition)
        yield made
        target = addresses.pdf("editions", slug, "proceedings")
        if edition.talk_count:
            yield from pdf_source(printer.library.editions[slug].path, made, target)

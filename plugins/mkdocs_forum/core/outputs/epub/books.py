"""The books of a forum: one of each edition that has talks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from mkdocs_forum.core.html.tree import Text, read
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.outputs.citing.citations import Citations
from mkdocs_forum.core.outputs.epub.book import Book
from mkdocs_forum.core.outputs.epub.chapters import Chapter, Entry, on_screen
from mkdocs_forum.core.pages.output import Place
from mkdocs_forum.core.printing.article import ROOT, Article
from mkdocs_forum.core.printing.identifiers import OWN, head_of
from mkdocs_forum.core.printing.maker import DocumentMaker
from mkdocs_forum.core.printing.proceedings import Proceedings
from mkdocs_forum.core.words.language import Language

_TITLE = f"{OWN}title"
_INTRODUCTION = f"{OWN}introduction"


class Shelf(Protocol):
    """Knows what was made before of the very same things."""

    def chapter(self, slug: str, make: Callable[[str], Article]) -> Article:
        """Give the chapter of a talk, made if there is none."""


@dataclass(frozen=True)
class BookMaker:
    """Makes the books."""

    maker: DocumentMaker
    shelf: Shelf
    citations: Citations

    def books(self) -> Iterator[Book]:
        """Make the books."""
        return map(self.book, self.editions())

    def editions(self) -> list[str]:
        """Give the editions that have a book: those with talks, where the site wants books."""
        printer = self.maker.printer
        views = printer.views.editions.values()
        return [view.slug for view in views if view.talk_count and printer.settings.epub]

    def book(self, slug: str) -> Book:
        """Make the book of an edition."""
        printer = self.maker.printer
        settings, proceedings = printer.settings, Proceedings(printer, slug)
        edition = proceedings.edition
        return Book(
            title=edition.title,
            target=Addresses(settings).epub(slug),
            address=f"{settings.site_url}{edition.url}",
            description=self.maker.description(edition),
            chapters=tuple(self._chapters(proceedings)),
            anchors=proceedings.anchors,
            environment=self.maker.environment,
            language=settings.language,
        )

    def _chapters(self, proceedings: Proceedings) -> Iterator[Chapter]:
        edition, source = proceedings.edition, self._source(proceedings.slug)
        yield Chapter("title.xhtml", Entry(edition.title, _TITLE), self._title(proceedings), source)
        introduction = on_screen(self.maker.introduction_text(edition))
        if _INTRODUCTION in introduction.ids:
            tell = Language(self.maker.printer.settings.language).tell
            entry = Entry(tell("Introduction"), _INTRODUCTION)
            yield Chapter("introduction.xhtml", entry, introduction, source)
        for slug in proceedings.talks:
            yield self._talk(slug, proceedings.anchors)

    def _source(self, edition: str) -> str:
        return self.maker.printer.library.editions[edition].path

    def _title(self, proceedings: Proceedings) -> Text:
        edition = proceedings.edition
        template = self.maker.environment.get_template("forum/epub/title.html")
        html = template.render(
            edition=edition,
            proceedings=proceedings,
            state=self.maker.printer.state(*proceedings.talks, edition=edition.slug),
            description=self.maker.description(edition),
            citation=self.citations.proceedings(edition.slug).text,
            anchor=_TITLE,
            page=Place(ROOT),
        )
        return read(html)

    def _talk(self, slug: str, anchors: Mapping[str, str]) -> Chapter:
        printer = self.maker.printer
        view = printer.views.talks[slug]
        text = read(self.shelf.chapter(slug, self._made).html)
        asked = tuple(
            Entry(question.title, anchor, view.lang)
            for question in printer.asked(slug)
            if (anchor := anchors[f"{printer.settings.site_url}{question.url}"]) in text.ids
        )
        names = ", ".join(member.name for member in view.speakers)
        entry = Entry(f"{view.title} – {names}", head_of(slug), view.lang, asked)
        return Chapter(f"talk-{slug}.xhtml", entry, text, printer.library.talks[slug].path)

    def _made(self, slug: str) -> Article:
        return Article(on_screen(self.maker.talk_text(slug)).html)

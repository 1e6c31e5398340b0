"""The pages of documents to print, and which of them become PDF documents."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol
from urllib.parse import quote

from mkdocs_forum.core.model.addresses import Addresses, relative
from mkdocs_forum.core.pages.assets import PRINT_SCRIPT, PRINT_STYLE
from mkdocs_forum.core.pages.output import Output, Place
from mkdocs_forum.core.printing.article import Article
from mkdocs_forum.core.printing.maker import Document, DocumentMaker
from mkdocs_forum.core.printing.pdf.writer import PdfSource
from mkdocs_forum.core.printing.scopes import chosen
from mkdocs_forum.core.words.languages import conventions


class Shelf(Protocol):
    """Knows what was made before of the very same things."""

    def article(self, slug: str, make: Callable[[str], Article]) -> Article:
        """Give the article of a talk, made if there is none."""

    def is_kept(self, kind: str, slug: str, target: str) -> bool:
        """Whether the document that stood at a path would be the same.

        Arguments:
            kind: `article` for that of a talk, `programme`, `proceedings`, `collection` or
                `selection`.
            slug: Name of the talk or the edition, or the source path of the page of a list.
            target: Path below the root of the site.
        """


def shown(
    maker: DocumentMaker, source: str, template: str, document: Document, subject: Any
) -> Output:
    """Give the page that shows a document.

    Arguments:
        maker: Made the document.
        source: Source path of the page.
        template: Name of its template.
        document: The document.
        subject: What it is about, with the address that the page leads back to.
    """
    settings = maker.printer.settings
    addresses = Addresses(settings)
    page = Place(addresses.url(source))
    text = maker.environment.get_template(template).render(
        document=document,
        subject=subject,
        page=page,
        style=relative(PRINT_STYLE, page.url),
        script=relative(PRINT_SCRIPT, page.url),
        names=conventions(settings.language).choices,
    )
    return Output(addresses.target(source), text)


def documents(maker: DocumentMaker, shelf: Shelf) -> Iterator[Output | PdfSource]:
    """Make the page of every document to print, and tell which become PDF documents.

    Arguments:
        maker: Makes them.
        shelf: Knows those that need not be made.
    """
    printer, settings = maker.printer, maker.printer.settings
    addresses = Addresses(settings)

    def pdf_source(path: str, output: Output, target: str, choice: str = "") -> Iterator[PdfSource]:
        if settings.pdf:
            url, html = output.target.removesuffix("index.html"), output.text
            yield PdfSource(path, quote(url), chosen(html, choice) if choice else html, target)

    for slug, edition in printer.views.editions.items():
        articles: dict[str, Article] = {}

        def article(talk: str, made: dict[str, Article] = articles) -> Article:
            if talk not in made:
                made[talk] = shelf.article(talk, maker.article)
            return made[talk]

        talks = printer.library.talks_by_edition.get(slug, ())
        for talk in (version for each in talks for version in printer.library.versions(each)):
            source = addresses.output("talks", talk, "print")
            if shelf.is_kept("article", talk, addresses.target(source)):
                continue
            document = maker.talk(talk, article(talk), addresses.url(source))
            view = printer.views.talks[talk]
            made = shown(maker, source, "forum/print-talk.html", document, view)
            yield made
            for choice in ("", *settings.pdf_choices):
                if choice == "sheet" and not printer.asked(talk):
                    continue
                target = addresses.talk_pdf(talk, choice)
                yield from pdf_source(printer.library.talks[talk].path, made, target, choice)
        source = addresses.output("editions", slug, "print")
        if not shelf.is_kept("programme", slug, addresses.target(source)):
            document = maker.programme(slug, addresses.url(source))
            yield shown(maker, source, "forum/print-edition.html", document, edition)
        source = addresses.output("editions", slug, "proceedings")
        if shelf.is_kept("proceedings", slug, addresses.target(source)):
            continue
        bound = {talk: article(talk) for talk in talks}
        document = maker.proceedings(slug, bound, addresses.url(source))
        made = shown(maker, source, "forum/proceedings.html", document, edition)
        yield made
        target = addresses.pdf("editions", slug, "proceedings")
        if edition.talk_count:
            yield from pdf_source(printer.library.editions[slug].path, made, target)

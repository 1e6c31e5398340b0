"""What stands beside the pages of a site, each file made when it is asked for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import chain

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_forum.adapter.build import Build
from mkdocs_forum.adapter.documents import draw
from mkdocs_forum.adapter.ending import Ending
from mkdocs_forum.adapter.kept.place import cache_folder
from mkdocs_forum.adapter.outputs import references, shared_files
from mkdocs_forum.adapter.theme.cards import colours_of
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.outputs.cards.cards import card_path, cards_of
from mkdocs_forum.core.outputs.cards.kept import CardMaker
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.epub.book import Book
from mkdocs_forum.core.outputs.epub.books import BookMaker
from mkdocs_forum.core.outputs.outputs import outputs
from mkdocs_forum.core.outputs.redirects import redirect_pages
from mkdocs_forum.core.outputs.search.search import FOLDER, search_files
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.printing.article import Article
from mkdocs_forum.core.printing.documents import documents
from mkdocs_forum.core.printing.lists.documents import list_documents
from mkdocs_forum.core.printing.maker import DocumentMaker
from mkdocs_forum.core.printing.pdf.engines import open_engine
from mkdocs_forum.core.printing.pdf.writer import PdfSource, PdfWriter


@dataclass(frozen=True)
class Beside:
    """Makes documents to print, feeds, data, references, pictures of pages."""

    ending: Ending
    files: Files
    config: MkDocsConfig
    read: Callable[[str], bytes]
    """Gives what the site has at a path."""
    _found: dict[str, Output] = field(default_factory=dict)
    _articles: dict[str, Article] = field(default_factory=dict)

    @property
    def build(self) -> Build:
        """What is known of the forum."""
        return self.ending.build

    def get(self, target: str) -> bytes | None:
        """Give the file at a path below the root of the site; nothing where there is none."""
        if html := self._pdfs.get(target):
            return self._pdf(html, target)
        if target in self._books:
            return self._books[target]().packed(self.read).content
        if target in self._cards:
            return self._cards[target]()
        one, pages = _One(self, target), self.build.pages.values()
        for made in chain(documents(self._maker, one), list_documents(self._maker, one, pages)):
            if isinstance(made, Output):
                return self.ending.finish.alone(made.text).encode()
        others = self._redirects if target.endswith(".html") else self._outputs
        others = self._search if target.startswith(FOLDER) else others
        while target not in self._found and (output := next(others, None)):
            self._found.setdefault(output.target, output)
        return self._found[target].text.encode() if target in self._found else None

    def article(self, slug: str, make: Callable[[str], Article]) -> Article:
        """Give the article of a talk, made once for all documents."""
        if slug not in self._articles:
            self._articles[slug] = make(slug)
        return self._articles[slug]

    def chapter(self, slug: str, make: Callable[[str], Article]) -> Article:
        """Give the chapter of a talk in a book; nobody asks for it twice."""
        return make(slug)

    @cached_property
    def _maker(self) -> DocumentMaker:
        drawings, _ = draw(self.build, self.config)
        printer = replace(self.ending.printer, drawings=drawings)
        return DocumentMaker(printer, self.build.environment)

    @cached_property
    def _redirects(self) -> Iterator[Output]:
        build = self.build
        redirects = redirect_pages(build.library, build.settings, build.environment)
        return self.ending.finish.outputs(redirects)

    @cached_property
    def _outputs(self) -> Iterator[Output]:
        files = chain(shared_files(self.build), references(self.build))
        return chain(files, outputs(self._contents))

    @cached_property
    def _search(self) -> Iterator[Output]:
        pages, own = self.build.pages.values(), self.ending.own
        return search_files(self._contents, pages, own) if self.build.settings.search else iter(())

    @cached_property
    def _contents(self) -> Contents:
        build, texts = self.build, self.ending.printer.texts
        return Contents(build.library, build.views, texts, build.settings, build.days)

    @cached_property
    def _cards(self) -> dict[str, Callable[[], bytes]]:
        build, settings = self.build, self.build.settings
        if not settings.cards:
            return {}
        folder = cache_folder(self.config) / "cards"
        maker = CardMaker(colours_of(self.files, self.config), folder)
        cards = cards_of(build.views, settings)
        return {card_path(*key, settings): partial(maker.make, card) for key, card in cards.items()}

    @cached_property
    def _books(self) -> dict[str, Callable[[], Book]]:
        maker = BookMaker(self._maker, self, self.build.citations)
        addresses = Addresses(self.build.settings)
        return {addresses.epub(slug): partial(maker.book, slug) for slug in maker.editions()}

    @cached_property
    def _pdfs(self) -> dict[str, str]:
        """The pages of which PDF documents are made, by the paths of these."""
        library, settings = self.build.library, self.build.settings
        addresses = Addresses(settings)
        if not settings.pdf:
            return {}
        volumes = {
            addresses.pdf("editions", slug, "proceedings"): addresses.target(
                addresses.output("editions", slug, "proceedings")
            )
            for slug in library.editions
        }
        talks = {
            addresses.talk_pdf(slug, choice): addresses.target(
                addresses.output("talks", slug, "print")
            )
            for slug in library.talks
            for choice in ("", *settings.pdf_choices)
        }
        return {**volumes, **talks}

    def _pdf(self, html: str, target: str) -> bytes | None:
        made = documents(self._maker, _One(self, html))
        sources = (each for each in made if isinstance(each, PdfSource))
        source = next((each for each in sources if each.target == target), None)
        if not source:
            return None
        with open_engine(self.build.settings.pdf) as engine:
            writer = PdfWriter(engine, self.read, cache_folder(self.config) / "pdf")
            return writer.write(source).content


@dataclass(frozen=True)
class _One:
    """Lets one document alone be made."""

    beside: Beside
    target: str

    def article(self, slug: str, make: Callable[[str], Article]) -> Article:
        """Give the article of a talk."""
        return self.beside.article(slug, make)

    def is_kept(self, kind: str, slug: str, target: str) -> bool:
        """Whether a document isn't asked for."""
        return target != self.target

"""The documents to print of lists, and the one that a reader fills."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.printing.description import Description
from mkdocs_forum.core.printing.documents import Shelf, shown
from mkdocs_forum.core.printing.lists.cards import card_rules, cards_of
from mkdocs_forum.core.printing.lists.collections import Collection, collection_of
from mkdocs_forum.core.printing.maker import Document, DocumentMaker
from mkdocs_forum.core.printing.scopes import LISTED, LISTED_RULES
from mkdocs_forum.core.words.language import Language


@dataclass(frozen=True)
class ListMaker:
    """Makes the documents of lists."""

    maker: DocumentMaker

    def collection(self, collection: Collection, here: str) -> Document:
        """Make the document of a list for a page at an address."""
        printer = self.maker.printer
        state = printer.state(*collection.slugs)
        asked = [listed.view for listed in collection.questions if collection.has_cards]
        body = self.maker.render(
            "collection",
            here,
            collection=collection,
            cards=cards_of(printer, asked),
            state=state,
            code=printer.code(collection.url),
            lines=LISTED,
        )
        return self._document(body, collection.title, collection.url, state)

    def selection(self, title: str, here: str) -> Document:
        """Make the document of what a reader chose, which a script fills in."""
        body = self.maker.render("selection", here)
        return self._document(body, title, here, self.maker.printer.settings.today)

    def _document(self, body: str, title: str, url: str, state: datetime.date) -> Document:
        settings = self.maker.printer.settings
        description = Description((), "", (), state, state, settings.site_name, settings.licence)
        rules = self.maker.rules(settings.site_name, title, url) + card_rules(settings.paper)
        return Document(Markup(body), rules + LISTED_RULES, description)


def list_documents(
    maker: DocumentMaker, shelf: Shelf, pages: Iterable[VirtualPage]
) -> Iterator[Output]:
    """Make the page to print of every list, and that of what a reader chose.

    Arguments:
        maker: Makes documents.
        shelf: Knows those that need not be made.
        pages: The pages of the site.
    """
    lists, settings = ListMaker(maker), maker.printer.settings
    addresses = Addresses(settings)
    for page in pages:
        collection = collection_of(page, addresses)
        if collection is None:
            continue
        target = addresses.target(collection.source)
        if not shelf.is_kept("collection", page.source, target):
            document = lists.collection(collection, addresses.url(collection.source))
            template = "forum/print-collection.html"
            yield shown(maker, collection.source, template, document, collection)
    source = addresses.selection()
    if shelf.is_kept("selection", source, addresses.target(source)):
        return
    title = Language(settings.language).tell("My texts")
    document = lists.selection(title, addresses.url(source))
    yield shown(maker, source, "forum/print-selection.html", document, Link(title, ""))

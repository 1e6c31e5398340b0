"""A page whose lists are long, divided into several."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.listing import Pager
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.words.language import Language


def paged(
    page: VirtualPage, lengths: Mapping[str, int], settings: Settings
) -> Iterator[VirtualPage]:
    """Divide a page into as many as its longest list needs, each with its part of the lists.

    Arguments:
        page: The page with its whole lists.
        lengths: How many items each of its lists has, by its name in the page's context.
        settings: The options.
    """
    size, addresses = settings.page_size, Addresses(settings)
    count = max(1, *(math.ceil(length / size) for length in lengths.values()))
    sources = [addresses.numbered(page.source, number + 1) for number in range(count)]
    links = tuple(
        Link(str(number), addresses.url(source)) for number, source in enumerate(sources, start=1)
    )

    def derive(index: int) -> contexts.Context:
        listing = page.context
        assert isinstance(listing, contexts.Listing)
        here = slice(index * size, (index + 1) * size)
        part = {name: page.variables[name][here] for name in lengths}
        return replace(listing, **part, pager=Pager(index + 1, links))

    for index, source in enumerate(sources):
        yield replace(
            page,
            source=source,
            title=f"{page.title} – {index + 1}" if index else page.title,
            derive=partial(derive, index),
            is_root=page.is_root and index == 0,
        )


def section_page(
    kind: str, title: str, derive: Callable[[], contexts.Context], settings: Settings
) -> VirtualPage:
    """Give the start page of a section, which stands in the navigation."""
    source = Addresses(settings).section(kind)
    return VirtualPage(source, kind, derive, Language(settings.language).tell(title), is_root=True)

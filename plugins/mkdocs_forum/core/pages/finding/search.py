"""The page of the search: its results, and an index of the site that needs no script."""

from collections.abc import Sequence
from typing import Final

from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.words.language import N_, Language

TITLE: Final = N_("Search")
KIND: Final = "search"


def search_page(settings: Settings, pages: Sequence[VirtualPage]) -> VirtualPage:
    """Give the page of the search.

    Arguments:
        settings: The options.
        pages: All other pages of the forum.
    """
    addresses, tell = Addresses(settings), Language(settings.language).tell

    def links(*kinds: str, root: bool = False) -> list[Link]:
        return [
            Link(page.title, addresses.url(page.source), _language(page))
            for page in pages
            if page.kind in kinds and page.is_root is root and page.title and page.is_first
        ]

    return VirtualPage(
        source=addresses.search(),
        kind=KIND,
        title=tell(TITLE),
        description=tell("Everything on the site, by words or by an index"),
        derive=lambda: contexts.Search(
            sections=links("talks", "questions", "editions", "members", "topics", root=True),
            boards=links("questions"),
            topics=links("topic"),
            editions=links("edition"),
            talks=links("talk"),
            members=links("member"),
            forms=[
                *links("contribute", root=True),
                *links("answer", "propose", "introduce", "settle", "correct", "follow"),
            ],
        ),
    )


def _language(page: VirtualPage) -> str | None:
    return page.context.talk.lang if isinstance(page.context, contexts.Talk) else None

"""Rules over whole addresses of the site itself in texts: each leads to a page that there is."""

import posixpath
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import unescape
from urllib.parse import unquote, urlsplit

from mkdocs_forum.core.checks.links import LinkContext
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Message, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.gfm.addresses import encoded
from mkdocs_forum.core.library.targets import Destination, is_address
from mkdocs_forum.core.reading.markdown.links import find_addresses
from mkdocs_forum.core.reading.source import Source

_PAGES = frozenset({"", ".html", ".htm"})
"""Endings of the addresses of pages; what other files there are shows only once it is published."""
_Fault = tuple[str, Message, Message]


def check_own_addresses(source: Source, around: LinkContext, site_url: str) -> Iterator[Diagnostic]:
    """Report links by whole addresses to pages that the site hasn't, or to no place of them.

    A text with a fault is rendered, and the fault is told if the link is there.

    Arguments:
        source: The text.
        around: What its links are held against.
        site_url: The address of the site; without one, nobody knows its own.
    """
    for written, place in _addresses(source.body, urlsplit(site_url).netloc.lower()):
        address = unescape(written)
        wanted = _within(address, site_url)
        fault = _fault(wanted, address, source.path, around, site_url) if wanted else None
        if (
            fault
            and {address, encoded(address)}
            & around.anchors.rendered(source.body, source.path).links
        ):
            code, message, hint = fault
            yield Diagnostic(source.locate_body(*place), code, message, hint)


@lru_cache(1 << 14)  # A forum that is served is looked through after each edit.
def _addresses(body: str, host: str) -> Sequence[tuple[str, tuple[int, int]]]:
    """Give the whole addresses in a text that may be of a host; most texts have none."""
    return find_addresses(body) if host and host in body.lower() else ()


def _within(address: str, site_url: str) -> Destination | None:
    """Give what follows the address of the site in that of one of its pages, and its fragment."""
    if not is_address(address):
        return None
    url, site = urlsplit(address), urlsplit(site_url)
    root = f"{site.path.rstrip('/')}/"
    if url.netloc.lower() != site.netloc.lower() or not f"{url.path}/".startswith(root):
        return None
    is_page = posixpath.splitext(url.path)[1].lower() in _PAGES
    return Destination(url.path[len(root) :], url.fragment) if is_page else None


def _fault(
    wanted: Destination, address: str, here: str, around: LinkContext, site_url: str
) -> _Fault | None:
    page = around.reachable.page_at(wanted.path)
    if page is None and around.live.page_at(wanted.path) is not None:
        message = say("the link '{link}' leads to a draft", link=address)
        return "F305", message, say("publish the draft first, or remove the link")
    if page is None:
        near = around.reachable.nearest_address(wanted.path, around.near, here)
        hint = say("write the path of a file, starting from the folder of this one")
        if near is not None:
            hint = say(Sentence.NEAR, near=f"{site_url.rstrip('/')}/{near}")
        message = say("the link '{link}' leads to a page that this site doesn't have", link=address)
        return "F305", message, hint
    # The site's own furniture has places, too, of which texts know nothing.
    is_own = wanted.fragment.startswith(("forum_", "_", ":~:"))
    fragment = unquote(wanted.fragment)
    if not page or not fragment or is_own or around.anchors.on_page(page, fragment):
        return None
    known = around.anchors.all_on(page)
    near_places = around.near.seek(fragment, lambda: known, among=f"{page}#", path=here)
    top = address.partition("#")[0]
    hint = say("write '{page}' to lead to the top of the page", page=top)
    if near_places:
        hint = say(Sentence.NEAR, near=f"{top}#{near_places[0]}")
    message = say("the link '{link}' leads to a place that doesn't exist", link=address)
    return ("F306", message, hint) if known else None

"""What the head of a page announces of the files beside it."""

from collections.abc import Iterator
from html import escape

from markupsafe import Markup

from mkdocs_forum.core.model.addresses import Addresses, relative
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.feeds.feeds import OPEN
from mkdocs_forum.core.outputs.hosts.web_manifest import ICON, MANIFEST
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.views import TalkView
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.licences import licence_url

_ATOM, _CALENDAR = "application/atom+xml", "text/calendar"
# The theme takes `[rel=alternate]` for the same site in another language, and asks for its map.
_ALTERNATE = "alternate "
_JSON, _MARKDOWN = "application/json", "text/markdown"


def announced(page: VirtualPage | None, here: str, settings: Settings) -> Markup:
    """Give the links in the head of a page.

    Arguments:
        page: The page; nothing for one of the site's own.
        here: Its address, relative to the root of the site.
        settings: The options.
    """
    return Markup("".join(map(_written, _links(page, here, settings))))


def _written(link: dict[str, str]) -> str:
    told = "".join(f' {name}="{escape(value)}"' for name, value in link.items() if value)
    return f"\n<link{told}>"


def _links(page: VirtualPage | None, here: str, settings: Settings) -> Iterator[dict[str, str]]:
    addresses = Addresses(settings)

    def link(rel: str, url: str, kind: str = "", title: str = "") -> dict[str, str]:
        return {"rel": rel, "type": kind, "title": title, "href": relative(url, here)}

    if settings.site_url:
        for title, url in _feeds(page, addresses):
            yield link(_ALTERNATE, url, _ATOM, title)
    match page and page.context:
        case contexts.Talk(talk=talk):
            yield from _languages(talk, settings)
            yield link(_ALTERNATE, addresses.twin("talks", talk.slug), _MARKDOWN)
            if licence := licence_url(talk.meta.licence or settings.licence):
                yield {"rel": "license", "href": licence}
        case contexts.Question(question=question):
            yield link(_ALTERNATE, addresses.twin("questions", question.id), _MARKDOWN)
            if licence := licence_url(question.talk.meta.licence or settings.licence):
                yield {"rel": "license", "href": licence}
        case contexts.Edition(edition=edition):
            title = edition.title
            yield link(_ALTERNATE, addresses.calendar(edition.slug), _CALENDAR, title)
            yield link(_ALTERNATE, addresses.data(edition.slug), _JSON, title)
        case contexts.Editions():
            yield link(_ALTERNATE, addresses.calendar(), _CALENDAR, settings.site_name)
        case contexts.Home():
            yield link(_ALTERNATE, addresses.data(), _JSON, settings.site_name)
    yield link("manifest", MANIFEST)
    yield link("apple-touch-icon", ICON)


def _languages(talk: TalkView, settings: Settings) -> Iterator[dict[str, str]]:
    """Give where a talk is in each of its languages; search engines want whole addresses."""
    for version in talk.versions if settings.site_url else ():
        whole = {"rel": _ALTERNATE, "href": f"{settings.site_url}{version.url}"}
        yield {**whole, "hreflang": version.lang}
        if version.is_original:
            yield {**whole, "hreflang": "x-default"}


def _feeds(page: VirtualPage | None, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Give the feeds of a page with their titles, its own before that of the forum."""
    match page and page.context:
        case contexts.Talk(talk=talk):
            yield talk.title, addresses.feed("talks", talk.slug)
        case contexts.Question(question=question):
            yield question.talk.title, addresses.feed("talks", question.talk.slug)
        case contexts.Edition(edition=edition):
            yield edition.title, addresses.feed("editions", edition.slug)
        case contexts.Member(member=member):
            yield member.name, addresses.feed("members", member.slug)
        case contexts.Topic(topic=topic):
            yield topic.name, addresses.feed("topics", topic.slug)
        case contexts.Board():
            title = Language(addresses.settings.language).tell(OPEN)
            yield title, addresses.open_feed()
    yield addresses.settings.site_name, addresses.feed()

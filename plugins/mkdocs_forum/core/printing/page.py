"""What a page of the site says on paper alone: as of when it is, and where its links lead."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from mkdocs_forum.core.html.pieces import Token, element, words_of
from mkdocs_forum.core.html.tree import Text
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.pages.contexts import Context, Edition, Question, Talk
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.views import AnswerView, ItemView, QuestionView, TalkView
from mkdocs_forum.core.printing.lists.collections import collection_of, place_of
from mkdocs_forum.core.printing.paper import is_told, shows
from mkdocs_forum.core.printing.talk import Printer


@dataclass(frozen=True)
class OnPaper:
    """What a page says on paper alone."""

    state: datetime.date
    """Day of the last change to what it shows."""
    print_url: str = ""
    """Address of what is printed of a board, a topic or a member."""
    part: str = ""
    """Place of a question in what is printed of its talk."""
    links: tuple[Link, ...] = ()
    """Where the links in the texts of a talk or a question lead, each address once, save those that
    a link's words say and that of the page itself."""


def on_paper_alone(
    printer: Printer, page: VirtualPage, here: str, texts: Iterable[Text]
) -> OnPaper:
    """Give what a page says on paper alone.

    Arguments:
        printer: Knows the whole addresses and the days.
        page: The page.
        here: Address of the page.
        texts: What members wrote of it.
    """
    context, addresses = page.context, Addresses(printer.settings)
    state = state_of(printer, context)
    if not isinstance(context, Question | Talk):
        collection = collection_of(page, addresses)
        return OnPaper(state, addresses.url(collection.source) if collection else "")
    part = place_of(context.question) if isinstance(context, Question) else ""
    own, links = printer.whole(".", here), dict[str, Link]()
    for words, url in (link for text in texts for link in _links(text)):
        address = printer.whole(url, here)
        is_here = address.partition("#")[0] == own
        if not is_here and not is_told(address, words):
            links.setdefault(address, Link(words, address))
    return OnPaper(state, part=part, links=tuple(links.values()))


def state_of(printer: Printer, context: Context) -> datetime.date:
    """Give the day of the last change to the talks that a page shows, or whose questions it shows.

    Where it shows none, it is the day of the site.
    """
    edition = context.edition.slug if isinstance(context, Edition) else ""
    return printer.state(*dict.fromkeys(_talks_of(context)), edition=edition)


def _talks_of(context: Context) -> Iterator[str]:
    shown = vars(context)
    if isinstance(context, Question | Talk):
        lists = [[context.question if isinstance(context, Question) else context.talk]]
    else:
        lists = [shown.get(name, ()) for name in ("talks", "programme", "questions", "answers")]
    for item in chain.from_iterable(lists):
        if talk := _talk_of(item):
            yield talk.slug


def _talk_of(item: object) -> TalkView | None:
    """Give the talk that is shown, in which something is asked, or in which it was answered."""
    if isinstance(item, AnswerView):
        item = item.question
    if isinstance(item, ItemView | QuestionView):
        item = item.talk
    return item if isinstance(item, TalkView) else None


def _links(text: Text) -> Iterator[tuple[str, str]]:
    """Give the words of each link that leads out of a text, and where it leads."""
    stream = iter(text.tokens)
    for token in stream:
        url = token.get("href") if token.name == "a" and token.kind == "start" else ""
        if url and not url.startswith("#"):
            link = element(stream, token)
            if not shows(link, url):
                yield _words(link), url


def _words(link: list[Token]) -> str:
    """Give the words of a link; those of its pictures where it has no others."""
    words = words_of(link) or " ".join(token.get("alt") for token in link)
    return " ".join(re.split(r"[ \t\n]+", words.strip()))

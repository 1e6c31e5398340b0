"""What a page of the site says on paper alone: as of when it is, and where its links lead."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_forum.core.html.pieces import Token, element, words_of
from mkdocs_forum.core.html.tree import Text
from mkdocs_forum.core.pages.contexts import Context, Question, Talk
from mkdocs_forum.core.pages.views import Link, TalkView
from mkdocs_forum.core.printing.paper import is_told, shows
from mkdocs_forum.core.printing.talk import Printer


@dataclass(frozen=True)
class OnPaper:
    """What the page of a talk or a question says on paper alone."""

    state: datetime.date
    """Day of the last change to the talk or to what was answered."""
    links: tuple[Link, ...]
    """Where the links in its texts lead, each address once, save those that a link's words say and
    that of the page itself."""


def on_paper_alone(
    printer: Printer, context: Context, here: str, texts: Iterable[Text]
) -> OnPaper | None:
    """Give what the page of a talk or a question says on paper alone; other pages say nothing.

    Arguments:
        printer: Knows the whole addresses.
        context: What the page shows.
        here: Address of the page.
        texts: What members wrote of it.
    """
    talk = _talk_of(context)
    if talk is None:
        return None
    own, links = printer.whole(".", here), dict[str, Link]()
    for words, url in (link for text in texts for link in _links(text)):
        address = printer.whole(url, here)
        is_here = address.partition("#")[0] == own
        if not is_here and not is_told(address, words):
            links.setdefault(address, Link(words, address))
    return OnPaper(printer.state(talk.slug), tuple(links.values()))


def _talk_of(context: Context) -> TalkView | None:
    """Give the talk that a page shows, or whose question."""
    if isinstance(context, Question):
        return context.question.talk
    return context.talk if isinstance(context, Talk) else None


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

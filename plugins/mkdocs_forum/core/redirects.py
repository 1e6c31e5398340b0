"""Former addresses: each leads to the page that took its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_forum.core.addresses import Addresses
from mkdocs_forum.core.content import Edition, Member, Talk
from mkdocs_forum.core.diagnostics import Diagnostic, Location, say
from mkdocs_forum.core.entries import Entry
from mkdocs_forum.core.library import Library
from mkdocs_forum.core.settings import Settings


@dataclass(frozen=True)
class Redirect:
    """A former address and the present one."""

    source: str
    """Source path of the page that stood at the former address."""
    url: str
    """Present address, relative to the root of the site."""
    location: Location
    """Where the former address is written."""


def redirects(library: Library, settings: Settings) -> Iterator[Redirect]:
    """Give every redirect that the entries ask for."""
    addresses = Addresses(settings)
    entries: list[tuple[str, Entry[Edition] | Entry[Talk] | Entry[Member]]] = [
        *(("editions", entry) for entry in library.editions.values()),
        *(("talks", entry) for entry in library.talks.values()),
        *(("members", entry) for entry in library.members.values()),
    ]
    for kind, entry in entries:
        url = addresses.url(addresses.entry(kind, entry.slug))
        for number, alias in enumerate(entry.meta.aliases):
            yield Redirect(_source(alias), url, entry.source.locate("aliases", number))
    for answer in library.answers.values():
        question = addresses.url(addresses.entry("questions", answer.meta.question))
        for number, alias in enumerate(answer.meta.aliases):
            where = answer.source.locate("aliases", number)
            yield Redirect(_source(alias), f"{question}#{answer.slug}", where)
    for talk in library.talks.values():
        for former, present in talk.meta.question_aliases.items():
            yield Redirect(
                addresses.entry("questions", f"{talk.slug}/{former}"),
                addresses.url(addresses.entry("questions", f"{talk.slug}/{present}")),
                talk.source.locate("question_aliases", former),
            )


def check_aliases(library: Library, settings: Settings) -> Iterator[Diagnostic]:
    """Report former addresses at which a page stands, or which are given twice."""
    addresses = Addresses(settings)
    taken = {
        addresses.entry(kind, slug)
        for kind, slugs in (
            ("editions", library.editions),
            ("talks", library.talks),
            ("members", library.members),
            ("questions", library.questions),
        )
        for slug in slugs
    }
    for redirect in redirects(library, settings):
        if redirect.source in taken:
            address = redirect.source.removesuffix(".md")
            message = say("the address '{address}' is taken", address=address)
            hint = say("take this line off, or give the other page another name")
            yield Diagnostic(redirect.location, "F206", message, hint)
        taken.add(redirect.source)


def _source(alias: str) -> str:
    return alias.strip("/").removesuffix("/index.html").removesuffix(".html") + ".md"

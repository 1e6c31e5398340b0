"""Former addresses: each leads to the page that took its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, say
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.targets import document_sources, page_sources
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.kinds import Edition, Member, Talk
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.words.slugs import slugify

RESERVED: Final = frozenset(
    {
        *("404.html", "assets", "search", "sitemap.xml", "sitemap.xml.gz"),
        *("_headers", "_redirects", "cname", "favicon.ico", "robots.txt"),
        *("atom.xml", "forum.ics", "forum.json", "llms.txt", "manifest.webmanifest"),
    }
)
"""What stands at the root of every site, or is looked for there by hosts and visitors."""


@dataclass(frozen=True)
class Redirect:
    """A former address and the present one."""

    target: str
    """Path of the HTML file at the former address, below the root of the site."""
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
            yield Redirect(_target(alias), url, entry.source.locate("aliases", number))
    for answer in library.answers.values():
        question = addresses.url(addresses.entry("questions", answer.meta.question))
        for number, alias in enumerate(answer.meta.aliases):
            where = answer.source.locate("aliases", number)
            yield Redirect(_target(alias), f"{question}#{answer.slug}", where)
    for page in library.topic_pages.pages.values():
        for number, alias in enumerate(page.meta.aliases):
            url = addresses.url(addresses.entry("topics", page.slug))
            yield Redirect(_target(alias), url, page.source.locate("aliases", number))
    for talk in library.talks.values():
        owner = library.originals.get(talk.slug, talk.slug)
        for former, present in talk.meta.question_aliases.items():
            yield Redirect(
                addresses.target(addresses.entry("questions", f"{talk.slug}/{former}")),
                addresses.url(addresses.entry("questions", f"{owner}/{present}")),
                talk.source.locate("question_aliases", former),
            )


def all_redirects(library: Library, settings: Settings) -> Iterator[Redirect]:
    """Give every redirect, with those of the questions of talks that were renamed, and of topics.

    The address of a question holds the name of its talk, and so does each of its former ones.
    Where something else stands at such an address by now, it stays.
    """
    addresses = Addresses(settings)
    taken = set(targets(library, addresses))
    for redirect in redirects(library, settings):
        taken.add(redirect.target)
        yield redirect
    for redirect in (*_of_questions(library, addresses), *_of_topics(library, addresses)):
        if redirect.target not in taken:
            taken.add(redirect.target)
            yield redirect


def _of_questions(library: Library, addresses: Addresses) -> Iterator[Redirect]:
    for former, present in library.former_questions.items():
        target = addresses.target(addresses.entry("questions", former))
        url = addresses.url(addresses.entry("questions", present))
        talk = library.talks[library.questions[present].talk]
        yield Redirect(target, url, talk.source.locate("aliases"))


def _of_topics(library: Library, addresses: Addresses) -> Iterator[Redirect]:
    """Lead from where the page of a topic would stand under another name of it."""
    for key, page in library.topic_pages.pages.items():
        if key not in library.topics:
            continue
        url = addresses.url(addresses.entry("topics", page.slug))
        names = (page.slug, library.topics[key].name, *library.topics[key].spellings)
        for name in (*names, *page.meta.also):
            target = addresses.target(addresses.entry("topics", slugify(name)))
            yield Redirect(target, url, page.source.locate("also"))


def check_aliases(library: Library, settings: Settings) -> Iterator[Diagnostic]:
    """Report former addresses at which a page of the forum stands, or which are given twice."""
    taken = set(targets(library, Addresses(settings)))
    told: set[Location] = set()
    for redirect in redirects(library, settings):
        path = PurePosixPath(redirect.target)
        # Not every file system tells capitals from small letters.
        is_sites = path.parts[0].lower() in RESERVED
        # Nothing can stand below a file.
        is_taken = any(place.as_posix() in taken for place in (path, *path.parents))
        if (is_sites or is_taken) and redirect.location not in told:
            told.add(redirect.location)
            address = redirect.target.removesuffix("index.html") or redirect.target
            message = say("the address '{address}' is taken", address=address)
            hint = say("remove this line, or give the other page another name")
            yield Diagnostic(redirect.location, "F206", message, hint)
        taken.add(redirect.target)


def targets(library: Library, addresses: Addresses) -> Iterator[str]:
    """Give the HTML file of every page that isn't a further page of a listing."""
    yield from map(addresses.target, page_sources(library, addresses.settings))
    yield from map(addresses.target, document_sources(library, addresses.settings))


def _target(alias: str) -> str:
    """Give the HTML file that answers at a former address."""
    return alias if alias.endswith(".html") else f"{alias.strip('/')}/index.html"

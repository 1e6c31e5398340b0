"""Where each page stands: source paths as MkDocs names them, and the addresses they give."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.languages import conventions

FORMS = ("answer", "propose", "introduce", "settle")
"""Forms of the guide to contributing: to answer, to propose a talk, to introduce oneself, to
decide of a question."""
REQUESTS = ("correct",)
"""Other forms of the guide, which make no entry: to correct or withdraw a text."""
FEED = "atom.xml"
"""Name of the file of a feed."""
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z\d+.-]*:")
SECTIONS = ("talks", "questions", "editions", "members", "topics")
"""Kinds of entry that have a page which lists them."""
BOARDS = ("open", "unsettled", "answered", "synthesised", "closed", "duplicate")
"""Boards of questions, beside the one of all, in the order in which they are offered."""


@dataclass(frozen=True)
class Addresses:
    """Source paths and addresses of a forum's pages.

    A source path (`interventions/prix.md`) is what links in Markdown lead to; an address
    (`interventions/prix/`) is relative to the root of the site.
    """

    settings: Settings

    def section(self, kind: str, page: int = 1) -> str:
        """Source path of a page of the listing of a kind of entry."""
        return self.numbered(f"{self.settings.folders[kind]}/index.md", page)

    def board(self, name: str, page: int = 1) -> str:
        """Source path of a page of a board of questions."""
        folder, word = self.settings.folders["questions"], self.settings.words[name]
        return self.numbered(f"{folder}/{word}.md", page)

    def entry(self, kind: str, slug: str, page: int = 1) -> str:
        """Source path of the page of an entry, a question or a topic."""
        return self.numbered(f"{self.settings.folders[kind]}/{slug}.md", page)

    def output(self, kind: str, slug: str, word: str) -> str:
        """Path of a document to print that belongs to an entry's page, as a source path."""
        return f"{self.settings.folders[kind]}/{slug}/{self.settings.words[word]}.md"

    def transcript(self, talk: str) -> str:
        """Source path of the page that shows what was said in a talk."""
        return self.output("talks", talk, "transcript")

    def printed(self, source: str) -> str:
        """Path of the document to print of a list, of that of its page, as source paths."""
        stem = source.removesuffix(".md").removesuffix("/index")
        return f"{stem}/{self.settings.words['print']}.md"

    def selection(self) -> str:
        """Source path of the page that prints what a reader chose."""
        return f"{self.settings.words['selection']}.md"

    def guide(self, name: str) -> str:
        """Source path of a page of the guide to contributing."""
        return self.entry("contribute", self.settings.words[name])

    def form(self, name: str, question: str = "") -> str:
        """Address of one of `FORMS` or `REQUESTS`, perhaps with the question to be answered."""
        url = self.url(self.guide(name))
        return f"{url}?question={quote(question)}" if question else url

    def pdf(self, kind: str, slug: str, word: str = "") -> str:
        """Path of a PDF document that belongs to an entry's page, below the root of the site.

        Readers keep the file under its name, which says what it is.
        """
        name = f"{self.settings.words[word]}-{slug}" if word else slug
        return f"{self.settings.folders[kind]}/{slug}/{name}.pdf"

    def talk_pdf(self, talk: str, choice: str = "") -> str:
        """Path of a talk as a PDF document, or of one of the choices of it."""
        name = f"{conventions(self.settings.language).choices[choice]}-{talk}" if choice else talk
        return self.beside("talks", talk, f"{name}.pdf")

    def epub(self, edition: str) -> str:
        """Path of the book of an edition, below the root of the site, named as its PDF document."""
        return self.beside(
            "editions", edition, f"{self.settings.words['proceedings']}-{edition}.epub"
        )

    def vcard(self, member: str) -> str:
        """Path of what address books read of a member, below the root of the site."""
        return self.beside("members", member, f"{member}.vcf")

    def beside(self, kind: str, slug: str, name: str) -> str:
        """Path of a file that belongs to an entry's page, below the root of the site."""
        return f"{self.settings.folders[kind]}/{slug}/{name}"

    def review(self) -> str:
        """Source path of the page that says what became of the questions."""
        return self.board("review")

    def promises(self) -> str:
        """Source path of the board of promises."""
        return self.board("promises")

    def follow(self) -> str:
        """Source path of the page that says how to follow the forum."""
        return f"{self.settings.words['follow']}.md"

    def search(self) -> str:
        """Source path of the page of the search."""
        return f"{self.settings.words['search']}.md"

    def feed(self, kind: str = "", slug: str = "") -> str:
        """Address of a feed: that of the forum, or of an entry, a topic or a board."""
        return f"{self.settings.folders[kind]}/{slug}/{FEED}" if kind else FEED

    def open_feed(self) -> str:
        """Address of the feed of the questions without an answer."""
        return self.feed("questions", self.settings.words["open"])

    def calendar(self, edition: str = "") -> str:
        """Address of the calendar of all editions, or of one."""
        folder = self.settings.folders["editions"]
        return f"{folder}/{edition}/{edition}.ics" if edition else "forum.ics"

    def data(self, edition: str = "") -> str:
        """Address of all that is published of the forum as a whole, or of an edition, as JSON."""
        folder = self.settings.folders["editions"]
        return f"{folder}/{edition}/edition.json" if edition else "forum.json"

    def twin(self, kind: str, slug: str) -> str:
        """Address of what the page of an entry shows, as Markdown."""
        return self.target(self.entry(kind, slug)).removesuffix(".html") + ".md"

    def numbered(self, source: str, page: int) -> str:
        """Source path of a further page of a listing; the first is the listing itself."""
        if page == 1:
            return source
        stem = source.removesuffix(".md").removesuffix("/index")
        return f"{stem}/{self.settings.words['page']}/{page}.md"

    def target(self, source: str) -> str:
        """Path of the HTML file that a source path gives, below the root of the site."""
        return _target(source, self.settings.directory_urls)

    def url(self, source: str) -> str:
        """Address of a source path, relative to the root of the site; empty for the home page."""
        return _url(source, self.settings.directory_urls)


def _target(source: str, directory_urls: bool) -> str:
    stem = source.removesuffix(".md")
    if not directory_urls or stem.rpartition("/")[2] == "index":
        return f"{stem}.html"
    return f"{stem}/index.html"


@lru_cache(1 << 14)  # Many pages lead to each.
def _url(source: str, directory_urls: bool) -> str:
    target = _target(source, directory_urls)
    return quote(target.removesuffix("index.html") if directory_urls else target)


def folders_of(path: str) -> Iterator[str]:
    """Give the folders that a path goes through, the deepest first."""
    while path := posixpath.dirname(path):
        yield path


def all_folders(paths: Iterable[str]) -> set[str]:
    """Give the folders that any of some paths goes through."""
    found: set[str] = set()
    for path in paths:
        for folder in folders_of(path):
            if folder in found:
                break  # With all that are above it.
            found.add(folder)
    return found


@lru_cache(4096)  # A page's lists lead to the same places again and again.
def mailto(email: str, **said: str) -> str:
    """Give the address that opens a letter to somebody.

    Arguments:
        email: Whom it is for.
        said: What the letter says already, such as `subject` and `body`.
    """
    begun = "&".join(f"{name}={quote(text)}" for name, text in said.items())
    return f"mailto:{quote(email, safe='@+')}{'?' if begun else ''}{begun}"


def relative(url: str, here: str) -> str:
    """Give an address as a link from a page.

    Arguments:
        url: Address relative to the root of the site, without a step upwards but at its beginning;
            or a whole one, which stays as it is.
        here: Address of the page, relative to the root of the site.
    """
    if _SCHEME.match(url):
        return url
    path = url.partition("?")[0].partition("#")[0]
    rest = url[len(path) :]
    folders, (*names, file) = _folders(here), path.split("/")
    common = 0
    for folder, name in zip(folders, names, strict=False):
        if folder != name:
            break
        common += 1
    way = "../" * (len(folders) - common) + "".join(f"{name}/" for name in names[common:])
    return (f"{way}{file}" or "./") + rest


@lru_cache(64)
def _folders(here: str) -> list[str]:
    """Give the folders of a page: many links are asked for from each."""
    return here.split("/")[:-1]


def relocate(link: str, origin: str, here: str, site_url: str = "") -> str:
    """Give a link that was made for one page as a link from another.

    Arguments:
        link: The link as it stands in the first page.
        origin: Address of the first page, relative to the root of the site.
        here: Address of the second one.
        site_url: Whole address of the site's root; given, the link is a whole one, too.
    """
    if _SCHEME.match(link) or link.startswith(("#", "/")):
        return link
    path, sign, fragment = link.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(origin), path))
    if posixpath.basename(path) in {"", ".", ".."}:
        target = "" if target == "." else f"{target}/"
    url = target + sign + fragment
    return site_url + url if site_url else relative(url, here)

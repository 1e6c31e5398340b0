"""PDF documents, made of the same pages and the same style as those that a browser prints."""

import hashlib
import logging
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import version
from io import BytesIO
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import BaseHandler, Request
from urllib.response import addinfourl

from mkdocs_forum.core.html.pieces import tokens
from mkdocs_forum.core.printing.rights import add_rights

ROOT = "http://site.invalid/"
"""Stands for the root of the site; no network is asked for it."""

EXTRA = "pip install 'mkdocs-forum[pdf]'"
"""Command that installs what makes PDF documents."""


class PdfError(Exception):
    """A document that could not be made; the message says why."""


@dataclass(frozen=True)
class PdfSource:
    """A page of which a PDF document is made."""

    source: str
    """Path of the file of its talk or its edition, below the docs folder."""
    url: str
    """Address of the page, relative to the root of the site."""
    html: str
    target: str
    """Path of the document, below the root of the site."""

    @property
    def files(self) -> Iterator[str]:
        """Paths of the style sheets and pictures that it shows, below the root of the site."""
        for token in tokens(self.html):
            is_style = token.name == "link" and token.get("rel") == "stylesheet"
            url = token.get("href") if is_style else token.get("src") if token.name == "img" else ""
            if url and urlsplit(url).scheme != "data":
                yield path_of(urljoin(ROOT + self.url, url))


@dataclass(frozen=True)
class PdfDocument:
    """A PDF document."""

    content: bytes
    lost: tuple[str, ...] = ()
    """Paths of the pictures that it shows by their words alone, below the root of the site."""
    unset: tuple[str, ...] = ()
    """Signs in whose place it shows boxes, since no font of the machine has them."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is lacking."""
        return not self.lost and not self.unset


@dataclass(frozen=True)
class PdfWriter:
    """Makes PDF documents, and keeps them for as long as nothing that they are made of changes."""

    read: Callable[[str], bytes]
    """Gives what a file of the site holds, by its path; raises `KeyError` if there is none."""
    folder: Path
    """Folder of the documents that are kept."""

    def write(self, pdf_source: PdfSource) -> PdfDocument:
        """Give the PDF document of a page.

        Raises:
            PdfError: It could not be made.
        """
        kept = self.folder / f"{self.key(pdf_source)}.pdf"
        if kept.is_file():
            return PdfDocument(kept.read_bytes())
        document = _written(pdf_source, self.read)
        if not document.is_whole:
            # Not kept: what it lacks is told at every build, until it is mended.
            return document
        self.folder.mkdir(parents=True, exist_ok=True)
        # Whole or not at all, whatever happens meanwhile.
        fresh = kept.with_suffix(".part")
        fresh.write_bytes(document.content)
        fresh.replace(kept)
        return document

    def key(self, pdf_source: PdfSource) -> str:
        """Give the name under which the document of a page is kept: the hash of its inputs."""
        versions = [version(name) for name in ("mkdocs-forum", "weasyprint", "pydyf")]
        digest = hashlib.sha256(" ".join([*versions, pdf_source.url, pdf_source.html]).encode())
        for path in pdf_source.files:
            with suppress(KeyError):
                digest.update(self.read(path))
        return digest.hexdigest()

    def clear(self, used: Collection[str]) -> None:
        """Take away the documents that are kept under other names than these."""
        names = {f"{key}.pdf" for key in used}
        for path in self.folder.glob("*"):
            if path.name not in names:
                path.unlink()


def path_of(url: str) -> str:
    """Give the path below the root of the site for a whole address below `ROOT`."""
    return unquote(urlsplit(url).path).removeprefix("/")


def _written(pdf_source: PdfSource, read: Callable[[str], bytes]) -> PdfDocument:
    """Write a PDF document.

    It is tagged, and says that it follows PDF/UA-1: readers such as NVDA look for that.
    """
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:
        raise PdfError(f"WeasyPrint: {error}") from error

    fetcher = URLFetcher(allowed_protocols=("http", "data"))
    fetcher.add_handler(_Site(read))
    lost = _Lost()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(lost)
    try:
        page = HTML(string=pdf_source.html, base_url=ROOT + pdf_source.url, url_fetcher=fetcher)
        document: bytes = page.write_pdf(pdf_variant="pdf/ua-1", finisher=add_rights)
    except Exception as error:
        raise PdfError(f"WeasyPrint: {type(error).__name__}: {error}") from error
    finally:
        logger.removeHandler(lost)
    if lost.told:
        raise PdfError(f"WeasyPrint: {lost.told[0]}")
    return PdfDocument(document, tuple(lost.pictures), tuple(lost.signs))


class _Lost(logging.Handler):
    """Hears of what a document lacks: WeasyPrint leaves it out, and goes on."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.pictures: dict[str, None] = {}
        self.signs: dict[str, None] = {}
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what is said of what can't be shown; a link to nowhere is no loss."""
        told = record.getMessage()
        about = str(record.args[0]) if isinstance(record.args, tuple) and record.args else ""
        if told.startswith(".notdef glyph"):
            self.signs[about] = None
        elif told.startswith("Failed to load image") and about.startswith(ROOT):
            self.pictures[path_of(about)] = None
        elif told.startswith("Failed to load"):
            self.told.append(told.replace(ROOT, ""))


class _Found(addinfourl):
    """A file of the site, as an answer over the network would give it."""

    msg = "OK"


class _Site(BaseHandler):
    """Serves files of the site instead of asking the network."""

    handler_order = 0  # Before those of the standard library, which would ask it.

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read

    def http_open(self, request: Request) -> _Found:
        """Open a file of the site; another host's address is one that isn't there."""
        if not request.full_url.startswith(ROOT):
            raise PdfError("no file of the site")
        path = path_of(request.full_url)
        headers = Message()
        # A style sheet that doesn't say what it is would be passed over without a word.
        headers["Content-Type"] = guess_type(path)[0] or "application/octet-stream"
        return _Found(BytesIO(self._read(path)), headers, request.full_url, 200)

"""PDF documents, made of the same pages and the same style as those that a browser prints."""

import hashlib
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs_forum.core.html.pieces import tokens

Read = Callable[[str], bytes]
"""Gives what a file of the site holds, by its path; raises `KeyError` if there is none."""

ROOT = "http://site.invalid/"
"""Stands for the root of the site; no network is asked for it."""


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


class Engine(Protocol):
    """Makes PDF documents of pages."""

    @property
    def name(self) -> str:
        """Its name with its version: another one may give other bytes."""

    def write(self, pdf_source: PdfSource, read: Read) -> PdfDocument:
        """Make the PDF document of a page.

        Raises:
            PdfError: It could not be made.
        """


@dataclass(frozen=True)
class PdfWriter:
    """Makes PDF documents, and keeps them for as long as nothing that they are made of changes."""

    engine: Engine
    read: Read
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
        document = self.engine.write(pdf_source, self.read)
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
        inputs = [version("mkdocs-forum"), self.engine.name, pdf_source.url, pdf_source.html]
        digest = hashlib.sha256(" ".join(inputs).encode())
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

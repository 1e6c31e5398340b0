"""PDF documents made by Chromium."""

import base64
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from html import unescape
from importlib.metadata import version
from io import BytesIO
from mimetypes import guess_type
from typing import Any, Final
from urllib.parse import unquote

from pypdf import PdfReader

from mkdocs_forum.core.printing.pdf.browser import Browser, BrowserError, Message
from mkdocs_forum.core.printing.pdf.metadata import described
from mkdocs_forum.core.printing.pdf.writer import (
    ROOT,
    PdfDocument,
    PdfError,
    PdfSource,
    Read,
    path_of,
)

_REFERENCE = re.compile(
    r'<a\b(?=[^>]* (?:data-here=|class="print-leader"))[^>]*? href="#([^"]*)"(?=[^>]*>)'
)
"""Link that tells on which page of the document something stands."""
_UNASKED: Final = ("Script", "Other")
"""What the paper doesn't need: no script runs, and the site's icon is the browser's own wish."""
_WIDE: Final = "00"
"""Stands for the number of a page, as wide as most, until it is known."""
_ROUNDS = 4
"""How often a document is printed at the most: numbers may move what they count."""
_UNSEEN: Final[Mapping[str, Any]] = {
    "expression": "Promise.all([...document.images].map("
    "each => each.decode().then(() => '', () => each.src)))",
    "awaitPromise": True,
    "returnByValue": True,
}
"""Asks for the addresses of pictures that can't be shown."""
_PRINT: Final[Mapping[str, Any]] = {
    "preferCSSPageSize": True,
    "printBackground": True,
    "generateTaggedPDF": True,
    "generateDocumentOutline": True,
}


@dataclass
class _Visit:
    """What is known of the page that is printed."""

    url: str
    html: str
    read: Read
    lost: dict[str, None] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    is_given: bool = False
    is_loaded: bool = False

    def answer(self, url: str) -> tuple[str, bytes] | None:
        """Give the type and the content of a file of the site; nothing if there is none."""
        if url == self.url:
            self.is_given = True
            return "text/html; charset=utf-8", self.html.encode()
        path = path_of(url)
        try:
            content = self.read(path) if url.startswith(ROOT) else None
        except KeyError:
            content = None
        return None if content is None else (guess_type(path)[0] or "text/plain", content)

    def miss(self, url: str, kind: str) -> None:
        """Note what there is not."""
        if kind == "Image" and url.startswith(ROOT):
            self.lost[path_of(url)] = None
        elif kind not in _UNASKED:
            self.refused.append(url.replace(ROOT, ""))


class Chromium:
    """Makes PDF documents with Chromium, which is started for the first one.

    They are tagged. It counts no pages ahead: a document whose contents tell them is printed once
    to find them, and again with their numbers.
    """

    def __init__(self, program: str) -> None:
        self._program = program
        self._visit: _Visit | None = None

    @cached_property
    def name(self) -> str:
        """Its name with its version, and that of the part that adds what it leaves out."""
        command = [self._program, "--version"]
        told = subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout
        return f"{told.strip()} pypdf {version('pypdf')}"

    @cached_property
    def _browser(self) -> Browser:
        return Browser(self._program, self._hear)

    @cached_property
    def _session(self) -> str:
        browser = self._browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        attached = browser.call("Target.attachToTarget", targetId=target, flatten=True)
        session = str(attached["sessionId"])
        for method in ("Page.enable", "Fetch.enable"):
            browser.call(method, session)
        browser.call("Emulation.setScriptExecutionDisabled", session, value=True)
        return session

    def close(self) -> None:
        """End the program if it was started."""
        if browser := self.__dict__.pop("_browser", None):
            browser.close()
        self.__dict__.pop("_session", None)
        self._visit = None

    def write(self, pdf_source: PdfSource, read: Read) -> PdfDocument:
        """Make the PDF document of a page."""
        try:
            return self._numbered(pdf_source, read)
        except BrowserError as error:
            self.close()
            raise PdfError(f"Chromium: {error}") from error

    def _numbered(self, pdf_source: PdfSource, read: Read) -> PdfDocument:
        pages: Mapping[str, int] = {}
        for _ in range(_ROUNDS):
            visit = _Visit(ROOT + pdf_source.url, with_pages(pdf_source.html, pages), read)
            pdf = self._printed(visit)
            known, pages = pages, _pages_of(pdf) if _REFERENCE.search(visit.html) else pages
            if known == pages:
                break
        return PdfDocument(described(pdf, pdf_source.html), tuple(visit.lost))

    def _printed(self, visit: _Visit) -> bytes:
        ask = partial(self._browser.call, session=self._session)
        self._visit = visit
        if failed := ask("Page.navigate", url=visit.url).get("errorText"):
            raise BrowserError(failed)
        while not visit.is_loaded:
            self._browser.listen()
        for url in filter(None, ask("Runtime.evaluate", **_UNSEEN)["result"]["value"]):
            visit.miss(url, "Image")
        if visit.refused:
            raise BrowserError(f"Failed to load {visit.refused[0]}")
        return base64.b64decode(ask("Page.printToPDF", **_PRINT)["data"])

    def _hear(self, message: Message) -> None:
        if not self._visit:
            return
        if message["method"] == "Page.loadEventFired":
            # The empty page that was there before may tell that it is there.
            self._visit.is_loaded = self._visit.is_given
        elif message["method"] == "Fetch.requestPaused":
            self._answer(self._visit, message["params"])

    def _answer(self, visit: _Visit, asked: Message) -> None:
        """Answer from the files of the site what would be asked of the network."""
        send = partial(self._browser.send, session=self._session, requestId=asked["requestId"])
        url = asked["request"]["url"]
        if found := visit.answer(url):
            headers = [{"name": "Content-Type", "value": found[0]}]
            body = base64.b64encode(found[1]).decode()
            send("Fetch.fulfillRequest", responseCode=200, responseHeaders=headers, body=body)
        else:
            visit.miss(url, asked["resourceType"])
            send("Fetch.failRequest", errorReason="BlockedByClient")


def with_pages(html: str, pages: Mapping[str, int]) -> str:
    """Tell each reference of a document the page to which it leads.

    Arguments:
        html: The document.
        pages: Numbers of pages by the identifiers of what stands there; empty if none is known.
    """

    def told(link: re.Match[str]) -> str:
        page = pages.get(unquote(unescape(link[1])), "") if pages else _WIDE
        return f'{link[0]} data-page="{page}"' if page else link[0]

    return _REFERENCE.sub(told, html)


def _pages_of(pdf: bytes) -> dict[str, int]:
    """Give the numbers of the pages on which the ends of links stand, by their identifiers."""
    reader = PdfReader(BytesIO(pdf))
    numbers = {page.indirect_reference: number for number, page in enumerate(reader.pages, 1)}
    targets = reader.root_object.get("/Dests", {})
    return {
        unquote(name.removeprefix("/")): numbers[place[0]]
        for name, place in ((name, targets[name].get_object()) for name in targets)
    }

"""PDF documents made by WeasyPrint."""

import logging
from email.message import Message
from importlib.metadata import version
from importlib.util import find_spec
from io import BytesIO
from mimetypes import guess_type
from urllib.request import BaseHandler, Request
from urllib.response import addinfourl

from mkdocs_forum.core.formulas.pictures import with_drawn_formulas
from mkdocs_forum.core.printing.pdf.metadata import add_rights
from mkdocs_forum.core.printing.pdf.writer import (
    ROOT,
    PdfDocument,
    PdfError,
    PdfSource,
    Read,
    path_of,
)


class WeasyPrint:
    """Makes PDF documents without a browser.

    They are tagged, and say that they follow PDF/UA-1: readers such as NVDA look for that.
    """

    @property
    def name(self) -> str:
        """Its name with its version, and those of the parts that write bytes and draw formulas."""
        names = ("weasyprint", "pydyf", *filter(find_spec, ("ziamath",)))
        return " ".join(f"{name} {version(name)}" for name in names)

    def write(self, pdf_source: PdfSource, read: Read) -> PdfDocument:
        """Make the PDF document of a page."""
        return _written(pdf_source, read)


def _written(pdf_source: PdfSource, read: Read) -> PdfDocument:
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
    html = with_drawn_formulas(pdf_source.html)
    try:
        page = HTML(string=html, base_url=ROOT + pdf_source.url, url_fetcher=fetcher)
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

    def __init__(self, read: Read) -> None:
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

"""What makes PDF documents: WeasyPrint or Chromium.

Each is imported where it is chosen: most builds need neither, nor what reads PDF documents.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from mkdocs_forum.core.printing.pdf.chromium_program import find_chromium
from mkdocs_forum.core.printing.pdf.writer import Engine, PdfError

EXTRA = "pip install 'mkdocs-forum[pdf]'"
"""Command that installs WeasyPrint."""


@contextmanager
def open_engine(name: str) -> Iterator[Engine]:
    """Give one of the engines; what it has started ends with the context.

    Arguments:
        name: One of `PDF_ENGINES`.

    Raises:
        PdfError: There is no such program.
    """
    if name != "chromium":
        from mkdocs_forum.core.printing.pdf.weasyprint_engine import WeasyPrint

        yield WeasyPrint()
        return
    program = find_chromium()
    if not program:
        raise PdfError("Chromium")
    from mkdocs_forum.core.printing.pdf.chromium_engine import Chromium

    with closing(Chromium(program)) as engine:
        yield engine

"""The documents to print among the files of a site, as pages and as PDF."""

from collections.abc import Iterable, Iterator, Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_forum.adapter.build import Build
from mkdocs_forum.adapter.files import virtual_file
from mkdocs_forum.adapter.kept.place import cache_folder
from mkdocs_forum.adapter.log import DOCUMENTS, PDF, Progress
from mkdocs_forum.adapter.outputs import SiteOutputs
from mkdocs_forum.adapter.theme.finish import Finish
from mkdocs_forum.core.diagrams.drawings import DrawingMaker, Drawings, printed_sources
from mkdocs_forum.core.diagrams.mermaid import Mermaid, find_mermaid
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, say
from mkdocs_forum.core.outputs.epub.book import Book
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.printing.pdf.chromium_program import find_chromium
from mkdocs_forum.core.printing.pdf.engines import open_engine
from mkdocs_forum.core.printing.pdf.writer import Engine, PdfError, PdfSource, PdfWriter
from mkdocs_forum.core.printing.talk import NO_TEXTS, Printer, Texts

MOST_SIGNS = 8
"""Signs without a font that are told of one document."""


def printer_of(build: Build, texts: Texts = NO_TEXTS) -> Printer:
    """Give what places the texts of a site, those that are rendered, in what is printed."""
    return Printer(
        library=build.library,
        views=build.views,
        texts=texts,
        settings=build.settings,
        days=build.days.last,
    )


def draw(build: Build, config: MkDocsConfig) -> tuple[Drawings, Sequence[Diagnostic]]:
    """Draw the diagrams of a forum, if a program is there that does; tell why some aren't."""
    program = find_mermaid() if build.settings.draws else None
    if program is None:
        return {}, ()
    renderer = Mermaid(program, find_chromium())
    maker = DrawingMaker(renderer, cache_folder(config) / "diagrams")
    return maker.make(printed_sources(build.library)), maker.faults


def publish(
    documents: Iterable[Output | PdfSource],
    count: int,
    beside: SiteOutputs,
    finish: Finish,
    progress: Progress,
    pdf: str,
) -> list[Diagnostic]:
    """Add documents to the files of a site.

    Arguments:
        documents: Pages, and those of them that become PDF documents, too.
        count: Number of the pages.
        beside: Adds them.
        finish: What is done to each page at last.
        progress: Shows how far it is.
        pdf: Engine that makes PDF documents.

    Returns:
        Why some PDF documents could not be made, and which pictures others lack.
    """
    pdf_sources = []

    def pages() -> Iterator[Output]:
        # One after the other: all of them together would be the largest thing that a build holds.
        for made in documents:
            if isinstance(made, Output):
                yield made
                progress.step()
            else:
                pdf_sources.append(made)

    progress.begin(DOCUMENTS, count)
    beside.add(finish.outputs(pages()))
    if not pdf_sources:
        return []
    # In large print and as a work sheet, a talk lacks what it lacks anyway.
    with open_engine(pdf) as engine:
        told = _write_pdfs(pdf_sources, engine, beside.files, beside.config, progress)
        return list(dict.fromkeys(told))


def bind(books: Iterable[Book], files: Files, config: MkDocsConfig) -> Iterator[Diagnostic]:
    """Add books to the files of a site; tell which pictures they can't show."""
    by_target = {file.dest_uri: file for file in files}
    for book in books:
        packed = book.packed(lambda path: by_target[path].content_bytes)
        files.append(virtual_file(config, book.target, packed.content))
        for source, path in packed.lost:
            message = say("an e-book can't show the picture '{path}'", path=path)
            hint = say("use PNG, JPEG, SVG, GIF or WebP")
            yield Diagnostic(Location(source), "F402", message, hint)


def _write_pdfs(
    pdf_sources: Sequence[PdfSource],
    engine: Engine,
    files: Files,
    config: MkDocsConfig,
    progress: Progress,
) -> Iterator[Diagnostic]:
    """Make PDF documents, one after the other; tell what one lacks, or why it could not be made."""
    by_target = {file.dest_uri: file for file in files}
    folder = cache_folder(config) / "pdf"
    writer = PdfWriter(engine, lambda path: by_target[path].content_bytes, folder)
    used = set()
    for pdf_source in progress.each(PDF, pdf_sources, len(pdf_sources)):
        where = Location(pdf_source.source)
        used.add(writer.key(pdf_source))
        try:
            pdf = writer.write(pdf_source)
        except PdfError as error:
            message = say("no PDF document could be made from it: {error}", error=str(error))
            yield Diagnostic(where, "F401", message)
            continue
        files.append(virtual_file(config, pdf_source.target, pdf.content))
        for path in pdf.lost:
            message = say("its PDF document can't show the picture '{path}'", path=path)
            yield Diagnostic(where, "F402", message, say("use one that can be opened"))
        if pdf.unset:
            signs = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in pdf.unset[:MOST_SIGNS])
            message = say("its PDF document shows boxes in place of: {signs}", signs=signs)
            hint = say("install fonts that have these signs, such as Noto, where the site is built")
            yield Diagnostic(where, "F403", message, hint)
    writer.clear(used)

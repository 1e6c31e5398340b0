"""The documents to print among the files of a site, as pages and as PDF."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_forum.adapter.build import Build
from mkdocs_forum.adapter.files import add_outputs
from mkdocs_forum.adapter.kept.place import cache_folder
from mkdocs_forum.adapter.theme.finish import Finish
from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, say
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.printing.pdf import PdfError, PdfSource, PdfWriter
from mkdocs_forum.core.printing.talk import Printer, Texts
from mkdocs_forum.core.repository.history import last_changes
from mkdocs_forum.core.words.language import Language


def printer_of(build: Build, texts: Texts, config: MkDocsConfig) -> Printer:
    """Give what places the texts of a site, which are rendered, in what is printed."""
    return Printer(
        library=build.library,
        views=build.views,
        texts=texts,
        site_url=config.site_url or "",
        days=last_changes(Path(config.docs_dir)),
        today=build.settings.today,
    )


def publish(
    documents: Iterable[Output | PdfSource],
    files: Files,
    config: MkDocsConfig,
    settings: Settings,
    finish: Finish,
) -> list[Diagnostic]:
    """Add documents to the files of a site.

    Arguments:
        documents: Pages, and those of them that become PDF documents, too.
        files: The files of the site.
        config: The site's configuration.
        settings: The forum's options.
        finish: What is done to each page at last.

    Returns:
        Why some PDF documents could not be made, and which pictures others lack.
    """
    pdf_sources = []

    def pages() -> Iterator[Output]:
        # One after the other: all of them together are the largest thing that a build holds.
        for made in documents:
            if isinstance(made, Output):
                yield made
            else:
                pdf_sources.append(made)

    add_outputs(files, finish.outputs(pages()), config)
    label = Language(settings.language).tell("PDF documents")
    return list(_write_pdfs(pdf_sources, files, config, label)) if pdf_sources else []


def _write_pdfs(
    pdf_sources: Sequence[PdfSource], files: Files, config: MkDocsConfig, label: str
) -> Iterator[Diagnostic]:
    """Make PDF documents, one after the other; tell what one lacks, or why it could not be made."""
    by_target = {file.dest_uri: file for file in files}
    writer = PdfWriter(lambda path: by_target[path].content_bytes, cache_folder(config) / "pdf")
    used = set()
    with _bar(pdf_sources, label) as bar:
        for pdf_source in bar:
            where = Location(pdf_source.source)
            used.add(writer.key(pdf_source))
            try:
                pdf = writer.write(pdf_source)
            except PdfError as error:
                message = say("no PDF document could be made of it: {error}", error=error)
                yield Diagnostic(where, "F401", message)
                continue
            files.append(_file(pdf_source.target, pdf.content, config))
            for path in pdf.lost:
                message = say("its PDF document can't show the picture '{path}'", path=path)
                yield Diagnostic(where, "F402", message, say("put one there that can be opened"))
    writer.clear(used)


def _file(target: str, content: bytes, config: MkDocsConfig) -> File:
    return File.generated(config, target, content=content, inclusion=InclusionLevel.NOT_IN_NAV)


def _bar(
    pdf_sources: Sequence[PdfSource], label: str
) -> AbstractContextManager[Iterable[PdfSource]]:
    """Show how far it is; where nobody looks on, a bar is noise."""
    if sys.stderr.isatty():
        return click.progressbar(pdf_sources, label=label, file=sys.stderr)
    return nullcontext(pdf_sources)

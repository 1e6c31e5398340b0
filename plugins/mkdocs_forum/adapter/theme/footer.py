"""The links at the foot of every page: what readers, and the law, look for there."""

from collections.abc import Iterator

from mkdocs.structure.files import File, Files

from mkdocs_forum.adapter.rendering.sanitise import words_of_title
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.words.languages import conventions


def footer(files: Files, settings: Settings) -> Iterator[Link]:
    """Give those of the pages that the site has."""
    for file in footer_files(files, settings):
        if file.page:
            yield Link(words_of_title(file.page.title), file.url)


def footer_files(files: Files, settings: Settings) -> Iterator[File]:
    """Give the files of these pages."""
    words = conventions(settings.language)
    for path in (settings.legal_notice, words.privacy, words.accessibility):
        file = files.src_uris.get(path)
        if file and file.inclusion.is_included():
            yield file

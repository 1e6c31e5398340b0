"""The index of the site's own search, made of all that was rendered."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup
from mkdocs.structure.files import Files

from mkdocs_forum.adapter.build import Build, Rendered
from mkdocs_forum.core.outputs.search.documents import OwnPage


def own_pages(build: Build, rendered: Mapping[str, Rendered], files: Files) -> Iterator[OwnPage]:
    """Give the pages that the organisers wrote, and what stands above pages of the forum.

    Arguments:
        build: The build.
        rendered: What rendering gave, by the path of the page's file.
        files: The site's files.
    """
    for path, found in rendered.items():
        file = files.get_file_from_path(path)
        is_entry = path in build.library.pages and path not in build.library.introductions
        if file and file.page and found.text and not is_entry:
            title = file.page.meta.get("title") or file.page.title
            yield OwnPage(file.url, Markup(title or "").striptags(), found.text)

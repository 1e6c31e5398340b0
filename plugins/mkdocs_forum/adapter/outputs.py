"""What stands in a site beside its pages: styles, schemas, references, cards to save."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_forum.adapter.build import Build, Rendered
from mkdocs_forum.adapter.files import virtual_file
from mkdocs_forum.adapter.kept.outputs import KeptOutputs
from mkdocs_forum.adapter.rendering.sanitise import words_of_title
from mkdocs_forum.core.forms.rulebook import rulebook_file
from mkdocs_forum.core.model.addresses import all_folders, folders_of
from mkdocs_forum.core.outputs.published_schemas import schemas
from mkdocs_forum.core.outputs.search.documents import OwnPage
from mkdocs_forum.core.outputs.vcards import vcards
from mkdocs_forum.core.pages.assets import assets
from mkdocs_forum.core.pages.output import Output

log = logging.getLogger("mkdocs.plugins.forum")
_BESIDE: Final = InclusionLevel.NOT_IN_NAV


def beside_pages(build: Build) -> Iterator[Output]:
    """Give what needs no rendered text: styles and scripts, schemas, references, cards to save."""
    library, settings = build.library, build.settings
    yield from assets()
    yield from schemas(settings)
    yield rulebook_file(library, settings, build.site)
    yield from build.citations.files()
    yield from vcards(library, build.views, settings)


def add_outputs(
    files: Files,
    outputs: Iterable[Output],
    config: MkDocsConfig,
    kept: KeptOutputs,
    *,
    at_once: bool = False,
) -> None:
    """Add files that aren't pages; a file of the site's own at the same path stays.

    Arguments:
        files: The files of the site.
        outputs: What is added.
        config: The site's configuration.
        kept: Knows those that the last site has.
        at_once: Whether they are written now, so that the build doesn't hold what they say.
    """
    placed = {file.dest_uri: file for file in files}
    folders = all_folders(placed)
    for output in outputs:
        # A former address may look like a file's: nothing can stand below that, or in its place.
        above = [placed[folder] for folder in folders_of(output.target) if folder in placed]
        present = placed.get(output.target)
        if above or output.target in folders or (present and present.is_documentation_page()):
            found = present or next(iter(above), None)
            log.warning(
                "Nothing leads to '%s' from a former address: '%s' stands there.",
                output.target,
                found.src_uri if found else f"{output.target}/",
            )
        elif present is None:
            file = _file(output, config, kept, at_once=at_once)
            files.append(file)
            placed[output.target] = file
            folders.update(folders_of(output.target))


def _file(output: Output, config: MkDocsConfig, kept: KeptOutputs, *, at_once: bool) -> File:
    """Give the file of an output; MkDocs finds it where it is in the folder of the site already."""
    # MkDocs would take a file for a page by the ending of its source.
    source = output.target.removesuffix(".md")
    path = f"{config.site_dir}/{output.target}"
    if kept.take(output):
        file = File.generated(config, source, abs_src_path=path, inclusion=_BESIDE)
    elif at_once:
        _write(Path(path), output.text)
        file = File.generated(config, source, abs_src_path=path, inclusion=_BESIDE)
    else:
        file = virtual_file(config, source, output.text.encode())
    file.dest_uri = output.target
    return file


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


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
            yield OwnPage(file.url, words_of_title(title), found.text)

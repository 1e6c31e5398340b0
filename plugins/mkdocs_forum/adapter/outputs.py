"""What stands in a site beside its pages: styles, schemas, references, cards to save."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

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


def beside_pages(build: Build) -> Iterator[Output]:
    """Give what needs no rendered text: styles and scripts, schemas, references, cards to save."""
    library, settings = build.library, build.settings
    yield from assets()
    yield from schemas(settings)
    yield rulebook_file(library, settings, build.site)
    yield from build.citations.files()
    yield from vcards(library, build.views, settings)


@dataclass(frozen=True)
class SiteOutputs:
    """Adds files that aren't pages to a site; a file of the site's own at the same path stays."""

    files: Files
    """The files of the site."""
    config: MkDocsConfig
    kept: KeptOutputs
    """Knows those that the last site has."""

    @cached_property
    def _placed(self) -> dict[str, File]:
        return {file.dest_uri: file for file in self.files}

    @cached_property
    def _folders(self) -> set[str]:
        return all_folders(self._placed)

    def add(self, outputs: Iterable[Output], *, at_once: bool = True) -> None:
        """Add files.

        Arguments:
            outputs: The files.
            at_once: Whether they are written now, so that the build doesn't hold what they say.
        """
        for output in outputs:
            present = self._placed.get(output.target)
            # A former address may look like a file's: nothing can stand below it, or in its place.
            above = None if present else self._above(output.target)
            is_taken = output.target in self._folders
            if above or is_taken or (present and present.is_documentation_page()):
                found = present or above
                log.warning(
                    "Nothing leads to '%s' from a former address: '%s' stands there.",
                    output.target,
                    found.src_uri if found else f"{output.target}/",
                )
            elif present is None:
                file = self._file(output, at_once=at_once)
                self.files.append(file)
                self._placed[output.target] = file
                self._folders.update(folders_of(output.target))

    def _above(self, target: str) -> File | None:
        """Give the file that stands in the place of a folder of a path."""
        for folder in folders_of(target):
            if folder in self._folders:
                break  # So are all that are above it.
            if folder in self._placed:
                return self._placed[folder]
        return None

    def _file(self, output: Output, *, at_once: bool) -> File:
        """Give the file of an output; MkDocs passes over what is in the site's folder already."""
        # MkDocs would take a file for a page by the ending of its source.
        source, config = output.target.removesuffix(".md"), self.config
        path = f"{config.site_dir}/{output.target}"
        is_there = self.kept.take(output)
        if at_once and not is_there:
            _write(Path(path), output.text)
        if at_once or is_there:
            level = InclusionLevel.EXCLUDED if at_once else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, source, abs_src_path=path, inclusion=level)
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

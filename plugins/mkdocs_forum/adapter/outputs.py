"""What stands in a site beside its pages: styles, schemas, references, cards to save."""

import logging
import posixpath
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


def shared_files(build: Build) -> Iterator[Output]:
    """Give what pages load: styles and scripts, schemas, what forms know."""
    yield from assets()
    yield from schemas(build.settings)
    yield rulebook_file(build.library, build.settings, build.site)


def references(build: Build) -> Iterator[Output]:
    """Give what readers save: references of texts, and cards of members."""
    yield from build.citations.files()
    yield from vcards(build.library, build.views, build.settings)


@dataclass(frozen=True)
class SiteOutputs:
    """Adds files that aren't pages to a site; a file of the site's own at the same path stays."""

    files: Files
    """The files of the site."""
    config: MkDocsConfig
    kept: KeptOutputs
    """Knows those that the last site has."""

    @cached_property
    def _placed(self) -> dict[str, File | None]:
        """What stands at each path; nothing for what was written already."""
        return {file.dest_uri: file for file in self.files}

    @cached_property
    def _folders(self) -> set[str]:
        return all_folders(self._placed)

    @property
    def targets(self) -> frozenset[str]:
        """The paths of all files, those that were added too."""
        return frozenset(self._placed)

    def add(self, outputs: Iterable[Output], *, at_once: bool = True) -> None:
        """Add files.

        Arguments:
            outputs: The files.
            at_once: Whether they are written now, so that neither the build holds what they say
                nor MkDocs has to look after them.
        """
        for output in outputs:
            if stands := self._in_the_way(output.target):
                log.warning(
                    "Nothing leads to '%s' from a former address: '%s' stands there.",
                    output.target,
                    stands,
                )
            elif output.target not in self._placed:
                self._placed[output.target] = self._file(output, at_once=at_once)
                if posixpath.dirname(output.target) not in self._folders:
                    self._folders.update(folders_of(output.target))

    def _in_the_way(self, target: str) -> str:
        """Tell what keeps a file from its path: a former address may look like a file's."""
        if target in self._folders:
            return f"{target}/"
        if target in self._placed:
            file = self._placed[target]
            return file.src_uri if file and file.is_documentation_page() else ""
        for folder in folders_of(target):
            if folder in self._folders:
                break  # So are all that are above it.
            if folder in self._placed:
                file = self._placed[folder]
                return file.src_uri if file else folder
        return ""

    def _file(self, output: Output, *, at_once: bool) -> File | None:
        """Put an output into the site; give its file, where MkDocs has to look after it."""
        path, is_there = f"{self.config.site_dir}/{output.target}", self.kept.take(output)
        if at_once:
            if not is_there:
                _write(Path(path), output.text)
            return None
        # MkDocs would take a file for a page by the ending of its source.
        source, config = output.target.removesuffix(".md"), self.config
        if is_there:  # MkDocs passes over what is in the site's folder already.
            file = File.generated(
                config, source, abs_src_path=path, inclusion=InclusionLevel.NOT_IN_NAV
            )
        else:
            file = virtual_file(config, source, output.text.encode())
        file.dest_uri = output.target
        self.files.append(file)
        return file


def _write(path: Path, text: str) -> None:
    try:
        path.write_bytes(text.encode())
    except FileNotFoundError:  # Most folders are there.
        path.parent.mkdir(parents=True)
        path.write_bytes(text.encode())


def own_pages(build: Build, rendered: Mapping[str, Rendered], files: Files) -> Iterator[OwnPage]:
    """Give the pages that the organisers wrote, and what stands above pages of the forum.

    Arguments:
        build: The build.
        rendered: What rendering gave, by the path of the page's file.
        files: The site's files.
    """
    for path, found in rendered.items():
        file = files.src_uris.get(path)
        is_entry = path in build.library.pages and path not in build.library.introductions
        if file and file.page and found.text and not is_entry:
            title = file.page.meta.get("title") or file.page.title
            yield OwnPage(file.url, words_of_title(title), found.text)

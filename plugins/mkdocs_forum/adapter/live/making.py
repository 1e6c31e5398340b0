"""Makes what somebody asks for of the site that is served."""

import posixpath
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from mkdocs.structure.files import File

from mkdocs_forum.adapter.build import Rendered
from mkdocs_forum.adapter.days import date_pages
from mkdocs_forum.adapter.ending import Ending
from mkdocs_forum.adapter.live.beside import Beside
from mkdocs_forum.adapter.live.pages import fresh_page, render_page, render_text
from mkdocs_forum.adapter.live.sitemap import SITEMAPS, sitemap
from mkdocs_forum.adapter.live.state import State
from mkdocs_forum.adapter.theme.shell import offer
from mkdocs_forum.core.html.extension import ForumExtension
from mkdocs_forum.core.outputs.search.search import FOLDER
from mkdocs_forum.core.pages.rows import Rows


class Making:
    """Makes files of a state of the forum, each at most once, in the folder of the site."""

    def __init__(self, state: State, show: Callable[[Ending], None]) -> None:
        """Let pages be made of a state.

        Arguments:
            state: What they are made of.
            show: Lets the events of the plugin know it.
        """
        self.state, self._show = state, show
        build, extensions = state.build, state.config.markdown_extensions
        build.failures.clear()
        rows = Rows(build.environment)
        for environment in (state.environment, build.environment):
            environment.globals["forum_row"] = rows
            offer(environment, build.citations)
        extensions[:] = [
            build.extension if isinstance(each, ForumExtension) else each  # type: ignore[misc]
            for each in extensions
        ]

    def render(self, path: str) -> Rendered:
        """Render the text of the page of a file."""
        state = self.state
        self._show(state.ending)
        if path not in state.rendered:
            file = state.files.src_uris[path]
            page = fresh_page(file, state.build, state.nav, state.config)
            state.pages[path] = render_text(page, state.config, state.files)
        return state.rendered[path]

    def make(self, target: str) -> None:
        """Let the file at a path below the root of the site be what it is now."""
        target = posixpath.normpath(f"/{target}").lstrip("/")
        if "." not in posixpath.basename(target):
            target = posixpath.join(target, "index.html")
        if target not in self.state.made:
            self._show(self.state.ending)
            self._place(target)
            self.state.made.add(target)

    def _place(self, target: str) -> None:
        state, place = self.state, self._folder / target
        file = self._files.get(target)
        if file and not file.is_documentation_page() and not file.generated_by:
            return  # A file of the site's own, or of the theme.
        # The files of the index belong together: one of before would fit no other. After an edit,
        # what was made when somebody asked for it is of before, too.
        if place.is_file() and state.is_whole and not target.startswith(FOLDER):
            return
        if target in SITEMAPS and place.is_file():
            self._write(place, self._sitemap(target))
        elif file and file.is_documentation_page():
            self._write(place, self._page(file))
        elif (made := self._beside.get(target)) is not None:
            self._write(place, made)
        elif file:
            place.unlink(missing_ok=True)

    def _page(self, file: File) -> bytes:
        state = self.state
        self.render(file.src_uri)
        page = file.page = state.pages[file.src_uri]
        return render_page(page, state.config, state.files, state.nav, state.environment)

    def _sitemap(self, target: str) -> bytes:
        state = self.state
        date_pages(state.build, state.files)
        return sitemap(target, state.files, state.config, state.nav, state.environment)

    def _write(self, place: Path, held: bytes) -> None:
        place.parent.mkdir(parents=True, exist_ok=True)
        # What is there may be the same file as elsewhere.
        place.unlink(missing_ok=True)
        place.write_bytes(held)

    def _read(self, target: str) -> bytes:
        self.make(target)
        return (self._folder / target).read_bytes()

    @cached_property
    def _folder(self) -> Path:
        return Path(self.state.config.site_dir)

    @cached_property
    def _files(self) -> dict[str, File]:
        return {file.dest_uri: file for file in self.state.files}

    @cached_property
    def _beside(self) -> Beside:
        state = self.state
        return Beside(state.ending, state.files, state.config, self._read)

"""The site that `mkdocs serve` shows, from its first build to the last edit."""

import gc
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Final
from wsgiref.types import StartResponse, WSGIEnvironment

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from mkdocs_forum.adapter.build import Rendered
from mkdocs_forum.adapter.ending import Ending
from mkdocs_forum.adapter.kept.pages import KeptPages
from mkdocs_forum.adapter.kept.readings import RememberedReadings, RememberedTexts
from mkdocs_forum.adapter.kept.told import Line, Told
from mkdocs_forum.adapter.live.bar import with_bar
from mkdocs_forum.adapter.live.making import Making
from mkdocs_forum.adapter.live.remarks import Remarks, of_build, of_edit
from mkdocs_forum.adapter.live.sources import Sources, look
from mkdocs_forum.adapter.live.state import Edited, State, edited
from mkdocs_forum.adapter.live.texts import texts_on_demand
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.reading.read import Reader, read_file
from mkdocs_forum.core.repository.history import build_day
from mkdocs_forum.core.words.language import N_, Language

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.forum")

ROUNDS: Final = 100
"""Rounds of the garbage collector among what is new before it looks through all there is."""

_ANEW = N_("Rebuilt in {seconds} s: {paths}")
_AS_BEFORE = N_("The site stays as it was: {paths}")


class Live:
    """Lets an edit of texts change what depends on it, and builds the whole site where it must."""

    def __init__(self, show: Callable[[Ending], None]) -> None:
        """Begin without a site.

        Arguments:
            show: Lets the events of the plugin know what pages are made of.
        """
        self._show, self._readings, self._texts = show, RememberedReadings(), RememberedTexts()
        self._sources: Sources | None = None
        self._making: Making | None = None
        """Makes what is asked for; nothing where something unknown has a part in pages."""
        self._environment: Environment | None = None
        self._remarks, self._good = Remarks(), Remarks()
        """What is told now, and what the last good build of the whole site told."""
        self._lock = RLock()
        self.is_first = True
        """Whether nothing was served yet."""

    def begin(self, config: MkDocsConfig, read: Reader) -> Reader:
        """Begin to build the whole site.

        Arguments:
            config: The site's configuration.
            read: Reads files.

        Returns:
            What reads files, save those that are as they were.
        """
        self._sources = look(config)
        return self._readings.reader(read)

    def take(self, pages: KeptPages, ending: Ending, environment: Environment) -> None:
        """Take over what a build of the whole site made.

        Arguments:
            pages: The pages.
            ending: What their templates were given.
            environment: That of the theme.
        """
        assert self._sources
        build = ending.build
        self._environment, self._making = build.environment, None
        if pages.last.is_on_demand:
            ending = ending.after(build, texts_on_demand(build, self._render))
            frame = (pages.config, pages.files, pages.nav, environment)
            self._let(State(*frame, self._sources, ending))
            _settle()

    def hold(self, environment: Environment, told: Iterable[Line]) -> None:
        """Show what keeps the first site from being made.

        Arguments:
            environment: Renders the forum's templates.
            told: What was told from warnings up.
        """
        self._environment, self._remarks = environment, of_build(told, is_held=False)

    def stay(self) -> None:
        """Note that a build of the whole site would have made the one that is there."""
        if self._making and self._sources:
            self._let(replace(self._making.state, sources=self._sources))

    def serve(self, server: "LiveReloadServer", builder: Callable[[], None]) -> None:
        """Let a server rebuild what must be, and make what is asked for.

        Arguments:
            server: The server.
            builder: Builds the whole site.
        """
        self.is_first = False
        app = server.get_app()
        assert app
        root = server.mount_path

        def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
            # As MkDocs reads it: https://bugs.python.org/issue16679
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            is_page = f"{path}/".startswith(root) and not path.startswith("/livereload/")
            html = self._made(path[len(root) :]) if is_page else b""
            return with_bar(app, environ, start, html) if html else app(environ, start)

        server.builder = lambda: self._rebuild(builder)
        server.set_app(answer)

    def _made(self, path: str) -> bytes:
        """Make what is asked for; give what is to be told below it."""
        with self._lock:
            try:
                if self._making:
                    self._making.make(path)
            except Exception:
                log.exception("'%s' stays as it was", path)
            return self._remarks.bar(self._environment) if self._environment else b""

    def _rebuild(self, builder: Callable[[], None]) -> None:
        with self._lock:
            begun = time.monotonic()
            try:
                if self._edit(begun):
                    return
            except Exception:
                # Whatever upsets this, a build of the whole site finds out what is wrong.
                log.debug("Building the whole site", exc_info=True)
            self._build(builder)

    def _edit(self, begun: float) -> bool:
        """Let an edit of texts change what depends on it; tell whether that is all there is."""
        found = self._edited()
        if self._making is None or found is None:
            return False
        before = self._making.state
        faults = [*found.faults, *self._lost(found)]
        told = of_edit(faults, found.changed, self._remarks, self._good, before)
        self._remarks = told
        if told.is_held:
            self._let(replace(before, pages={}, ending=replace(before.ending, rendered={})))
        tell = Language(before.build.settings.language).tell
        seconds, paths = f"{time.monotonic() - begun:.2f}", ", ".join(sorted(found.changed))
        log.info(tell(_AS_BEFORE if told.is_held else _ANEW).format(seconds=seconds, paths=paths))
        return True

    def _edited(self) -> Edited | None:
        """Give what an edit makes of the forum; nothing where that takes a build of the site."""
        state = self._making and self._making.state
        if not state or build_day(Path(state.config.docs_dir), live=True) != state.today:
            return None
        self._sources = look(state.config)
        read = self._readings.reader(read_file)
        return edited(state, self._sources, read, self._texts.keep, self._render)

    def _lost(self, found: Edited) -> list[Diagnostic]:
        """Render the texts that were edited, and tell what is lost by it."""
        if found.state is None:
            return []
        self._let(found.state)
        for path in found.shown:
            self._render(path)
        return found.state.build.lost(found.state.rendered)

    def _build(self, builder: Callable[[], None]) -> None:
        """Build the whole site; where that fails, the last one stays."""
        told, is_held = Told(), False
        try:
            builder()
        except Exception as error:
            is_held = True
            is_told = isinstance(error, MkDocsException)
            log.error("%s", error, exc_info=None if is_told else error)
            if self._making:
                self._let(self._making.state)
        finally:
            told.close()
        self._remarks = of_build(told.warnings, is_held=is_held)
        self._good = self._good if is_held else self._remarks

    def _let(self, state: State) -> None:
        """Let pages be made of a state."""
        self._making = Making(state, self._show)

    def _render(self, path: str) -> Rendered:
        assert self._making
        return self._making.render(path)


def _settle() -> None:
    """Let the garbage collector pass over what lasts, and seldom look through all the rest.

    Python looks through all after ten rounds among what is new: an edit makes that many.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], ROUNDS)

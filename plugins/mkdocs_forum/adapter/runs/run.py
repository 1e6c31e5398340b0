"""One run of MkDocs: the folder in which it builds, the site before it, and how far it is."""

import gc
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_forum.adapter.ending import Ending
from mkdocs_forum.adapter.kept.last import LastBuild
from mkdocs_forum.adapter.kept.pages import KeptPages
from mkdocs_forum.adapter.live.live import Live
from mkdocs_forum.adapter.log import Progress, closing, log, stops, tell, uncounted
from mkdocs_forum.adapter.options.forum import shown_root
from mkdocs_forum.adapter.runs.staging import Staging
from mkdocs_forum.adapter.theme.shell import without_theme
from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.read import Reader, read_file
from mkdocs_forum.core.words.language import Language


@dataclass
class Run:
    """What surrounds a build, from its first event to its last."""

    live: Live | None = None
    """What is served, if the site is shown live."""
    staging: Staging | None = None
    """The folder aside, unless the site is built in its own."""
    language: Language = field(default_factory=lambda: Language("en"))
    """Language of what is told."""
    progress: Progress = field(default_factory=Progress)
    """Shows how far the build is."""
    read: Reader = read_file
    """Reads files, save those that earlier builds read."""
    last: LastBuild | None = None
    """What is known of the site before, once the run is open."""

    settings: Settings = field(default_factory=Settings)
    """The forum's options, once the run is open."""
    held: Environment | None = None
    """Renders what is served as long as faults keep the first site from being made."""

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing to make: the site stays as it is, or can't be made yet."""
        return self.held is not None or (self.last is not None and self.last.is_current)

    def open(self, config: MkDocsConfig, settings: Settings) -> bool:
        """Make the folder aside, and look at the last site.

        Returns:
            Whether there is anything to make; else MkDocs gets nothing to do.

        Raises:
            PluginError: The site is being built, or the folder can't be made.
        """
        self.settings, self.language = settings, Language(settings.language)
        if self.staging:
            self.staging.open(self.language)
        site = self.staging.site if self.staging else None
        self.last = last = LastBuild(config, settings, site, is_live=self.live is not None)
        if last.is_current:
            last.pass_over()
            return False
        self.progress = Progress(self.language)
        self.read = self.live.begin(config, last.read) if self.live else last.read
        return True

    def settle(self) -> None:
        """Spare the garbage collector all that is there: the build needs it to its end."""
        gc.freeze()

    def report(self, faults: Iterable[Diagnostic], config: MkDocsConfig) -> None:
        """Log every fault; where nothing is served yet, what stops a build is shown instead.

        Raises:
            PluginError: There are errors.
        """
        faults, root = list(faults), shown_root(config)
        is_first = self.live is not None and self.live.is_first
        if not (is_first and self.last and stops(faults, is_strict=config.strict)):
            tell(faults, self.language, root)
            return
        with uncounted():
            with suppress(PluginError):
                tell(faults, self.language, root)
            log.error("%s", closing(faults, self.language))
        self.held = without_theme(config, self.settings)
        self.last.pass_over()

    def stay(self, config: MkDocsConfig) -> None:
        """Let the site stay as it is, and tell again what the last build told."""
        if self.last:
            self.last.put_back()
            if self.held:
                self._show_faults(self.held, self.last, Path(config.site_dir))
            else:
                self.last.tell_again()
        if self.live:
            self.live.stay()
        self.close()

    def _show_faults(self, environment: Environment, last: LastBuild, site: Path) -> None:
        """Serve a page below which the faults are told, at whatever address."""
        template = environment.get_template("forum/no-site.html")
        settings = self.settings
        page = template.render(site_name=settings.site_name, lang=settings.language)
        for name in ("index.html", "404.html"):
            (site / name).write_text(page, encoding="utf-8")
        if self.live and self.staging and self.staging.finish():
            self.live.hold(environment, last.told)

    def end(self, pages: KeptPages, ending: Ending, environment: Environment) -> None:
        """Put a good site in place, and keep what the next build may take over.

        Raises:
            PluginError: The system doesn't let it.
        """
        if self.staging and self.staging.finish() and self.last:
            self.last.note(pages.to_note(), pages.outputs.made)
            if self.live:
                self.live.take(pages, ending, environment)
        self.close()

    def close(self) -> None:
        """Leave a site that isn't replaced as it is: a stopped build is no error."""
        gc.unfreeze()
        self.progress.end()
        if self.staging:
            self.staging.drop()
        if self.last:
            self.last.close()

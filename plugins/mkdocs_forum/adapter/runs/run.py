"""One run of MkDocs: the folder in which it builds, the site before it, and how far it is."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_forum.adapter.ending import Ending
from mkdocs_forum.adapter.kept.last import LastBuild
from mkdocs_forum.adapter.kept.pages import KeptPages
from mkdocs_forum.adapter.live.live import Live
from mkdocs_forum.adapter.log import Progress, tell
from mkdocs_forum.adapter.options import shown_root
from mkdocs_forum.adapter.runs.staging import Staging
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

    @property
    def is_current(self) -> bool:
        """Whether there is nothing to make: the site is what it would become."""
        return self.last is not None and self.last.is_current

    def open(self, config: MkDocsConfig, settings: Settings) -> bool:
        """Make the folder aside, and look at the last site.

        Returns:
            Whether there is anything to make; else MkDocs gets nothing to do.

        Raises:
            PluginError: The site is being built, or the folder can't be made.
        """
        self.language = Language(settings.language)
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

    def report(self, faults: Iterable[Diagnostic], config: MkDocsConfig) -> None:
        """Log every fault.

        Raises:
            PluginError: There are errors.
        """
        tell(faults, self.language, shown_root(config))

    def stay(self) -> None:
        """Tell again what the last build told: its site stays as it is."""
        if self.last:
            self.last.tell_again()
        if self.live:
            self.live.stay()
        self.close()

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
        self.progress.end()
        if self.staging:
            self.staging.drop()
        if self.last:
            self.last.close()

"""A build of MkDocs in a folder aside, until the site is known to be good."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

from mkdocs_forum.core.publish.staging import (
    BusyError,
    StagingFolder,
    close_staging,
    open_staging,
    put_in_place,
    staging_place,
)
from mkdocs_forum.core.words.language import Language

log = logging.getLogger("mkdocs.plugins.forum")


class Staging:
    """Lets MkDocs build in a folder aside: in a site's own, it first removes all that is there."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Name the folder aside as the site's in the configuration; nothing is made yet."""
        self._config = config
        self._site = Path(config.site_dir)
        self._folder: StagingFolder | None = None
        config.site_dir = str(staging_place(self._site))

    def open(self, language: Language) -> None:
        """Make the folder aside.

        Raises:
            PluginError: Another build of the site is under way, or the folder can't be made.
        """
        self._language = language
        self._site = self._chosen()
        try:
            self._folder = open_staging(self._site)
        except BusyError as error:
            told = language.tell(
                "another build of '{site}' is running: start this one again when it has ended"
            )
            raise PluginError(told.format(site=self._site)) from error
        except OSError as error:
            raise PluginError(self._stuck(error)) from error
        self._config.site_dir = str(self._folder.new)

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self._site

    def finish(self) -> bool:
        """Put the new site in place, unless MkDocs is about to abort.

        Returns:
            Whether it is there.

        Raises:
            PluginError: The system doesn't let it.
        """
        if self._folder is None or _too_many_warnings():
            return False
        try:
            put_in_place(self._folder)
        except OSError as error:
            raise PluginError(self._stuck(error)) from error
        self.drop()
        log.info(self._language.tell("The new site is in place: {site}").format(site=self._site))
        return True

    def drop(self) -> None:
        """Remove the folder aside, and name the site's own again."""
        if self._folder:
            close_staging(self._folder)
        self._config.site_dir = str(self._site)

    def _chosen(self) -> Path:
        """Give the folder of the site; other plugins may have named another, or one below it."""
        named, aside = Path(self._config.site_dir), staging_place(self._site)
        return self._site / named.relative_to(aside) if named.is_relative_to(aside) else named

    def _stuck(self, error: OSError) -> str:
        told = self._language.tell("no new site can replace '{site}': {reason}")
        return told.format(site=self._site, reason=error)


def _too_many_warnings() -> bool:
    """Tell whether MkDocs aborts a strict build next: the counter is its own."""
    logger: logging.Logger | None = log
    while logger:  # Up to that of MkDocs, or of the program that stands in for it.
        for handler in logger.handlers:
            if isinstance(handler, CountHandler) and handler.get_counts():
                return True
        logger = logger.parent
    return False

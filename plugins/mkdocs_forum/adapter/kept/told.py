"""What a build tells, kept to be told again by one that finds the same site in place."""

import logging
from collections.abc import Iterable

_LOGGER = logging.getLogger("mkdocs")
Line = tuple[str, int, str]
"""Name of a logger, level, and what was told."""


class Told(logging.Handler):
    """Hears what MkDocs, its plugins and its themes tell."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.warnings: list[Line] = []
        """What was told from warnings up."""
        self.page: str | None = None
        """Path of the file whose page is being made."""
        self.pages: set[str] = set()
        """Paths of the files of whose pages something was told while they were made."""
        _LOGGER.addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line, or the page that it is about."""
        if record.levelno >= logging.WARNING:
            self.warnings.append((record.name, record.levelno, record.getMessage()))
        if self.page is not None:
            self.pages.add(self.page)

    def close(self) -> None:
        """Hear nothing more."""
        _LOGGER.removeHandler(self)
        super().close()


def is_heard() -> bool:
    """Whether warnings are told at all: with `--quiet`, nobody knows of them."""
    return _LOGGER.isEnabledFor(logging.WARNING)


def tell_again(lines: Iterable[Line]) -> None:
    """Tell what an earlier build told."""
    for name, level, text in lines:
        logging.getLogger(name).log(level, "%s", text)

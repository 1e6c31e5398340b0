"""How far a build is: a bar on a terminal once it has taken a while, and nothing elsewhere."""

import logging
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from logging import StreamHandler
from typing import Any, Final, TypeVar

from tqdm import tqdm
from tqdm.contrib.logging import logging_redirect_tqdm

from mkdocs_forum.core.words.language import N_, Language

PATIENCE: Final = 3.0
"""Seconds of a build before it tells how far it is."""

TEXTS: Final = N_("Texts")
DOCUMENTS: Final = N_("Documents to print")
PDF: Final = N_("PDF documents")
PAGES: Final = N_("Pages")

_T = TypeVar("_T")
_LOG: Final = logging.getLogger("mkdocs")


class Progress:
    """Shows the stages of one build, each with what is done of it and how long it will take."""

    def __init__(self, language: Language | None = None) -> None:
        """Begin with the build; where nobody looks on, or asked for silence, nothing is shown.

        Arguments:
            language: Language of the stages; without one, nothing is shown either.
        """
        self._begun = time.monotonic()
        self._language = language if _is_watched() else None
        self._bar: tqdm[Any] | None = None
        self._open = ExitStack()
        if self._language:
            # What is told meanwhile stands above the bar.
            self._open.enter_context(logging_redirect_tqdm([_LOG]))

    def begin(self, stage: str, count: int | None = None) -> None:
        """Begin a stage, and end the one before.

        Arguments:
            stage: What is done, in English, as the catalogues have it.
            count: How many steps there are, if that is known.
        """
        self._end_stage()
        if self._language:
            told = self._language.tell(stage)
            left = max(0.0, self._begun + PATIENCE - time.monotonic())
            self._bar = tqdm(total=count, desc=told, delay=left, leave=False, file=sys.stderr)

    def step(self) -> None:
        """Count a step of the stage."""
        if self._bar is not None:
            self._bar.update()

    def each(self, stage: str, items: Iterable[_T], count: int | None = None) -> Iterator[_T]:
        """Give items one after the other, each as a step of a stage."""
        self.begin(stage, count)
        for item in items:
            yield item
            self.step()

    def end(self) -> None:
        """Leave the terminal as it was."""
        self._end_stage()
        self._open.close()

    def _end_stage(self) -> None:
        if self._bar is not None:
            self._bar.close()
        self._bar = None


def _is_watched() -> bool:
    """Whether somebody reads on a terminal what MkDocs tells."""
    streams = [handler.stream for handler in _LOG.handlers if isinstance(handler, StreamHandler)]
    return sys.stderr in streams and sys.stderr.isatty() and _LOG.isEnabledFor(logging.INFO)

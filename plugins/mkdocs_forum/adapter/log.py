"""What a build tells: how far it is, on a terminal; and every fault, in the words of the check."""

import errno
import logging
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from logging import StreamHandler
from typing import TYPE_CHECKING, Any, Final, TypeVar

from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.faults.diagnostic import Diagnostic, in_order
from mkdocs_forum.core.faults.reports import summary
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.language import N_, Language
from mkdocs_forum.core.words.languages import LANGUAGES

if TYPE_CHECKING:
    from tqdm import tqdm

log = logging.getLogger("mkdocs.plugins.forum")
_all = logging.getLogger("mkdocs")

PATIENCE: Final = 3.0
"""Seconds of a build before it tells how far it is."""

TEXTS: Final = N_("Texts")
DOCUMENTS: Final = N_("Documents to print")
PDF: Final = N_("PDF documents")
PAGES: Final = N_("Pages")

_T = TypeVar("_T")


def tell(problems: Iterable[Diagnostic], language: Language, root: str) -> None:
    """Log every fault, then in a line how many there are.

    Raises:
        PluginError: There are errors; it is that line.
    """
    told = in_order(problems)
    for problem in told:
        log.log(problem.severity.level, "%s", problem.tell(language.tell, root))
    if has_errors(told):
        raise PluginError(closing(told, language))
    if told:
        log.info("%s", summary(told, language))


def closing(faults: Sequence[Diagnostic], language: Language) -> str:
    """Tell in a line that faults stop a build, and how many there are."""
    told = language.tell("the forum can't be built: {faults}")
    return told.format(faults=summary(faults, language))


_FULL = frozenset({errno.ENOSPC, errno.EROFS, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""What a system says of a disk that takes nothing more."""


def tell_full_disk(error: Exception, language: Language) -> None:
    """Tell in a sentence that the disk takes nothing more, if that ended a build.

    Raises:
        PluginError: It is that sentence.
    """
    if isinstance(error, OSError) and error.errno in _FULL:
        told = language.tell("the disk is full ({reason}): free some space, then build again")
        raise PluginError(told.format(reason=error)) from error


_OWN = logging.getLogger("mkdocs_forum")
"""Tells what is no fault of the content: it stops no build, a strict one neither."""


def tell_unreachable(settings: Settings) -> None:
    """Warn where the forms of a site know no address to which a text can be sent."""
    if not (settings.repository or settings.email) and _all.isEnabledFor(logging.WARNING):
        tell = Language(settings.language).tell
        _OWN.warning("%s", tell("nobody can send a text: set the option 'email' or 'repository'"))


def tell_unspoken(code: str) -> None:
    """Warn where the theme speaks a language in which the forum has no sentences; in English."""
    told = Language("en").tell(
        "the forum has no sentences in '{code}', the language of the theme, and says its own in "
        "English: name under 'forum' another 'language' ({names}), or 'en' if that is meant"
    )
    _OWN.warning("%s", told.format(code=code, names=", ".join(LANGUAGES)))


def tell_unasked(module: str, error: Exception, language: Language) -> None:
    """Warn where it can't be known which scripts a plugin writes into each page."""
    told = language.tell("'{module}' can't be asked for its scripts, which may not run: {error}")
    _OWN.warning("%s", told.format(module=module, error=error))


def has_errors(problems: Iterable[Diagnostic]) -> bool:
    """Whether there is a fault with which no site is built."""
    return stops(problems, is_strict=False)


def stops(problems: Iterable[Diagnostic], *, is_strict: bool) -> bool:
    """Whether there is a fault that stops a build: in a strict one, a warning does."""
    passed = {Severity.NOTICE} if is_strict else {Severity.NOTICE, Severity.WARNING}
    return any(problem.severity not in passed for problem in problems)


@contextmanager
def uncounted() -> Iterator[None]:
    """Tell what a strict build doesn't end with, though MkDocs counts all from warnings up."""
    counters = [each for each in _all.handlers if isinstance(each, CountHandler)]
    for counter in counters:
        _all.removeHandler(counter)
    try:
        yield
    finally:
        for counter in counters:
            _all.addHandler(counter)


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
            from tqdm.contrib.logging import logging_redirect_tqdm

            # What is told meanwhile stands above the bar.
            self._open.enter_context(logging_redirect_tqdm([_all]))

    def begin(self, stage: str, count: int | None = None) -> None:
        """Begin a stage, and end the one before.

        Arguments:
            stage: What is done, in English, as the catalogues have it.
            count: How many steps there are, if that is known.
        """
        self._end_stage()
        if self._language:
            from tqdm import tqdm

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
    streams = [handler.stream for handler in _all.handlers if isinstance(handler, StreamHandler)]
    return sys.stderr in streams and sys.stderr.isatty() and _all.isEnabledFor(logging.INFO)

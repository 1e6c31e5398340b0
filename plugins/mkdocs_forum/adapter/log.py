"""What a build tells: every fault, in the words of the check."""

import errno
import logging
from collections.abc import Iterable

from mkdocs.exceptions import PluginError

from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.faults.diagnostic import Diagnostic, in_order
from mkdocs_forum.core.faults.reports import summary
from mkdocs_forum.core.words.language import Language

log = logging.getLogger("mkdocs.plugins.forum")


def tell(problems: Iterable[Diagnostic], language: Language, root: str) -> None:
    """Log every fault, then in a line how many there are.

    Raises:
        PluginError: There are errors; it is that line.
    """
    told = in_order(problems)
    for problem in told:
        log.log(problem.severity.level, "%s", problem.tell(language.tell, root))
    if has_errors(told):
        closing = language.tell("the forum can't be built: {faults}")
        raise PluginError(closing.format(faults=summary(told, language)))
    if told:
        log.info("%s", summary(told, language))


_FULL = frozenset({errno.ENOSPC, errno.EROFS, getattr(errno, "EDQUOT", errno.ENOSPC)})
"""What a system says of a disk that takes nothing more."""


def tell_full_disk(error: Exception, language: Language) -> None:
    """Tell in a sentence that the disk takes nothing more, if that ended a build.

    Raises:
        PluginError: It is that sentence.
    """
    if isinstance(error, OSError) and error.errno in _FULL:
        told = language.tell("the disk takes nothing more ({reason}): free some space, then build")
        raise PluginError(told.format(reason=error)) from error


def has_errors(problems: Iterable[Diagnostic]) -> bool:
    """Whether there is a fault with which no site is built."""
    return any(problem.severity is Severity.ERROR for problem in problems)

"""How much a kind of fault stops, and what is said of each kind."""

import logging
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How much a fault stops."""

    ERROR = "error"
    """An entry can't be understood or placed: no build."""
    WARNING = "warning"
    """The site can be built, but something is not as its author meant it: no strict build."""

    NOTICE = "notice"
    """Nothing is wrong, but somebody should see to it: it stops nothing."""

    @property
    def level(self) -> int:
        """Level of the standard library's logging."""
        return {"error": logging.ERROR, "warning": logging.WARNING}.get(self.value, logging.INFO)


@dataclass(frozen=True)
class Code:
    """One kind of fault."""

    severity: Severity
    title: str
    """What is wrong, in a few words."""
    reason: str
    """Why it matters and how to mend it, in a sentence or two."""
    is_mechanical: bool = False
    """Whether the check can mend it: no judgement is needed."""


def error(title: str, reason: str, *, mechanical: bool = False) -> Code:
    """Describe a kind of fault that stops every build."""
    return Code(Severity.ERROR, title, reason, mechanical)


def warning(title: str, reason: str, *, mechanical: bool = False) -> Code:
    """Describe a kind of fault that stops a strict build."""
    return Code(Severity.WARNING, title, reason, mechanical)


def notice(title: str, reason: str) -> Code:
    """Describe what stops no build and is no fault."""
    return Code(Severity.NOTICE, title, reason)

"""Why a document may not be published."""

from enum import Enum


class Danger(Enum):
    """Why a document may not be published."""

    RUNS = "runs"
    """It holds a script, or starts a program, plays something or sends what was filled in."""
    BRINGS = "brings"
    """It holds other files."""
    LOCKED = "locked"
    """It asks for a password, or hides what it holds otherwise."""
    UNREADABLE = "unreadable"
    """It is damaged, or no program wrote it."""

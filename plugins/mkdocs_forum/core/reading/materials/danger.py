"""Why a document may not be published, and the names in it that tell."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Final


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


HEAD: Final = re.compile(rb"%PDF-[12]\.\d")
"""How a document begins."""
NAMES: Final[Mapping[str, Danger]] = {
    **dict.fromkeys(
        (
            *("JavaScript", "JS", "Launch", "Rendition", "RichMedia", "Movie", "Sound", "XFA"),
            *("ImportData", "SubmitForm", "GoToE"),
        ),
        Danger.RUNS,
    ),
    **dict.fromkeys(("EmbeddedFile", "EmbeddedFiles", "EF", "FileAttachment"), Danger.BRINGS),
}
"""Names in a document that stand for what it would do; each is a key, a type or an action."""
CERTAIN: Final = frozenset(name for name in NAMES if len(name) >= 6)
"""Those that no picture contains by chance."""
END: Final = r"(?=[\x00\t\n\f\r ()<>\[\]{}/%]|\Z)"
"""What stands behind a name."""

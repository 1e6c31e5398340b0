"""What a frontmatter holds once it is read, or what keeps it from being read."""

from collections.abc import Sequence

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, Message
from mkdocs_forum.core.reading.frontmatter.mended_text import Patch

Value = str | None | list["Value"] | dict[str, "Value"]
Keys = tuple[str | int, ...]


class FaultError(Exception):
    """A fault that keeps a file from being read; `read_source` gives its diagnostic back."""

    def __init__(self, diagnostic: Diagnostic, patches: Sequence[Patch] = ()) -> None:
        """Make the exception.

        Arguments:
            diagnostic: The fault.
            patches: What mends the frontmatter, so that it can be read on, in order.
        """
        self.diagnostic, self.patches = diagnostic, patches


def fault(place: Location, code: str, message: Message, hint: Message) -> FaultError:
    """Make the exception that carries a fault."""
    return FaultError(Diagnostic(place, code, message, hint))

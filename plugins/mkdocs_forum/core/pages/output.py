"""One file that is written beside the pages."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Output:
    """A file of the site that is no page of the generator's."""

    target: str
    """Path below the root of the site."""
    held: str | Callable[[], str]
    """What it holds, or what makes that once it is asked for."""
    made_of: object = None
    """Plain values of which alone it is made, where they are told more quickly than it is made."""

    @cached_property
    def text(self) -> str:
        """What it holds."""
        return self.held if isinstance(self.held, str) else self.held()


@dataclass(frozen=True)
class Place:
    """Where an output stands, in the form in which templates ask a page for it."""

    url: str
    """Address relative to the root of the site."""

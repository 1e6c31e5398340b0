"""One file that is written beside the pages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Output:
    """A file of the site that is no page of the generator's."""

    target: str
    """Path below the root of the site."""
    text: str
    """What it holds."""


@dataclass(frozen=True)
class Place:
    """Where an output stands, in the form in which templates ask a page for it."""

    url: str
    """Address relative to the root of the site."""

"""What is made of plain values alone, so that it may be kept from one build to the next."""

from collections.abc import Callable

Keep = Callable[[str, object, Callable[[], str]], str]
"""Gives a text of a kind that is made of plain values alone: one that is kept, or else made."""


def make_anew(kind: str, made_of: object, make: Callable[[], str]) -> str:
    """Make a text; nothing is kept."""
    return make()

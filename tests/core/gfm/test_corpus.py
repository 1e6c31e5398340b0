"""Texts as members write them, as GitHub's own parser reads them."""

from collections.abc import Mapping
from typing import Final

import pytest

from tests.core.gfm.corpus import CORPUS
from tests.core.gfm.structure import githubs, ours, structure

_TASK = "a task to the specification; GitHub's parser doesn't see it in a quote"
OTHERWISE: Final[Mapping[str, str]] = {
    "task in a quote": _TASK,
    "task in a bullet of a quote": _TASK,
}
"""Texts of which the site shows something else, each with its reason."""


@pytest.mark.parametrize("name", CORPUS)
def test_text(name: str) -> None:
    """The elements and words are the same, in the same order; the table names all others."""
    is_same = structure(ours(CORPUS[name])) == structure(githubs(CORPUS[name]))
    assert is_same == (name not in OTHERWISE)


def test_share() -> None:
    """At least 99 in 100 are the same."""
    assert len(OTHERWISE) < len(CORPUS) / 100


def test_extensions_apart() -> None:
    """A site without any extension of its own reads them all in the same way."""
    other = [
        name
        for name, text in CORPUS.items()
        if structure(ours(text, ("toc", "tables", "fenced_code"))) != structure(githubs(text))
    ]
    assert other == list(OTHERWISE)

"""Every example of CommonMark's and GitHub's specifications, as GitHub's own parser reads it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.core.gfm.structure import githubs, ours, structure

EXAMPLES: Final[Mapping[str, str]] = json.loads(
    (Path(__file__).parent / "specification" / "examples.json").read_text(encoding="utf-8")
)
OTHERWISE: Final[Mapping[str, str]] = {
    "commonmark 28": "`&#87654321;` is a sign to GitHub's parser, and a text to the specification",
    "extensions 23": "a note that nothing refers to is shown, so that no word is lost",
}
"""Examples of which the site shows something else, each with its reason."""


@pytest.mark.parametrize("name", EXAMPLES)
def test_example(name: str) -> None:
    """The elements and words are the same, in the same order; the table names all others."""
    text = EXAMPLES[name]
    is_same = structure(ours(text)) == structure(githubs(text))
    assert is_same == (name not in OTHERWISE)


def test_share() -> None:
    """At least 99 in 100 are the same."""
    assert len(OTHERWISE) < len(EXAMPLES) / 100

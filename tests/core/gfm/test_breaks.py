"""Lines of texts that were typed in a form or a mail: they end where their author ended them."""

from collections.abc import Mapping
from typing import Final

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.gfm.breaks import keep_breaks
from tests.core.gfm.corpus import CORPUS
from tests.core.gfm.structure import ours, structure
from tests.core.gfm.test_corpus import OTHERWISE as READ_OTHERWISE

OTHERWISE: Final[Mapping[str, str]] = {
    **READ_OTHERWISE,
    "notes": "lines of a note are left as they are",
}


def as_comment(text: str) -> str:
    """Render a text as GitHub does in comments."""
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_HARDBREAKS
    html: str = cmarkgfm.github_flavored_markdown_to_html(text, options)
    return html


@pytest.mark.parametrize("name", CORPUS)
def test_as_in_comments(name: str) -> None:
    """The site shows the lines as GitHub does in a comment."""
    text = CORPUS[name]
    is_same = structure(ours(keep_breaks(text))) == structure(as_comment(text))
    assert is_same == (name not in OTHERWISE)


WRAPPED = (
    "Bonjour,\nvoici ce que j'en pense après quelques jours passés chez ce client, dont\n"
    "le patron ne répond pas.\n\n12 rue du Port\n29200 Brest\n"
)


def test_lines_that_a_program_broke() -> None:
    """A line that had room for the next word was ended by its author; any other by a program."""
    assert keep_breaks(WRAPPED, are_typed=False) == (
        "Bonjour,\\\nvoici ce que j'en pense après quelques jours passés chez ce client, dont\n"
        "le patron ne répond pas.\n\n12 rue du Port\\\n29200 Brest\n"
    )


@given(st.lists(st.sampled_from(["a", "`b", "c`", "<d\n", "> e", "- f", "\n", "  \n", "g\\\n"])))
def test_twice(pieces: list[str]) -> None:
    """Written once more, a text stays as it is; nothing but ends of lines changes."""
    text = "".join(pieces)
    kept = keep_breaks(text)
    assert keep_breaks(kept) == kept
    assert [line.rstrip("\\ ") for line in kept.split("\n")] == [
        line.rstrip("\\ ") for line in text.split("\n")
    ]

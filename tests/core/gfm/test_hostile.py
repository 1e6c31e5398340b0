"""Texts that are made to be slow, deep or strange."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.gfm.notations import KNOWN
from mkdocs_forum.core.gfm.syntax import blocks, inlines
from tests.core.gfm.structure import ours
from tests.growth import LINEAR, growth

PIECES = st.sampled_from(
    [
        *("[", "]", "(", ")", "![", "*", "**", "_", "__", "~", "~~", "`", "```\n", "~~~\n"),
        *("\\", "&", "&amp;", "!", "a", " b ", "\n", "\n\n", "    ", "  ", "\t", "- ", "1. ", "> "),
        *("# ", "---\n", "===\n", "| a |\n", "| - |\n", "[^1]", "[^1]: ", "[b]: c\n", "{#d}"),
        *("!!! note\n", "??? tip\n", '=== "e"\n', ":   f\n", "*[a]: g\n", "{: .h }\n"),
        *("<details>\n", "<!--", "-->", "<![", "<?", "<", ">", "<div>", "</div>"),
        *("https://", "www.", "@example.org", "\x02", "\x03"),
        *("\x02gfm:0\x03", "\x02gfm-element:0\x03", "\x02wzxhzdk:0\x03", "\x02klzzwxh:0000\x03"),
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_anything(text: str) -> None:
    """Whatever signs follow each other, a text is rendered."""
    ours(text)


@given(st.text())
def test_any_text(text: str) -> None:
    """Whatever a text holds, it is rendered."""
    ours(text)


UNITS = {
    **{unit: unit for unit in ("[", "![", "*a ", "**a", "_a ", "~a ", "`", "<", "<a ", "&", "\\")},
    **{unit: unit for unit in ("](", "[a](", "(", ")", "<!--", "<![CDATA[", "<?", "{", "$", ":")},
    **{unit: unit for unit in ("https://", "www.", "a@", "@a.b", "a.a@a.", "mailto:", "w", "x_")},
    **{unit: unit for unit in ("> ", "- ", "1. ", "> - ", "a\n", "- a\n", "> a\n", "# a\n")},
    **{unit: unit for unit in ("a\n\n", "| a ", "|-\n", "[^1]: ", "[^1]:\n", "[a]: b\n", "```\n")},
    **{unit: unit for unit in ("!!! a\n", "!!! a\n    ", ":   a\n", "a\n:   b\n", "    a\n", "\t")},
    "backticks": "`a``b```c",
    "emphasis": "*a **b _c __d ",
    "closed emphasis": "*a* **b** _c_ ",
    "tables": "| a | b |\n| - | - |\n| c | d |\n\n",
}


def read(text: str) -> None:
    """Read a text as far as the parser does."""
    env: dict[str, object] = {}
    for token in blocks(text, env, KNOWN):
        if token.type == "inline":
            inlines(token.content, env)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_time(unit: str) -> None:
    """The parser takes time in proportion to the text, whatever is repeated in it."""
    assert growth(read, lambda size: unit * (size // 4 // len(unit))) < LINEAR


NESTS: Mapping[str, Callable[[int], str]] = {
    "quotes": lambda depth: "> " * depth + "a",
    "lists": lambda depth: "".join(f"{'  ' * level}- a\n" for level in range(depth)),
    "lists on a line": lambda depth: "- " * depth + "a",
    "boxes": lambda depth: "".join(f"{'    ' * level}!!! note\n" for level in range(depth)),
    "notes": lambda depth: "".join(f"{'    ' * level}[^{level}]: a\n\n" for level in range(depth)),
    "definitions": lambda depth: "".join(
        f"{'    ' * level}a\n{'    ' * level}:   b\n\n" for level in range(depth)
    ),
    "emphasis": lambda depth: "*a **b " * depth + "c** d*" * depth,
    "brackets": lambda depth: "[a" * depth + "](b)" * depth,
    "images": lambda depth: "![a" * depth + "](b)" * depth,
}


@pytest.mark.parametrize("depth", [30, 400])
@pytest.mark.parametrize("name", NESTS)
def test_depth(name: str, depth: int) -> None:
    """However deep things stand in one another, the text is rendered and keeps its words."""
    text = NESTS[name](depth)
    html = ours(text)
    # A renderer looks for no notes in notes.
    assert name == "notes" or html.count("a") >= text.count("a")

"""Characters that a text shouldn't have: found, written out, taken off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.faults.diagnostic import place
from mkdocs_forum.core.reading.unwanted_characters import find_accent, find_characters
from mkdocs_forum.core.words.characters import tidy, visible

TIDY = {
    "nothing": (
        "Été à 10 % : « 😀 »\u00a0\u202f—…\t.\r\n",
        "Été à 10 % : « 😀 »\u00a0\u202f—…\t.\r\n",
    ),
    "controls": ("a\x00b\x07c\x1bd\x7fe\x9ff", "abcdef"),
    "breaks of some programs": ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a b c d e f"),
    "marks and non-characters": ("\ufeffa\ufffeb\uffffc", "abc"),
    "lone surrogate": ("a\ud800b", "ab"),
    "turns of direction": ("a\u202ab\u202ec\u2066d\u2069e", "abcde"),
    "marks of direction stay": ("a\u200eb\u200fc", "a\u200eb\u200fc"),
    "joined emoji stay": ("👩\u200d🌾", "👩\u200d🌾"),
    "accents": ("e\u0301te\u0301", "été"),
    "accents with something between": ("e\x00\u0301", "é"),
    "ends of lines": ("a\rb\r\nc\nd", "a\rb\r\nc\nd"),
}


@pytest.mark.parametrize(("text", "expected"), TIDY.values(), ids=TIDY)
def test_tidy(text: str, expected: str) -> None:
    """What nobody sees goes, accents come to their letters, all else stays."""
    assert tidy(text) == expected


VISIBLE = {
    "nothing": ("Été « 😀 »\u202f.\t", "Été « 😀 »\u202f.\t"),
    "colour of a terminal": ("\x1b[31mRouge\x1b[0m", "\\x1b[31mRouge\\x1b[0m"),
    "end of a line": ("a\nb\rc", "a\\nb\\rc"),
    "turn of direction": ("a\u202eb", "a\\u202eb"),
    "byte that isn't UTF-8": ("\udce9t\udce9", "\\udce9t\\udce9"),
    "control of eight bits": ("\x9b31m", "\\x9b31m"),
    "separator": ("a\u2028b", "a\\u2028b"),
}


@pytest.mark.parametrize(("text", "expected"), VISIBLE.values(), ids=VISIBLE)
def test_visible(text: str, expected: str) -> None:
    """What a terminal would obey is written out by its number."""
    assert visible(text) == expected


UNSEEN = "which is invisible\n    hint: remove it"
TURNED = "which reverses the direction of writing\n    hint: remove it"
LEFT_OUT = "which is invisible\n    hint: the site leaves it out"
FOUND = {
    "nothing": ("Été\n", []),
    "the first": ("a\nbc\x07\x08", [f"a.md:2:3: F117 this contains U+0007, {UNSEEN}"]),
    "each kind": (
        "a\u202e\x07\u200b",
        [
            f"a.md:1:3: F117 this contains U+0007, {UNSEEN}",
            f"a.md:1:2: F118 this contains U+202E, {TURNED}",
            f"a.md:1:4: F127 this contains U+200B, {LEFT_OUT}",
        ],
    ),
    "beyond four digits": ("a\ufffe", [f"a.md:1:2: F117 this contains U+FFFE, {UNSEEN}"]),
    "line of Word": ("a\x0bb", [f"a.md:1:2: F127 this contains U+000B, {LEFT_OUT}"]),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_find_characters(text: str, expected: list[str]) -> None:
    """The first character of each kind is told, with its number."""
    assert list(map(str, find_characters("a.md", text))) == expected


ACCENTS = {
    "whole": ("Été", None),
    "first letter": ("E\u0301te", (1, 1, "É")),
    "after others": ("Été\nun e\u0301te\u0301", (2, 4, "é")),
    "two accents": ("a\u0302\u0323", (1, 1, "ậ")),
    "Å of ångström": ("10 \u212b", (1, 4, "Å")),
    "Korean": ("\u1112\u1161\u11ab", (1, 1, "한")),
}


@pytest.mark.parametrize(("text", "expected"), ACCENTS.values(), ids=ACCENTS)
def test_find_accent(text: str, expected: tuple[int, int, str] | None) -> None:
    """The first letter whose accent stands apart is told, as it should be."""
    found = find_accent("a.md", text)
    told = found and (
        found.location.line,
        found.location.column,
        dict(found.message.values)["letter"],
    )
    assert told == expected


@given(st.text(), st.data())
def test_place(text: str, data: st.DataObject) -> None:
    """The place of a character leads back to it."""
    index = data.draw(st.integers(0, len(text)))
    where = place("a.md", text, index)
    lines = text.split("\n")
    assert sum(len(line) + 1 for line in lines[: where.line - 1]) + where.column - 1 == index


@given(st.text())
def test_tidy_is_clean(text: str) -> None:
    """A tidy text has no fault of a character, and stays as it is."""
    clean = tidy(text)
    lines = clean.replace("\r\n", "\n").replace("\r", "\n")
    assert (list(find_characters("a.md", lines)), find_accent("a.md", clean)) == ([], None)
    assert tidy(clean) == clean


@given(st.text(alphabet=st.characters()))
def test_visible_is_one_line(text: str) -> None:
    """Whatever a text holds, it can be shown on one line of a terminal, and is shown once."""
    shown = visible(text)
    assert len(shown.splitlines()) <= 1
    assert visible(shown) == shown

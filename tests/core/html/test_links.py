"""Links out of an answer."""

import pytest

from mkdocs_forum.core.html.links import mark_foreign
from mkdocs_forum.core.html.tree import read

FOREIGN = 'rel="ugc nofollow noopener"'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="https://a.example/">b</a>', f'<a href="https://a.example/" {FOREIGN}>b</a>'),
        ('<a href="http://a" rel="author">b</a>', f'<a href="http://a" {FOREIGN}>b</a>'),
        ('<a href="https://[a">b</a>', f'<a href="https://[a" {FOREIGN}>b</a>'),
        *((html, html) for html in (
            '<a href="https://forum.example.org/a/">b</a>',
            '<a href="../a/#b">https://c.example</a>',
            '<a href="mailto:a@b.example">c</a>',
            '<img src="https://a.example/b.png">',
            "<p>://</p>",
        )),
    ],
)  # fmt: skip
def test_links(html: str, expected: str) -> None:
    """A link to another site is marked, one to the same site isn't."""
    assert mark_foreign(read(html), "https://forum.example.org/").html == expected

"""Indentation of HTML, which no browser shows."""

import pytest

from mkdocs_forum.core.html.indentation import unindented


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>\n    One\n\n    two.  \n</p>", "<p>\nOne\ntwo.\n</p>"),
        ("<p>One  two\tthree.</p>", "<p>One  two\tthree.</p>"),
        (
            "<p>a</p>\n  <pre>\n  a\n\n  b</pre>\n  <p>b</p>",
            "<p>a</p>\n<pre>\n  a\n\n  b</pre>\n<p>b</p>",
        ),
        ("<TEXTAREA>\n  a</TEXTAREA>\n  <i>", "<TEXTAREA>\n  a</TEXTAREA>\n<i>"),
        ("<script>\n  a()\n</script>\n\n", "<script>\n  a()\n</script>\n"),
        ("<presence>\n  a", "<presence>\na"),
        ("<pre>\n  never closed", "<pre>\nnever closed"),
    ],
)
def test_unindented(html: str, shown: str) -> None:
    """Lines begin at their first sign, save where white space is a part of what is shown."""
    assert unindented(html) == shown

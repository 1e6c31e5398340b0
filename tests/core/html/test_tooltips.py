"""Titles of which the theme makes tooltips."""

import pytest

from mkdocs_forum.core.html.tooltips import with_plain_tooltips

TITLES = {
    "element": ("a &lt;img src=x&gt;", "a &lt;&#8288;img src=x&gt;"),
    "end of an element": ("&lt;/b&gt;", "&lt;&#8288;/b&gt;"),
    "comment": ("&lt;!-- a", "&lt;&#8288;!-- a"),
    "several": ("&lt;b&gt;&lt;i&gt;", "&lt;&#8288;b&gt;&lt;&#8288;i&gt;"),
    "no element": ("1 &lt; 2, &lt;3 &amp; 4", "1 &lt; 2, &lt;3 &amp; 4"),
    "several lines": ("\n  &lt;b\n", "\n  &lt;&#8288;b\n"),
}


@pytest.mark.parametrize("case", TITLES)
@pytest.mark.parametrize("element", ["span", "div"])
def test_titles(case: str, element: str) -> None:
    """What would begin an element in a tooltip doesn't; what stands around stays as it is."""
    html, expected = TITLES[case]
    page = f'<p>&lt;b&gt;</p><{element} class="md-ellipsis">{{}}</{element}><p>&lt;b&gt;</p>'
    assert with_plain_tooltips(page.format(html)) == page.format(expected)

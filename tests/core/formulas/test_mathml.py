"""Formulas, from TeX to MathML: what is set, what stays, and that nothing else can come of them."""

import re
from itertools import pairwise

import pytest

from mkdocs_forum.core.formulas.mathml import with_formulas


def _inline(tex: str) -> str:
    return f'<p>a <span class="arithmatex">\\({tex}\\)</span> b</p>'


def test_inline() -> None:
    """A formula within a line keeps what was written as its alternative."""
    assert with_formulas(_inline("x^2")) == (
        '<p>a <span class="arithmatex"><math display="inline" alttext="x^2"><mrow><msup><mi>x</mi>'
        "<mn>2</mn></msup></mrow></math></span> b</p>"
    )


def test_display() -> None:
    """A formula of its own stands as a block, and what is escaped in HTML is read as written."""
    html = with_formulas('<div class="arithmatex">\\[a &lt; b\\]</div>')
    assert html == (
        '<div class="arithmatex"><math display="block" alttext="a &lt; b"><mrow><mi>a</mi>'
        "<mo>&lt;</mo><mi>b</mi></mrow></math></div>"
    )


BOMB = "".join(rf"\newcommand{{\{name}}}{{\{low}\{low}}}" for low, name in pairwise("abcdefghij"))


@pytest.mark.parametrize(
    "tex", ["{", r"\left( x", r"\frac{1}", "x" * 2001, "", " ", "{" * 900, rf"{BOMB}\j"]
)
def test_unread(tex: str) -> None:
    """What is no formula, or too long for one, stays as it was written."""
    assert with_formulas(_inline(tex)) == _inline(tex)


def test_other_text() -> None:
    """Text without formulas stays, whatever it looks like."""
    html = "<p>\\(x\\) <code>\\[y\\]</code> <span>\\(z\\)</span></p>"
    assert with_formulas(html) == html


HOSTILE = {
    "script": r"\text{&lt;script&gt;alert(1)&lt;/script&gt;}",
    "twice escaped": r"\text{&amp;lt;img src=x onerror=alert(1)&amp;gt;}",
    "link": r"\href{javascript:alert(1)}{x}",
    "style": r"\style{position:fixed}{x}",
    "class": r"\class{md-header}{x}",
    "identifier": r"\id{header}{x}",
    "attribute": r"\text{&quot; onclick=&quot;alert(1)}",
    "colour": r"\color{red;position:fixed}{x}",
}


@pytest.mark.parametrize("tex", HOSTILE.values(), ids=HOSTILE)
def test_hostile(tex: str) -> None:
    """A formula can't run, lead anywhere, or restyle the page."""
    html = with_formulas(_inline(tex))
    tags = re.findall(r"<(\w+)((?:[^>\"]|\"[^\"]*\")*)>", html)
    names = {name for name, _ in tags}
    assert names <= {"p", "span", "math", "mrow", "mi", "mo", "mn", "mtext", "mstyle"}
    keys = {key for _, rest in tags for key in re.findall(r"([\w-]+)=\"", rest)}
    assert keys <= {"class", "display", "alttext"}
    assert re.findall(r'class="(.*?)"', html) == ["arithmatex"]

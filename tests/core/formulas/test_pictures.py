"""Formulas as pictures: as high as the words around, on their line, with their words."""

import logging
import re

from mkdocs_forum.core.formulas.mathml import with_formulas
from mkdocs_forum.core.formulas.pictures import with_drawn_formulas

FRACTION = '<span class="arithmatex">\\(\\frac{a}{b}\\)</span>'


def test_picture() -> None:
    """A formula is a picture with what was written as its alternative, lower than its line."""
    html = with_drawn_formulas(f"<p>a {with_formulas(FRACTION)} b</p>")
    found = re.fullmatch(
        r'<p>a <span class="arithmatex"><img class="print-formula" '
        r'src="data:image/svg\+xml;base64,[\w+/=]+" alt="\\frac\{a\}\{b\}" '
        r'style="width:(.*?)em;height:(.*?)em;vertical-align:-(.*?)em"></span> b</p>',
        html,
    )
    assert found is not None, html
    width, height, depth = map(float, found.groups())
    assert 0 < width < 2
    assert 0.2 < depth < height < 3


def test_same_bytes() -> None:
    """The same formula gives the same picture."""
    html = with_formulas(FRACTION)
    assert with_drawn_formulas(html) == with_drawn_formulas(html)


def test_undrawn() -> None:
    """What can't be drawn stands as it was written."""
    html = '<math alttext="a &lt; b"><munknown></mfrac></math>'
    assert with_drawn_formulas(html) == "<code>a &lt; b</code>"


def test_logs() -> None:
    """Nobody hears more of logs after a formula was drawn."""
    before = logging.getLogger().handlers[:]
    with_drawn_formulas(with_formulas(FRACTION))
    assert logging.getLogger().handlers == before

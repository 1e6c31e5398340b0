"""Formulas as pictures, for WeasyPrint, which knows no MathML."""

import base64
import logging
import re
from html import escape
from typing import Final
from xml.etree.ElementTree import tostring

from mkdocs_forum.core.html.pieces import tokens

_FORMULA: Final = re.compile(r"<math\b[^>]*>.*?</math>", re.DOTALL)
_SIZE: Final = 16.0
"""Height of letters in the pictures; they are shown as large as the letters around."""
_NAMED: Final = '<math xmlns="http://www.w3.org/1998/Math/MathML"'
"""Begins a formula where its vocabulary has to be named, as HTML doesn't."""


def with_drawn_formulas(html: str) -> str:
    """Give a page with its formulas as pictures that stand on the line of the words around."""
    if "<math" not in html:
        return html
    # What draws says something of its font, by which all logs would be told twice from then on.
    root, silence = logging.getLogger(), logging.NullHandler()
    root.addHandler(silence)
    try:
        return _FORMULA.sub(_drawn, html)
    finally:
        root.removeHandler(silence)


def _drawn(formula: re.Match[str]) -> str:
    from ziamath.zmath import Math

    tex = tokens(formula[0])[0].get("alttext")
    try:
        drawing = Math(formula[0].replace("<math", _NAMED, 1), size=_SIZE).svgxml()
    except Exception:  # It has no error of its own for what it can't draw.
        return f"<code>{escape(tex)}</code>"
    _, top, width, height = map(float, drawing.attrib["viewBox"].split())
    look = (
        f"width:{width / _SIZE:.3f}em;height:{height / _SIZE:.3f}em;"
        f"vertical-align:{-(top + height) / _SIZE:.3f}em"
    )
    content = base64.b64encode(tostring(drawing)).decode()
    source = f"data:image/svg+xml;base64,{content}"
    return f'<img class="print-formula" src="{source}" alt="{escape(tex)}" style="{look}">'

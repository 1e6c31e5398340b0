"""Diagrams in a page, as pictures in the place of the words that describe them."""

import base64
import re
from functools import partial
from html import escape
from typing import Final

from mkdocs_forum.core.diagrams.drawings import Drawings, key_of
from mkdocs_forum.core.html.pieces import tokens, words_of

_WRITTEN: Final = re.compile(
    r'(?P<box><div class="(?P<kind>[^"]*)highlight">)?<pre[^>]*>(?:<span></span>)?'
    r"<code(?P<said>[^>]*)>(?P<text>.*?)</code></pre>(?(box)(?:</div>)?)",
    re.DOTALL,
)
"""Code, as the extensions write it that know fences."""
_LANGUAGE: Final = re.compile(r"language-([\w-]+)")
_TOLD: Final = re.compile(
    r"^\s*acc(?:Title|Descr)\s*:\s*(.+)$|^\s*accDescr\s*\{([^}]*)\}", re.MULTILINE
)
"""What a diagram says of itself to those who don't see it."""


def with_drawings(html: str, drawings: Drawings) -> str:
    """Give a page with its diagrams drawn; one that isn't stays as it was written."""
    return _WRITTEN.sub(partial(_drawn, drawings), html) if drawings and "<pre" in html else html


def _drawn(drawings: Drawings, code: re.Match[str]) -> str:
    language = _LANGUAGE.search(code["kind"] or code["said"])
    if language and language[1] != "mermaid":
        return code[0]
    text = words_of(tokens(code["text"]))
    drawing = drawings.get(key_of(text))
    if drawing is None:
        return code[0]
    content = base64.b64encode(drawing.encode()).decode()
    return (
        f'<p class="print-diagram"><img src="data:image/svg+xml;base64,{content}" '
        f'alt="{escape(_alternative(text))}"></p>'
    )


def _alternative(text: str) -> str:
    """Give what a diagram says of itself, or else the words that describe it."""
    told = (" ".join(title or description for title, description in _TOLD.findall(text))).split()
    return " ".join(told) or text.strip()

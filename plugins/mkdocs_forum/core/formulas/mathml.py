"""Formulas, written in TeX, as MathML: browsers, books and paper show it without a script.

Takes what the extension Arithmatex makes of formulas. What a member wrote can't become anything but
a formula: only elements and attributes of `_ELEMENTS` and `_ATTRIBUTES` are written.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape, unescape
from typing import Final, Protocol

EXTRA: Final = "pip install 'mkdocs-forum[maths]'"
"""Command that installs what reads and draws formulas."""
_WRITTEN: Final = re.compile(
    r'<(?P<tag>span|div) class="arithmatex">\s*'
    r"\\(?:\((?P<inline>[^<]*)\\\)|\[(?P<display>[^<]*)\\\])\s*</(?P=tag)>"
)
_ELEMENTS: Final = frozenset(
    {
        *("math", "menclose", "mfrac", "mi", "mn", "mo", "mover", "mpadded", "mphantom", "mroot"),
        *("mrow", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup", "mtable", "mtd", "mtext"),
        *("mtr", "munder", "munderover"),
    }
)
_ATTRIBUTES: Final = frozenset(
    {
        *("accent", "accentunder", "columnalign", "columnlines", "columnspacing", "depth"),
        *("displaystyle", "fence", "form", "height", "largeop", "linethickness", "lspace"),
        *("maxsize", "minsize", "movablelimits", "notation", "rowlines", "rowspacing", "rspace"),
        *("scriptlevel", "separator", "stretchy", "symmetric", "voffset", "width"),
    }
)
_PARTS: Final = dict.fromkeys(("mfrac", "mover", "mroot", "msub", "msup", "munder"), 2) | {
    "msubsup": 3,
    "munderover": 3,
}
"""Elements that are nothing without so many others in them."""
_MACRO: Final = re.compile(r"\\(?:(?:re|provide)?newcommand|[egx]?def|let|DeclareMath\w+)\b")
"""Names something: a few names, each made of the one before it twice, would fill the memory."""
_LONGEST: Final = 2000
"""Letters of a formula; a longer one stays as it is."""


class _Element(Protocol):
    """An element, as `xml.etree` has it."""

    tag: str
    text: str | None
    attrib: dict[str, str]

    def __iter__(self) -> Iterator["_Element"]: ...


def with_formulas(html: str) -> str:
    """Give a text with its formulas as MathML; one that can't be read stays as it was written."""
    return _WRITTEN.sub(_set, html) if 'class="arithmatex"' in html else html


def _set(written: re.Match[str]) -> str:
    display = "inline" if written["display"] is None else "block"
    tex = unescape(written["inline"] or written["display"] or "").strip()
    is_read = len(tex) <= _LONGEST and not _MACRO.search(tex)
    formula = _mathml(tex, display) if is_read else ""
    tag = written["tag"]
    return f'<{tag} class="arithmatex">{formula}</{tag}>' if formula else written[0]


@lru_cache(1024)
def _mathml(tex: str, display: str) -> str:
    """Give a formula as MathML, with what was written as its alternative; nothing if it fails."""
    from latex2mathml.converter import convert_to_element

    try:
        root = convert_to_element(tex, display=display)
        rows = "".join(map(_element, root))
    except Exception:  # It has no error of its own for each way in which a formula can be wrong.
        return ""
    shown = {"display": display, "alttext": tex}
    return f"<math{_attributes(shown.items())}>{rows}</math>"


def _element(element: _Element) -> str:
    """Write an element that is known; of another one, what it contains."""
    inside = escape(unescape(element.text or ""), quote=False) + "".join(map(_element, element))
    if element.tag not in _ELEMENTS:
        return inside
    if len(list(element)) != _PARTS.get(element.tag, len(list(element))):
        raise ValueError(element.tag)
    kept = ((name, value) for name, value in element.attrib.items() if name in _ATTRIBUTES)
    return f"<{element.tag}{_attributes(kept)}>{inside}</{element.tag}>"


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in pairs)

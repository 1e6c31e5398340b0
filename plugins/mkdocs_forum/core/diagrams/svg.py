"""Drawings that were made of anybody's words, as pages may have them: nothing runs or fetches."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring, tostring

from mkdocs_forum.core.diagrams.mermaid import DiagramError
from mkdocs_forum.core.faults.diagnostic import say

MOST: Final = 2_000_000
"""Letters of a drawing at the most."""
_NAMESPACE: Final = "{http://www.w3.org/2000/svg}"
_SHOWN: Final = frozenset(
    {
        *("circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient"),
        *("marker", "mask", "path", "pattern", "polygon", "polyline", "radialGradient", "rect"),
        *("stop", "style", "svg", "symbol", "text", "textPath", "title", "tspan", "use"),
    }
)
"""Elements that stay."""
_OPENED: Final = frozenset({"a", "switch"})
"""Elements of which what they hold stays."""
_NAME: Final = re.compile(r"(?!on)[a-zA-Z][a-zA-Z-]*")
"""Attributes that stay; none that a script reads, none that runs."""
_FETCHES: Final = re.compile(r"@(?:import|font-face)|url\((?!\s*[\"']?#)|\\", re.IGNORECASE)
"""Leads out of a drawing, or may be another way to write that."""
_TODAY: Final = "today"
"""Class of the line that marks the day on which a plan is drawn: it would be another every day."""
_SCALE: Final = 0.8
"""Makes letters of 16 pixels nearly as high as those of printed prose."""
_NUMBER: Final = re.compile(r"[\d.]+")


def cleaned(drawing: str) -> str:
    """Give a drawing without what could run or fetch, of the size that its letters want.

    Raises:
        DiagramError: It is none, too large, or has words that only a browser shows.
    """
    if len(drawing) > MOST:
        raise DiagramError(say("it is too large"))
    try:
        root = fromstring(drawing)
    except ParseError as error:
        raise DiagramError(say("it gave no drawing")) from error
    kept = _kept(root)
    if kept is None or kept.tag != "svg":
        raise DiagramError(say("it gave no drawing"))
    if any(words not in _words(kept) for words in _foreign(root)):
        raise DiagramError(say("its words need HTML, which isn't shown on paper"))
    kept.attrib = {"xmlns": _NAMESPACE[1:-1], **kept.attrib, **_size(kept)}
    kept.attrib.pop("style", None)
    return tostring(kept, encoding="unicode")


def _size(root: Element) -> dict[str, str]:
    numbers = _NUMBER.findall(root.get("viewBox", ""))[-2:]
    if len(numbers) < 2:
        raise DiagramError(say("it gave no drawing"))
    width, height = (f"{max(1, round(float(number) * _SCALE))}" for number in numbers)
    return {"width": width, "height": height}


def _kept(element: Element) -> Element | None:
    """Give what stays of an element with what stays in it."""
    name = element.tag.removeprefix(_NAMESPACE)
    if name not in _SHOWN or _TODAY in element.get("class", "").split():
        return None
    kept = Element(name, dict(_attributes(element)))
    kept.text, kept.tail = element.text, element.tail
    if name == "style":
        kept.text = _FETCHES.sub("none", element.text or "")
    kept.extend(_children(element))
    return kept


def _children(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag.removeprefix(_NAMESPACE) in _OPENED:
            yield from _children(child)
        elif (kept := _kept(child)) is not None:
            yield kept


def _attributes(element: Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        local = name.rpartition("}")[2]
        is_here = local != "href" or value.startswith("#")
        is_known = not local.startswith("data-") and _NAME.fullmatch(local)
        if is_here and is_known and not _FETCHES.search(value):
            yield local, value


def _foreign(root: Element) -> Iterator[str]:
    """Give the words that a drawing shows by HTML alone."""
    for element in root.iter(f"{_NAMESPACE}foreignObject"):
        if words := _words(element):
            yield words


def _words(element: Element) -> str:
    return "".join("".join(element.itertext()).split())

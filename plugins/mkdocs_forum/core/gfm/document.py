"""What one text needs to know of itself while it is rendered."""

import re
from collections.abc import MutableMapping
from typing import Any
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX

ELEMENT = rf"{STX}gfm-element:(\d+){ETX}"
"""A word that stands for an element."""
_TEXT = re.compile(rf"{STX}gfm:(\d+){ETX}")


class Document:
    """The parts of a text that others carry through a renderer, each as a word that stands for it.

    No author can write such a word: a renderer takes its signs off what it reads.
    """

    def __init__(self) -> None:
        self.env: MutableMapping[str, Any] = {}
        """What the parser knows in every block: where references lead, what it leaves to others."""
        self._texts: list[str] = []
        self._elements: list[Element] = []
        self._defined: set[str] = set()

    def hide(self, text: str) -> str:
        """Keep a text."""
        self._texts.append(text)
        return f"{STX}gfm:{len(self._texts) - 1}{ETX}"

    def shown(self, text: str) -> str:
        """Put texts in place of their words."""
        return _TEXT.sub(lambda found: self._texts[int(found[1])], text)

    def defines(self, head: str) -> bool:
        """Note that the text of a note begins so; tell whether none did before."""
        is_first = head not in self._defined
        self._defined.add(head)
        return is_first

    def keep(self, element: Element) -> str:
        """Keep an element."""
        self._elements.append(element)
        return f"{STX}gfm-element:{len(self._elements) - 1}{ETX}"

    def element(self, number: str) -> Element:
        """Give an element by the number in its word."""
        return self._elements[int(number)]

"""What the kinds of fault are about, for the page that explains them."""

from collections.abc import Mapping
from typing import Final

from mkdocs_forum.core.faults.catalogue.reading import CODES
from mkdocs_forum.core.faults.code import Code
from mkdocs_forum.core.words.language import N_

_FAMILIES: Final = {
    "F10": N_("The lines at the head of a file"),
    "F11": N_("The lines at the head of a file"),
    "F12": N_("Files and their names"),
    "F13": N_("The questions of a talk"),
    "F14": N_("Sizes"),
    "F15": N_("What may be sent"),
    "F20": N_("What refers to other pages"),
    "F21": N_("What refers to other pages"),
    "F30": N_("What is published"),
    "F31": N_("What is published"),
    "F40": N_("What is printed"),
}


Families = Mapping[str, Mapping[str, Code]]
"""Codes by what they are about."""


def families() -> Families:
    """Give the codes by what they are about: a title in English, which the catalogues translate."""
    grouped: dict[str, dict[str, Code]] = {}
    for name, code in CODES.items():
        grouped.setdefault(_FAMILIES[name[:3]], {})[name] = code
    return grouped

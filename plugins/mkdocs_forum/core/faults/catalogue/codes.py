"""Every kind of fault: what it is called, how much it stops, why it matters, what it is about.

A code is for ever: its meaning never changes, and one that is given up is not used again.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mkdocs_forum.core.faults.catalogue.library import LIBRARY_CODES
from mkdocs_forum.core.faults.catalogue.reading import READING_CODES
from mkdocs_forum.core.faults.code import Code
from mkdocs_forum.core.words.language import N_

CODES: Final[Mapping[str, Code]] = MappingProxyType({**READING_CODES, **LIBRARY_CODES})
"""Every code, in order."""

_SUBJECTS: Final = {
    "F10": N_("The lines at the head of a file"),
    "F11": N_("The lines at the head of a file"),
    "F12": N_("Files and their names"),
    "F13": N_("The questions of a talk"),
    "F14": N_("Sizes"),
    "F15": N_("What may be sent"),
    "F16": N_("What may be sent"),
    "F20": N_("What refers to other pages"),
    "F21": N_("What refers to other pages"),
    "F22": N_("What refers to other pages"),
    "F23": N_("Talks in several languages"),
    "F30": N_("What is published"),
    "F31": N_("What is published"),
    "F32": N_("What is published"),
    "F33": N_("What was promised"),
    "F40": N_("What is printed"),
}


CodesBySubject = Mapping[str, Mapping[str, Code]]
"""Codes by what they are about."""


def codes_by_subject() -> CodesBySubject:
    """Give the codes by what they are about: a title in English, which the catalogues translate."""
    grouped: dict[str, dict[str, Code]] = {}
    for name, code in CODES.items():
        grouped.setdefault(_SUBJECTS[name[:3]], {})[name] = code
    return grouped

"""Changes of a text, and the signs that stand in it for what isn't to be changed."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

SPACES: Final = " \t\n\u00a0\u2009\u202f"
"""Spaces that may be replaced."""
OBJECT: Final = "\ufffc"
"""OBJECT REPLACEMENT CHARACTER: stands for what is no prose, such as code or a picture."""
FIXED: Final = "\u2007"
"""FIGURE SPACE: stands for a space that its author wrote as a reference."""
BREAK: Final = "\u2028"
"""LINE SEPARATOR: stands for the end of a line within a paragraph."""


class Edit(NamedTuple):
    """A stretch of a text, and what is written in its place."""

    start: int
    end: int
    text: str


def in_order(edits: Iterable[Edit], text: str) -> list[Edit]:
    """Sort what is to be changed in a text; of what overlaps, that counts which comes first."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: edit[:2]):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return [edit for edit in kept if edit.text != text[edit.start : edit.end]]


def edited(texts: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """Change texts that are the parts of one.

    Arguments:
        texts: The parts.
        edits: What is changed in the whole, in order. What goes over several parts is written
            into the first of them.
    """
    changed = []
    start = number = 0
    for text in texts:
        end = start + len(text)
        at, kept = start, []
        while number < len(edits) and edits[number].start < end:
            edit = edits[number]
            if edit.start >= start:
                kept += [text[at - start : edit.start - start], edit.text]
            at = min(edit.end, end)
            if edit.end > end:
                break
            number += 1
        changed.append("".join(kept) + text[at - start :])
        start = end
    return changed

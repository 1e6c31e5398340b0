"""Where a text has characters that it shouldn't have."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, place, say
from mkdocs_forum.core.words.characters import HARMLESS, TURNING, UNSEEN

_KINDS: Final = (re.compile(f"(?!{HARMLESS.pattern})(?:{UNSEEN.pattern})"), TURNING, HARMLESS)


def find_characters(path: str, text: str) -> Iterator[Diagnostic]:
    """Report the first of each kind of character that a text shouldn't have.

    Arguments:
        path: Path of the file below the docs folder.
        text: What it holds; only line feeds end its lines.
    """
    for pattern in _KINDS:
        if found := pattern.search(text):
            yield unwanted(place(path, text, found.start()), found[0])


def unwanted(where: Location, sign: str) -> Diagnostic:
    """Give the fault of a character that a text shouldn't have."""
    code = f"{ord(sign):04X}"
    if TURNING.match(sign):
        message = say("U+{code} turns the direction of writing here", code=code)
        return Diagnostic(where, "F118", message, say("take it off"))
    message = say("U+{code} stands here, which can't be seen", code=code)
    if HARMLESS.match(sign):
        return Diagnostic(where, "F127", message, say("the site leaves it out"))
    return Diagnostic(where, "F117", message, say("take it off"))


def fixed_space(where: Location, sign: str) -> Diagnostic:
    """Give the fault of a character that stands where a space must."""
    message = say("U+{code} stands here, which only looks like a space", code=f"{ord(sign):04X}")
    return Diagnostic(where, "F117", message, say("put a space in its place"))


def find_accent(path: str, text: str) -> Diagnostic | None:
    """Give the fault of the first letter whose accent stands apart, or that is a sign like it."""
    if unicodedata.is_normalized("NFC", text):
        return None
    whole = unicodedata.normalize("NFC", text)
    index = next(
        index for index, pair in enumerate(zip(text, whole, strict=False)) if len({*pair}) > 1
    )
    letter = whole[index]
    message = say("an accent stands apart from its letter: '{letter}'", letter=letter)
    hint = say("type the letter with its accent anew")
    if unicodedata.normalize("NFC", text[index]) == letter:
        code = f"{ord(text[index]):04X}"
        message = say(
            "U+{code} stands here, which only looks like '{letter}'", code=code, letter=letter
        )
        hint = say("type the letter anew")
    return Diagnostic(place(path, text, index), "F119", message, hint)

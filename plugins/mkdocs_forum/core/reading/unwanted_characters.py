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
        message = say("this contains U+{code}, which reverses the direction of writing", code=code)
        return Diagnostic(where, "F118", message, say("remove it"))
    message = say("this contains U+{code}, which is invisible", code=code)
    if HARMLESS.match(sign):
        return Diagnostic(where, "F127", message, say("the site leaves it out"))
    return Diagnostic(where, "F117", message, say("remove it"))


def fixed_space(where: Location, sign: str) -> Diagnostic:
    """Give the fault of a character that stands where a space must."""
    message = say("this contains U+{code}, which only looks like a space", code=f"{ord(sign):04X}")
    return Diagnostic(where, "F117", message, say("use a space instead"))


def find_accent(path: str, text: str) -> Diagnostic | None:
    """Give the fault of the first letter whose accent stands apart, or that is a sign like it."""
    if unicodedata.is_normalized("NFC", text):
        return None
    whole = unicodedata.normalize("NFC", text)
    index = next(
        index for index, pair in enumerate(zip(text, whole, strict=False)) if len({*pair}) > 1
    )
    letter = whole[index]
    message = say("an accent is separated from its letter: '{letter}'", letter=letter)
    hint = say("type the letter with its accent again")
    if unicodedata.normalize("NFC", text[index]) == letter:
        code = f"{ord(text[index]):04X}"
        message = say(
            "this contains U+{code}, which only looks like '{letter}'", code=code, letter=letter
        )
        hint = say("type the letter again")
    return Diagnostic(place(path, text, index), "F119", message, hint)

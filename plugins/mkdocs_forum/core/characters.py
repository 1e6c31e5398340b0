"""Characters that a text shouldn't have: those that nobody sees, and those that mislead."""

import re
import unicodedata

from mkdocs_forum.core.diagnostics import Diagnostic, Location, say

UNSEEN = re.compile(
    "[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029\ufeff]"
)
"""Controls, lone surrogates and marks of byte order; besides, what ends a line for some only.

The first set is what YAML refuses (https://yaml.org/spec/1.2.2/#51-character-set) and U+0085.
"""
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Controls that turn the direction of writing (https://trojansource.codes)."""

BREAKS = "\x0b\x0c\x85\u2028\u2029"


def tidy(text: str) -> str:
    """Give a text without such characters, its accents on their letters.

    Line ends stay as they are; what ended a line for some programs only becomes a space.
    """
    spaced = re.sub(f"[{BREAKS}]", " ", text)
    plain = UNSEEN.sub(lambda found: found[0] if found[0] == "\r" else "", spaced)
    return unicodedata.normalize("NFC", TURNING.sub("", plain))


def visible(text: str) -> str:
    """Write such characters out by their numbers, so that a text can be shown on one line."""
    pattern = f"{UNSEEN.pattern}|{TURNING.pattern}|\n"
    return re.sub(pattern, lambda found: ascii(found[0])[1:-1], text)


def find_character(path: str, text: str) -> Diagnostic | None:
    """Give the fault of the first character that a text shouldn't have.

    Arguments:
        path: Path of the file below the docs folder.
        text: What it holds; only line feeds end its lines.
    """
    found = min(
        (match for match in (UNSEEN.search(text), TURNING.search(text)) if match),
        key=lambda match: match.start(),
        default=None,
    )
    if found is None:
        return None
    where, code = place(path, text, found.start()), f"{ord(found[0]):04X}"
    kind, message = "F117", say("U+{code} stands here, which can't be seen", code=code)
    if TURNING.match(found[0]):
        kind, message = "F118", say("U+{code} turns the direction of writing here", code=code)
    return Diagnostic(where, kind, message, say("take it off"))


def find_accent(path: str, text: str) -> Diagnostic | None:
    """Give the fault of the first letter whose accent stands apart from it."""
    if unicodedata.is_normalized("NFC", text):
        return None
    whole = unicodedata.normalize("NFC", text)
    index = next(
        index for index, pair in enumerate(zip(text, whole, strict=False)) if len({*pair}) > 1
    )
    message = say("an accent stands apart from its letter: '{letter}'", letter=whole[index])
    hint = say("type the letter with its accent anew")
    return Diagnostic(place(path, text, index), "F119", message, hint)


def place(path: str, text: str, index: int) -> Location:
    """Give the place of a character of a text, whose lines only line feeds end."""
    before = text.rfind("\n", 0, index)
    return Location(path, text.count("\n", 0, index) + 1, index - before)

"""Words and addresses that Markdown reads as they are."""

import re
from typing import Final
from urllib.parse import quote

_SPACES = re.compile(r"[ \t\n\r\f]+")
_UNUSUAL = re.compile(r"[\t\n\r\f]")
_ESCAPED = re.compile(r"[\\`*\[\]<>~|@]")
"""Signs that Markdown reads, or by which it makes links of bare addresses."""
_AMPERSAND, _SCHEME = re.compile(r"&(?=[#\w])"), re.compile(r"(?<=\w):(?=//)")
"""Others of them: each is looked for only where it stands, since most texts have none."""
_REFERENCES: Final = {
    "<": "&lt;",
    "~": "&#126;",
    "@": "&#64;",
    ":": "&#58;",
    "=": "&#61;",
}
"""Those that Python-Markdown doesn't read behind a backslash."""
_UNDERLINE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_HOST = re.compile(r"(?<=\bwww)\.")
_LINE_START = re.compile(r"^(?:(?:[-+=]|\d{1,9}[.)])(?!\S)|#)|^[-=:][-=: ]*$", re.MULTILINE)
_UNSAFE = re.compile(r"[\s<>()\\]")


def escaped(text: str) -> str:
    """Give words that Markdown reads as they are, within a line."""
    text = spaced(text)
    if "&" in text:
        text = _AMPERSAND.sub("&amp;", text)
    text = _ESCAPED.sub(_sign, text)
    if "://" in text:
        text = _SCHEME.sub("&#58;", text)
    if "_" in text:
        text = _UNDERLINE.sub(r"\_", text)
    return _HOST.sub(r"\.", text) if "www." in text else text


def _sign(found: re.Match[str]) -> str:
    return _REFERENCES.get(found[0], f"\\{found[0]}")


def spaced(text: str) -> str:
    """Give words as HTML is read: white space is one space."""
    is_unusual = "  " in text or _UNUSUAL.search(text)
    return _SPACES.sub(" ", text) if is_unusual else text


def line(text: str) -> str:
    """Give words that Markdown reads as they are, as a line of their own."""
    return begun(escaped(text).strip(" "))


def begun(text: str) -> str:
    """Give Markdown whose first signs begin no block."""
    return _LINE_START.sub(_escaped_start, text)


def _escaped_start(found: re.Match[str]) -> str:
    sign = found[0]
    if sign[0].isdigit():
        return f"{sign[:-1]}\\{sign[-1]}"
    first = _REFERENCES.get(sign[0], f"\\{sign[0]}")
    return f"{first}{sign[1:]}"


def linked(text: str, address: str) -> str:
    """Give a link; its text is Markdown."""
    return f"[{text}]({_destination(address)})"


def _destination(address: str) -> str:
    """Give an address as Markdown reads one whatever signs it has."""
    plain = _UNSAFE.sub(lambda found: quote(found[0], safe=""), address)
    plain = plain.replace("&", "&amp;") if re.search(r"&#?\w+;", plain) else plain
    # Programs that look for addresses to write to miss this one.
    return plain.replace("@", "&#64;") if plain.startswith("mailto:") else plain

"""The letters of the font that cards are written in."""

import re
from typing import Final

_KNOWN: Final = re.compile(
    "[^"
    r"\x20-\x7e\xa0-\u024f\u0259\u02bb-\u02bc\u02c6\u02da\u02dc\u0300-\u0304\u0306-\u030c"
    r"\u0323\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1"
    r"\u03f0-\u045f\u0490-\u0491\u1e00-\u1eff\u2000-\u200a\u2010-\u2015\u2018-\u201e"
    r"\u2020-\u2022\u2026\u202f-\u2030\u2032-\u2033\u2039-\u203a\u2044\u20ac\u2116\u2122"
    r"\u2212"
    "]"
)


def writable(text: str) -> str | None:
    """Give what the font can write of a text, or nothing where it lacks a letter of it.

    Signs that it lacks are left out: a picture of a face is no word.
    """
    lacking = _KNOWN.findall(text)
    if any(sign.isalnum() for sign in lacking):
        return None
    return re.sub(" +", " ", _KNOWN.sub("", text)).strip()

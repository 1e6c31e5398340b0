"""What the tab of a browser, a bookmark and a search engine call a page."""

import re
from typing import Final

_GAP = re.compile(r"[ \t\r\n]+")
LONGEST: Final = 70
"""Letters of such a title; what is longer is cut off wherever it is shown."""


def browser_title(title: str, site_name: str) -> str:
    """Give the title of a page with the name of the site, where that fits and isn't in it."""
    words = _GAP.sub(" ", title).strip(" ")
    if not words or site_name.casefold() in words.casefold():
        return shortened(words or site_name)
    whole = f"{words} - {site_name}"
    return whole if len(whole) <= LONGEST else shortened(words)


def shortened(text: str, longest: int = LONGEST) -> str:
    """Give a text of one line, cut behind a word where it is too long."""
    if len(text) <= longest:
        return text
    start = text[:longest].rpartition(" ")[0] or text[: longest - 1]
    return start.rstrip(" \u202f\u00a0,;:–-") + "…"

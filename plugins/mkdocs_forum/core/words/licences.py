"""Licences by the names that people give them, and where each can be read."""

import re
from typing import Final

_COMMONS: Final = "https://creativecommons.org/"
_ZERO = re.compile(r"\bCC[ -]?0\b", re.IGNORECASE)
_TERMS = re.compile(
    r"\bCC[ -](BY(?:-(?:NC|SA|ND)){0,2})(?:[ -]v?([1-4]\.[05]))?(?![\w-])", re.IGNORECASE
)
_NEWEST: Final = "4.0"


def licence_url(name: str) -> str | None:
    """Give the address of a licence of Creative Commons, or nothing for what isn't known.

    Arguments:
        name: As `CC BY-SA 4.0`, or with hyphens alone (SPDX); without a version, the newest.
    """
    if _ZERO.search(name):
        return f"{_COMMONS}publicdomain/zero/1.0/"
    if found := _TERMS.search(name):
        return f"{_COMMONS}licenses/{found[1].lower()}/{found[2] or _NEWEST}/"
    return None

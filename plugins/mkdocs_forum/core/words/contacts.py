"""Contact data in a text: telephone numbers, e-mail and postal addresses, which need consent."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import accumulate, pairwise

from mkdocs_forum.core.words.languages import of_all
from mkdocs_forum.core.words.slugs import slugify

_PLAIN = {"\xa0": " ", "\u202f": " ", "\u2009": " ", "\u2010": "-", "\u2011": "-", "\u2013": "-"}
"""Spaces and hyphens of typography, which people and programs put into numbers, as plain ones."""
_EMAIL = r"(?<![\w.+@-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}"
_ABROAD = r"(?:\+|00 ?)[1-9](?:[ .()/-]{0,3}\d){9,13}"
_SPACED = r"0[1-9](?: ?\d){7,9}"
_IN_PAIRS = r"0[1-9](?P<gap>[ ./-]{1,3})\d\d(?:(?P=gap)\d\d){3}"
_AMERICAN = r"\(?[2-9]\d\d\)?[ .-]{1,2}[2-9]\d\d[ .-]\d{4}"
_PHONE = (
    r"(?<![^\W_])(?<![+@])(?<!\d[.,-])"
    rf"(?:{_ABROAD}|{_IN_PAIRS}|{_SPACED}|{_AMERICAN})(?![^\W_]|[.,]\d)"
)
CONTACT = re.compile(f"{_EMAIL}|{_PHONE}")
"""An e-mail address or a telephone number; browsers read the pattern, too."""
_SIGN = re.compile(r"[@\d](?:(?<=@)|[^\w\n]{0,3}\d[^\w\n]{0,3}\d|[A-Z]{2}\b)")
"""Signs without which there is none: most texts have no other. A pattern that begins with a set of
letters is sought by these, in half the time."""
_POSTAL = re.compile("|".join(of_all(lambda language: filter(None, [language.postal_address]))))


def contacts(text: str) -> Iterator[str]:
    """Give the contact data of a text, each so that it can be compared."""
    yield from (contact for _, contact in _found(text))


@lru_cache(1 << 14)  # A forum that is served is looked through after each edit.
def _found(text: str) -> tuple[tuple[int, str], ...]:
    """Give the contact data of a text, each after its place; none goes over its line."""
    return tuple(_search(text))


def _search(text: str) -> Iterator[tuple[int, str]]:
    plain, end = "", 0
    for sign in _SIGN.finditer(text):
        if sign.start() < end:
            continue  # On a line that was looked through.
        plain = plain or _plain(text)
        start = plain.rfind("\n", 0, sign.start()) + 1
        end = plain.find("\n", sign.end())
        end = len(plain) if end < 0 else end
        for found in CONTACT.finditer(plain, start, end):
            is_address = "@" in found[0]
            yield found.start(), found[0].lower() if is_address else re.sub(r"\D", "", found[0])
        for found in _POSTAL.finditer(plain, start, end):
            yield found.start(), slugify(found[0], longest=200)


def _plain(text: str) -> str:
    for sign, plain in _PLAIN.items():  # Several times as fast as `translate`.
        text = text.replace(sign, plain)
    return text


def contact_lines(text: str, known: Collection[str] = ()) -> list[int]:
    """Give the lines of a text that hold contact data, counted from 1.

    Arguments:
        text: The text.
        known: Contact data whose owner agreed, as `contacts` gives it.
    """
    found = _found(text)
    if not found:
        return []  # As most texts.
    places = sorted(place for place, contact in found if contact not in known)
    # From each place to the next: from the beginning, many on one line would take their square.
    steps = (text.count("\n", start, end) for start, end in pairwise([0, *places]))
    return list(dict.fromkeys(line + 1 for line in accumulate(steps)))

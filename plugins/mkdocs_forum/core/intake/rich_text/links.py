"""Addresses that a program for security has wrapped into its own, which lead to it first.

Only what says itself where it leads is undone; some services keep that to themselves.
"""

import re
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qs, quote, unquote, urlsplit

_KEYS: Final = (
    (re.compile(r"(?:.+\.)?safelinks\.protection\.(?:outlook\.com|office365\.us)/"), "url"),
    (re.compile(r"www\.google\.[a-z.]{2,6}/url\Z"), "q"),
    (re.compile(r"www\.google\.[a-z.]{2,6}/url\Z"), "url"),
    (re.compile(r"www\.youtube\.com/redirect\Z"), "q"),
    (re.compile(r"lm?\.facebook\.com/l\.php\Z"), "u"),
    (re.compile(r"www\.linkedin\.com/(?:redir|safety)/"), "url"),
    (re.compile(r"linkprotect\.cudasvc\.com/url\Z"), "a"),
    (re.compile(r"clicktime\.symantec\.com/"), "u"),
    (re.compile(r"[\w-]+\.trendmicro\.com/"), "url"),
    (re.compile(r"protect\d?\.fireeye\.com/"), "u"),
    (re.compile(r"deref-[\w-]+\.\w+/mail/client/"), "redirectUrl"),
)
"""Hosts with the beginning of a path that keep an address in their query, and its key there."""
_ADDRESS = re.compile(r"https?://[^\s<>\"()]+")
_POINTS = ".,;:!?…*_"
"""What may stand behind an address and is no part of it."""
_MEANT = re.compile(r"(?:https?://|mailto:)\S+")
_UNSAFE: Final = '()<>"'
_MOST: Final = 3
"""How often an address is wrapped."""
_PROOFPOINT = re.compile(r"urldefense\.(?:us|com|proofpoint\.com)/v3/__(.+?)__;([^!]*)!")
_BETWEEN = re.compile(r"url\.avanan\.click/v2/(?:[^_/]+/)?___(.+?)___\.")
_BEHIND = re.compile(r"secure-web\.cisco\.com/[^/]+/(https?%3a.+)", re.IGNORECASE)
_GONE = re.compile(r"\*(?:\*([\w-]))?")
"""One sign that Proofpoint took out of an address, or several, whose number a letter tells."""
_NUMBERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def unwrapped(text: str) -> str:
    """Give a text whose addresses lead where people meant them to."""
    return _ADDRESS.sub(lambda found: _undone(found[0]), text) if "://" in text else text


def _undone(address: str) -> str:
    plain = address.rstrip(_POINTS)
    return meant(plain) + address[len(plain) :]


def meant(address: str) -> str:
    """Give the address that people meant."""
    for _ in range(_MOST):
        found = next(_within(address), "")
        if not _MEANT.fullmatch(found):
            break
        address = "".join(quote(sign) if sign in _UNSAFE else sign for sign in found)
    return address


def _within(address: str) -> Iterator[str]:
    """Give the address that one leads to, if it is of a program that is known."""
    for read in (_of_query, _of_proofpoint, _of_sophos, _of_path):
        try:
            yield from filter(None, [read(address)])
        except ValueError:
            continue


def _of_query(address: str) -> str | None:
    url = urlsplit(address)
    place = f"{url.hostname}{url.path}"
    values = parse_qs(url.query)
    if place == "urldefense.proofpoint.com/v2/url":
        return unquote(values.get("u", [""])[0].replace("-", "%").replace("_", "/"))
    keys = (key for pattern, key in _KEYS if pattern.match(place))
    return next((values[key][0] for key in keys if key in values), None)


def _of_proofpoint(address: str) -> str | None:
    found = _PROOFPOINT.search(address)
    if not found:
        return None
    signs = iter(urlsafe_b64decode(f"{found[2]}==").decode())

    def put_back(gone: re.Match[str]) -> str:
        number = _NUMBERS.index(gone[1]) + 2 if gone[1] else 1
        return "".join(sign for _, sign in zip(range(number), signs, strict=False))

    return _GONE.sub(put_back, found[1])


def _of_sophos(address: str) -> str | None:
    url = urlsplit(address)
    if not (url.hostname or "").endswith(".protection.sophos.com"):
        return None
    return urlsafe_b64decode(f"{parse_qs(url.query).get('u', [''])[0]}==").decode()


def _of_path(address: str) -> str | None:
    found = _BETWEEN.search(address)
    behind = _BEHIND.search(address)
    return found[1] if found else unquote(behind[1]) if behind else None

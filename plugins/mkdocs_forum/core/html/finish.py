"""E-mail addresses, written so that simple harvesters miss them and people don't.

A harvester looks through the file for `name@host`. A browser, and a screen reader with it, reads
character references as the characters they stand for: the address is shown, said, copied and
written to as any other, without a script.
"""

import re
from collections.abc import Iterator
from html import unescape

_SIGN = re.compile("@|%40")
_LONGEST = 64
"""Signs of the name before the sign."""
_NAME_SIGN = re.compile(r"[\w.+%-]")
_NAME = rf"{_NAME_SIGN.pattern}{{1,{_LONGEST}}}"
_NAME_BEFORE = re.compile(rf"{_NAME}\Z")
_HOST = r"(?:[\w-]{1,63}\.){1,8}[\w-]{2,63}"
_ADDRESS = re.compile(
    rf"(?:mailto:{_NAME}(?:@|%40)|{_NAME}@){_HOST}(?:\?[^\s\"'<>]*)?", re.IGNORECASE
)
_SCRIPT = re.compile(r"<script\b.*?(?:</script>|\Z)", re.DOTALL | re.IGNORECASE)
_SCHEME = "mailto:"


def conceal(html: str) -> str:
    """Write the e-mail addresses of a page as character references; nothing else changes."""
    if "@" not in html and "%40" not in html:
        return html
    found = list(_addresses(html))
    if not found:
        return html
    # References mean nothing in scripts.
    scripts = [script.span() for script in _SCRIPT.finditer(html)]
    pieces, end = [], 0
    for address in found:
        if not any(start < address.start() < stop for start, stop in scripts):
            pieces += [html[end : address.start()], _references(address[0])]
            end = address.end()
    return "".join([*pieces, html[end:]])


def _addresses(html: str) -> Iterator[re.Match[str]]:
    """Find the addresses in a page from the signs that all have; few pages have any."""
    end = 0
    for sign in _SIGN.finditer(html):
        name = _NAME_BEFORE.search(html, max(end, sign.start() - _LONGEST), sign.start())
        # A longer name is none, nor is one that another address ends with.
        if name and not _NAME_SIGN.match(html, max(0, name.start() - 1), name.start()):
            scheme = max(end, name.start() - len(_SCHEME))
            begins = html[scheme : name.start()].lower() == _SCHEME
            address = _ADDRESS.match(html, scheme if begins else name.start())
            if address and address.end() > sign.start():
                end = address.end()
                yield address


def conceal_json(text: str) -> str:
    """Write the e-mail addresses in a JSON file so that they don't stand there."""
    return text.replace("@", r"\u0040")


def _references(found: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in unescape(found))

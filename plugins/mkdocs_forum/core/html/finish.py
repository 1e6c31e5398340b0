"""E-mail addresses, written so that simple harvesters miss them and people don't.

A harvester looks through the file for `name@host`. A browser, and a screen reader with it, reads
character references as the characters they stand for: the address is shown, said, copied and
written to as any other, without a script.
"""

import re
from html import unescape

# Only from where a name begins: so each sign of a page is looked at once.
_NAME = r"(?<![\w.+%-])[\w.+%-]{1,64}"
_HOST = r"(?:[\w-]{1,63}\.){1,8}[\w-]{2,63}"
_FOUND = re.compile(
    r"<script\b.*?(?:</script>|\Z)"  # References mean nothing there.
    rf"|(?:mailto:{_NAME}(?:@|%40)|{_NAME}@){_HOST}(?:\?[^\s\"'<>]*)?",
    re.DOTALL | re.IGNORECASE,
)


def conceal(html: str) -> str:
    """Write the e-mail addresses of a page as character references; nothing else changes."""
    if "@" not in html and "%40" not in html:
        return html
    return _FOUND.sub(lambda found: _references(found[0]), html)


def conceal_json(text: str) -> str:
    """Write the e-mail addresses in a JSON file so that they don't stand there."""
    return text.replace("@", r"\u0040")


def _references(found: str) -> str:
    if found[0] == "<":
        return found
    return "".join(f"&#{ord(sign)};" for sign in unescape(found))

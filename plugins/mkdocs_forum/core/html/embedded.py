"""What plays in a page from another site: in its place stands a link to it.

No page asks another site for anything, so nothing of that kind is shown; but what it says of itself
and where it is isn't lost.
"""

import re
from html import escape, unescape
from typing import Final

EMBEDDED: Final = frozenset({"audio", "embed", "iframe", "video"})
"""Elements that bring in something of another site."""
# No `<` between the quotes: so each sign is looked at once.
_EMBEDDED = re.compile(
    rf"""<(?:{"|".join(sorted(EMBEDDED))}|source)(?=[\s/])(?P<attributes>(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*+)>""",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"""(?<![^\s"'/])(src|title)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
_SITE = re.compile(r"https?://", re.IGNORECASE)
_IN_LINE = re.compile(r"(?:<p>|<br ?/?>|[^>\s])\s*$")


def with_links(html: str) -> str:
    """Put a link before whatever a text embeds of another site, as of a video.

    What is embedded stays where it is: it is taken off with all else that isn't allowed.

    Arguments:
        html: A fragment as a Markdown renderer gives it.
    """
    return _EMBEDDED.sub(_linked, html)


def _linked(found: re.Match[str]) -> str:
    values: dict[str, str] = {}
    for name, *quoted in _ATTRIBUTE.findall(found["attributes"]):
        values.setdefault(name.lower(), unescape("".join(quoted)).strip())
    address = values.get("src", "")
    address = f"https:{address}" if address.startswith("//") else address
    if not _SITE.match(address):
        return found[0]
    link = f'<a href="{escape(address)}">{escape(values.get("title") or address, quote=False)}</a>'
    stands_in_line = _IN_LINE.search(found.string, max(0, found.start() - 20), found.start())
    return f"{link}{found[0]}" if stands_in_line else f"<p>{link}</p>{found[0]}"

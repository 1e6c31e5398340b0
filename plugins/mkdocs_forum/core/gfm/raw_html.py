"""HTML in a text, as GitHub lets it stand."""

import re

_SHOWN = re.compile(
    r"<(?=/?(?:title|textarea|style|xmp|noembed|noframes|script|plaintext)(?:[\s/>]|$))",
    re.IGNORECASE,
)
"""Tags that change how all that follows is read: GitHub shows them as text. It does so with
`<iframe>`, too, in place of which the site shows a link."""


def allowed(html: str) -> str:
    """Give HTML whose other tags are shown as text."""
    return _SHOWN.sub("&lt;", html)

"""What the theme's script makes tooltips of: titles that don't fit into their place.

With `content.tooltips` it takes the text of such a title and shows it as HTML, so that a title that
tells of `<img onerror=…>` would become one.
"""

import re
from typing import Final

_CUT = re.compile(r"\bmd-ellipsis\b[^<>]*>.*?</", re.DOTALL)
"""A title that the theme may cut, from its class to the end of its text."""
_BEGUN = re.compile("&lt;(?=[a-zA-Z/!?])")
JOINER: Final = "&#8288;"
"""A sign that takes no place: after `<` it begins no tag."""


def with_plain_tooltips(html: str) -> str:
    """Write the titles of a page so that each stays a text where it is read as HTML."""
    if not _BEGUN.search(html):
        return html
    return _CUT.sub(lambda title: _BEGUN.sub(f"&lt;{JOINER}", title[0]), html)

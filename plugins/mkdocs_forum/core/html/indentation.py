"""White space between the lines of HTML, which no browser shows: one line feed says as much."""

import re

_GAP = re.compile(
    r"<(?P<kept>pre|script|style|textarea)\b.*?</(?P=kept)>|\s*\n\s*", re.DOTALL | re.IGNORECASE
)


def unindented(html: str) -> str:
    """Give HTML, or the source of a template, whose lines begin at their first sign.

    What stands in elements whose white space counts stays as it is.
    """
    return _GAP.sub(lambda gap: gap[0] if gap["kept"] else "\n", html)

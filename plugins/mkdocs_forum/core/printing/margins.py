"""What stands in the margins of each page on paper: where it is from, and its number."""

import re

HEIGHTS = {"a4": 250, "letter": 232}
"""Millimetres between the margins of each size of paper, rounded down."""
LONGEST = 75
"""Letters of a running head, so that two of them stand on one line."""
SHORTEST = 20
"""Letters that are left of a title before the names beside it are cut, too."""
_PLACES = ("top-left", "top-right", "bottom-left", "bottom-right")
BARE_FRONT = f"@page front{{{''.join(f'@{place}{{content:none}}' for place in _PLACES)}}}"
"""Leaves empty the margins of the pages before the contents of a volume.

Stands after the rules for all pages: Chromium follows the last one, whichever pages it names.
"""


def page_rules(size: str, left: str, right: str, address: str, *, name: str = "") -> str:
    """Give the rules for the margins of a document's pages.

    The texts are written out: Chromium knows no `string-set`.

    Arguments:
        size: Size of the paper, as style sheets call it.
        left: Running head on the left.
        right: Running head on the right.
        address: Stands at the foot.
        name: Name of the pages; without one, the rules are for all.
    """
    large = large_name(name)
    # One by one: Chromium passes over a rule for several names.
    rules = (
        _rules(size, left, right, address, page) for page in ((name, large) if name else ("",))
    )
    return f"{''.join(rules)}@page {large}{{font-size:12pt}}"


def _rules(size: str, left: str, right: str, address: str, name: str) -> str:
    return (
        f"@page {name}{{size:{size};"
        f"@top-left{{content:{_string(shortened(left))}}}"
        f"@top-right{{content:{_string(shortened(right))}}}"
        f"@bottom-left{{content:{_string(address)}}}"
        '@bottom-right{content:counter(page) " / " counter(pages)}}'
        # The first page says all this itself.
        f"@page {name}:first{{@top-left{{content:none}}@top-right{{content:none}}}}"
    )


def large_name(name: str = "") -> str:
    """Give the name that pages have in large print."""
    return f"{name}-large" if name else "large"


def running_head(title: str, names: str) -> str:
    """Give a running head of a title and names: the title is cut first."""
    separator = " – "
    names = shortened(names, LONGEST - SHORTEST - len(separator))
    return shortened(title, LONGEST - len(separator) - len(names)) + separator + names


def shortened(text: str, longest: int = LONGEST) -> str:
    """Cut a text at a word, if it is too long for a running head."""
    if len(text) <= longest:
        return text
    return re.sub(r"[\s,;:.–—-]+\S*$", "", text[:longest]) + "…"


def _string(text: str) -> str:
    """Write a string of a style sheet that stands in a page: no sign in it can end either."""
    return '"' + re.sub(r'[\x00-\x1f"\\<>&\x7f]', lambda sign: f"\\{ord(sign[0]):x} ", text) + '"'

"""Links out of an answer: the site doesn't vouch for them."""

from urllib.parse import urlsplit

from mkdocs_forum.core.html.pieces import Attributes
from mkdocs_forum.core.html.tree import Text

FOREIGN = "ugc nofollow noopener"
"""What a link to another site is: content of a user, no recommendation, no way back to the page."""


def mark_foreign(text: Text, site_url: str = "") -> Text:
    """Mark the links that lead to other sites.

    Arguments:
        text: The text.
        site_url: Whole address of the site's root, or nothing if it isn't known.
    """
    own = urlsplit(site_url).netloc

    def tag(name: str, attributes: Attributes) -> tuple[str, Attributes] | None:
        if name != "a" or not _is_foreign(dict(attributes).get("href") or "", own):
            return None
        others = [(key, value) for key, value in attributes if key != "rel"]
        return name, [*others, ("rel", FOREIGN)]

    return text.rewritten(tag)


def _is_foreign(address: str, own: str) -> bool:
    try:
        url = urlsplit(address)
    except ValueError:
        return True
    return url.scheme in {"http", "https"} and url.netloc != own

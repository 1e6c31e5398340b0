"""An article to print, made once: only its addresses differ from one document to another."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import escape, unescape
from types import MappingProxyType

from mkdocs_forum.core.model.addresses import relocate

ROOT = ""
"""Address of the page for which an article is made: the root of the site."""
AWAY = "print-away"
"""Class of links that lead from paper to the site."""

_ADDRESS = re.compile(
    rf'(?P<before><(?:a|img)\b(?P<away> class="{AWAY}")?[^<>]*? (?:href|src)=")'
    r'(?!#|data:)(?P<address>[^"]+)'
)
"""Sanitised HTML has no `<` and no `>` but those of its tags."""


@dataclass(frozen=True)
class Article:
    """What is printed of a talk, or of something else, as it would be at the root of the site."""

    html: str
    ids: frozenset[str]
    """Identifiers that a link may lead to."""

    def placed(
        self,
        here: str,
        anchors: Mapping[str, str] = MappingProxyType({}),
        present: Collection[str] = (),
    ) -> str:
        """Give the article for a document at an address.

        Arguments:
            here: Address of the document.
            anchors: Identifiers in the document, by the addresses of the pages that stand in it, as
                the article has them; with `#` at the end of the address, what precedes the
                identifiers of the page. Links to these pages lead to their places in the document,
                save those that are `AWAY`.
            present: Every identifier in the document's articles.
        """

        def moved(found: re.Match[str]) -> str:
            address = unescape(found["address"])
            page, sign, fragment = address.partition("#")
            if found["away"] or page not in anchors:
                return found["before"] + escape(relocate(address, ROOT, here))
            exact = anchors[f"{page}#"] + fragment
            anchor = exact if sign and exact in present else anchors[page]
            return f"{found['before']}#{escape(anchor)}"

        return _ADDRESS.sub(moved, self.html)

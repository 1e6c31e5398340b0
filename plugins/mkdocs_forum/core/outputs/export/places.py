"""Where the links of an export lead: to its own files, so that a forge follows them, too."""

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote, urljoin

UNKNOWN_ROOT: Final = "https://forum.invalid/"
"""Stands for the address of a site that doesn't know its own."""


@dataclass(frozen=True)
class Place:
    """A page of an export."""

    source: str
    """Path of its file below the docs folder."""
    url: str
    """Its address, relative to the root of the site."""


@dataclass(frozen=True)
class Places:
    """All that an export has an address for; every address is relative to the root of the site."""

    site_url: str
    """Whole address of the site's root, or nothing."""
    pages: Mapping[str, str]
    """Paths of the pages' files, by their addresses."""
    files: Collection[str]
    """Paths of the other files, which are their addresses."""
    moved: Mapping[str, str]
    """Where the pages are now whose addresses are former ones, or that aren't exported."""

    def link(self, address: str, place: Place) -> str:
        """Give a link of a page as it stands in its file; nothing where it would lead nowhere."""
        path, fragment = self._within(address, place)
        if path is None:
            return address
        if path in self.moved:
            path, _, own = self.moved[path].partition("#")
            fragment = own or fragment
        source = self.pages.get(path, path if path in self.files else None)
        if source is None:
            return ""
        anchor = f"#{fragment}" if fragment else ""
        if source == place.source and anchor:
            return anchor
        return quote(posixpath.relpath(source, posixpath.dirname(place.source) or ".")) + anchor

    def is_page(self, address: str, place: Place) -> bool:
        """Whether a link leads to an exported page as such, and asks nothing of its script."""
        path, _ = self._within(address, place)
        return path in self.pages and "?" not in address

    def _within(self, address: str, place: Place) -> tuple[str | None, str]:
        """Give the address and the anchor of a link within the site; no address of any other."""
        root = self.site_url or UNKNOWN_ROOT
        try:
            whole = urljoin(root + place.url, address)
        except ValueError:  # Programs differ over what it is.
            return None, ""
        if not whole.startswith(root):
            return None, ""
        path, _, fragment = whole.removeprefix(root).partition("#")
        return unquote(path.partition("?")[0]), fragment

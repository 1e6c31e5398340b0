"""What a text holds once it is rendered: its identifiers, its links, its images."""

from dataclasses import dataclass
from html.parser import HTMLParser


@dataclass(frozen=True)
class Rendered:
    """What stands in an HTML fragment."""

    ids: frozenset[str]
    """Identifiers that a link may lead to."""
    links: frozenset[str]
    """Addresses of links."""
    images: frozenset[str]
    """Addresses of images."""
    wordless: frozenset[str]
    """Addresses of images that are shown at least once without alternative text."""
    elements: frozenset[str]
    """Names of its elements."""


def read_html(html: str) -> Rendered:
    """Read an HTML fragment, as a Markdown renderer gives it."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    found = (parser.ids, parser.links, parser.images, parser.wordless, parser.elements)
    return Rendered(*map(frozenset, found))


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.images: set[str] = set()
        self.wordless: set[str] = set()
        self.elements: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        self.elements.add(tag)
        self.ids.add(given.get("id", ""))
        if tag == "a":
            self.ids.add(given.get("name", ""))
            self.links.add(given.get("href", ""))
        elif tag == "img":
            source = given.get("src", "")
            self.images.add(source)
            if not given.get("alt", "").strip():
                self.wordless.add(source)

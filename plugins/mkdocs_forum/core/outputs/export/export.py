"""All files of an export, made of a site that was built."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jinja2 import Environment

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.redirects import all_redirects
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.export import columns, site
from mkdocs_forum.core.outputs.export.index import INDEX, Address, written
from mkdocs_forum.core.outputs.export.places import Place, Places
from mkdocs_forum.core.outputs.redirects import redirect_page

_SCRIPT: Final = re.compile(r"\s*<script>.*?</script>")
_LEFT_OUT: Final = re.compile(
    # What only the pages of the live site load, other pages, and the twins of pages.
    r"assets/forum/|search/|.*\.(?:html|md)$"
    r"|(?:sitemap\.xml(?:\.gz)?|llms\.txt|manifest\.webmanifest)$"
)


@dataclass(frozen=True)
class Built:
    """A site that was built."""

    library: Library
    """What it shows."""
    settings: Settings
    environment: Environment
    """Prepared for the forum's templates."""
    pages: Mapping[str, str]
    """Paths of its pages' sources, by those of their HTML files."""
    files: Mapping[str, bytes]
    """What its files hold, by path; those of the theme are left out."""
    theme: Mapping[str, Any]
    """What its theme is set to."""
    nav: object
    styles: Sequence[str]
    """Paths of the style sheets that its pages load."""


def export(built: Built) -> Iterator[tuple[str, bytes]]:
    """Give each file of an export, by its path in there."""
    pages, moved = _places(built), dict(_moved(built))
    kept = [path for path in built.files if not _LEFT_OUT.match(path)]
    places = Places(
        built.settings.site_url,
        {place.url: place.source for place in pages.values()},
        frozenset(kept),
        {_address(target): url for target, url in moved.items()},
    )
    for target, place in pages.items():
        text = columns.page(built.files[target].decode("utf-8"), place, places)
        yield f"{site.DOCS}/{place.source}", text.encode()
    for path in kept:
        yield f"{site.DOCS}/{path}", built.files[path]
    for target, url in moved.items():
        html = redirect_page(target, url, built.environment).text
        yield f"{site.DOCS}/{target}", _SCRIPT.sub("", html).encode()
    styles = [path for path in built.styles if path in kept]
    options = site.configuration(built.settings, built.theme, built.nav, styles)
    yield "mkdocs.yml", options.encode()
    yield "README.md", site.readme(built.settings).encode()
    yield INDEX, written(_index(built, pages, kept, moved)).encode()


def _places(built: Built) -> dict[str, Place]:
    """Give the place of each page, by the path of its HTML file; proceedings are pages, too."""
    addresses = Addresses(built.settings)
    found = {
        target: Place(re.sub(r"(^|/)README\.md$", r"\1index.md", source), _address(target))
        for target, source in built.pages.items()
    }
    for slug in built.library.editions:
        source = addresses.output("editions", slug, "proceedings")
        if (target := addresses.target(source)) in built.files:
            found[target] = Place(source, _address(target))
    return found


def _moved(built: Built) -> Iterator[tuple[str, str]]:
    """Give the HTML file of each former address, and of each page to print, and its present one.

    What a reader chose for printing is known to scripts alone: its page leads home.
    """
    library, addresses = built.library, Addresses(built.settings)
    for redirect in all_redirects(library, built.settings):
        yield redirect.target, redirect.url
    printed = ((addresses.printed(source), source) for source in built.pages.values())
    for output, source in (*printed, (addresses.selection(), "index.md")):
        if (target := addresses.target(output)) in built.files:
            yield target, addresses.url(source)


def _index(
    built: Built, pages: Mapping[str, Place], files: list[str], moved: Mapping[str, str]
) -> Iterator[Address]:
    addresses = Addresses(built.settings)
    for place in pages.values():
        yield Address(f"/{place.url}", f"{site.DOCS}/{place.source}")
    for answer in built.library.answers.values():
        source = addresses.entry("questions", answer.meta.question)
        url = f"/{addresses.url(source)}#{answer.slug}"
        yield Address(url, f"{site.DOCS}/{source}")
    for path in files:
        yield Address(f"/{path}", f"{site.DOCS}/{path}")
    for target, url in moved.items():
        yield Address(f"/{_address(target)}", f"{site.DOCS}/{target}", f"/{url}")


def _address(target: str) -> str:
    """Give the address of an HTML file, as it is read."""
    return target if not re.search(r"(?:^|/)index\.html$", target) else target[: -len("index.html")]

"""The way from the start page to a page."""

from collections.abc import Iterator
from typing import Final

from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.outputs.head.people import Thing
from mkdocs_forum.core.outputs.head.site import Site
from mkdocs_forum.core.words.language import N_, Language

SECTIONS: Final = {
    "editions": N_("Editions"),
    "talks": N_("Talks"),
    "questions": N_("Questions"),
    "members": N_("Members"),
    "topics": N_("Topics"),
    "sessions": N_("Sessions"),
    "contribute": N_("Contribute"),
}
"""Names of the sections that have a page, by their kinds."""


def breadcrumbs(source: str, title: str, url: str, site: Site) -> Thing | None:
    """Describe the way to a page; the start page has none: Google wants two steps at least.

    Arguments:
        source: Source path of the page.
        title: Its title as it was written.
        url: Its address, relative to the root of the site.
        site: The site.
    """
    if not url:
        return None
    steps = [(site.settings.site_name, ""), *_sections(source, url, site), (title, url)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": site.whole(step)}
        for number, (name, step) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _sections(source: str, url: str, site: Site) -> Iterator[tuple[str, str]]:
    addresses, folder = Addresses(site.settings), source.partition("/")[0]
    for kind, name in SECTIONS.items():
        section = addresses.url(addresses.section(kind))
        if folder == site.settings.folders[kind] and section != url:
            yield Language(site.settings.language).tell(name), section

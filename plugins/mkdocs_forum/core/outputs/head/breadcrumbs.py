"""The way from the start page to a page, as schema.org has it."""

from collections.abc import Iterable

from mkdocs_forum.core.outputs.head.people import Thing
from mkdocs_forum.core.outputs.head.site import Site
from mkdocs_forum.core.pages.indexes import Link


def breadcrumbs(way: Iterable[Link], title: str, url: str, site: Site) -> Thing | None:
    """Describe the way to a page; the start page has none: Google wants two steps at least.

    Arguments:
        way: The pages that it stands below, the start page left out.
        title: Its title as it was written.
        url: Its address, relative to the root of the site.
        site: The site.
    """
    if not url:
        return None
    steps = [(site.settings.site_name, ""), *((step.text, step.url) for step in way), (title, url)]
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": _page(site.whole(step))}
        for number, (name, step) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _page(address: str) -> Thing:
    """Name a page by its address: schema.org wants a thing there, not a text."""
    return {"@type": "WebPage", "@id": address}

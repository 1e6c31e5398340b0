"""People and bodies as schema.org has them, within what they agreed to publish."""

from collections.abc import Mapping
from typing import Any

from mkdocs_forum.core.outputs.head.site import Site
from mkdocs_forum.core.pages.indexes import MemberView
from mkdocs_forum.core.words.slugs import slugify

Thing = dict[str, Any]


def filled(thing: Mapping[str, Any]) -> Thing:
    """Leave out what is empty."""
    return {key: value for key, value in thing.items() if value not in (None, "", [], ())}


def author(slug: str, site: Site) -> Thing:
    """Name a member, with their page."""
    view = site.views.members[slug]
    return {"@type": "Person", "name": site.name_of(slug), "url": site.whole(view.url)}


def body(name: str) -> Thing:
    """Name a body that has no page."""
    return {"@type": "Organization", "name": name}


def named(name: str, site: Site) -> Thing:
    """Name whoever a text names: a member, or a body."""
    wanted = slugify(name)
    members = site.library.members.values()
    found = next((each.slug for each in members if slugify(each.meta.name) == wanted), None)
    return author(found, site) if found else body(name)


def person(view: MemberView, site: Site) -> Thing:
    """Describe a member by what they let be published."""
    meta = site.library.members[view.slug].meta
    return filled(
        {
            "@type": "Person",
            "@id": f"{site.whole(view.url)}#person",
            "name": meta.name,
            "url": site.whole(view.url),
            "jobTitle": meta.role,
            "worksFor": meta.company and body(meta.company),
            "workLocation": meta.place and {"@type": "Place", "name": meta.place},
            "knowsAbout": list(meta.topics),
            "sameAs": meta.website,
            "image": view.photo and site.whole(view.photo),
            "email": view.email,
            "telephone": list(view.phones),
            "faxNumber": view.fax,
            "address": "\n".join(view.address),
        }
    )

"""Every identifier stands once on its page, whatever texts and files are called."""

import re
from collections import Counter
from pathlib import Path

from mkdocs_forum.core.words.slugs import is_slug
from tests.conftest import Log
from tests.sites import Site, build_site, configuration, joined, write

PAGES = (
    *("questions/la-mission-de-trop/refuser/", "questions/pricing-abroad/discount/"),
    *("editions/2025/actes/", "interventions/le-juste-prix/imprimer/", "membres/ana/"),
)
"""Pages of the fixture forum that hold texts: each kind, with all that the forum adds to them."""


def _own(site: Site) -> set[str]:
    """Gather what the forum names on these pages; `_` stands in no name of a text."""
    return {name for url in PAGES for name in site.html(url).ids if re.match("[a-z0-9-]+_", name)}


def _texts(own: set[str]) -> dict[str, str]:
    """Give a forum of which each name and text tries to make an identifier of the forum's own."""
    parts = [name.split("_") for name in own]
    names = sorted({part for name in parts for part in name[:2] if is_slug(part)} - {"index"})
    ends = {"_".join(name[start:]) for name in parts for start in range(len(name))}
    ids = sorted({*ends, *(f"_{end}" for end in ends if not end.startswith("_"))} - {"", "_"})
    text = "".join(f'<p id="{name}">a</p>\n' for name in ids)
    asked = "".join(f"- Q ? {{#q-{name}}}\n" for name in names)
    edition = f"---\ntitle: R\ndate: 2024-10-01\n---\n\n{text}"
    texts = {"mkdocs.yml": configuration(), "docs/editions/2024.md": edition}
    for name in names:
        # One talk asks all of them: pages of questions differ in the question's name alone.
        listed = asked if name == names[0] else f"- Q ? {{#q-{names[0]}}}\n"
        talk = f"---\ntitle: T\nedition: 2024\nspeakers: {name}\n---\n\n{text}"
        synthesis = f"---\nstatus: synthesised\ndate: 2025-01-01\n---\n\n{text}"
        answer = f"---\ndate: 2024-11-02\n---\n\n{text}"
        texts |= {
            f"docs/interventions/{name}.md": f"{talk}\n## Questions ouvertes\n\n{listed}",
            f"docs/questions/{name}/q-{names[0]}.md": synthesis,
            f"docs/membres/{name}.md": f"---\nname: {name}\n---\n\n{text}",
            f"docs/reponses/{names[0]}/q-{names[0]}/{name}.md": answer,
        }
    return texts


def test_identifiers(site: Site, tmp_path: Path, log: Log) -> None:
    """No file's name and no heading makes an identifier that the page has already."""
    own = _own(site)
    assert len(own) > 20
    forum = build_site(write(tmp_path, _texts(own)), tmp_path / "site")
    log.take()
    twice = (
        f"{path}: {name}"
        for path, html in forum.pages.items()
        for name, count in Counter(html.ids).items()
        if count > 1
    )
    assert joined(twice) == ""

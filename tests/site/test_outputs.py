"""Files beside the pages: announced, dated, and silent about what isn't published."""

import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import imagesize

from mkdocs_forum.core.html.tree import read
from tests.conftest import Log, Workshop
from tests.core.html.test_markdown import rendered
from tests.site.test_determinism import git
from tests.sites import FORUM, Site, configuration
from tests.small import SMALL

OWN = "https://forum.example.org/"
SECRET = {
    "docs/membres/eve.md": (
        "---\nname: Ève Secret\nphoto: photos/eve.png\naccount: compte-eve\ncontact:\n"
        "  email: eve@example.org\n  phone: 06 39 98 00 11\n  address: 12 rue Cachée\n"
        "consent:\n  publish: [phone]\n  date: 2024-01-01\n---\n"
    ),
    "docs/interventions/texte-inedit.md": (
        "---\ntitle: Titre caché\nedition: 2024\nspeakers: ana\ndraft: true\n---\n\n"
        "Texte caché.\n\n## Questions\n\n- Question cachée ? {#cachee}\n"
    ),
    "docs/reponses/texte-inedit/cachee/bob.md": "---\ndate: 2024-11-02\n---\n\nParole cachée.\n",
    "docs/reponses/prix/rabais/ana.md": (
        "---\ndate: 2024-11-02\ndraft: true\n---\n\nRéponse cachée.\n"
    ),
    "docs/editions/annee-inedite.md": (
        "---\ntitle: Édition cachée\ndate: 2029-10-01\ndraft: true\n---\n"
    ),
}
UNTOLD = (
    *("eve@example.org", "12 rue Cachée", "compte-eve", "Titre caché", "Texte caché"),
    *("Question cachée", "Parole cachée", "Réponse cachée", "Édition cachée", "inedit"),
)
"""Values that nobody agreed to publish, and what stands in drafts alone."""


def _announced(site: Site, url: str) -> Iterator[tuple[str, str]]:
    """Give the kind and address of each file that a page announces."""
    for link in re.findall(r"<link [^>]*>", site.page(url)):
        given: dict[str, str] = dict(re.findall(r' ([\w-]+)="([^"]*)"', link))
        if given["rel"].strip() in {"alternate", "manifest", "apple-touch-icon", "license"}:
            yield given.get("type", given["rel"]), urljoin(url, given["href"])


def test_announced(site: Site) -> None:
    """Each page announces its own files before those of the site, and each is there."""
    everywhere = [
        ("application/atom+xml", "atom.xml"),
        ("manifest", "manifest.webmanifest"),
        ("apple-touch-icon", "assets/forum/icons/icon-192.png"),
    ]
    licence = ("license", "https://creativecommons.org/licenses/by-sa/4.0/")
    talk, question = "interventions/le-juste-prix/", "questions/le-juste-prix/marge/"
    feed = ("application/atom+xml", f"{talk}atom.xml")
    expected = {
        talk: [feed, everywhere[0], ("text/markdown", f"{talk}index.md"), licence],
        question: [feed, everywhere[0], ("text/markdown", f"{question}index.md"), licence],
        "editions/2024/": [
            ("application/atom+xml", "editions/2024/atom.xml"),
            everywhere[0],
            ("text/calendar", "editions/2024/2024.ics"),
            ("application/json", "editions/2024/edition.json"),
        ],
        "questions/": [
            ("application/atom+xml", "questions/sans-reponse/atom.xml"),
            everywhere[0],
        ],
        "": [everywhere[0], ("application/json", "forum.json")],
    }
    for url, links in expected.items():
        found = list(_announced(site, url))
        assert found == [*links, *everywhere[1:]], url
        assert all(
            target.startswith("https:") or site.file(target).is_file() for _, target in found
        )


def _told(content: bytes) -> str:
    """Give what a file tells, however it is written: harvesters are misled, readers aren't."""
    text = content.decode("utf-8", errors="replace")
    return unescape(unescape(text)).replace("\\u0040", "@")


def test_nothing_unpublished(workshop: Workshop, log: Log) -> None:
    """No file of a site tells a value without consent, or anything of a draft."""
    workshop.write(SMALL, SECRET)
    photo = workshop.folder / "docs/membres/photos/eve.png"
    photo.parent.mkdir(parents=True)
    photo.write_bytes((FORUM / "docs/membres/photos/chloe.png").read_bytes())
    files = workshop.build().files
    assert len(log.take()) == 3
    found = {
        (path, value)
        for path, content in files.items()
        for value in UNTOLD
        if value in f"{path}\n{_told(content)}"
    }
    assert found == set()
    assert [path for path in files if path.endswith("eve.png")] == []
    assert "06 39 98 00 11" in _told(files["forum.json"])
    assert "Ève Secret" in _told(files["forum.json"])


def test_days_of_the_map(workshop: Workshop) -> None:
    """The map of the site tells of each page when what it shows last changed, if that is known."""
    folder = workshop.write(SMALL, {"docs/a-propos.md": "# À propos\n"}).folder
    git(folder, "init", "-q", day="2025-03-04T12:00:00Z")
    changed = {
        "2025-03-04": "docs/a-propos.md",
        "2025-04-05": "docs/interventions/prix.md",
        "2025-05-06": "docs/reponses/prix/marge/bob.md",
    }
    for day, path in changed.items():
        file = folder / path
        file.write_text(f"{file.read_text(encoding='utf-8')}\n", encoding="utf-8")
        git(folder, "add", ".", day=f"{day}T12:00:00Z")
        git(folder, "commit", "-q", "-m", "Texte", day=f"{day}T12:00:00Z")
    workshop.run("build", "--strict", "-q", SOURCE_DATE_EPOCH=None)
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    told = {
        (page.findtext(f"{space}loc") or "").removeprefix(OWN): page.findtext(f"{space}lastmod")
        for page in ET.fromstring(Site(folder / "site").files["sitemap.xml"])
    }
    assert {url: told[url] for url in DAYS} == DAYS


DAYS = {
    "": "2025-05-06",
    "a-propos/": "2025-03-04",
    "contribuer/repondre/": None,
    "interventions/prix/": "2025-04-05",
    "questions/prix/marge/": "2025-05-06",
    "questions/prix/rabais/": "2025-04-05",
    "questions/": "2025-05-06",
    "editions/2024/": "2025-05-06",
    "membres/ana/": "2025-04-05",
    "membres/bob/": "2025-05-06",
    "themes/prix/": "2025-05-06",
}


def test_robots_and_manifest(site: Site) -> None:
    """Robots are led to the map of the site, and telephones to its icons."""
    assert site.files["robots.txt"].decode() == (
        f"User-agent: *\nDisallow:\n\nSitemap: {OWN}sitemap.xml\n"
    )
    manifest = json.loads(site.files["manifest.webmanifest"])
    assert (manifest["name"], manifest["lang"]) == ("Forum des artisans du conseil", "fr")
    for icon in manifest["icons"]:
        width, height = imagesize.get(site.path / icon["src"])
        assert icon["sizes"] == f"{width}x{height}"
    icons = re.findall(r'<link rel="icon" href="([^"]+)"', site.page("a-propos/"))
    assert icons == ["../assets/forum/icons/icon-192.png"]


def test_files_of_the_sites_own_stay(workshop: Workshop) -> None:
    """What the organisers wrote themselves takes the place of what the forum would write."""
    own = {"docs/robots.txt": "User-agent: x\n", "docs/llms.txt": "# Rien\n"}
    icon = configuration(theme={"favicon": "a.png"})
    site = workshop.write(SMALL, own, {"mkdocs.yml": icon}).build()
    assert (site.files["robots.txt"], site.files["llms.txt"]) == (b"User-agent: x\n", b"# Rien\n")
    assert 'rel="icon" href="a.png"' in site.page("")


def test_page_for_followers(site: Site) -> None:
    """A page tells people how to follow the forum, and every page of the forum leads there."""
    page = site.main("suivre/")
    assert "https://forum.example.org/atom.xml" in page
    assert 'href="../forum.ics"' in page
    for url in ("", "interventions/le-juste-prix/", "themes/prix/"):
        links = [urljoin(OWN + url, link.url) for link in site.html(url).links]
        assert f"{OWN}suivre/" in links


def test_twin_of_a_question(site: Site) -> None:
    """The twin of a question says what its page says, with its answers."""
    twin = site.files["questions/le-juste-prix/rabais/index.md"].decode()
    said, shown = (
        set(re.findall(r"[^\W_]{5,}", read(html.replace("<", " <")).words))
        for html in (rendered(twin), site.main("questions/le-juste-prix/rabais/"))
    )
    labels = {"Adresse", "Intervention", "Posée", "Retenue", "Modifiée"}
    assert said - shown - {*re.findall(r"\w+", OWN), "questions"} == labels
    assert {"Réponse", "Sources"} <= said

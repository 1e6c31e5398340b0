"""What no consent names, and what is a draft, stands in no file of a site, whatever its form."""

import re
from html import unescape
from shutil import copy, copytree

import pytest

from tests.conftest import Log, Workshop
from tests.sites import FORUM, configuration
from tests.small import SMALL

HIDDEN = {
    "email": "secrete@cachette.example",
    "phone": "06 39 98 77 01",
    "other phone": "06 39 98 77 02",
    "fax": "01 99 00 77 03",
    "address": "77 impasse Introuvable",
    "town": "29777 Nullepart",
    "photo": "membres/photos/cachee.png",
    "account": "compte-cache-77",
}
SHOWN = {
    "email": "montree@exemple.example",
    "phone": "06 39 98 88 01",
    "other phone": "06 39 98 88 02",
    "fax": "01 99 00 88 03",
    "address": "88 rue Trouvable",
    "town": "29888 Quelquepart",
}
DRAFTS = ("zibeline", "quetzal", "ornithorynque", "axolotl", "tamanoir", "fourmilier")
"""A word of each draft: a talk, its question, an answer, an edition, a member with a photo."""


def member(values: dict[str, str], consent: str) -> str:
    """Give the file of a member with every contact value."""
    return (
        f"---\nname: Zoé Vidal\naccount: {HIDDEN['account']}\n"
        f"contact:\n  email: {values['email']}\n"
        f"  phone: [{values['phone']}, {values['other phone']}]\n  fax: {values['fax']}\n"
        f"  address:\n    - {values['address']}\n    - {values['town']}\n{consent}---\n\nUn mot.\n"
    )


CONSENT = "consent:\n  publish: [email, phone, fax, address]\n  date: 2026-01-01\n"
FILES = {
    "mkdocs.yml": configuration(forum={"cards": True, "email": "forum@exemple.example"}),
    "docs/membres/zoe.md": member(HIDDEN, ""),
    "docs/membres/zoe-bis.md": member(SHOWN, CONSENT),
    "docs/interventions/brouillon.md": (
        "---\ntitle: Une zibeline\nedition: 2024\nspeakers: ana\ndraft: true\n---\n\nUn texte.\n\n"
        "## Questions\n\n- Et le quetzal ? {#quetzal}\n"
    ),
    "docs/reponses/prix/rabais/ana.md": (
        "---\ndate: 2024-12-01\ndraft: true\n---\n\nOrnithorynque.\n"
    ),
    "docs/membres/tamanoir.md": (
        "---\nname: Tamanoir\nphoto: fourmilier.png\ndraft: true\n"
        "consent: {publish: [photo], date: 2026-01-01}\n---\n\nTamanoir.\n"
    ),
    "docs/editions/2030.md": (
        "---\ntitle: Axolotl\ndate: 2030-01-01\ndraft: true\n---\n\nAxolotl.\n"
    ),
}


def readable(data: bytes) -> str:
    """Give what people and programs read of a file, on one line."""
    text = unescape(data.decode("utf-8", "replace").replace("\r\n ", ""))
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    return re.sub(r"\s+", " ", text).casefold()


def test_values(workshop: Workshop, log: Log) -> None:
    """Every file is searched for every value, written with and without spaces."""
    workshop.write(SMALL, FILES)
    copy(FORUM / "docs/membres/photos/chloe.png", workshop.folder / "docs/membres/fourmilier.png")
    site = workshop.build()
    assert len([line for line in log.take() if "F301" in line]) == 4
    read = {path: readable(data) for path, data in site.files.items()}
    wanted = [*HIDDEN.values(), HIDDEN["phone"].replace(" ", ""), *DRAFTS]
    found = [
        (path, value)
        for path, text in read.items()
        for value in wanted
        if value.casefold() in text or value.casefold() in path
    ]
    assert found == []
    card = read["membres/zoe-bis/zoe-bis.vcf"]
    assert [value for value in SHOWN.values() if value.casefold() not in card] == []
    assert "membres/zoe/zoe.vcf" not in read


def test_card_in_lines(workshop: Workshop) -> None:
    """A whole card is shown and printed line by line."""
    talk = SMALL["docs/interventions/prix.md"].replace("speakers: ana", "speakers: zoe-bis")
    files = {
        "docs/interventions/prix.md": talk,
        "docs/membres/zoe-bis.md": FILES["docs/membres/zoe-bis.md"],
    }
    site = workshop.write(SMALL, files).build()
    printed = unescape(site.page("interventions/prix/imprimer/"))
    lines = [
        "88 rue Trouvable<br>29888 Quelquepart",
        "<br>Téléphone\u00a0: 06 39 98 88 01<br>Téléphone\u00a0: 06 39 98 88 02",
        "<br>Télécopie\u00a0: 01 99 00 88 03",
    ]
    assert [line for line in lines if line not in printed] == []
    page = site.page("membres/zoe-bis/")
    assert "88 rue Trouvable<br>29888 Quelquepart" in page
    assert re.findall(r'href="tel:(\d+)"', page) == ["0639988801", "0639988802"]


def test_sessions(workshop: Workshop) -> None:
    """The first line of a talk leads to all talks of its kind, however it is spelt."""
    talk = SMALL["docs/interventions/prix.md"]
    texts = {
        "docs/interventions/prix.md": talk.replace("edition", "session: Foire aux idées\nedition"),
        "docs/interventions/deux.md": talk.replace("Le prix", "Deux\nsession: foire aux idees"),
        "docs/interventions/trois.md": talk.replace("Le prix", "Trois\nsession: «»"),
    }
    site = workshop.write(SMALL, texts).build()
    main = site.main("sessions/foire-aux-idees/")
    assert '<a href="../sessions/foire-aux-idees/">' not in main
    assert [title in main for title in ("Le prix", "Deux")] == [True, True]
    assert "Trois" not in main
    for page in ("interventions/prix/", "interventions/deux/"):
        assert 'href="../../sessions/foire-aux-idees/"' in site.main(page)
    contents = site.main("interventions/prix/")
    for other in ("deux", "trois"):
        assert f'<a href="../{other}/">' in contents
    assert [*site.dead_links()] == []


ENTRIES = [
    path.relative_to(FORUM).as_posix()
    for kind in ("editions", "interventions", "membres", "reponses")
    for path in sorted((FORUM / "docs" / kind).rglob("*.md"))
    if path.read_bytes().startswith(b"---\n") and b"draft:" not in path.read_bytes()
]


@pytest.mark.thorough
@pytest.mark.parametrize("path", ENTRIES)
def test_any_draft(workshop: Workshop, log: Log, path: str) -> None:
    """Whichever entry is a draft, the site is built without its page."""
    copytree(FORUM, workshop.folder)
    file = workshop.folder / path
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")
    page = path.removeprefix("docs/").removesuffix(".md")
    assert f"{page}/index.html" not in workshop.build().files
    # What leads to a draft is told.
    assert all(line.startswith("WARNING") for line in log.take())

"""Ways into the forms and to corrections, and what a form offers where a way is lacking."""

import re
import subprocess
from collections.abc import Mapping

import pytest

from tests.conftest import Log, Workshop
from tests.sites import FORUM, Site, configuration
from tests.small import SMALL

REPOSITORY = "https://github.com/exemple/forum"

LINKS = {
    "": ("?question=le-juste-prix/marge", "contribuer/proposer/?edition=2027"),
    "questions/le-juste-prix/marge/": ("?question=le-juste-prix/marge",),
    "questions/le-juste-prix/rabais/": ("?question=le-juste-prix/rabais",),
    "interventions/": ("contribuer/proposer/",),
    "interventions/le-juste-prix/": (
        "?question=le-juste-prix/marge",
        "?question=le-juste-prix/rabais",
        "?question=le-juste-prix/comment-dire-un-prix-au-telephone",
    ),
    "membres/": ("contribuer/se-presenter/",),
}


@pytest.mark.parametrize("url", LINKS)
def test_ways_into_the_forms(site: Site, url: str) -> None:
    """Wherever somebody may want to write, a link leads to the form."""
    hrefs = re.findall(r'href="([^"]*)"', site.main(url))
    assert [end for end in LINKS[url] if not any(href.endswith(end) for href in hrefs)] == []


def test_closed_questions_take_no_answer(site: Site) -> None:
    """A question that isn't asked any more leads to no form."""
    assert "contribuer/repondre/" not in site.main("questions/closes/").partition("forum-list")[2]


def test_corrections(site: Site) -> None:
    """Every talk, member and answer leads to the page that edits its very file."""
    edits = set(
        re.findall(rf'href="{REPOSITORY}/edit/main/([^"]*)"', "".join(site.columns.values()))
    )
    folders = ("interventions", "membres", "reponses")
    files = {
        f"docs/{path.relative_to(FORUM / 'docs').as_posix()}"
        for folder in folders
        for path in (FORUM / "docs" / folder).rglob("*.md")
        if path.name != "index.md" and "draft: true" not in path.read_text(encoding="utf-8")
    }
    assert sorted(files - edits) == []


PLACES: dict[str, tuple[str, dict[str, str], str, str]] = {
    "GitHub": ("", {"repository": REPOSITORY}, "docs", f"{REPOSITORY}/edit/main/docs"),
    "branch": (
        "",
        {"repository": f"{REPOSITORY}.git", "branch": "forum/2026"},
        "docs",
        f"{REPOSITORY}/edit/forum/2026/docs",
    ),
    "Forgejo": (
        "",
        {
            "repository": "https://git.example.org/a/forum/",
            "forge": "forgejo",
            "branch": "forum",
        },
        "textes/du forum",
        "https://git.example.org/a/forum/_edit/forum/textes/du%20forum",
    ),
    "below the repository": (
        "sites/forum",
        {"repository": REPOSITORY},
        "docs",
        f"{REPOSITORY}/edit/main/sites/forum/docs",
    ),
    "beside the configuration": (
        "sites/forum",
        {"repository": REPOSITORY},
        "../textes",
        f"{REPOSITORY}/edit/main/sites/textes",
    ),
}
"""Folder of the configuration in the repository, options, docs folder, and what files begin by."""


@pytest.mark.parametrize(("folder", "options", "docs", "root"), PLACES.values(), ids=PLACES)
def test_corrections_wherever_the_files_are(
    workshop: Workshop, folder: str, options: Mapping[str, str], docs: str, root: str
) -> None:
    """Each text leads to its own file, as its place in the repository is."""
    texts = {
        f"{folder}/{docs}/{path.removeprefix('docs/')}".removeprefix("/"): text
        for path, text in SMALL.items()
        if path != "mkdocs.yml"
    }
    subprocess.run(["git", "init", "--quiet", str(workshop.folder)], check=True)
    workshop.write(texts)
    home = Workshop(workshop.folder / folder)
    home.write({"mkdocs.yml": configuration(forum=options, docs_dir=docs)})
    site = home.build(strict=True)
    edits = {
        url: re.findall(r'href="([^"]*/_?edit/[^"]*)"', site.main(url))
        for url in ("interventions/prix/", "membres/ana/", "questions/prix/marge/")
    }
    assert edits == {
        "interventions/prix/": [f"{root}/interventions/prix.md"],
        "membres/ana/": [f"{root}/membres/ana.md"],
        "questions/prix/marge/": [f"{root}/reponses/prix/marge/bob.md"],
    }


def test_address_of_the_organisers(site: Site) -> None:
    """The address to send to stands in no file for harvesters, also not for scripts."""
    endings = {".html", ".json", ".xml", ".txt"}
    files = [path for path in site.path.rglob("*") if path.suffix in endings]
    told = [path for path in files if b"organisateurs@example.org" in path.read_bytes()]
    assert told == []
    assert b"organisateurs\\u0040" in (site.path / "assets/forum/rulebook.json").read_bytes()


WAYS = {
    "both": ({"repository": REPOSITORY, "email": "a@example.org"}, ["forge", "mail"]),
    "forge": ({"repository": "https://git.example.org/a/forum", "forge": "forgejo"}, ["forge"]),
    "mail": ({"email": "a@example.org"}, ["mail"]),
    "neither": ({}, []),
}


@pytest.mark.parametrize(("options", "ways"), WAYS.values(), ids=WAYS)
def test_ways_of_sending(workshop: Workshop, options: dict[str, str], ways: list[str]) -> None:
    """A way that the site hasn't is absent; the file can always be had."""
    workshop.write(SMALL, {"mkdocs.yml": configuration(forum=options)})
    form = workshop.build(strict=True).main("contribuer/repondre/")
    assert re.findall(r'data-way="(\w+)"', form) == [*ways, "file", "copy"]
    assert re.findall(r'data-sent="(\w+)"', form) == [*ways, "file", "copy"]
    name = "git.example.org" if ways == ["forge"] else "GitHub"
    assert (f"Avec un compte {name}" in form) == ("forge" in ways)


def test_gitlab_wants_a_copy_first(workshop: Workshop) -> None:
    """Who has no copy of the repository finds no page to begin a file: the form says what to do."""
    options = {"repository": "https://git.example.org/club/forum", "forge": "gitlab"}
    workshop.write(SMALL, {"mkdocs.yml": configuration(forum=options)})
    form = workshop.build(strict=True).main("contribuer/repondre/")
    assert 'href="https://git.example.org/club/forum/-/forks/new"' in form
    assert "Fork this repository" not in form


def test_unknown_forge(workshop: Workshop, log: Log) -> None:
    """Where nothing tells which program a host runs, no address is made up, and it is told."""
    options = {"repository": "https://git.example.org/a/forum"}
    workshop.write(SMALL, {"mkdocs.yml": configuration(forum=options)})
    form = workshop.build().main("contribuer/repondre/")
    assert "git.example.org" not in form
    (told,) = log.take()
    assert "'git.example.org'" in told
    assert "github, gitlab, forgejo, gitea, none" in told


def test_consent_is_given_by_the_member(site: Site) -> None:
    """No box of a form is ticked beforehand."""
    pages = ("repondre", "proposer", "se-presenter")
    boxes = re.findall(
        r'<input[^>]*type="checkbox"[^>]*>',
        "".join(site.main(f"contribuer/{page}/") for page in pages),
    )
    assert [box for box in boxes if "checked" in box] == []
    assert len(boxes) == 3 + 2 + 3 * 3 + 1


def test_nobody_to_send_to(workshop: Workshop, caplog: pytest.LogCaptureFixture) -> None:
    """A site that says of no address is warned of; its forms say whom to ask, if anyone."""
    edition = "docs/editions/2024.md"
    organised = SMALL[edition].replace("title", "organiser: Un club\ntitle")
    for text, told in ((organised, "Un club"), (SMALL[edition], "qui vous a parlé du forum")):
        workshop.write(SMALL, {edition: text})
        site = workshop.build(strict=True)
        for page in ("repondre", "proposer", "se-presenter", "corriger"):
            assert told in site.main(f"contribuer/{page}/")
        assert "personne ne peut envoyer de texte" in caplog.text

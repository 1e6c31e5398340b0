"""The forum as plain Markdown: the same addresses and words, on a forge and by other generators."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result
from markdown import Markdown

from mkdocs_forum.cli.main import main
from mkdocs_forum.core.html.pieces import Token, element, tokens, words_of
from tests.conftest import Log, Workshop
from tests.site.test_outputs import SECRET, UNTOLD
from tests.site.test_tripwire import zensical
from tests.sites import FORUM, Html, Run, Site, configuration, mkdocs
from tests.small import SMALL, SMALL_ENGLISH

REMOVED = {
    "forum-way": "leads through the site, which other generators do in their way",
    "forum-page__names": "says once more what stands elsewhere, for narrow screens",
    "forum-page__narrow": "says once more what stands elsewhere, for narrow screens",
    "forum-reach": "says once more where one answers, at the end of a screen",
    "forum-paper": "is for paper alone",
    "forum-tools": "leads to paper, references and forms; of it, proceedings are still led to",
    "hidden>": "waits for a script that shows it",
    "<form ": "needs its script; below it stand the other ways",
    "forum-unscripted": "says that it does",
    "forum-answer-link": "leads to a form with the question at hand",
    "forum-pager__list": "offers pages by their numbers, beside the next and the last one",
    "forum-member__initial": "stands for a picture",
    "forum-screen data-search-exclude": "offers to correct a text in a form or on the forge",
    "headerlink": "leads to the heading that it stands in",
    "footnote-backref": "leads back from a note",
    "print-tools": "chooses what is printed",
    "print-cover": "says what stands on the title page",
    "print-mark": "numbers an address that is listed for paper",
    "print-notes": "lists these addresses",
    "print-code": "is an address for telephones",
    "<svg ": "draws what the table below it says",
}
"""What a page of an export lacks, by what its element says, and why."""
WITHOUT_PAGES = re.compile(
    # Documents to print: they lead to what they print.
    r"(?:.*/)?imprimer/index\.html|mes-textes/index\.html"
    # Twins of pages, which are the Markdown itself; lists of them; what themes bring.
    r"|(?:.*/)?index\.md|llms\.txt|manifest\.webmanifest|404\.html|sitemap\.xml(?:\.gz)?"
    r"|(?:assets|search)/.*"
)


def exported(folder: Path, forum: Path) -> Result:
    """Export a forum."""
    return CliRunner().invoke(main, ["export", str(folder), "-f", str(forum / "mkdocs.yml")])


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Export the fixture forum, and build the export by MkDocs and by Zensical."""
    folder = tmp_path_factory.mktemp("export") / "forum"
    result = exported(folder, FORUM)
    assert result.exit_code == 0, result.output
    options = ("build", "--strict", "-q", "-d", "mkdocs")
    assert mkdocs(folder, *options) == Run(0, "")
    assert mkdocs(folder, *options[:-1], "bare", "--theme", "mkdocs") == Run(0, "")
    run = zensical(folder)
    assert (run.status, "No issues found" in run.told) == (0, True), run.told
    return folder


def shown(site: Site) -> set[str]:
    """Give the paths of what a site publishes, beside what themes bring."""
    return {path for path in site.files if not re.match(r"(?:assets|search|css|js|img)/", path)}


def test_same_addresses(folder: Path, site: Site) -> None:
    """Every address answers under MkDocs, with its theme or without, and under Zensical."""
    wanted = {path for path in site.files if not WITHOUT_PAGES.fullmatch(path)}
    for name in ("mkdocs", "bare", "site"):
        found = {path for path in Site(folder / name).files if not WITHOUT_PAGES.fullmatch(path)}
        assert wanted - found == set(), name


def test_same_words(folder: Path, site: Site) -> None:
    """Every page says what it says on the site, save what has a reason to be missing."""
    exports = Site(folder / "mkdocs")
    both = sorted(site.columns.keys() & exports.columns.keys())
    assert len(both) > 40
    for path in both:
        column = "".join(_kept(iter(tokens(site.columns[path]))))
        assert _read(exports.columns[path]) == _read(column), path


def _read(html: str) -> list[str]:
    """Give the title of a column, and then its text, whose white space is its theme's affair."""
    title = re.search("<h1.*?</h1>", html, re.DOTALL)
    assert title
    parts = (title[0], html[: title.start()] + html[title.end() :])
    return ["".join(words_of(tokens(part)).replace("\u00b6", "").split()) for part in parts]


def _kept(pieces: Iterator[Token]) -> Iterator[str]:
    says = [sign.split() for sign in REMOVED]
    for token in pieces:
        is_left = any(all(sign in token.source for sign in signs) for signs in says)
        if not is_left or token.kind not in {"start", "empty"}:
            yield token.source
            continue
        inner = iter(element(pieces, token))
        if "forum-tools" in token.source:
            yield from (each.source for each in _proceedings(inner))


def _proceedings(pieces: Iterator[Token]) -> Iterator[Token]:
    for token in pieces:
        if token.name == "a" and token.kind == "start" and token.get("href") == "actes/":
            yield from element(pieces, token)


def test_links_on_a_forge(folder: Path) -> None:
    """Each link between the pages leads to a file that is there, and to a place in it."""
    docs = folder / "docs"
    pages = {path: path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}
    anchors = {path: set(Html(_rendered(text)).ids) for path, text in pages.items()}
    dead = []
    for path, text in pages.items():
        for link in Html(_rendered(text)).links:
            if re.match(r"[a-z]+:", link.url):
                continue
            target, _, fragment = link.url.partition("#")
            place = (path.parent / unquote(target)).resolve() if target else path
            if not place.is_file() or (fragment and fragment not in anchors.get(place, {fragment})):
                dead.append(f"{path.relative_to(docs)}: {link.url}")
    assert dead == []


def _rendered(text: str) -> str:
    return Markdown(extensions=["fenced_code", "sane_lists", "tables", "toc"]).convert(text)


def test_index(folder: Path, site: Site) -> None:
    """The index names the file of each address, of each answer, and where former ones lead."""
    rows = list(csv.DictReader((folder / "addresses.csv").read_text(encoding="utf-8").splitlines()))
    assert [row for row in rows if not (folder / row["file"]).is_file()] == []
    found = {row["address"]: (row["file"], row["leads_to"]) for row in rows}
    question = "/questions/le-juste-prix/rabais/"
    assert found[f"{question}#ana"] == ("docs/questions/le-juste-prix/rabais.md", "")
    assert found["/interventions/le-juste-prix/imprimer/"][1] == "/interventions/le-juste-prix/"
    listed = {f"/{path.removesuffix('index.html')}" for path in site.columns}
    assert listed <= found.keys()


def test_nothing_unpublished(workshop: Workshop, log: Log) -> None:
    """No draft, no value without consent and no script is exported; what is gone is removed."""
    script = {
        "docs/reponses/prix/marge/bob.md": "---\ndate: 2024-11-02\n---\n\n<script>eve()</script>"
    }
    forum = workshop.write(SMALL, SECRET, script).folder
    folder = workshop.folder.parent / "export"
    (forum / "docs/interventions/rien.md").write_text(
        "---\ntitle: Rien\nedition: 2024\nspeakers: ana\n---\n\nRien.\n", encoding="utf-8"
    )
    assert exported(folder, forum).exit_code == 0
    assert (folder / "docs/interventions/rien.md").is_file()
    (forum / "docs/interventions/rien.md").unlink()
    (folder / "notes.txt").write_text("À garder.", encoding="utf-8")
    assert exported(folder, forum).exit_code == 0
    assert not (folder / "docs/interventions/rien.md").exists()
    assert (folder / "notes.txt").is_file()
    assert len(log.take()) == 8
    told = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in folder.rglob("*")
        if path.is_file()
    }
    untold = (*UNTOLD, "<script", "mkdocs_forum")
    assert [
        (path, word) for path, text in told.items() for word in untold if word in f"{path}\n{text}"
    ] == []


def test_other_folders(workshop: Workshop) -> None:
    """Nothing is written over a folder that holds something else, an index of another kind too."""
    forum = workshop.write(SMALL).folder
    other = workshop.folder.parent / "other"
    other.mkdir()
    for name, text in {"lettre.txt": "Bonjour", "addresses.csv": "nom,adresse\nAna,Lyon\n"}.items():
        (other / name).write_text(text, encoding="utf-8")
        assert exported(other, forum).exit_code == 2
    assert sorted(path.name for path in other.iterdir()) == ["addresses.csv", "lettre.txt"]


def test_faulty_forum(workshop: Workshop, log: Log) -> None:
    """A forum that can't be built is told as by a build, and nothing is written."""
    broken = {"docs/reponses/prix/marge/zoe.md": "---\ndate: hier\n---\n\nOui.\n"}
    forum = workshop.write(SMALL, broken).folder
    result = exported(workshop.folder.parent / "export", forum)
    assert [line for line in log.take() if line.startswith("ERROR")] != []
    assert (result.exit_code, (workshop.folder.parent / "export").exists()) == (1, False)


def test_addresses_with_endings(workshop: Workshop) -> None:
    """Where addresses end in `.html`, no twin takes the place of a page's file."""
    flat = {"mkdocs.yml": configuration(language="en", use_directory_urls=False)}
    forum = workshop.write(SMALL_ENGLISH, flat).folder
    folder = workshop.folder.parent / "export"
    assert exported(folder, forum).exit_code == 0
    page = (folder / "docs/questions/price/what.md").read_text(encoding="utf-8")
    assert page.startswith("# What is it?\n")
    assert "[Bob Day](../../members/bob.md)" in page
    assert "/questions/price/what.html#bob,docs/questions/price/what.md," in (
        folder / "addresses.csv"
    ).read_text(encoding="utf-8")

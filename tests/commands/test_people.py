"""`mkdocs-forum forget` and `whois`: nothing that was built keeps a value of who is gone."""

import gzip
import io
import re
import shlex
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.commands.conftest import Forum, told
from tests.core.people.test_forget import FILES, VALUES
from tests.flows.repositories import Repository
from tests.sites import build_site, configuration

CODE = re.compile("data:image/png;base64,[A-Za-z0-9+/=]*")
PICTURE = next((Path(__file__).parents[1] / "forum/docs/membres/photos").glob("*.*"))
DOCUMENT = Path(__file__).parents[1] / "forum/docs/interventions/le-juste-prix/bareme.pdf"
EVERYTHING = {"email": "forum@f.example", "cards": True, "epub": True, "pdf": True}
OUTPUTS = (
    *("atom.xml", ".bib", ".epub", ".html", ".json", ".md", ".pdf", ".ris", "sitemap.xml.gz"),
    *(".sqlite", ".vcf", ".vtt"),
)
"""What tells of a member, by the end of its path."""


def prepare(forum: Forum) -> None:
    """Make a forum whose members are those of the core's tests, built once and committed."""
    for old in [*forum.folder.rglob("docs/**/*.md")]:
        old.unlink()
    forum.put("mkdocs.yml", configuration(forum=EVERYTHING))
    for path, text in FILES.items():
        # Of contact data in a text, the build warns.
        told = text.replace(", +33 6 12 34 56 78", "").replace(" à zoe@lemaitre.example", "")
        forum.put(f"docs/{path}", told.replace("zoe.jpg", "zoe.png"))
    forum.put("docs/membres/zoe.png", PICTURE.read_bytes())
    forum.put("docs/interventions/diapos.pdf", DOCUMENT.read_bytes())
    (forum.folder / "docs/membres/zoe.jpg").unlink()
    repository = Repository(forum.folder)
    forum.put(".gitignore", "/site/\n.cache/\n")
    repository.git("init", "--quiet")
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "A forum")


def everything(folder: Path) -> Mapping[str, str]:
    """Give all that a folder holds, by path and as it is read there, save the history."""
    paths = [path for path in folder.rglob("*") if ".git" not in path.parts and path.is_file()]
    return {
        name: f"{name}\n{text}".lower()
        for path in paths
        for name, text in unpacked(path.relative_to(folder).as_posix(), path.read_bytes())
    }


def unpacked(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Give what a file says, and each file that is packed in it."""
    if name.endswith(".gz"):
        data = gzip.decompress(data)
    if name.endswith(".epub"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            packed = [
                (each, book.read(each).decode("utf-8", "replace")) for each in book.namelist()
            ]
        yield name, "\n".join("\n".join(each) for each in packed)
    elif name.endswith(".pdf"):
        document = PdfReader(io.BytesIO(data))
        pages = " ".join(page.extract_text() for page in document.pages)
        yield name, f"{document.metadata} {' '.join(pages.split())}"
    else:
        # The letters of a QR code's picture may make any short word.
        yield name, CODE.sub("", data.decode("utf-8", "replace"))


def outputs(held: Mapping[str, str], values: Iterable[str]) -> set[str]:
    """Give the outputs in which one of some values stands."""
    found = [name for name, text in held.items() if any(each in text for each in values)]
    return {end for end in OUTPUTS for name in found if name.endswith(end)}


def pictures(folder: Path, pattern: str = "**/*.*") -> set[bytes]:
    """Give the files of some paths, save the history."""
    paths = [path for path in folder.glob(pattern) if ".git" not in path.parts and path.is_file()]
    return {path.read_bytes() for path in paths}


def test_forgotten(forum: Forum) -> None:
    """The files, the site, all its outputs and what builds keep hold no value of the member."""
    prepare(forum)
    build_site(forum.folder, forum.folder / "site", strict=True)
    values = [value.lower() for value in VALUES]
    # Nobody can look for a name in a picture, so that none of these may be left.
    drawn = {*pictures(forum.folder, "site/interventions/*/*.png"), PICTURE.read_bytes()}
    assert len(drawn) == 3
    assert outputs(everything(forum.folder), values) == set(OUTPUTS)
    shown = forum.run("forget", "zoe-lemaitre")
    assert (shown.exit_code, "docs/membres/zoe-lemaitre.md" in forum.files) == (1, True)
    assert told(shown.stdout).splitlines()[:2] == [
        "disparaît : docs/membres/zoe-lemaitre.md",
        "disparaît : docs/membres/zoe.png",
    ]
    done = forum.run("forget", "Zoé Lemaître", "--yes")
    assert (done.exit_code, "git filter-repo" in done.stdout) == (0, True)
    assert purged(done.stdout) == [
        *("https://zoe.example/==>***", "zoe.png==>***", "zoe@lemaitre.example==>***"),
        *("06 12 34 56 78==>***", "12 rue du Four==>***", "84000 Avignon==>***"),
        *("Lemaître Conseil==>***", "Zoé Lemaître==>***", "zoe-lemaitre==>membre-retire"),
    ]
    assert forum.run("check", "--strict", "--against", "HEAD").exit_code == 0
    build_site(forum.folder, forum.folder / "site", strict=True)
    held = everything(forum.folder)
    assert {name: each for name, text in held.items() for each in values if each in text} == {}
    assert pictures(forum.folder) & drawn == set()


def purged(advice: str) -> list[str]:
    """Give what the advice takes out of the history, as `git filter-repo` reads it."""
    line = next(line for line in advice.splitlines() if line.endswith("names.txt"))
    return shlex.split(line)[2:-2]


def test_authors_of_commits(forum: Forum) -> None:
    """Who wrote commits is taken off the history; files beside the docs folder are told."""
    prepare(forum)
    repository = Repository(forum.folder)
    forum.put("outils/liste.csv", "Zoé Lemaître;1\n")
    repository.git("add", "--all")
    author = "Zoé Lemaître <zoe@home.example>"
    repository.git("commit", "--quiet", "--message", "A list", f"--author={author}")
    done = forum.run("forget", "zoe-lemaitre", "--yes").stdout
    assert f"'Membre retiré <membre-retire@invalid> {author}'" in done
    assert "--mailmap authors.txt" in done
    assert "- outils/liste.csv:1" in done


def test_whois(forum: Forum) -> None:
    """The letter is printed, or is the draft of a mail; somebody without a page is sought, too."""
    prepare(forum)
    letter = forum.run("whois", "zoe-lemaitre")
    assert (letter.exit_code, "Zoé Lemaître" in letter.stdout) == (0, True)
    drafted = forum.run("whois", "zoe-lemaitre", "--out", "letter.eml")
    mail = forum.files["letter.eml"].decode()
    assert drafted.exit_code == 0
    assert "To: Zoé Lemaître <zoe@lemaitre.example>" in mail or "zoe@lemaitre.example" in mail
    nobody = forum.run("whois", "Paul Personne")
    assert (nobody.exit_code, "pas de fiche" in told(nobody.stdout)) == (0, True)


@pytest.mark.parametrize("name", ["", " ", "-", "?", "'", "é", "42", "le"])
def test_no_name(forum: Forum, name: str) -> None:
    """What nobody is called is sought nowhere: it would be found everywhere."""
    result = forum.run("whois", "--", name)
    assert (result.exit_code, result.stdout, result.exception.__class__) == (2, "", SystemExit)
    assert "le nom entier" in told(result.output)


@pytest.mark.parametrize("name", ["Zoé", "zoe", "LEMAÎTRE", "lemaitre"])
def test_part_of_a_name(forum: Forum, name: str) -> None:
    """A part of a member's name is nobody's: the member's data are told to no one by it."""
    prepare(forum)
    for command in ("whois", "forget"):
        result = forum.run(command, name)
        assert (result.exit_code, "zoe-lemaitre (Zoé Lemaître)" in result.output) == (2, True)
        assert "@" not in result.output


def test_namesakes(forum: Forum) -> None:
    """Of two members of one name, both are offered."""
    prepare(forum)
    forum.put("docs/membres/zoe-2.md", "---\nname: Zoé Lemaître\n---\n")
    result = forum.run("whois", "Zoé Lemaître")
    names = "zoe-2 (Zoé Lemaître), zoe-lemaitre (Zoé Lemaître)"
    assert (result.exit_code, names in told(result.output)) == (2, True)


def test_page_of_another(forum: Forum) -> None:
    """A letter quotes the page of another member only where its text names who asks, wholly."""
    prepare(forum)
    head = "name: Ana Ferrand\nrole: associée de Zoé Martin\ncontact: {email: zoe@f.example}"
    forum.put("docs/membres/ana.md", f"---\n{head}\n---\n\nZoé, Zoé Martin.\n")
    letter = forum.run("whois", "Zoé Martin").stdout
    assert [line for line in letter.splitlines() if "docs/membres/" in line] == [
        "- docs/membres/ana.md:3\u00a0: role: associée de Zoé Martin",
        "- docs/membres/ana.md:7\u00a0: Zoé, Zoé Martin.",
    ]
    assert "zoe@f.example" not in forum.run("whois", "f.example").stdout


def test_unknown(forum: Forum) -> None:
    """Nobody is forgotten by a name that no member bears."""
    result = forum.run("forget", "nobody", "--yes")
    assert (result.exit_code, "« nobody »" in told(result.output)) == (2, True)

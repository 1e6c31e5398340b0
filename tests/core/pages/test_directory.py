"""Indexes of members and topics, and the ways to choose among questions."""

from dataclasses import replace

import pytest

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import FOLDERS, WORDS, Settings
from mkdocs_forum.core.pages.making.make_views import make_views
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.pages import derive_pages
from mkdocs_forum.core.words.names import index_letter
from tests.small import SMALL

FRENCH = Settings(language="fr", folders=FOLDERS["fr"], words=WORDS["fr"], page_size=10)
NAMES = ["Jean de La Fontaine", "Zoé Abel", "Éric Œhler", "Иван Петров", "MARTIN Claire"]
MANY = {
    f"membres/m{number}.md": f"---\nname: Ana N{chr(97 + number % 3)}\nplace: {town}\n---\n"
    for number, town in enumerate(["Lyon", "LYON", "Metz"] * 10)
}


def pages(texts: dict[str, str], settings: Settings = FRENCH) -> dict[str, VirtualPage]:
    """Give the pages of a forum by their source paths."""
    small = {path.removeprefix("docs/"): text for path, text in SMALL.items() if "docs/" in path}
    library, *_ = load({**small, **texts}, settings)
    views = make_views(library, settings)
    return {page.source: page for page in derive_pages(library, settings, views)}


def test_members_by_family() -> None:
    """Members stand under the letter of their family's name, the name in capitals included."""
    texts = {f"membres/m{n}.md": f"---\nname: {name}\n---\n" for n, name in enumerate(NAMES)}
    members = pages(texts)["membres/index.md"].variables["members"]
    assert [(member.letter, member.name) for member in members] == [
        ("#", "Иван Петров"),
        ("A", "Zoé Abel"),
        ("D", "Jean de La Fontaine"),
        ("D", "Bob Durand"),
        ("F", "Ana Ferrand"),
        ("M", "MARTIN Claire"),
        ("O", "Éric Œhler"),
    ]


def test_letters_lead_to_their_page() -> None:
    """A long list has letters, each of which leads to the page on which it begins."""
    found = pages(MANY)["membres/index.md"].variables["letters"]
    assert [(link.text, link.url) for link in found] == [
        ("D", "membres/#forum_d"),
        ("F", "membres/#forum_f"),
        ("N", "membres/#forum_n"),
    ]


def test_towns() -> None:
    """Members of one town stand together however it is spelt; no town, no page."""
    made = pages(MANY)
    groups = made["membres/villes.md"].variables["groups"]
    assert [(group.title, len(group.members)) for group in groups] == [("Lyon", 20), ("Metz", 10)]
    assert "membres/metiers.md" not in made


def test_choices_of_a_board() -> None:
    """A board offers the editions and topics of its questions, if there are several."""
    more = {
        "editions/2025.md": "---\ntitle: Rencontre 2025\ndate: 2025-10-01\n---\n",
        "interventions/cout.md": "---\ntitle: Le coût\nedition: 2025\nspeakers: ana\ntopics: Coût\n"
        "---\n\nDu coût.\n\n## Questions\n\n- Quel coût ?\n",
    }
    board = pages(more)["questions/index.md"].variables
    assert [(tab.text, tab.count) for tab in board["editions"]] == [("2025", 1), ("2024", 2)]
    assert [(tab.text, tab.count) for tab in board["topics"]] == [("Coût", 1), ("Prix", 2)]
    assert pages({})["questions/index.md"].variables["editions"] == []
    assert [tab.text for tab in board["tabs"]] == [
        "Toutes",
        "Sans réponse",
        "À trancher",
        "Avec réponse",
    ]


@pytest.mark.parametrize(("name", "letter"), [("élan", "E"), ("Œuf", "O"), ("42", "#"), ("", "#")])
def test_index_letter(name: str, letter: str) -> None:
    """Accents are no letters of their own; what begins with none stands first."""
    assert index_letter(name) == letter


def test_questions_of_an_edition() -> None:
    """The page of an edition lists its questions, and leads to those beside it in time."""
    later = {"editions/2025.md": "---\ntitle: Rencontre 2025\ndate: 2025-10-01\n---\n"}
    made = pages(later, replace(FRENCH, page_size=1))
    first = made["editions/2024.md"].variables
    assert [question.slug for question in first["questions"]] == ["marge"]
    assert (first["previous"], first["next"].slug) == (None, "2025")
    assert [q.slug for q in made["editions/2024/page/2.md"].variables["questions"]] == ["rabais"]

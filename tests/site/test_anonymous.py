"""An author who isn't named: the answer is told everywhere, and nobody stands behind it."""

import json

from tests.conftest import Workshop
from tests.sites import configuration
from tests.small import SMALL

ANSWER = "---\ndate: 2024-11-05\n{}---\n\nUn aveu.\n"
FILES = {
    "mkdocs.yml": configuration(site_url="https://forum.example.org/", forum={"pdf": False}),
    "docs/reponses/prix/marge/anonyme.md": ANSWER.format("differs_from: anonyme-2\n"),
    "docs/reponses/prix/marge/anonyme-2.md": ANSWER.format("author: anonyme\n"),
}


def test_anonymous(workshop: Workshop) -> None:
    """Pages, paper, feeds, data and references tell an answer of nobody; no page is made of one."""
    site = workshop.write(SMALL, FILES).build()
    page = site.main("questions/prix/marge/")
    assert '<h3 class="forum-answer__author" id="anonyme">Anonyme</h3>' in page
    assert "les organisateurs connaissent l’auteur" in page
    assert 'En désaccord avec\u00a0: <a href="./#anonyme-2">Anonyme</a>' in page
    assert "<strong>Anonyme</strong>, les organisateurs" in site.main(
        "interventions/prix/imprimer/"
    )
    assert '"author":{"@type":"Person","name":"Anonyme"}' in site.page("questions/prix/marge/")
    texts = {path: data.decode("utf-8", "replace") for path, data in site.files.items()}
    assert "<title>Réponse anonyme\u00a0: " in texts["atom.xml"]
    (edition,) = (texts[path] for path in texts if path.endswith("2024/edition.json"))
    answers = [
        answer
        for talk in json.loads(edition)["talks"]
        for question in talk["questions"]
        for answer in question["answers"]
        if "anonyme" in answer["id"]
    ]
    assert ["author" in answer for answer in answers] == [False, False]
    reference = texts["questions/prix/marge/marge-anonyme.ris"]
    assert ("AU  -" in reference, "anonyme" in reference) == (False, True)
    assert site.search_index["questions/prix/marge/#anonyme"]["title"] == "Réponse anonyme"
    assert [path for path in site.files if path.startswith("membres/anonyme")] == []
    assert [*site.dead_links()] == []

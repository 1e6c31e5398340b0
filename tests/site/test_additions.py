"""What is added to a text afterwards is told wherever the text is."""

import json
from html import unescape

from tests.sites import Site

TALK = "Le barème a changé depuis."
ANSWER = "Erratum : « jamais » était de trop."


def _data(site: Site) -> dict[str, dict[str, object]]:
    """Give the answers of an edition's data, by their places on the pages of their questions."""
    talks = json.loads(site.files["editions/2024/edition.json"])["talks"]
    answers = (
        answer for talk in talks for question in talk["questions"] for answer in question["answers"]
    )
    return {each["url"].partition("#")[2]: each for each in answers}


def test_notices(site: Site) -> None:
    """An erratum stands on pages, on paper, in feeds, data, twins, search and for machines."""
    question, talk = "questions/le-juste-prix/rabais/", "interventions/le-juste-prix/"
    shown = {
        f"{talk}index.html": TALK,
        f"{talk}imprimer/index.html": TALK,
        f"{talk}index.md": TALK,
        f"{question}index.html": "était de trop.",
        f"{question}index.md": "était de trop.",
        "atom.xml": TALK,
        "membres/bruno/atom.xml": "était de trop.",
    }
    files = {path: unescape(site.files[path].decode()) for path in shown}
    assert [path for path, words in shown.items() if words not in files[path]] == []
    assert "<title>Note sur une intervention\u00a0: Le juste prix" in files["atom.xml"]
    assert '"@type":"CorrectionComment"' in files[f"{talk}index.html"]
    assert TALK in site.search_index[talk]["text"]
    data = _data(site)
    assert data["bruno"]["notices"] == [{"date": "2026-04-02", "text": ANSWER}]


def test_relations(site: Site) -> None:
    """The data of an answer name the others that it speaks of; feeds lead to them."""
    data = _data(site)
    ana, bruno = data["ana"]["id"], data["bruno"]["id"]
    told = data["bruno"]["differs_from"], data["ana-2"]["replies_to"]
    assert told == ([ana], [ana, bruno])
    feed = unescape(site.files["atom.xml"].decode())
    assert '<p>En désaccord avec\u00a0: <a href="https://' in feed


def test_materials(site: Site) -> None:
    """What a talk brings is on its page, on paper, in feeds and data; a transcript is a page."""
    talk = "interventions/le-juste-prix/"
    files = {path: unescape(data.decode("utf-8", "replace")) for path, data in site.files.items()}
    film = "https://video.example.org/prix?an=2024&mois=11"
    for path in (f"{talk}index.html", f"{talk}imprimer/index.html", f"{talk}index.md", "atom.xml"):
        text = unescape(files[path])
        assert [each in text for each in ("bareme.pdf", film, "transcription/")] == [True] * 3, path
    assert files[f"{talk}imprimer/index.html"].count('alt="Code QR\u00a0: https://') > 3
    assert '"encodingFormat":"application/pdf"' in files[f"{talk}index.html"]
    (data,) = (
        each
        for each in json.loads(files["editions/2024/edition.json"])["talks"]
        if each["url"].endswith(talk)
    )
    assert [each.get("kind") for each in data["materials"]] == [
        "handout",
        "transcript",
        "recording",
    ]
    assert site.files[f"{talk}bareme.pdf"].startswith(b"%PDF-")
    assert f"{talk}debat.vtt" not in site.files
    said = site.main(f"{talk}transcription/")
    assert "Un caméléon ne vend pas sa couleur." in said
    assert "<strong>Bruno Quéméner</strong>" in said
    found = site.search_index[f"{talk}transcription/"]
    assert found["text"] == "Un caméléon ne vend pas sa couleur. Il la prête !"

"""Topics with other names, broader topics and former addresses."""

import json
import re

from tests.conftest import Workshop
from tests.small import SMALL

TOPICS = {
    "docs/membres/bob.md": "---\nname: Bob Durand\ntopics: [Tarifs, Argent de poche]\n---\n",
    "docs/themes/prix.md": (
        "---\nalso: Tarif\npart_of: Argent\naliases: [themes/valeur]\n---\n\nDes prix.\n"
    ),
    "docs/themes/argent.md": "---\ntitle: L’argent\n---\n",
}


def test_other_names(workshop: Workshop) -> None:
    """What is about another name of a topic is about it, and each of its addresses leads there."""
    site = workshop.write(SMALL, TOPICS).build(strict=True)
    column = site.main("themes/prix/")
    assert {"Bob Durand", "Des prix"} <= set(re.findall("Bob Durand|Des prix", column))
    assert re.search(r"Aussi appelé\s:\sTarif<", column)
    for former in ("themes/tarif/", "themes/valeur/"):
        assert re.search(r'href="(\.\./)*(themes/)?prix/', site.page(former)), former


def test_broader_topic(workshop: Workshop) -> None:
    """A topic that others are part of has a page, though nobody names it."""
    site = workshop.write(SMALL, TOPICS).build(strict=True)
    narrower, broader = site.main("themes/prix/"), site.main("themes/argent/")
    assert re.search(r'Fait partie de\W+<a href="../argent/">L’argent</a>', narrower)
    assert re.search(r'Plus précisément\W+<a href="../prix/">Prix</a>', broader)
    assert "themes/argent/" in site.search_index
    topics = {topic["id"]: topic for topic in json.loads(site.page("forum.json"))["topics"]}
    assert (topics["prix"]["also"], topics["prix"]["part_of"]) == (["Tarif"], "argent")
    assert "part_of" not in topics["argent"]


def test_letters_of_long_lists(workshop: Workshop) -> None:
    """In an index of members or topics each letter stands once, before all that begin with it."""
    names = [f"{letter}{number}" for number, letter in enumerate("ABC" * 9)]
    many = {
        f"docs/membres/{name.lower()}.md": f"---\nname: Lou {name}\ntopics: {name}\n---\n"
        for name in names
    }
    site = workshop.write(SMALL, many).build()
    for url, found in (("membres/", ["A", "B", "C", "D", "F"]), ("themes/", ["A", "B", "C", "P"])):
        assert re.findall(r'<h2 class="forum-letter".*?>(\w)</h2>', site.main(url)) == found


def test_numbers_in_words(workshop: Workshop) -> None:
    """Where there is none, pages say so in words, not by the number 0."""
    answered = {"docs/reponses/prix/rabais/bob.md": SMALL["docs/reponses/prix/marge/bob.md"]}
    whole, first = "docs/interventions/prix.md", "docs/reponses/prix/marge/bob.md"
    unasked = {whole: SMALL[whole].split("## Questions")[0], first: None}
    for further, url, words in (
        ({first: None}, "questions/bilan/", "Aucune des 2 questions n’a encore de réponse"),
        (answered, "questions/bilan/", "Sur 2 questions, aucune n’attend plus de réponse"),
        (unasked, "editions/2024/", "aucune question"),
    ):
        files = {path: text for path, text in {**SMALL, **further}.items() if text}
        for old in workshop.folder.glob("docs/**/*.md"):
            old.unlink()
        column = workshop.write(files).build().main(url)
        assert words in " ".join(column.split()), url
        assert not re.search(r"\b0(?:\s|&nbsp;)[a-z]", column), url

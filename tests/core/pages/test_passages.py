"""The passage of a talk that a question is about."""

import pytest

from mkdocs_forum.core.html.tree import read
from mkdocs_forum.core.pages.finding.passages import LONGEST, Passage, Passages
from mkdocs_forum.core.words.languages import conventions
from mkdocs_forum.core.words.stems import stems_of

LONG = "Le prix d’une journée se discute. " + "On en parle longuement entre nous. " * 20
TALK = read(
    "<p>Ce texte parle des clients, des contrats et des journées.</p>"
    '<h2 id="devis">Le devis</h2>'
    "<p>Un contrat se signe avant la première journée.</p>"
    "<p>Le client relit le devis, puis il négocie la remise.</p>"
    '<h2 id="facture">La facture <a class="headerlink" href="#facture">¶</a></h2>'
    "<p>Elle part le jour même, sans remise.</p>"
    "<ul><li><p>Une remise négociée se rappelle sur la facture.</p></li></ul>"
    f"<p>{LONG}</p>"
    '<h2 id="questions">Questions</h2>'
    "<p>Celles que je me pose.</p>"
    '<ul><li id="remise">Comment négocier une remise ?</li></ul>'
    "<p>Comment négocier une remise de client sur le devis ?</p>"
)


@pytest.fixture(scope="module")
def passages() -> Passages:
    """Read the talk."""
    return Passages.of(TALK, "remise", stems_of("fr"), conventions("fr").common.split())


@pytest.mark.parametrize(
    ("question", "words", "anchor"),
    [
        (
            "Que répondre au client qui négocie le devis ?",
            "Le client relit le devis, puis il négocie la remise.",
            "devis",
        ),
        ("Une remise négociée ?", "Une remise négociée se rappelle sur la facture.", "facture"),
        ("Quand signer les contrats ?", "Un contrat se signe avant la première journée.", "devis"),
        (
            "Clients, contrats, journées : que choisir ?",
            "Ce texte parle des clients, des contrats et des journées.",
            "",
        ),
    ],
    ids=["most words", "nearest of equals", "endings", "above the first heading"],
)
def test_passage(passages: Passages, question: str, words: str, anchor: str) -> None:
    """The paragraph that shares most words is quoted, with the heading above it."""
    assert passages.about(question) == Passage(words, anchor)


@pytest.mark.parametrize(
    "question", ["Et la météo ?", "Une remise ?", "Que se pose-t-on ?", "Comment dire après ?", ""]
)
def test_nothing_in_common(passages: Passages, question: str) -> None:
    """Where no paragraph shares two words with a question, none is quoted."""
    assert passages.about(question) is None


def test_long_paragraph(passages: Passages) -> None:
    """Of a long paragraph the sentences are quoted that say most, and what is left out is told."""
    found = passages.about("À quel prix vendre une journée ?")
    assert found is not None
    assert found.words.startswith("Le prix d’une journée se discute. On en parle")
    assert found.words.endswith(" …")
    assert len(found.words) < LONGEST + 5


def test_talk_without_words() -> None:
    """A talk that says nothing has no passage."""
    assert Passages.of(read(""), "x", stems_of("en")).about("What is a price?") is None

"""What a letter says to who gets it: greetings, announcements, words to the organisers."""

import pytest

from mkdocs_forum.core.intake.mail.courtesies import announces, asides, opening
from tests.growth import LINEAR, growth

OPENINGS = {
    "Bonjour,\n\nVoici ma réponse :\n\nOui.": 3,
    "Bonjour Félix, voici ma contribution :\nOui.": 1,
    "Chers collègues,\nOui.": 1,
    "Madame, Monsieur,\n\nOui.": 1,
    "Bonjour.\nOui.": 1,
    "Dear all\n\nHere is my answer:\n\nYes.": 3,
    "**Hallo zusammen,**\nhier ist meine Antwort:\nJa.": 2,
    "Bonjour est un mot.\nOui.": 0,
    "Cher payé, dit le client.": 0,
    "Voici ma réponse : je la dis moi-même.": 0,
    "Liebe ist alles, was zählt.": 0,
    "Oui.\n\nBonjour,": 0,
    "Voici mon avis, un drain suffit si la pente dépasse deux pour cent.": 0,
    "Here is my view, a drain is enough.\nYes.": 0,
    "Voici mon avis sur la pente, en deux mots :\nOui.": 1,
    "Mon avis :\nOui.": 1,
    "Ma réponse est non\nJamais.": 0,
}
ANNOUNCED = (
    "Bonjour,\n\nVous trouverez ma réponse ci-jointe.",
    "Voir PJ. Merci de me dire si vous arrivez à l'ouvrir.",
    "Hello, please find my answer attached.\nLet me know if it opens.",
    "Anbei meine Antwort.",
    "Ma réponse est jointe à ce message.",
    "Je vous envoie mes textes.",
)
TEXTS = (
    "Je suis très attachée à ce client. C'est là mon tort.",
    "I was attached to this client.",
    "Un joint à la chaux suffit.",
    "La grille est ci-jointe. Elle note chaque offre sur cinq points, que je relis la veille avec "
    "le client, à voix haute.",
    "",
)


@pytest.mark.parametrize(("text", "number"), OPENINGS.items())
def test_opening(text: str, number: int) -> None:
    """A greeting stands above the text, and what introduces it."""
    assert opening(text) == number


def test_announcements() -> None:
    """A letter that only says that something came with it holds no text; others do."""
    assert [text for text in (*ANNOUNCED, *TEXTS) if announces(text)] == list(ANNOUNCED)


def test_cost_of_announcements() -> None:
    """A letter of many short lines is read in the time that it takes to read them."""
    assert growth(announces, lambda size: "".join(f"PJ {n}\n" for n in range(size))) < LINEAR


def test_asides() -> None:
    """Words to the organisers are seen at the ends of a text, not within it."""
    text = "Merci pour la relance.\n\nUn.\n\nDeux.\n\nMerci, dit-il.\n\nTrois.\n\nQuatre.\n\n"
    assert list(asides(f"{text}N’hésitez pas à couper.")) == [
        "Merci pour la relance.",
        "N’hésitez pas à couper.",
    ]

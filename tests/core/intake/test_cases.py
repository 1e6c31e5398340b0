"""Mails that once lost words or published those of others: each in a file of its own."""

from pathlib import Path

import pytest

from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.mail.omissions import Kind
from mkdocs_forum.core.intake.mail.prose import prose
from mkdocs_forum.core.intake.mail.read import read_letter
from mkdocs_forum.core.intake.pictures.album import Illustrator, album
from tests.core.intake.receiving import SETTINGS, received
from tests.correspondence import TEXT

CASES = Path(__file__).parent / "cases"

BY_HAND = {
    "apple-text-picture-text": (TEXT, ""),
    "apple-top-of-mail-device": (TEXT, "quote notice"),
    "dash-rule-above-outlook-head": ("Oui, un carnet.", "quote"),
    "forwarded-apple-fr": (TEXT, "head"),
    "forwarded-by-organiser": (TEXT, "covering head"),
    "gmail-fr-no-sign": (TEXT, "quote"),
    "mailinglist-head-part": (TEXT, "notice"),
    "no-blank-above-intro": (TEXT, "quote"),
    "on-wrote-without-sign": (TEXT, "quote"),
    "orange-fr-unquoted": (TEXT, "quote"),
    "sig-bises": (TEXT, "signature"),
    "sig-disclaimer": (TEXT, "signature notice"),
    "thunderbird-intro-in-reverse-order": (TEXT, "quote"),
    "txt-attached": (TEXT, "covering"),
}
"""Each with the text that it holds, and what its other lines are taken for."""


def case(name: str) -> bytes:
    """Give the mail of a file."""
    return (CASES / f"{name}.eml").read_bytes()


@pytest.mark.parametrize("name", BY_HAND)
def test_by_hand(name: str) -> None:
    """The words of the author come out whole, and nothing with them."""
    letter = read_letter(case(name))
    assert not isinstance(letter, Refusal)
    found = prose(letter)
    kinds = [kind for kind in Kind if kind in found.omitted]
    illustrator = Illustrator(album(letter.every_picture), SETTINGS)
    text = illustrator.illustrate(found.text)
    assert (text, " ".join(kinds)) == BY_HAND[name]


BODY = """Chez un imprimeur de Brest, j'ai refusé de partir sans un tableau des délais, que j'ai \
mis deux semaines à obtenir.

Il m'a fallu deux visites : la première pour l'obtenir, la seconde pour « le comprendre ».

- un relevé des commandes ;
- un carnet papier, voir https://example.org/carnet?a=1&b=2 ;

> Il l'a dit lui-même.

1. d'abord
2. ensuite

**Gras** et *italique*, avec un [lien](https://example.org/x).
"""
KEYS = """---
question: prix/rabais
author: {author}
date: 2026-11-18
{sources}licence: CC BY-SA 4.0
---

"""
SOURCES = """sources:
  - "Un livre assez long, dont le titre dépasse largement la largeur d'une ligne de courrier \
électronique"
"""
ANSWER = KEYS.format(author="ana", sources=SOURCES) + BODY
OF_FORMS = {
    "form-file-leading-spaces": {"reponses/prix/rabais/ana.md": ANSWER},
    "form-file-safelinks-plain": {"reponses/prix/rabais/ana.md": ANSWER},
    "newcomer-copied-text-pasted": {
        "membres/edith-le-goff.md": "---\nname: Édith Le Goff\n---\n",
        "reponses/prix/rabais/edith-le-goff.md": KEYS.format(author="edith-le-goff", sources="")
        + BODY,
    },
}
"""Each with the files that it holds."""


@pytest.mark.parametrize("name", OF_FORMS)
def test_of_forms(name: str) -> None:
    """A file of the form comes out as it was made."""
    files = received(case(name)).files
    assert {path: data.decode() for path, data in files.items()} == OF_FORMS[name]


def test_every_case() -> None:
    """No case is forgotten."""
    assert {path.stem for path in CASES.iterdir()} == {*BY_HAND, *OF_FORMS}

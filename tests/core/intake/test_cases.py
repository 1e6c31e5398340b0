"""Mails that once lost words or published those of others: each in a file of its own."""

from pathlib import Path

import pytest

from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.mail.omissions import Kind
from mkdocs_forum.core.intake.mail.prose import prose
from mkdocs_forum.core.intake.mail.read import read_letter
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
    assert (found.text, " ".join(kinds)) == BY_HAND[name]

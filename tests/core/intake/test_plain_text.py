"""Addresses that a mail program wrote a second time are taken off; all others stay."""

import pytest

from mkdocs_forum.core.intake.mail.plain_text import without_link_targets
from tests import mails
from tests.core.intake.receiving import received
from tests.growth import LINEAR, growth

GUARD = "https://eur01.safelinks.protection.outlook.com/?url="
SITE = "https://example.org/un?a=1"

DOUBLED = {
    "address": (f"Voir {SITE}<{SITE}>.", f"Voir {SITE}."),
    "in a link": (f"[le site]({SITE}<{SITE}>)", f"[le site]({SITE})"),
    "guarded": (
        f"{SITE}<{GUARD}https%3A%2F%2Fexample.org%2Fun%3Fa%3D1&data=05%7C02&reserved=0>",
        SITE,
    ),
    "without a scheme": ("www.example.org<http://www.example.org/>", "www.example.org"),
    "mail": ("ana@example.org<mailto:ana@example.org>", "ana@example.org"),
    "twice": (f"{SITE}<{SITE}>, {SITE}<{SITE}>", f"{SITE}, {SITE}"),
    "link of other words": (f"ce livre<{SITE}>", f"ce livre<{SITE}>"),
    "alone": (f"<{SITE}> <{SITE}>", f"<{SITE}> <{SITE}>"),
    "no address": ("a<b>, x<https:>, <https://[>", "a<b>, x<https:>, <https://[>"),
}


@pytest.mark.parametrize(("text", "expected"), DOUBLED.values(), ids=DOUBLED)
def test_undoubled(text: str, expected: str) -> None:
    """Only what repeats the words before it is taken off."""
    assert without_link_targets(text) == expected


def test_from_outlook() -> None:
    """A file comes out of Outlook's plain text as it went in."""
    path = "docs/reponses/prix/rabais/ana.md"
    text = (
        "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\nlicence: CC BY-SA 4.0\n"
        f"sources:\n  - {SITE}\n---\n\nVoir [le site]({SITE}).\n"
    )
    letter = mails.plain(text.replace(SITE, f"{SITE}<{SITE}>"), path)
    assert received(letter).files == {path.removeprefix("docs/"): text.encode()}


@pytest.mark.parametrize("piece", ["<https://a", "https://a<https://a>", f"<{GUARD}", "<https:a?b"])
def test_time(piece: str) -> None:
    """No text takes longer than in proportion to its length."""
    assert growth(without_link_targets, lambda size: piece * (size // len(piece)) + ">") < LINEAR

"""Drafts of mails: heads that every mail program reads."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

import pytest

from mkdocs_forum.core.intake.drafts import draft
from mkdocs_forum.core.intake.notices.letters import unsubscribe
from mkdocs_forum.core.words.languages import LANGUAGES
from tests.core.intake.receiving import SETTINGS

LONG = f"<{'DU2PR05MB9999C0FFEE' * 5}@DU2PR05MB9999.eurprd05.prod.example>"
"""An identifier as Outlook's servers make them: longer than a line."""
NAMES = ("Ana Ferrand", "Élodie Prud’homme-Lefèvre", "Jean M. Noël d'Arc", "Œdipe " * 9, "A" * 59)
SENDERS = {
    "forum@forum.example": "forum@forum.example",
    "bureau@réseau.example": "bureau@xn--rseau-bsa.example",
    f"forum@{'conseils-et-' * 4}forum.example": f"forum@{'conseils-et-' * 4}forum.example",
}


def heads(data: bytes) -> Message:
    """Give a mail as a program reads it that knows the standard of 1982 and its encoded words."""
    return message_from_bytes(data, policy=policy.compat32)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("sender", "written"), SENDERS.items())
def test_identifiers(language: str, sender: str, written: str) -> None:
    """Addresses and identifiers are never encoded, and parted at blanks alone."""
    settings = replace(SETTINGS, email=sender, language=language)
    further = {**unsubscribe(settings), "In-Reply-To": LONG, "References": f"{LONG} {LONG}"}
    data = draft(("Ana", "ana@example.org"), "Été", ["Oui."], settings, further)
    message = heads(data)
    told = {name: " ".join(message[name].split()) for name in further}
    assert told == {
        "List-Unsubscribe": told["List-Unsubscribe"],
        "In-Reply-To": LONG,
        "References": f"{LONG} {LONG}",
    }
    # https://www.rfc-editor.org/rfc/rfc2369#section-2
    assert re.fullmatch(rf"<mailto:{written}\?subject=[\w.%-]+>", told["List-Unsubscribe"])
    assert parseaddr(message["From"]) == ("", written)
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))


@pytest.mark.parametrize("name", NAMES)
def test_names(name: str) -> None:
    """A name is encoded, the address beside it never."""
    address = f"{'a' * 60}@{'b' * 60}.example"
    message = heads(draft((name, address), name, ["Oui."], SETTINGS))
    shown, told = parseaddr(" ".join(message["To"].split()))
    assert told == address
    assert str(make_header(decode_header(shown))) == " ".join(name.split())[:60].strip()
    assert str(make_header(decode_header(message["Subject"]))).strip() == name.strip()


def test_sender_that_no_head_holds() -> None:
    """The mail program names who sends it, where the address has signs that no head can hold."""
    settings = replace(SETTINGS, email="prénom@example.org")
    message = heads(draft(None, "Oui", ["Oui."], settings, unsubscribe(settings)))
    assert (message["From"], message["List-Unsubscribe"]) == (None, None)

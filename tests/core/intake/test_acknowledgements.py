"""Drafts of replies: whom they are addressed to, and what they tell."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.acknowledgements import acknowledgement, page_urls
from mkdocs_forum.core.intake.mail.letter import Letter
from mkdocs_forum.core.intake.mail.read import read_letter
from tests import mails
from tests.commands.conftest import told
from tests.core.intake.receiving import SETTINGS, received

SITE = "https://forum.example.org/"
LICENSED = (
    "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\nlicence: CC BY-SA 4.0\n---\n\nUn.\n"
)
BODY = (
    "Bonjour,\n\nVotre texte est bien arrivé, merci.\n\n{missing}"
    "Nous le relisons, puis nous le publions ; vous n’avez rien d’autre à faire.\n\n"
    f"Une fois publié, il se lira ici :\n{SITE}questions/prix/rabais/#ana\n"
)
MISSING = (
    "Il manque une chose : répondez à ce message en écrivant que vous acceptez sa publication sous "
    "la licence CC BY-SA 4.0.\n\n"
)


def draft(data: bytes, question: str = "", author: str = "", email: str = "") -> EmailMessage:
    """Give the draft of a reply to a mail."""
    letter = read_letter(data)
    assert not isinstance(letter, Refusal)
    intake = received(data, question, author)
    settings = replace(SETTINGS, email=email, site_url=SITE)
    made = acknowledgement(letter, intake, settings)
    message = message_from_bytes(made, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text(message: EmailMessage) -> str:
    """Give what a draft says, with plain spaces."""
    return told(message.get_content().replace("\r\n", "\n"))


def test_to_a_form() -> None:
    """It is an answer to the mail, and tells the address at which the text will stand."""
    head = b"Message-ID: <1@example.org>\nReply-To: <ana.f@example.org>\n"
    data = head + mails.plain(LICENSED, "docs/reponses/prix/rabais/ana.md")
    message = draft(data, email="forum@example.org")
    heads = ("From", "To", "Subject", "In-Reply-To", "References", "X-Unsent")
    assert [message[name] for name in heads] == [
        "forum@example.org",
        "Ana Ferrand <ana.f@example.org>",
        "Re: Réponse à prix/marge",
        "<1@example.org>",
        "<1@example.org>",
        "1",
    ]
    assert text(message) == BODY.format(missing="")


def test_by_hand() -> None:
    """The licence is asked for where it isn't told."""
    message = draft(mails.mail("Content-Type: text/plain", "Oui.\n"), "prix/rabais", "ana")
    assert (message["From"], message["To"]) == (None, "Ana Ferrand <ana@example.org>")
    assert text(message) == BODY.format(missing=MISSING)


@pytest.mark.parametrize(
    "data",
    [
        mails.forwarded(LICENSED, "docs/reponses/prix/rabais/ana.md"),
        mails.quoted(LICENSED, "docs/reponses/prix/rabais/ana.md"),
    ],
)
def test_passed_on(data: bytes) -> None:
    """Nobody is addressed where somebody passed the text on."""
    assert draft(data)["To"] is None


HOSTILE = (
    Letter(name="A\nBcc: x@example.org", reply_to="a@example.org", subject="x\ny"),
    Letter(name="Ana", reply_to="a@example.org, b@example.org"),
    Letter(name="Ana", reply_to="a@example.org\nBcc: b@example.org", identifier="<a>\nBcc: b"),
    Letter(name="é" * 900, reply_to="@", subject="=?utf-8?q?=0aBcc=3a?=" * 40),
    Letter(name='"', reply_to="a b@example.org", identifier="<é>"),
)


@pytest.mark.parametrize("letter", HOSTILE)
def test_hostile(letter: Letter) -> None:
    """A stranger's letter adds no head and no address to what an organiser sends."""
    intake = received(mails.mail("Content-Type: text/plain", "Oui.\n"), "prix/rabais", "ana")
    made = message_from_bytes(acknowledgement(letter, intake, SETTINGS), policy=policy.default)
    assert {"bcc", "cc"}.isdisjoint(name.lower() for name in made)
    assert len(made["To"].addresses if made["To"] else ()) <= 1


def test_addresses() -> None:
    """Each kind of entry has its page; an answer is on that of its question."""
    paths = ["reponses/prix/rabais/ana-2.md", "interventions/prix.md", "membres/ana.md"]
    assert page_urls(paths, SETTINGS) == [
        "questions/prix/rabais/#ana-2",
        "interventions/prix/",
        "membres/ana/",
    ]

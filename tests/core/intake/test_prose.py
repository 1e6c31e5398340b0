"""Which of the texts of a letter is taken, and what is told of the others."""

from base64 import encodebytes
from collections.abc import Mapping, Sequence

import pytest

from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.mail.omissions import Kind
from mkdocs_forum.core.intake.mail.prose import Prose, prose
from mkdocs_forum.core.intake.mail.read import LARGEST_TEXT, read_letter
from tests.documents import document, paragraph, run

TEXT = "Il faut trois devis, et en lire un seul."
HTML = f"<p>{TEXT.replace('trois', '<b>trois</b>')}</p>"


def part(content: str, kind: str = "text/plain", name: str = "") -> str:
    """Give a part of a mail."""
    attached = f"Content-Disposition: attachment; filename={name}\n" if name else ""
    return f"Content-Type: {kind}; charset=utf-8\n{attached}\n{content}\n"


def several(*parts: str, kind: str = "mixed") -> str:
    """Give a part that holds others."""
    inner = "".join(f"--{kind}\n{each}" for each in parts)
    return f"Content-Type: multipart/{kind}; boundary={kind}\n\n{inner}--{kind}--\n"


def letter(body: str, subject: str = "Re: un rabais") -> str:
    """Give a mail."""
    return f"From: Ana Ferrand <ana@example.org>\nSubject: {subject}\nMIME-Version: 1.0\n{body}"


def within(body: str) -> str:
    """Give a mail as a part of another."""
    inner = f"From: Bob <bob@example.org>\nSubject: rabais\n{body}"
    return f"Content-Type: message/rfc822\n\n{inner}"


def word(name: str, **files: str) -> str:
    """Give a document of Word as a part of a mail."""
    blocks = (paragraph(TEXT), paragraph(run("un", "b"), level=0))
    data = encodebytes(document(*blocks, **files)).decode()
    head = "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n"
    return f"{head}Content-Disposition: attachment; filename={name}\n\n{data}\n"


LIST = "Bonjour,\n\nce message vient de la liste.\n_______________\nForum\nforum@example.org\n"
HEAD = ["Bob <bob@example.org>", "rabais"]
CASES: Mapping[str, tuple[str, str, Mapping[Kind, Sequence[str]], Sequence[str]]] = {
    "two parts": (several(part("Un."), part("Deux.")), "Un.\n\nDeux.", {}, []),
    "a picture between": (
        several(part("Un."), part("x", "image/png", "a.png"), part("Deux.\n\nEnvoyé de mon iPad")),
        "Un.\n\nDeux.",
        {Kind.SIGNATURE: ["Envoyé de mon iPad"]},
        [],
    ),
    "a part that Exchange named": (
        several(part(TEXT), part("Attention : message externe.", name="ATT00001.txt")),
        TEXT,
        {Kind.NOTICE: ["Attention : message externe."]},
        [],
    ),
    "a text": (
        several(part("Voir ci-joint."), part(TEXT, name="a.txt")),
        TEXT,
        {Kind.COVERING: ["Voir ci-joint."]},
        [],
    ),
    "a text of no type": (
        several(part("Voici.\n-- \nAna"), part(TEXT, "application/octet-stream", "a.TXT")),
        TEXT,
        {Kind.COVERING: ["Voici."], Kind.SIGNATURE: ["Ana"]},
        [],
    ),
    "Markdown without keys": (
        several(part("Voici."), part(f"{TEXT}\n\n• un", "text/markdown", "a.md")),
        f"{TEXT}\n\n- un",
        {Kind.COVERING: ["Voici."]},
        [],
    ),
    "a document of Word": (
        several(part("Voici."), word("reponse.docx", word_media_image1="x")),
        f"{TEXT}\n\n- **un**",
        {Kind.COVERING: ["Voici."]},
        ["image1"],
    ),
    "a document that isn't one": (
        several(part(TEXT), part("x", "application/octet-stream", "reponse.docx")),
        TEXT,
        {},
        ["reponse.docx"],
    ),
    "many documents": (
        several(part("Voici."), *(word(f"{number}.docx") for number in range(5))),
        f"{TEXT}\n\n- **un**",
        {Kind.COVERING: ["Voici."]},
        ["3.docx", "4.docx", "1.docx", "2.docx"],
    ),
    "a text without end": (
        several(part(TEXT), part("mot " * LARGEST_TEXT, name="a.txt")),
        TEXT,
        {},
        ["a.txt"],
    ),
    "two texts": (
        several(part("Voici."), part("Merci !", name="b.txt"), part(TEXT, name="a.txt")),
        TEXT,
        {Kind.COVERING: ["Voici."]},
        ["b.txt"],
    ),
    "a longer letter": (
        several(part(TEXT), part("Un devis.", name="devis.txt")),
        TEXT,
        {},
        ["devis.txt"],
    ),
    "a letter": (
        several(part("Voici ce que Bob m'écrit."), within(part(f"{TEXT}\n\nBises\nBob"))),
        TEXT,
        {
            Kind.COVERING: ["Voici ce que Bob m'écrit."],
            Kind.HEAD: HEAD,
            Kind.SIGNATURE: ["Bises", "Bob"],
        },
        [],
    ),
    "a shorter letter": (
        several(part(TEXT), within(part("Et lui ?"))),
        TEXT,
        {Kind.HEAD: HEAD, Kind.QUOTE: ["Et lui ?"]},
        [],
    ),
    "a document in a letter": (
        several(part("Voici."), within(several(part("Voir."), part(TEXT, name="a.txt")))),
        TEXT,
        {Kind.COVERING: ["Voici.", "Voir."], Kind.HEAD: HEAD},
        [],
    ),
    "both wordings": (
        several(part(TEXT), part(HTML, "text/html"), kind="alternative"),
        TEXT.replace("trois", "**trois**"),
        {},
        [],
    ),
    "a poorer wording": (
        several(part(TEXT), part("<p>Il faut</p>", "text/html"), kind="alternative"),
        TEXT,
        {},
        [],
    ),
    "another wording": (
        several(part(TEXT), part("<p>Lisez ceci</p>", "text/html"), kind="alternative"),
        TEXT,
        {Kind.VARIANT: ["Lisez ceci"]},
        [],
    ),
    "a wording in pieces": (
        several(
            part("Un.\n\nDeux."),
            several(part("Un.", "text/html"), part("<b>Deux</b>.", "text/html")),
            kind="alternative",
        ),
        "Un.\n\n**Deux**.",
        {},
        [],
    ),
    "a list's foot": (
        part(LIST),
        "ce message vient de la liste.",
        {Kind.COVERING: ["Bonjour,"], Kind.SIGNATURE: ["Forum", "forum@example.org"]},
        [],
    ),
    "nothing": (part("> quoi ?"), "", {Kind.QUOTE: ["> quoi ?"]}, []),
}


def read(body: str, subject: str = "Re: un rabais") -> Prose:
    """Give what somebody wrote in a mail."""
    found = read_letter(letter(body, subject).encode())
    assert not isinstance(found, Refusal)
    return prose(found)


@pytest.mark.parametrize("name", CASES)
def test_texts(name: str) -> None:
    """The longest text is taken; all others are told, documents by their names."""
    body, text, omitted, others = CASES[name]
    found = read(body)
    told = {kind: [line for line in lines if line.strip()] for kind, lines in found.omitted.items()}
    assert (found.text, told, list(found.others)) == (text, omitted, others)


@pytest.mark.parametrize("prefix", ["Fwd", "FW", "TR", "Tr "])
def test_forward(prefix: str) -> None:
    """What is passed on is taken, though the letter around it is longer."""
    body = several(part(f"{TEXT} {TEXT}"), within(part("Un seul.")))
    assert read(body, f"{prefix}: un rabais").text == "Un seul."


def test_forward_of_forwards() -> None:
    """A letter that was passed on again and again is read as far as anyone would."""
    text = "---------- Forwarded message ---------\nDe : Bob <b@example.org>\nObjet : x\n\n" * 500
    assert read(part(f"{text}Oui."), "Fwd: x").text in {"", "Oui."}

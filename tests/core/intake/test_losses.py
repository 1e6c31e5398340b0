"""No word of a mail is lost: it is in a file, or a remark repeats its line."""

import re
from collections.abc import Sequence
from html import escape

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.intake.mail.form_letter import END, sentences, told
from mkdocs_forum.core.intake.receipts import receipt
from mkdocs_forum.core.intake.rich_text.links import unwrapped
from tests import mails
from tests.core.intake.receiving import FRAMES, SETTINGS, received
from tests.correspondence import LANGUAGES, PROGRAMS, SHAPES
from tests.examples import times

PATH = "docs/reponses/prix/rabais/ana.md"
FILE = "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\n---\n\nUn rabais.\n"
SENTENCES = [*sentences([PATH.removeprefix("docs/")], SETTINGS), *told(END)]
"""What a form writes beside a file."""

LINES = st.sampled_from(
    [
        *("", "", "Trois devis suffisent.", "Deux lignes de texte,", "- un", "1) deux", "> cité"),
        *("Bonjour,", "Oui.", "## Titre", "| a | b |", "    code", "* * *", "---", "===", "__"),
        *("Le 17 nov. 2026 à 18:02, Bob Durand <bob@example.org>", "a écrit :", "Bob a écrit :"),
        *("Le 17/11/2026 à 18:02, Bob Durand a écrit :", "On Tue, Nov 17, 2026, Bob wrote:"),
        *("Bob Durand <bob@example.org> schrieb am Di., 17. Nov. 2026 um 18:02 Uhr:",),
        *(
            "De : Bob",
            "Envoyé : hier",
            "À : Ana",
            "Objet : Re",
            "Date : hier",
            "Sujet : Re",
            "Cc :",
        ),
        *("-----Message d'origine-----", "---------- Forwarded message ---------", "_" * 32),
        *("Début du message réexpédié :", "====", "-" * 30, "> ---", "> De : Bob", ">> plus", ">"),
        *("Cordialement,", "Bises", "Félix Bardez", "Ana Ferrand", "06 39 98 12 34", "-- ", "--"),
        *("Envoyé de mon iPhone", "Garanti sans virus. www.avast.com", "Consultant", "P.-S. : non"),
        *("Ce message et ses pièces jointes sont confidentiels.", "Attention : message externe."),
        *("Voir ci-joint.", "https://example.org/a?b=c", "<https://example.org/a>", "[lien](b.md)"),
        *("https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org&data=1",),
        *("Fichier : docs/membres/ana.md", "--- fin du fichier ---", "Une phrase coupée \n ici"),
    ]
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Give a text whose every line has a word of its own, perhaps with a file within."""
    drawn = draw(st.lists(LINES, min_size=1, max_size=14))
    lines = [f"{line} mot{draw(st.integers(0, 999))}" if draw(MARKS) else line for line in drawn]
    if draw(st.integers(0, 4)) == 0:
        place = draw(st.integers(0, len(lines)))
        lines[place:place] = mails.body(FILE, PATH).split("\n")
    return "\n".join(f"> {line}" if draw(QUOTES) else line for line in lines)


MARKS = st.booleans()
QUOTES = st.integers(0, 9).map(lambda number: number == 0)


def part(text: str, kind: str = "plain") -> str:
    """Give a part of a mail that shows a text."""
    content = {"plain": text, "html": mails.gmail(text), "pre": f"<pre>{escape(text)}</pre>"}[kind]
    subtype = "plain" if kind == "plain" else "html"
    return f"Content-Type: text/{subtype}; charset=utf-8\n\n{content}\n"


def several(kind: str, parts: Sequence[str]) -> str:
    """Give a part of a mail that holds others."""
    inner = "".join(f"--{kind}\n{each}" for each in parts)
    return f"Content-Type: multipart/{kind}; boundary={kind}\n\n{inner}--{kind}--\n"


@st.composite
def letters(draw: st.DrawFn) -> tuple[bytes, Sequence[str]]:
    """Give a mail with the texts that its own parts show."""
    text, other = draw(texts()), draw(texts())
    bodies = {
        "plain": (part(text), [text]),
        "html": (part(text, "html"), [text]),
        "alternative": (several("alternative", [part(text), part(text, "html")]), [text]),
        "two wordings": (several("alternative", [part(text), part(other, "pre")]), [text, other]),
        "two texts": (several("mixed", [part(text), part(other)]), [text, other]),
        "forwarded": (
            several("mixed", [part(text), f"Content-Type: message/rfc822\n\n{part(other)}"]),
            [text, other],
        ),
    }
    content, shown = bodies[draw(st.sampled_from(sorted(bodies)))]
    return f"{mails.HEAD}{mails.SUBJECT}{content}".encode(), shown


@st.composite
def mutated(draw: st.DrawFn) -> tuple[bytes, Sequence[str]]:
    """Give a mail of a program in which lines were lost, doubled, moved, joined or quoted."""
    program = PROGRAMS[draw(st.sampled_from(sorted(PROGRAMS)))]
    shape = SHAPES[draw(st.sampled_from(sorted(SHAPES)))]
    lines = list(shape(program, LANGUAGES[draw(st.sampled_from(sorted(LANGUAGES)))]))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(lines) - 1))
        line, below = lines[place], lines[place + 1 : place + 2]
        change: list[str] = draw(
            st.sampled_from(
                [
                    [*below],
                    [line, line, *below],
                    [*below, line],
                    [" ".join([line, *below])],
                    [f"> {line}", *below],
                    [line.removeprefix("> "), *below],
                    [line, "", *below],
                    [line, draw(LINES), *below],
                ]
            )
        )
        lines[place : place + 2] = change or [""]
    text = "\n".join(lines)
    kind = draw(st.sampled_from(["plain", "html"]))
    subject = draw(st.sampled_from(["Re", "Fwd"]))
    head = f"From: Ana Ferrand <ana@example.org>\nSubject: {subject}: un rabais\n"
    return f"{head}{part(text, kind)}".encode(), [text]


def words(text: str) -> set[str]:
    """Give the words of a text, as the check would let them stand."""
    return set(re.findall(r"\w+", text.replace("_", " ")))


def lost(data: bytes, shown: Sequence[str]) -> set[str]:
    """Give the words of a mail that are neither in a file nor told."""
    intake = received(data, "prix/rabais", "ana")
    if intake.refusals and intake.refusals[0].message.text.startswith("the mail holds a file"):
        intake = received(data)
    if intake.is_refused:
        return set()
    files = " ".join(data.decode() for data in intake.files.values())
    kept = words(files) | words(receipt(intake, FRAMES[0])) | words(" ".join(SENTENCES))
    kept |= words(FILE) if intake.present else set()
    return words(unwrapped(" ".join(shown))) - kept


@times(2)
@given(letter=st.one_of(letters(), mutated()))
def test_no_word_is_lost(letter: tuple[bytes, Sequence[str]]) -> None:
    """Each word of a mail that is taken is in its file, or in a line that a remark repeats."""
    assert lost(*letter) == set()

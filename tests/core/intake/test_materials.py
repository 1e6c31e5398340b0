"""Documents and transcripts that come with a contribution: laid beside their talk, or told."""

from collections.abc import Mapping
from dataclasses import replace
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZipFile

import pytest

from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.intake import Intake
from mkdocs_forum.core.intake.issues.attachments import dropped_files
from mkdocs_forum.core.intake.issues.read import fill, read_issue
from mkdocs_forum.core.intake.issues.take import take, wanted
from mkdocs_forum.core.intake.mail.by_hand import Told
from mkdocs_forum.core.intake.mail.read import read_letter
from mkdocs_forum.core.intake.mail.receive import receive
from mkdocs_forum.core.intake.receipts import receipt
from tests.core.intake.receiving import FORUM, FRAMES, SETTINGS
from tests.core.intake.test_issues import TALK as ISSUE
from tests.core.intake.test_issues import body, event
from tests.core.reading.test_materials import action, document

PDF = document()
SCRIPT = document(action("JavaScript"))
CAPTIONS = b"WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour.\n"
HEAD = "---\ntitle: Le neuf\nedition: 2024\nspeakers: ana\nlicence: CC BY-SA 4.0\n"
TEXT = "---\n\nUn.\n\n## Questions\n\n- Quoi ? {#quoi}\n"
NAMING = f"{HEAD}materials:\n  - Mes diapos le-neuf/diapos.pdf\n{TEXT}"
TALK = "interventions/le-neuf.md"


def mail(files: Mapping[str, bytes], text: str = "Bonjour,\n") -> bytes:
    """Give a mail with attachments."""
    message = EmailMessage()
    message["From"] = "Ana Ferrand <ana@example.org>"
    message.set_content(text)
    for name, data in files.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def taken(files: Mapping[str, bytes], talk: str = "", text: str = "Bonjour,\n") -> Intake:
    """Take a mail with attachments."""
    letter = read_letter(mail(files, text))
    assert not isinstance(letter, Refusal)
    return receive(letter, FORUM, Told(talk=talk))


def package(files: Mapping[str, bytes]) -> bytes:
    """Give files in one, as the form packs them."""
    data = BytesIO()
    with ZipFile(data, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return data.getvalue()


def told(intake: Intake) -> str:
    """Give what became of a mail, in English."""
    return receipt(intake, FRAMES[1])


def test_of_the_form() -> None:
    """A document of the form's package lies where its talk names it, and nobody has to look."""
    files = {
        f"docs/{TALK}": NAMING.encode(),
        "docs/interventions/le-neuf/diapos.pdf": PDF,
    }
    intake = taken({"le-neuf.zip": package(files)}, text="\n")
    assert dict(intake.files) == {TALK: NAMING.encode()}
    assert dict(intake.pictures) == {"interventions/le-neuf/diapos.pdf": PDF}
    assert told(intake) == (f"Written: docs/{TALK}\nWritten: docs/interventions/le-neuf/diapos.pdf")


def test_attached() -> None:
    """What is attached beside a talk without a word is named in it, under a plain name."""
    files = {"le-neuf.md": f"{HEAD}{TEXT}".encode(), "Mes_Diapos 2.PDF": PDF, "a.vtt": CAPTIONS}
    intake = taken(files)
    named = (
        "materials:\n"
        "  - title: Mes Diapos 2\n    file: le-neuf/mes-diapos-2.pdf\n"
        "  - title: a\n    file: le-neuf/a.vtt\n"
    )
    assert intake.files[TALK].decode() == f"{HEAD}{named}{TEXT}"
    assert dict(intake.pictures) == {
        "interventions/le-neuf/mes-diapos-2.pdf": PDF,
        "interventions/le-neuf/a.vtt": CAPTIONS,
    }
    assert "is called 'Mes Diapos 2'" in told(intake)


def test_beside_a_talk_that_is_there() -> None:
    """With '--talk', what came is added to a talk, of which every other line stays."""
    for name in ("prix", "https://forum.example.org/interventions/prix/"):
        intake = taken({"diapos.pdf": PDF, "plan.png": b"PK"}, name)
        text = FORUM.texts["interventions/prix.md"].decode()
        added = "materials:\n  - title: diapos\n    file: prix/diapos.pdf\n"
        assert intake.changed["interventions/prix.md"].decode() == text.replace(
            "topics: Prix\n", f"topics: Prix\n{added}"
        )
        assert dict(intake.pictures) == {"interventions/prix/diapos.pdf": PDF}
        # No word of the mail is lost.
        assert "plan.png" in told(intake)
        assert "Bonjour," in told(intake)


REFUSED: Mapping[str, tuple[Mapping[str, bytes], str, str]] = {
    "script": ({"a.pdf": SCRIPT}, "prix", "F160"),
    "no document": ({"a.pdf": b"<html>"}, "prix", "F152"),
    "no transcript": ({"a.vtt": b"1\n"}, "prix", "F152"),
    "nothing": ({}, "prix", "doesn't bring already"),
    "no such talk": ({"a.pdf": PDF}, "prise", "no talk is called 'prise'"),
    "a text besides": ({"a.pdf": PDF, "x.md": NAMING.encode()}, "prix", "leave out '--talk'"),
    "script that a talk names": (
        {"le-neuf.md": NAMING.encode(), "diapos.pdf": SCRIPT},
        "",
        "F160",
    ),
    "documents alone": ({"a.pdf": PDF}, "", "a.pdf, add: --talk …"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    """What may not be published, or belongs nowhere, is told, and nothing is written."""
    files, talk, sentence = REFUSED[case]
    intake = taken(files, talk)
    assert (intake.is_refused, intake.files, intake.pictures) == (True, {}, {})
    assert sentence in told(intake)


def test_proposed_talk() -> None:
    """The talk whose address a mail names is proposed."""
    assert "add: --talk prix" in told(taken({"a.pdf": PDF}, text="interventions/prix/\n"))


def test_left_out() -> None:
    """A document that nobody names and that may not be published keeps no talk out; it is told."""
    intake = taken({"le-neuf.md": f"{HEAD}{TEXT}".encode(), "x.pdf": SCRIPT})
    assert (list(intake.files), dict(intake.pictures)) == ([TALK], {})
    assert "'x.pdf' was left out: the document contains scripts" in told(intake)


DROPPED = "https://github.com/user-attachments/files/123/Mes.diapos.pdf"
OWN = "https://forge.example/attachments/a12644f5-c5c0-4855-a279-70277acecf9c"


def of_issue(written: str, brought: Mapping[str, bytes | Message]) -> tuple[list[str], Intake]:
    """Give what an issue with a talk asks for, and what becomes of it once that was brought."""
    issue = read_issue(event(body("talks", {**ISSUE, "materials": written})))
    assert not isinstance(issue, Refusal)
    filled = fill(issue, SETTINGS)
    assert not isinstance(filled, Refusal)
    found = wanted(filled, SETTINGS)
    return found, take(issue, filled, FORUM, {name: brought[name] for name in found})


def test_dropped_into_an_issue() -> None:
    """A document that was dropped is brought, and stands beside what is elsewhere."""
    written = f"- Vidéo https://example.org/v\nMes diapos : [Mes diapos.pdf]({DROPPED})\n"
    found, intake = of_issue(written, {DROPPED: PDF})
    path = "interventions/le-futur-pourquoi/mes-diapos.pdf"
    assert (found, dict(intake.pictures)) == ([DROPPED], {path: PDF})
    assert (
        "materials:\n  - title: Vidéo\n    address: https://example.org/v\n"
        "  - title: Mes diapos\n    file: le-futur-pourquoi/mes-diapos.pdf\n"
    ) in intake.files["interventions/le-futur-pourquoi.md"].decode()
    assert "see whether it fits" not in told(intake)


@pytest.mark.parametrize(
    ("given", "sentence"), [(SCRIPT, "F160"), (say("lost"), "drop the document there again")]
)
def test_refused_of_an_issue(given: bytes | Message, sentence: str) -> None:
    """What may not be published or can't be had refuses an issue: another can be dropped there."""
    _, intake = of_issue(f"[a.pdf]({DROPPED})", {DROPPED: given})
    assert intake.is_refused
    assert sentence in told(intake)


def test_what_is_asked_for() -> None:
    """Nothing is asked for but what a forge keeps under the name of a document."""
    forgejo = replace(SETTINGS, repository="https://forge.example/ana/forum")
    text = (
        f"[a.pdf](https://example.org/files/1/a.pdf) [a.exe]({DROPPED}) ![a.pdf]({DROPPED})\n"
        f"[a.pdf]({OWN}) {DROPPED}"
    )
    assert dropped_files(text, SETTINGS) == []
    assert [each.address for each in dropped_files(text, forgejo)] == [OWN]

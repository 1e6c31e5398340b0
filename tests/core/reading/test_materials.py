"""Documents and transcripts that talks bring: what is refused, and what is read of the others."""

from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfWriter
from pypdf.generic import (
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from mkdocs_forum.core.reading.materials.danger import Danger
from mkdocs_forum.core.reading.materials.pdf import MOST_OBJECTS, danger_of
from mkdocs_forum.core.reading.materials.transcript import Passage, read_transcript

Change = Callable[[PdfWriter], object]


def document(change: Change = lambda _: None) -> bytes:
    """Give a document of a page, changed before it is written."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    change(writer)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def action(name: str) -> Change:
    """Let a document do something when it is opened."""

    def change(writer: PdfWriter) -> None:
        does = DictionaryObject({NameObject("/S"): NameObject(f"/{name}")})
        writer.root_object[NameObject("/OpenAction")] = does

    return change


def packed(name: str) -> Change:
    """Put an object with an action into a stream of objects, which hides it from a plain look."""

    def change(writer: PdfWriter) -> None:
        stream = StreamObject()
        stream.set_data(f"90 0 << /S /{name} >>".encode())
        stream[NameObject("/Type")] = NameObject("/ObjStm")
        stream[NameObject("/N")], stream[NameObject("/First")] = NumberObject(1), NumberObject(5)
        writer._add_object(stream.flate_encode())

    return change


def _typed(writer: PdfWriter) -> None:
    writer.add_metadata({"/Title": "Le prix /JS /AA (JavaScript)"})
    writer.add_outline_item(title="Un", page_number=0)


CASES: dict[str, tuple[bytes, Danger | None]] = {
    "plain": (document(), None),
    "words that are no actions": (document(_typed), None),
    "script": (document(action("JavaScript")), Danger.RUNS),
    "program": (document(action("Launch")), Danger.RUNS),
    "numbers in place of letters": (
        document(action("Launch")).replace(b"/Launch", b"/L#61unch"),
        Danger.RUNS,
    ),
    "stream of objects": (document(packed("JavaScript")), Danger.RUNS),
    "form that is sent": (document(action("SubmitForm")), Danger.RUNS),
    "sound": (document(action("Sound")), Danger.RUNS),
    "other file": (
        document(lambda writer: writer.add_attachment("a.txt", b"a")),
        Danger.BRINGS,
    ),
    "password": (document(lambda writer: writer.encrypt("a")), Danger.LOCKED),
    "restrictions": (document(lambda writer: writer.encrypt("", "b")), Danger.LOCKED),
    "cut": (document()[:300], Danger.UNREADABLE),
    "page of the web": (b"<html>%PDF-1.4", Danger.UNREADABLE),
    "script behind a beginning": (b"%PDF-1.4\n<script>alert(1)</script>", Danger.UNREADABLE),
    "many objects": (b"%PDF-1.4\n" + b"1 0 obj\n" * (MOST_OBJECTS + 1), Danger.UNREADABLE),
    "many versions": (b"%PDF-1.4\n" + b"startxref\n" * 100_000, Danger.UNREADABLE),
    "deep": (
        b"%PDF-1.4\n1 0 obj\n" + b"[" * 100_000 + b"\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
        Danger.UNREADABLE,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_documents(case: str) -> None:
    """What runs something, brings files along or can't be seen through is told from the rest."""
    data, danger = CASES[case]
    assert danger_of(data) is danger


TRANSCRIPT = """\ufeffWEBVTT - Le prix

STYLE
::cue { color: red }

NOTE Une remarque

1
00:00:01.000 --> 00:00:03.500 align:start
<v.fort Ana Ferrand>Bonjour à <b>tous</b> &amp; merci.

00:00:03.500 --> 00:00:06.000
<v Ana Ferrand>Le prix,
c'est un récit.

01:02:10.000 --> 01:02:12.000
<v Bruno>Non<00:01:00.000> !

01:02:12.100 --> 01:02:14.000
Non !
Pas du tout.
"""


def test_transcript() -> None:
    """Captions of one speaker become passages; times, marks and what is repeated stay out."""
    found = read_transcript(TRANSCRIPT.replace("\n", "\r\n"))
    assert [(each.time, each.speaker, each.text) for each in found] == [
        ("0:01", "Ana Ferrand", "Bonjour à tous & merci. Le prix, c'est un récit."),
        ("1:02:10", "Bruno", "Non !"),
        ("1:02:12", "", "Pas du tout."),
    ]


def test_long_transcript() -> None:
    """A passage ends with a sentence; what has no end of one is cut all the same."""
    cue = "\n00:{0:02}.000 --> 00:{0:02}.900\nmot {0} " + "x" * 400 + "\n"
    cues = "".join(map(cue.format, range(60)))
    found = read_transcript(f"WEBVTT\n{cues}")
    assert (len(found), max(len(each.text) for each in found) < 3000) == (12, True)


@pytest.mark.parametrize(
    "text", ["", "1\n00:00:01,000 --> 00:00:02,000\nNon", "<html>", "WEBVTTX\n"]
)
def test_no_transcript(text: str) -> None:
    """Other captions, and pages, are none."""
    assert read_transcript(text) == ()


def test_passage_without_hours() -> None:
    """A time is told as people write it."""
    assert Passage(65, "", "").time == "1:05"

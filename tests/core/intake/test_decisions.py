"""Decisions of organisers that come by mail: what becomes of a question, an answer that is kept."""

from dataclasses import replace

import pytest

from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.intake.intake import Forum, Intake
from mkdocs_forum.core.intake.mail.read import read_letter
from mkdocs_forum.core.intake.mail.receive import receive
from mkdocs_forum.core.intake.receipts import receipt
from tests import mails
from tests.core.intake.receiving import FORUM, FRAMES, SETTINGS, TEXTS, judged

CLOSED = "---\nstatus: closed\nby: ana\ndate: 2026-11-18\n---\n\nAna retire sa question.\n"
KEPT = "---\nretained: true\n---\n"
NOTICE = "---\nnotice:\n  date: 2026-11-18\n  text: Lire dix.\n---\n"


def decided(text: str, path: str, forum: Forum = FORUM) -> Intake:
    """Take what a mail decides."""
    letter = read_letter(mails.plain(text, path))
    assert not isinstance(letter, Refusal)
    return receive(letter, forum)


def test_outcome() -> None:
    """What becomes of a question is a new file, with a remark that it is a decision."""
    intake = decided(CLOSED, "docs/questions/prix/rabais.md")
    assert dict(intake.files) == {"questions/prix/rabais.md": CLOSED.encode()}
    assert "decision" in receipt(intake, FRAMES[1])


def test_outcome_that_is_there() -> None:
    """Of a file that is there, what was decided before goes; the rest stays, or is told."""
    path = "questions/prix/rabais.md"
    before = (
        "---\nstatus: duplicate\ndate: 2024-01-01\nduplicate_of: prix/marge\n"
        "topics: Prix\n---\n\nA.\n"
    )
    texts = {**TEXTS, path: before.encode()}
    forum = replace(FORUM, library=load(texts, SETTINGS)[0], texts=texts)
    intake = decided(CLOSED, f"docs/{path}", forum)
    assert intake.files == {}
    assert intake.changed[path].decode() == (
        "---\nstatus: closed\nby: ana\ndate: 2026-11-18\ntopics:\n  - Prix\n---\n\n"
        "Ana retire sa question.\n"
    )
    assert "    A." in receipt(intake, FRAMES[1])
    again = replace(forum, texts={**texts, path: intake.changed[path]})
    again = replace(again, library=load(again.texts, SETTINGS)[0])
    assert list(decided(CLOSED, f"docs/{path}", again).present) == [path]


def test_promise() -> None:
    """A promise joins what is there, and decides nothing."""
    path = "questions/prix/rabais.md"
    before = CLOSED.replace("---\n\n", "promised_by:\n  ana: 2026-12-24\n---\n\n")
    texts = {**TEXTS, path: before.encode()}
    forum = replace(FORUM, library=load(texts, SETTINGS)[0], texts=texts)
    intake = decided("---\npromised_by:\n  bob: 2026-12-31\n---\n", f"docs/{path}", forum)
    assert intake.changed[path].decode() == before.replace("24\n", "24\n  bob: 2026-12-31\n")
    assert "promise of bob" in receipt(intake, FRAMES[1])
    late = "---\npromised_by:\n  bob: 2004-12-31\n---\n"
    told = decided(late, "docs/questions/prix/marge.md")
    assert dict(told.files)
    assert "the day 2004-12-31 that 'bob' promises has passed" in receipt(told, FRAMES[1])


def test_answer_that_is_kept() -> None:
    """A line more stands in the answer, which stays as it is otherwise."""
    path = "reponses/prix/marge/bob.md"
    intake = decided(KEPT, f"docs/{path}")
    assert intake.changed[path] == TEXTS[path].replace(b"\n---", b"\nretained: true\n---", 1)
    assert [fault.code for fault in judged(dict(intake.changed))] == []
    again = {**TEXTS, **intake.changed}
    forum = replace(FORUM, library=load(again, SETTINGS)[0], texts=again)
    assert list(decided(KEPT, f"docs/{path}", forum).present) == [path]


def test_further_people_and_topics() -> None:
    """Who was asked, and what a question is about, joins what is there."""
    path = "questions/prix/rabais.md"
    before = "---\ntopics: Prix\nasked_of:\n  ana: 2024-01-01\n---\n"
    texts = {**TEXTS, path: before.encode()}
    forum = replace(FORUM, library=load(texts, SETTINGS)[0], texts=texts)
    told = "---\ntopics: [Prix, Marge]\nasked_of:\n  bob: 2026-01-01\n---\n"
    assert decided(told, f"docs/{path}", forum).changed[path].decode() == (
        "---\ntopics:\n  - Prix\n  - Marge\nasked_of:\n  ana: 2024-01-01\n  bob: 2026-01-01\n---\n"
    )


@pytest.mark.parametrize("path", ["interventions/prix.md", "reponses/prix/marge/bob.md"])
def test_notice(path: str) -> None:
    """A notice joins those of a text, which is the same otherwise; none comes twice."""
    intake = decided(NOTICE, f"docs/{path}")
    line = b"\nnotice:\n  - date: 2026-11-18\n    text: Lire dix.\n---"
    assert intake.changed[path] == TEXTS[path].replace(b"\n---", line, 1)
    assert "organiser" in receipt(intake, FRAMES[1])
    assert [fault.code for fault in judged(dict(intake.changed))] == []
    again = {**TEXTS, **intake.changed}
    forum = replace(FORUM, library=load(again, SETTINGS)[0], texts=again)
    assert list(decided(NOTICE, f"docs/{path}", forum).present) == [path]
    second = decided(NOTICE.replace("dix", "vingt"), f"docs/{path}", forum).changed[path]
    assert (second.count(b"- date"), second.count(b"notice")) == (2, 1)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (NOTICE, "docs/interventions/autre.md"),
        (NOTICE, "docs/reponses/prix/marge/ana.md"),
        (NOTICE.replace("2026-11-18", "hier"), "docs/interventions/prix.md"),
        (NOTICE + "\nUn texte.\n", "docs/interventions/prix.md"),
        (CLOSED, "docs/questions/prix/autre.md"),
        (CLOSED.replace("closed", "x"), "docs/questions/prix/rabais.md"),
        (CLOSED.replace("by: ana", "by: zoe"), "docs/questions/prix/rabais.md"),
        (KEPT, "docs/reponses/prix/marge/ana.md"),
        (KEPT.replace("true", "true\nauthor: x"), "docs/reponses/prix/marge/bob.md"),
        (CLOSED, "docs/questions/../prix/rabais.md"),
    ],
)
def test_refused(text: str, path: str) -> None:
    """What decides on nothing that is there changes nothing."""
    intake = decided(text, path)
    assert (intake.is_refused, intake.files, intake.changed) == (True, {}, {})


@pytest.mark.parametrize("text", [KEPT, NOTICE])
def test_keys_without_an_end(text: str) -> None:
    """To a file that is read as it is meant, nothing joins where its keys end in another way."""
    path = "reponses/prix/marge/bob.md"
    texts = {**TEXTS, path: TEXTS[path].replace(b"\n---\n", b"\n----\n")}
    library = load(texts, SETTINGS).library
    assert "prix/marge/bob" in library.answers
    intake = decided(text, f"docs/{path}", replace(FORUM, library=library, texts=texts))
    assert intake.is_refused
    assert f"'docs/{path}' has no line '---' below its keys" in receipt(intake, FRAMES[1])

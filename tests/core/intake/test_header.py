"""Keys of a file that autocorrection changed are taken for what they were."""

import pytest

from mkdocs_forum.core.intake.header import straight
from tests import mails
from tests.core.intake.receiving import received
from tests.growth import LINEAR, growth

PATH = "docs/reponses/prix/rabais/ana.md"
ANSWER = (
    "---\nquestion: prix/rabais\nauthor: ana\ndate: 2026-11-18\nsources:\n"
    '  - "Un livre : « Prix »"\nlicence: CC BY-SA 4.0\n---\n\nUn rabais : « oui ».\n'
)

CHANGED = {
    "a space that doesn't break": ANSWER.replace("question:", "question\xa0:"),
    "another": ANSWER.replace(": ", "\u202f:\xa0", 3),
    "before a key": ANSWER.replace("author", "\xa0author").replace("date", "\u202fdate"),
    "quotes around keys": ANSWER.replace("question:", "“question”:").replace("date:", "« date » :"),
    "quotes around a value": ANSWER.replace("prix/rabais", "«\xa0prix/rabais\xa0»"),
    "curly ones": ANSWER.replace('"', "“", 1).replace('"', "”", 1),
    "German ones": ANSWER.replace("ana", "„ana“"),
    "in a list": ANSWER.replace("  - ", "\xa0 -\xa0"),
}


@pytest.mark.parametrize("name", CHANGED)
def test_taken(name: str) -> None:
    """A file is understood as it was before, and its text stays as it is."""
    intake = received(mails.plain(CHANGED[name], PATH))
    (file,) = intake.files.values()
    keys, _, text = file.decode().partition("\n---\n")
    wanted, _, same = ANSWER.partition("\n---\n")
    assert (keys.replace('"', ""), text) == (wanted.replace('"', ""), same)


@pytest.mark.parametrize(
    "line",
    [
        *("title: « Oui » et « non »", "title: l’« ami »", "title: a « b »", "sources:", "- a: b"),
        *("  suite d’une phrase : oui", "# remarque", "", "key:value", "https://example.org"),
    ],
)
def test_kept(line: str) -> None:
    """Any other line of the keys stays as it is."""
    text = f"---\n{line}\n---\n\n« Un » : deux\n"
    assert straight(text) == text


def test_whole_values() -> None:
    """Quotes around a value are made straight only in a file that can't be read with them."""
    text = ANSWER.replace('"Un livre : « Prix »"', "« Prix »")
    (file,) = received(mails.plain(text, PATH)).files.values()
    assert file.decode() == text


@pytest.mark.parametrize("piece", ["\xa0", "«", "« a", "a", "- ", "a : "])
def test_time(piece: str) -> None:
    """No line takes longer than in proportion to its length."""
    assert growth(straight, lambda size: f"---\n{piece * (size // len(piece))}\n---\n") < LINEAR

"""A forum to which contributions come, and what became of one in every language."""

import datetime
from collections.abc import Mapping, Sequence

from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.faults.reports import Frame
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.intake.intake import CONTACT, Forum, Intake
from mkdocs_forum.core.intake.mail.by_hand import Told
from mkdocs_forum.core.intake.mail.read import read_letter
from mkdocs_forum.core.intake.mail.receive import receive
from mkdocs_forum.core.intake.receipts import comment, receipt
from mkdocs_forum.core.model.settings import FOLDERS, WORDS, Settings
from mkdocs_forum.core.words.language import Language
from tests.small import SMALL

SETTINGS = Settings(
    language="fr",
    folders=FOLDERS["fr"],
    words=WORDS["fr"],
    licence="CC BY-SA 4.0",
    today=datetime.date(2026, 11, 20),
)
TEXTS = {
    path.removeprefix("docs/"): text.encode()
    for path, text in SMALL.items()
    if path.startswith("docs/")
}
FRAMES = [Frame(Language(code), "docs/") for code in ("fr", "en")]


def judged(files: Mapping[str, bytes]) -> Sequence[Diagnostic]:
    """Give every fault of the forum with some files in it."""
    return load({**TEXTS, **files}, SETTINGS)[1]


FORUM = Forum(load(TEXTS, SETTINGS)[0], SETTINGS, TEXTS, judged, TEXTS.__contains__)


def checked(intake: Intake) -> Intake:
    """Hold what holds of every contribution: it passes the check, or it is said why it doesn't."""
    for frame in FRAMES:
        assert receipt(intake, frame)
        assert comment(intake, frame)
    assert bool(intake.files or intake.present) != intake.is_refused
    found = judged({**intake.files, **intake.named})
    assert [fault for fault in found if fault.code != CONTACT] == []
    return intake


def received(data: bytes, question: str = "", author: str = "", new_author: str = "") -> Intake:
    """Take what a mail holds."""
    letter = read_letter(data)
    if isinstance(letter, Refusal):
        return checked(Intake(refusals=[letter]))
    return checked(receive(letter, FORUM, Told(question, author, new_author)))

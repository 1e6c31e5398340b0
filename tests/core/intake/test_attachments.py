"""Pictures that were dropped into an issue: brought, placed beside the text, linked."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.intake import Intake
from mkdocs_forum.core.intake.issues.attachments import MOST, addresses
from mkdocs_forum.core.intake.issues.read import fill, read_issue
from mkdocs_forum.core.intake.issues.take import take, wanted
from mkdocs_forum.core.intake.receipts import receipt
from tests.core.intake.receiving import FORUM, FRAMES, SETTINGS, checked
from tests.core.intake.test_issues import ANSWER, MEMBER, body, event
from tests.core.intake.test_pictures import BLUE, PHOTO, RED

ONE = "https://github.com/user-attachments/assets/a12644f5-c5c0-4855-a279-70277acecf9c"
TWO = "https://user-images.githubusercontent.com/452325/121538101-09e2e500-c9f4.png"
TEXT = f'Avant.\n\n<img width="12" alt="Image" src="{ONE}" />\n\nPuis ![Un plan]({TWO}).'


def taken(
    kind: str, values: Mapping[str, str], brought: Mapping[str, bytes | Message]
) -> tuple[list[str], Intake]:
    """Give what an issue asks for, and what becomes of it once that was brought."""
    issue = read_issue(event(body(kind, values)))
    assert not isinstance(issue, Refusal)
    filled = fill(issue, SETTINGS)
    assert not isinstance(filled, Refusal)
    found = wanted(filled, SETTINGS)
    return found, checked(take(issue, filled, FORUM, {name: brought[name] for name in found}))


def test_text() -> None:
    """Pictures stand where they were dropped, with their words or neutral ones."""
    found, intake = taken("answers", {**ANSWER, "text": TEXT}, {ONE: RED, TWO: BLUE})
    assert sorted(found) == sorted([ONE, TWO])
    text = intake.files["reponses/prix/rabais/ana.md"].decode()
    one = "a12644f5-c5c0-4855-a279-70277acecf9c.png"
    two = "121538101-09e2e500-c9f4.png"
    assert text.endswith(f"\n\nAvant.\n\n![Image 1]({one})\n\nPuis ![Un plan]({two}).\n")
    assert dict(intake.pictures) == {
        f"reponses/prix/rabais/{one}": RED,
        f"reponses/prix/rabais/{two}": BLUE,
    }
    assert one in receipt(intake, FRAMES[1])


def test_photo() -> None:
    """A member's photo is brought if its box is ticked, and called as their page."""
    values = {**MEMBER, "photo": f"![x]({ONE})"}
    found, intake = taken("members", {**values, "consent": "photo"}, {ONE: PHOTO})
    assert found == [ONE]
    assert dict(intake.pictures) == {"membres/photos/zoe-oeuvre.jpg": PHOTO}
    assert b"photo: photos/zoe-oeuvre.jpg\n" in intake.files["membres/zoe-oeuvre.md"]
    found, intake = taken("members", values, {})
    assert (found, intake.pictures) == ([], {})
    assert b"photo" not in intake.files["membres/zoe-oeuvre.md"]
    assert "isn't ticked" in receipt(intake, FRAMES[1])


@pytest.mark.parametrize("given", [say("lost"), b"%PDF", RED[:33] + b"\0" * 3_000_000])
def test_refused(given: bytes | Message) -> None:
    """What can't be had or shown refuses the issue: its author can drop another one there."""
    _, intake = taken("answers", {**ANSWER, "text": f"Oui.\n\n{ONE}\n"}, {ONE: given})
    assert intake.is_refused


def test_addresses() -> None:
    """Nothing is asked for but what a forge keeps, and not without an end."""
    forgejo = replace(SETTINGS, repository="https://forge.example/ana/forum")
    uuid = ONE.rpartition("/")[2]
    own = f"https://forge.example/attachments/{uuid}"
    others = (
        f"![a](https://example.org/{uuid})\n![a](http://169.254.169.254/)\n![a](file:///etc/passwd)"
        f"\n![a](https://github.com.example.org/user-attachments/assets/{uuid})\n![a](/attachments/)"
        f"\n<img src='https://evil.example/attachments/{uuid}'>"
    )
    assert addresses(others, SETTINGS) == []
    assert addresses(f"{others}\n![a](/attachments/{uuid})", forgejo) == [own]
    assert addresses(f"![a]({own})\n![b]({own})", forgejo) == [own]
    many = "\n".join(f"![a]({TWO}{number})" for number in range(MOST + 5))
    issue = read_issue(body("answers", {**ANSWER, "text": many}).encode())
    assert not isinstance(issue, Refusal)
    filled = fill(issue, SETTINGS)
    assert not isinstance(filled, Refusal)
    assert len(wanted(filled, SETTINGS)) == MOST

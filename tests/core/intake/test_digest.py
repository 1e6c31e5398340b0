"""The digest: short, the newest first, and not the same each time."""

import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.intake.notices.digest import MOST_ANSWERED, MOST_WAITING, Digest, digest
from mkdocs_forum.core.intake.notices.digest_letter import digest_letter
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.settings import Settings

TODAY = datetime.date(2026, 11, 1)
SINCE = datetime.date(2026, 10, 1)
SETTINGS = Settings(site_url="https://f.example/", site_name="Forum", today=TODAY)
LONG = "What does a question of a great many words ask of those who read it on a telephone at night"
LONGEST_TEXT = 3000
"""Characters of a digest at the most: two screens of a telephone."""
LONGEST_LINES = 40


def forum(count: int = 40) -> Library:
    """Make a forum with many questions, of which half were answered lately."""
    asked = "\n".join(f"- {LONG} {number}? {{#q{number}}}" for number in range(count))
    files = {
        "editions/2025.md": "---\ntitle: Last\ndate: 2025-05-01\n---\n",
        "editions/2027.md": (
            "---\ntitle: Next\ndate: 2027-05-01\ncall:\n  opens: 2026-09-01\n"
            "  closes: 2027-02-01\n---\n"
        ),
        "talks/price.md": (
            "---\ntitle: Price\nedition: '2025'\nspeakers: ana\ntopics: Money\n---\n\nText.\n\n"
            f"## Questions\n\n{asked}\n"
        ),
        "members/ana.md": "---\nname: Ana\ntopics: Money\n---\n",
        "members/bob.md": "---\nname: Bob\ntopics: Money\n---\n",
        "members/eve.md": "---\nname: Eve\ntopics: Law\n---\n",
        "members/tom.md": "---\nname: Tom\ntopics: Money\ntold_of: nothing\n---\n",
        "questions/price/q1.md": "---\npromised_by:\n  bob: 2026-10-15\n  eve: 2026-12-01\n---\n",
        "questions/price/q0.md": "---\nstatus: synthesised\ndate: 2026-10-30\n---\n\nAll.\n",
    }
    for number in range(0, count, 2):
        for who, day in (("bob", 1 + number % 28), ("eve", 1), ("tom", 2), ("ana", 3)):
            path = f"answers/price/q{number}/{who}.md"
            files[path] = f"---\ndate: 2026-10-{day:02}\n---\n\nYes.\n"
    loaded = load(files, SETTINGS)
    assert [str(fault) for fault in loaded.faults if fault.severity.value == "error"] == []
    return loaded.library


LIBRARY = forum()


def mail(found: Digest) -> EmailMessage:
    """Give the mail that a digest becomes."""
    message = message_from_bytes(digest_letter(found, LIBRARY, SETTINGS), policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_chosen() -> None:
    """Questions are told by their newest answer, once, with who answered; others are counted."""
    found = digest(LIBRARY, SINCE, TODAY)
    days = [each.day for each in found.answered]
    assert days == sorted(days, reverse=True)
    assert (found.answered[0].question, found.answered[0].has_synthesis) == ("price/q0", True)
    assert (len(found.answered), found.further) == (MOST_ANSWERED, 20 - MOST_ANSWERED)
    assert set(found.answered[1].authors) == {"Bob", "Eve", "Tom", "Ana"}
    assert (len(found.waiting), found.waiting_count) == (MOST_WAITING, 20)
    assert {each.answerers for each in found.waiting} == {("Bob", "Eve")}
    assert found.calls == ("2027",)
    promised = [(each.question, each.name, each.is_overdue) for each in found.promised]
    assert promised == [("price/q1", "Bob", True), ("price/q1", "Eve", False)]
    assert "price/q1" not in {each.question for each in found.waiting}


def test_another_time() -> None:
    """A later digest tells other questions that wait, and nothing of what an earlier one told."""
    month = datetime.timedelta(days=31)
    found = digest(LIBRARY, SINCE, TODAY)
    later = digest(LIBRARY, SINCE + month, TODAY + month)
    told = {each.question for each in found.waiting}
    assert told.isdisjoint(each.question for each in later.waiting)
    assert later.answered == ()


def test_length() -> None:
    """However much happened, both texts are short."""
    message = mail(digest(LIBRARY, SINCE, TODAY))
    plain = message.get_body(("plain",))
    html = message.get_body(("html",))
    assert plain is not None
    assert html is not None
    text = plain.get_content()
    assert len(text) <= LONGEST_TEXT
    assert len(text.splitlines()) <= LONGEST_LINES
    assert html.get_content().count("<li>") == 3 + MOST_ANSWERED + MOST_WAITING
    assert max(len(line) for line in message.as_bytes().splitlines()) < 998


def test_empty() -> None:
    """Where nothing is new, there is nothing to tell."""
    library = load({}).library
    assert digest(library, SINCE, TODAY).is_empty

"""The programme of an edition: what takes place when, in its order."""

import datetime

import pytest

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.library.programme import programme
from mkdocs_forum.core.words.language import Language

DAY = datetime.date(2004, 9, 24)
EDITION = """---
title: Forum
date: 2004-09-24
end_date: 2004-09-25
schedule:
- {start: 12 h, title: Repas, duration: 90}
- {start: "9:00", title: Adieux, date: 2004-09-25}
---
"""
TALK = "---\ntitle: {0}\nedition: 2004\nspeakers: ana\n{1}---\n\n## Questions\n\n- Combien ?\n"


def titles(**talks: str) -> list[tuple[int, str, str, str]]:
    """Give day, beginning, end and title of all that takes place."""
    texts = {f"talks/{name}.md": TALK.format(name, keys) for name, keys in talks.items()}
    library, _, _ = load(
        {"editions/2004.md": EDITION, "members/ana.md": "---\nname: Ana\n---\n", **texts}
    )
    found = programme(library, "2004")
    return [(item.day.day, item.start, item.end, item.title) for item in found]


def test_order() -> None:
    """Days and times come in their order, then the talks whose time nobody knows, by theirs."""
    assert titles(
        late="order: 2\n",
        early="order: 1\n",
        after="start: 14 h\nduration: 30\n",
        second="start: 8:15\ndate: 2004-09-25\nduration: 45\n",
        before="start: 11:30\norder: 9\n",
    ) == [
        (24, "11:30", "", "before"),
        (24, "12:00", "13:30", "Repas"),
        (24, "14:00", "14:30", "after"),
        (25, "08:15", "09:00", "second"),
        (25, "09:00", "", "Adieux"),
        (24, "", "", "early"),
        (24, "", "", "late"),
    ]


def test_past_midnight() -> None:
    """What ends on another day, or is longer than a day, has an end that isn't told."""
    assert titles(nuit="start: 23:30\nduration: 30\n")[1] == (24, "23:30", "", "nuit")
    assert titles(nuit="start: 23:30\nduration: 99999999999\n")[1] == (24, "23:30", "", "nuit")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("14:30", "14:30"),
        ("9:05", "09:05"),
        ("14h30", "14:30"),
        ("14 h 30", "14:30"),
        ("14\u00a0h\u00a030", "14:30"),
        ("9 h", "09:00"),
        ("24:00", ""),
        ("14:3", ""),
        ("14", ""),
        ("2pm", ""),
    ],
)
def test_times(written: str, read: str) -> None:
    """A time of day is read as it is written in French and by machines, and nothing else."""
    day = [item for item in titles(x=f"start: {written}\n") if item[3] == "x"]
    assert [start for _, start, _, _ in day] == [read]


@pytest.mark.parametrize(
    ("code", "told"), [("fr", "14\u00a0h – 14\u00a0h\u00a030"), ("en", "14:00 – 14:30")]
)
def test_told(code: str, told: str) -> None:
    """A stretch of time is written as readers of the language do."""
    assert Language(code).times("14:00", "14:30") == told

"""Promises of answers, and who could answer."""

import datetime

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.library.asking.answerers import Answerers
from mkdocs_forum.core.library.asking.promises import asked_of, promises
from mkdocs_forum.core.library.asking.statistics import statistics
from mkdocs_forum.core.model.settings import Settings

TODAY = datetime.date(2005, 1, 1)
ANSWER = "---\ndate: 2004-12-24\n---\n\nYes.\n"
FILES = {
    "editions/2004.md": "---\ntitle: A\ndate: 2004-10-01\n---\n",
    "talks/price.md": (
        "---\ntitle: Price\nedition: '2004'\nspeakers: ana\ntopics: Money\n---\n\n"
        "## Questions\n\n- A? {#a}\n- B? {#b}\n"
    ),
    "talks/other.md": "---\ntitle: Other\nedition: '2004'\nspeakers: tom\ntopics: Money\n---\n",
    "members/ana.md": "---\nname: Ana\ntopics: Money\n---\n",
    "members/bob.md": "---\nname: Bob\nanswers_on: Money\n---\n",
    "members/eve.md": "---\nname: Eve\ntopics: Money\n---\n",
    "members/guy.md": "---\nname: Guy\ntopics: Law\n---\n",
    "members/tom.md": "---\nname: Tom\n---\n",
    "answers/price/a/guy.md": ANSWER,
    "questions/price/a.md": (
        "---\nasked_of:\n  tom: 2004-11-01\n  eve:\n  guy: 2004-11-01\n"
        "promised_by:\n  guy: 2004-12-01\n  bob: 2004-12-31\n  eve: 2005-01-01\n---\n"
    ),
    "questions/price/b.md": (
        "---\nstatus: closed\ndate: 2004-12-01\npromised_by:\n  bob: 2004-11-01\n---\n"
    ),
}
LIBRARY = load(FILES, Settings(today=TODAY)).library


def test_states() -> None:
    """A promise is kept by an answer, also by a late one; its last day is in time."""
    assert [
        (each.question, each.member, each.state.value) for each in promises(LIBRARY, TODAY)
    ] == [
        ("price/b", "bob", "lifted"),
        ("price/a", "guy", "kept"),
        ("price/a", "bob", "overdue"),
        ("price/a", "eve", "due"),
    ]


def test_asked() -> None:
    """Who answered or promised to isn't waited for any more."""
    assert asked_of("price/a", LIBRARY) == {"tom": datetime.date(2004, 11, 1)}
    assert asked_of("price/b", LIBRARY) == {}


def test_figures() -> None:
    """The figures count what was promised, kept and forgotten."""
    found = statistics(LIBRARY, TODAY).everything
    assert (found.promised, found.promises_kept, found.promises_overdue) == (4, 1, 1)


def test_answerers() -> None:
    """Those first who said so; neither who asks, answered, was asked, nor promised."""
    free = load({path: text for path, text in FILES.items() if path != "questions/price/a.md"})
    assert [each.member for each in Answerers(free.library).of("price/a")] == ["bob", "eve", "tom"]
    assert Answerers(LIBRARY).of("price/a") == []


def test_told() -> None:
    """A promise whose day has passed is a notice, which stops nothing; names have to be known."""
    files = {
        **FILES,
        "questions/price/a.md": "---\npromised_by:\n  bob: 2004-12-31\n  zoe: x\n---\n",
    }
    told = [str(fault).split("\n")[0] for fault in load(files, Settings(today=TODAY)).faults]
    assert told == ["questions/price/a.md:4:8: F113 'x' isn't allowed as 'zoe'"]
    files["questions/price/a.md"] = (
        "---\nasked_of: [bob, zoe]\npromised_by:\n  bob: 2004-12-31\n---\n"
    )
    faults = load(files, Settings(today=TODAY)).faults
    assert [(fault.code, fault.severity.value, fault.location.line) for fault in faults] == [
        ("F203", "error", 2),
        ("F330", "notice", 4),
    ]

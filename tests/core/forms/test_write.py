"""Writing entries: what is written reads back equal, and reads well."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.forms.write import write_entry, write_file
from mkdocs_forum.core.model.kinds import Answer, Consent, Contact, Edition, Member, Talk
from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.outcomes import Outcome
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import MODELS, Entry, read_entry
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.words.characters import tidy
from mkdocs_forum.core.words.slugs import SLUG, is_slug, slugify

SIGNS = st.characters(exclude_categories=["Cs"])
ODD = st.sampled_from(
    [
        "Le futur : pourquoi",
        "no",
        "2004",
        "#3",
        "'",
        '"',
        "- 3",
        "@ana",
        "100 %",
        "% pur",
        "null",
        "~",
        "1e3",
        "0o17",
        "a: b",
        "a #b",
        "👩‍👩‍👧 famille",
        "a\tb",
        "a\nb",
        "a\\b",
        "[a]",
        "{a}",
        "\u2028",
        "\ufeff",
        "\x7f",
        "!x",
        "&x",
        "*x",
        "|",
        ">",
        "?",
        "=",
        "<<",
        "a:",
        "---",
        "...",
        "2026-11-20",
        "12:30",
        ".5",
        "\U000e0001",
        "été",
        "a\u202eb",
    ]
)
TEXT = (
    (st.text(SIGNS, min_size=1) | ODD)
    .map(lambda text: tidy(text).replace("\r", ""))
    .filter(lambda text: bool(text.strip()))
)
TOPIC = TEXT.map(lambda text: f"{text} a").filter(slugify)
NAME = st.from_regex(SLUG, fullmatch=True).filter(is_slug)
DAY = st.dates(datetime.date(1000, 1, 1))
QUESTION = st.builds(lambda talk, name: f"{talk}/{name}", NAME, NAME)
ALIAS = st.sampled_from(["old/prix.html", "éditions/2004/", "2004", "a.b"])
ALIASES = st.lists(ALIAS).map(tuple)
TOPICS = st.lists(TOPIC).map(tuple)
SITE = st.none() | st.sampled_from(["https://example.org/", "http://example.org/?a=b#c"])
CONTACT = st.builds(
    Contact,
    email=st.none() | st.just("ana@example.org"),
    phone=st.none() | st.sampled_from(["+33 1 99 00 12 34", "0199001234", "01.99"]),
    address=st.none() | TEXT,
)
CONSENT = st.builds(
    Consent, publish=st.lists(st.sampled_from(["email", "photo"])).map(tuple), date=DAY
)
ENTRIES = st.one_of(
    st.builds(
        Edition,
        title=TEXT,
        date=DAY,
        number=st.none() | st.integers(1, 999),
        theme=st.none() | TEXT,
        end_date=st.none() | DAY,
        website=SITE,
        aliases=ALIASES,
        draft=st.booleans(),
    ),
    st.builds(
        Talk,
        title=TEXT,
        edition=NAME,
        speakers=st.lists(NAME, min_size=1).map(tuple),
        order=st.none() | st.integers(-9, 99),
        topics=TOPICS,
        lang=st.none() | st.sampled_from(["no", "fr", "en-GB"]),
        question_aliases=st.dictionaries(NAME, NAME),
        aliases=ALIASES,
        draft=st.booleans(),
    ),
    st.builds(
        Answer,
        question=QUESTION,
        author=NAME,
        date=DAY,
        updated=st.none() | DAY,
        retained=st.booleans(),
        sources=st.lists(TEXT).map(tuple),
        aliases=ALIASES,
        draft=st.booleans(),
    ),
    st.builds(Outcome, by=st.none() | NAME, date=st.none() | DAY, topics=TOPICS),
    st.builds(
        Member,
        name=TEXT,
        role=st.none() | TEXT,
        topics=TOPICS,
        photo=st.none() | st.just("photos/ana.jpg"),
        contact=CONTACT,
        consent=st.none() | CONSENT,
        aliases=ALIASES,
    ),
)
PATHS = {
    Edition: "editions/a.md",
    Talk: "talks/a.md",
    Answer: "answers/a.md",
    Outcome: "questions/a/b.md",
    Member: "members/a.md",
}


def read_back(text: str, model: type[Meta]) -> Meta:
    """Read what was written."""
    # As it is stored and read again.
    source = read_source(PATHS[model], text.encode())
    assert isinstance(source, Source), source
    assert source.remarks == ()
    kind = next(kind for kind, known in MODELS.items() if known is model)
    entry = read_entry(source, kind, Settings())
    assert isinstance(entry, Entry), entry
    return entry.meta


@given(ENTRIES)
def test_reads_back_equal(meta: Meta) -> None:
    """Whatever signs the values have that may be seen, the file says the same."""
    assert read_back(write_entry(meta), type(meta)) == meta


@given(st.text(SIGNS), TEXT)
def test_body_reads_back(body: str, name: str) -> None:
    """The text below is kept, but for empty lines around it and the ends of its lines."""
    kept = tidy(body)
    source = read_source("members/a.md", write_entry(Member(name=name), kept).encode())
    assert isinstance(source, Source)
    lines = kept.replace("\r\n", "\n").replace("\r", "\n")
    assert source.body.strip() == lines.strip()


def test_form() -> None:
    """Plain where it can be, between quotes where it must be, in the order of the model."""
    talk = Talk(
        speakers=("ana", "2004"),
        title="Le futur : pourquoi",
        edition="2004",
        topics=("Prix & marge", "#3"),
        date=datetime.date(2004, 9, 24),
        summary='« Non », dit-elle : "no".',
        lang="no",
        question_aliases={"former": "present"},
        draft=True,
    )
    assert write_entry(talk, "\nDu texte.\n\n") == (
        '---\ntitle: "Le futur : pourquoi"\nedition: "2004"\n'
        'speakers:\n  - ana\n  - "2004"\ndate: 2004-09-24\n'
        'topics:\n  - Prix & marge\n  - "#3"\n'
        'summary: "« Non », dit-elle : \\"no\\"."\nlang: "no"\n'
        "question_aliases:\n  former: present\ndraft: true\n---\n\nDu texte.\n"
    )


def test_keys_in_path() -> None:
    """What the path says isn't said again."""
    answer = Answer(question="prix/marge", author="ana", date=datetime.date(2005, 1, 1))
    assert write_entry(answer, told={"question", "author"}) == "---\ndate: 2005-01-01\n---\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Prix d'ami", "Prix d'ami"),
        ("https://example.org/", "https://example.org/"),
        ("fin ", '"fin "'),
        ("a\x07\U000e0001\ufeff", '"a\\u0007\U000e0001\\ufeff"'),
        ("2004-forum", '"2004-forum"'),
        ((), "[]"),
        ({}, "{}"),
    ],
)
def test_scalar(value: object, written: str) -> None:
    """A value is written as other readers of YAML take it, too."""
    assert write_file({"key": value}) == f"---\nkey: {written}\n---\n"


def test_items_with_keys() -> None:
    """The keys of an item stand below each other behind one dash; a line is read as they are."""
    line = "---\ntitle: T\nedition: a\nspeakers: b\nmaterials:\n  - Mes diapos https://a.example/d\n---\n"
    keys = line.replace(
        "- Mes diapos https://a.example/d", "- title: Mes diapos\n    address: https://a.example/d"
    )
    sources = [read_source("talks/a.md", text) for text in (line, keys)]
    talks = [Talk.model_validate(each.meta) for each in sources if isinstance(each, Source)]
    assert talks[0] == talks[1]
    assert "materials:\n  - title: Mes diapos\n    address: https://a.example/d\n" in (
        write_entry(talks[0])
    )

"""Schemas of the frontmatter: what an editor refuses, the check refuses, and the other way."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from mkdocs_forum.core.forms.write import write_file
from mkdocs_forum.core.model.settings import FOLDERS, Settings
from mkdocs_forum.core.outputs.published_schemas import schemas
from mkdocs_forum.core.outputs.schemas import SCHEMAS, descriptions, schema
from mkdocs_forum.core.reading.entry import Entry, kind_of, read_entry
from mkdocs_forum.core.reading.source import Source, read_source
from mkdocs_forum.core.words.language import Language

ROOT = Path(__file__).parents[3]
FRENCH = Settings(language="fr", folders=FOLDERS["fr"])
PATHS = {
    "edition": "editions/a.md",
    "talk": "talks/a.md",
    "answer": "answers/a/b/c.md",
    "outcome": "questions/a/b.md",
    "member": "members/a.md",
}


class Editor(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: a date is a text, and so are `yes` and `no`."""


TAG = "tag:yaml.org,2002:"
FORMS = {
    "bool": (r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    "int": (r"[-+]?[0-9]+", [*"-+0123456789"]),
    "float": (r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", [*"-+.0123456789"]),
    "null": (r"~|null|Null|NULL|", [*"~nN", ""]),
}
# Not those of YAML 1.1, which it would have from its parent.
Editor.yaml_implicit_resolvers = {}
for tag, (form, first) in FORMS.items():
    Editor.add_implicit_resolver(TAG + tag, re.compile(f"^(?:{form})$"), first)
Editor.add_constructor(f"{TAG}int", lambda _, node: int(node.value))


def validator(name: str, settings: Settings | None = None) -> Draft202012Validator:
    """Give a validator of a kind of frontmatter."""
    made = schema(name, settings or Settings(), Language("en"))
    return Draft202012Validator(made, format_checker=Draft202012Validator.FORMAT_CHECKER)


def is_refused_by_schema(name: str, header: str) -> bool:
    """Whether an editor underlines something."""
    return not validator(name).is_valid(yaml.load(header, Loader=Editor) or {})


def is_refused_by_model(name: str, header: str) -> bool:
    """Whether the entry can't be understood."""
    source = read_source(PATHS[name], f"---\n{header}---\n")
    assert isinstance(source, Source)
    return not isinstance(read_entry(source, SCHEMAS[name], Settings()), Entry)


@pytest.mark.parametrize("name", SCHEMAS)
def test_is_a_schema(name: str) -> None:
    """Each schema is one of draft 2020-12, and of the draft that editors know best."""
    made = schema(name, Settings(), Language("fr"))
    Draft202012Validator.check_schema(made)
    Draft7Validator.check_schema(made)
    assert "$schema" not in made


ENTRIES = [
    path
    for folder in ("docs", "tests/forum/docs")
    for path in sorted((ROOT / folder).rglob("*.md"))
    if kind_of(path.relative_to(ROOT / folder).as_posix(), FRENCH)
]


def test_real_entries() -> None:
    """Every entry of the two forums is as the schemas want it."""
    faults = []
    for path in ENTRIES:
        root = ROOT / ("docs" if path.is_relative_to(ROOT / "docs") else "tests/forum/docs")
        kind = kind_of(path.relative_to(root).as_posix(), FRENCH)
        name = next(name for name, known in SCHEMAS.items() if known == kind)
        source = read_source("a.md", path.read_bytes())
        assert isinstance(source, Source)
        values = yaml.load(source.header, Loader=Editor) or {}
        faults += [f"{path}: {error.message}" for error in validator(name).iter_errors(values)]
    assert (len(ENTRIES) > 80, faults) == (True, [])


TALK = "title: T\nedition: '2004'\nspeakers: ana\n"
CASES: list[tuple[str, str, bool]] = [
    ("outcome", "asked_of: ana\n", False),
    ("outcome", "asked_of: [ana, bob]\npromised_by:\n", False),
    ("outcome", "asked_of:\n  ana: 2004-09-24\n  bob:\n", False),
    ("outcome", "asked_of:\n  ana: soon\n", True),
    ("outcome", "asked_of: [Ana]\n", True),
    ("outcome", "promised_by: ana\n", True),
    ("outcome", "promised_by:\n  ana: 2004-09-24\n", False),
    ("outcome", "promised_by:\n  ana:\n", True),
    ("talk", TALK, False),
    ("talk", "edition: 2004\nspeakers: [ana]\ntitle: 2004\n", False),
    ("talk", "title:\nedition: 2004\nspeakers: [ana]\n", True),
    ("talk", "title: '  '\nedition: 2004\nspeakers: [ana]\n", True),
    ("talk", "title: T\nedition: 2004\n", True),
    ("talk", "title: T\nedition: 2004\nspeakers: []\n", True),
    ("talk", "title: T\nedition: 2004\nspeakers: [Ana]\n", True),
    ("talk", "title: T\nedition: 2004\nspeakers: [ana, null]\n", True),
    ("talk", "title: {a: b}\nedition: 2004\nspeakers: ana\n", True),
    ("talk", "title: [T]\nedition: 2004\nspeakers: ana\n", True),
    ("talk", "title: no\nedition: no\nspeakers: ana\n", False),
    ("talk", "title: T\nedition: 20.5\nspeakers: ana\n", True),
    ("talk", "title: T\nedition: -5\nspeakers: ana\n", True),
    ("talk", TALK + "titel: T\n", True),
    ("talk", TALK + "order: 3\n", False),
    ("talk", TALK + "order: '3'\n", False),
    ("talk", TALK + "order: 1.5\n", True),
    ("talk", TALK + "order: first\n", True),
    ("talk", TALK + "date: 2004-09-24\n", False),
    ("talk", TALK + "date: '2004-09-24'\n", False),
    ("talk", TALK + "date: 2004-02-30\n", True),
    ("talk", TALK + "date: 24/09/2004\n", True),
    ("talk", TALK + "date: 2004-09-24T10:00\n", True),
    ("talk", TALK + "date: 2004\n", True),
    ("talk", TALK + "date:\n", False),
    ("talk", TALK + "draft: true\n", False),
    ("talk", TALK + "draft: yes\n", False),
    ("talk", TALK + "draft: 1\n", False),
    ("talk", TALK + "draft: maybe\n", True),
    ("talk", TALK + "draft: 2\n", True),
    ("talk", TALK + "topics: Prix\n", False),
    ("talk", TALK + "topics: [Prix, 2004]\n", False),
    ("talk", TALK + "topics: ['!!']\n", True),
    ("talk", TALK + "topics: {a: b}\n", True),
    ("talk", TALK + "topics: [[a]]\n", True),
    ("talk", TALK + "lang: en-GB\n", False),
    ("talk", TALK + "lang: english!\n", True),
    ("talk", TALK + "aliases: [éditions/2004/, a.html]\n", False),
    ("talk", TALK + "aliases: /a\n", True),
    ("talk", TALK + "aliases: a/../b\n", True),
    ("talk", TALK + "aliases: https://example.org\n", True),
    ("talk", TALK + "question_aliases: {a: b, 2004: '5'}\n", False),
    ("talk", TALK + "question_aliases: {A: b}\n", True),
    ("talk", TALK + "question_aliases: {a: B}\n", True),
    ("talk", TALK + "question_aliases: a\n", True),
    ("answer", "date: 2004-01-01\n", False),
    ("answer", "date: 2004-01-01\nquestion: a/b\nauthor: c\n", False),
    ("answer", "date: 2004-01-01\nquestion: b\n", True),
    ("answer", "updated: 2004-01-01\n", True),
    ("answer", "date: 2004-01-01\nsources: Un livre\n", False),
    ("answer", "date: 2004-01-01\nsources: ['']\n", True),
    ("edition", "title: T\ndate: 2004-01-01\nnumber: 1\n", False),
    ("edition", "title: T\ndate: 2004-01-01\nnumber: 0\n", True),
    ("edition", "title: T\ndate: 2004-01-01\nnumber: '0'\n", True),
    ("edition", "title: T\ndate: 2004-01-01\nnumber: '27'\n", False),
    ("edition", "title: T\ndate: 2004-01-01\nwebsite: https://example.org/?a=b\n", False),
    ("edition", "title: T\ndate: 2004-01-01\nwebsite: example.org\n", True),
    ("edition", "title: T\n", True),
    ("outcome", "", False),
    ("outcome", "status: closed\ndate: 2004-01-01\n", False),
    ("outcome", "status: closed\n", True),
    ("outcome", "status: closed\ndate:\n", True),
    ("outcome", "status: Closed\ndate: 2004-01-01\n", True),
    ("outcome", "status: duplicate\ndate: 2004-01-01\n", True),
    ("outcome", "status: duplicate\ndate: 2004-01-01\nduplicate_of: a/b\n", False),
    ("outcome", "status: closed\ndate: 2004-01-01\nduplicate_of: a/b\n", True),
    ("outcome", "duplicate_of: a/b\n", True),
    ("outcome", "status:\nduplicate_of:\n", False),
    ("member", "name: Ana\n", False),
    ("member", "name: Ana\ncontact:\nconsent:\n", False),
    ("member", "name: Ana\ncontact: {email: ana@example.org, phone: 0199001234}\n", False),
    ("member", "name: Ana\ncontact: {email: null, phone: +33 1 99 00 12 34}\n", False),
    ("member", "name: Ana\ncontact: {email: ana}\n", True),
    ("member", "name: Ana\ncontact: {phone: call me}\n", True),
    ("member", "name: Ana\ncontact: {mail: ana@example.org}\n", True),
    ("member", "name: Ana\ncontact: ana@example.org\n", True),
    ("member", "name: Ana\nphoto: photos/ana.jpg\n", False),
    ("member", "name: Ana\nphoto: ../ana.jpg\n", True),
    ("member", "name: Ana\nconsent: {publish: email, date: 2004-01-01}\n", False),
    ("member", "name: Ana\nconsent: {publish: [email, pager], date: 2004-01-01}\n", True),
    ("member", "name: Ana\nconsent: {publish: [email]}\n", True),
    ("member", "name: Ana\nconsent: {date: 2004-01-01}\n", True),
]


@pytest.mark.parametrize(("name", "header", "refused"), CASES)
def test_agreement(name: str, header: str, refused: bool) -> None:
    """Schema and model refuse the same."""
    assert (is_refused_by_schema(name, header), is_refused_by_model(name, header)) == (
        refused,
        refused,
    )


KEYS = {name: sorted(schema(name, Settings(), Language("en"))["properties"]) for name in SCHEMAS}
NEEDED: dict[str, dict[str, Any]] = {
    "edition": {"title": "T", "date": "2004-01-01"},
    "talk": {"title": "T", "edition": "2004", "speakers": ["ana"]},
    "answer": {"date": "2004-01-01"},
    "outcome": {},
    "member": {"name": "Ana"},
}
SCALARS = st.sampled_from(
    [
        *("a", "ana", "Ana", "a-b", "a--b", "a/b", "a/b/c", "2004", "0", "-3", "1.5", "true"),
        *("yes", "no", "Oui", "été", "photos/a.png", "a.png/", "fr", "en-GB", "", " ", "..", "."),
        *("2004-02-29", "2005-02-29", "2004-1-1", "https://a.org", "http://", "a@b.c", "@", "!"),
        *("+33 1 99", "email", "photo", "closed", "duplicate", "synthesised", "A.b~c/", "//"),
    ]
)
VALUES = SCALARS | st.lists(SCALARS, max_size=3) | st.dictionaries(SCALARS, SCALARS, max_size=2)


@given(st.data(), st.sampled_from(sorted(SCHEMAS)))
def test_agreement_on_anything(data: st.DataObject, name: str) -> None:
    """Schema and model refuse the same, whatever is written at whatever key."""
    drawn = data.draw(st.dictionaries(st.sampled_from([*KEYS[name], "other"]), VALUES, max_size=4))
    written = write_file({**NEEDED[name], **drawn}).removeprefix("---\n").removesuffix("---\n")
    header = re.sub(r'"(-?\d[\d.]*|true|yes|no)"', r"\1", written)
    if name == "answer":
        # The path says these two, and a file that contradicts it is refused for that.
        header = re.sub(r"(?m)^(question|author):.*\n(?:  .*\n)*", "", header)
    assert is_refused_by_schema(name, header) == is_refused_by_model(name, header)


def test_extra_keys() -> None:
    """Keys of other plugins may hold anything."""
    settings = Settings(extra_keys=frozenset({"hide"}))
    assert validator("member", settings).is_valid({"name": "Ana", "hide": ["toc"]})


def test_described() -> None:
    """Every key is described, in the language of the site."""
    made = schema("talk", Settings(), Language("fr"))
    assert [key for key, value in made["properties"].items() if "description" not in value] == []
    assert made["properties"]["title"]["description"] == "Titre de l’intervention."


def test_descriptions() -> None:
    """The catalogues know each description, nested ones too."""
    assert {"Title of the talk.", "Telephone number.", "How to reach a member."} <= set(
        descriptions()
    )


def test_portable_patterns() -> None:
    """No pattern has a notation that means another thing in JavaScript, or nothing."""
    text = "".join(output.text for output in schemas(Settings()))
    patterns = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', text)
    escapes = {sign for found in patterns for sign in re.findall(r"\\.", json.loads(found))}
    assert (len(patterns) > 50, escapes) == (
        True,
        {r"\S", r"\d", r"\s", r"\u", r"\.", r"\+", r"\\", r"\[", r"\]"},
    )


def test_outputs() -> None:
    """Each schema has its address, which is its name; without an address of the site, none."""
    known = list(schemas(Settings(site_url="https://forum.example.org/")))
    unknown = list(schemas(Settings()))
    assert [(output.target, json.loads(output.text)["$id"]) for output in known] == [
        (
            f"assets/forum/schemas/{name}.json",
            f"https://forum.example.org/assets/forum/schemas/{name}.json",
        )
        for name in SCHEMAS
    ]
    assert ["$id" in json.loads(output.text) for output in unknown] == [False] * len(SCHEMAS)

"""The form refuses whatever the check refuses, in the same words, and writes the same files."""

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from mkdocs_forum.core.faults.catalogue.codes import CODES
from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.faults.diagnostic import Message
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.forms.compose import (
    read_question,
)
from mkdocs_forum.core.forms.fields import FORMS
from mkdocs_forum.core.forms.form import Form
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.reading.entry import kind_of
from mkdocs_forum.core.reading.source import Source, read_source
from tests.browser.form_scripts import (
    SETTINGS,
    TELL,
    WIDE,
    Call,
    FormScripts,
    differences,
    said,
    wanted,
)
from tests.browser.modules import Modules, modules
from tests.browser.typed import (
    AGREED,
    ANSWER,
    BODIES,
    LARGE,
    MEMBER,
    QUOTED,
    READ,
    SECTIONS,
    TALK,
    VALUES,
)
from tests.core.checks.test_fault_table import CASES
from tests.core.pieces import MARKDOWN, ODD
from tests.examples import times
from tests.faults import FORUM

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Modules]:
    """Give a page in which the modules are loaded."""
    with modules(browser) as page:
        yield page


@pytest.fixture(scope="module")
def small(page: Modules) -> FormScripts:
    """Give the forum of the table of faults."""
    return FormScripts(page, FORUM)


@pytest.fixture(scope="module")
def wide(page: Modules) -> FormScripts:
    """Give a forum with more in it."""
    return FormScripts(page, WIDE)


def fillable(path: str, content: object) -> Call | None:
    """Give what has to be typed into a form to get a file; nothing where no form makes such a one.

    A form has no field for some keys, and writes neither lists of lists nor what can't be read.
    """
    kind = kind_of(path, SETTINGS)
    if kind not in {"answers", "talks", "members"} or not isinstance(content, str | bytes):
        return None
    source = read_source(path, content)
    # A form writes no key without a value.
    if not isinstance(source, Source) or None in source.meta.values():
        return None
    name = path.removeprefix(f"{kind}/").removesuffix(".md")
    values: dict[str, Any] = {"slug": name}
    if kind == "answers":
        question, _, author = name.rpartition("/")
        values = {"question": question, "author": author}
    known = {field.keys for field in FORMS[kind]}
    for keys, value in typed(source.meta):
        texts = value if isinstance(value, list) else [value]
        if not all(isinstance(text, str) for text in texts):
            return None
        if keys[0] == "consent":
            values.setdefault("consent", {})[keys[-1]] = value
        elif keys not in known:
            return None
        else:
            values[keys[-1]] = value
    return kind, values, source.body, ()


def typed(meta: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Give the values of a frontmatter with their keys, those below others too."""
    for key, value in meta.items():
        if isinstance(value, dict) and key in {"contact", "consent"}:
            yield from (((key, name), held) for name, held in value.items())
        elif value is not None:
            yield (key,), value


def produced() -> Iterator[tuple[str, Mapping[str, str], str, Call, list[str]]]:
    """Give the cases of the table of faults in which a form could produce a file.

    Each with the forum to which that file is sent, its path, what is typed, and what the table says
    of it. A forum with errors has no site, and so no form.
    """
    for name, (files, messages) in CASES.items():
        for path, content in files.items():
            call = fillable(path, content)
            others = {other: text for other, text in files.items() if other != path}
            if call is None or not all(isinstance(text, str) for text in others.values()):
                continue
            forum = {key: str(text) for key, text in {**FORUM, **others}.items() if key != path}
            faults = load(dict(forum), SETTINGS)[1]
            if all(fault.severity is Severity.WARNING for fault in faults):
                own = [message for message in messages if message.startswith(f"{path}:")]
                yield f"{name}: {path}", forum, path, call, own


PRODUCED = list(produced())
SAID_OF_WRITING = {"F106", "F109"} | {
    name for name, code in CODES.items() if code.is_mechanical and name < "F12"
}
"""Codes of how a file was typed: a form writes the same values as they should be."""


def made_of(page: Modules, language: str) -> Iterator[tuple[FormScripts, Call, Any]]:
    """Compose what `PRODUCED` holds, all that is sent to one forum at once."""
    groups: dict[str, list[int]] = {}
    for number, (_, forum, *_) in enumerate(PRODUCED):
        groups.setdefault(json.dumps(forum), []).append(number)
    found: dict[int, tuple[FormScripts, Call, Any]] = {}
    for written, numbers in groups.items():
        desk = FormScripts(page, json.loads(written), language)
        calls = [PRODUCED[number][3] for number in numbers]
        made = page.compose(desk.book, calls)
        found |= {
            number: (desk, *pair)
            for number, pair in zip(numbers, zip(calls, made, strict=True), strict=True)
        }
    yield from (found[number] for number in range(len(PRODUCED)))


def test_table_of_faults(page: Modules) -> None:
    """Of each faulty file that a form could produce, it tells what the check tells, in French."""
    differing = [
        (call, made, expected)
        for desk, call, made in made_of(page, "fr")
        if made != (expected := wanted(desk, call, made))
    ]
    assert differing == []


def test_words_of_the_table(page: Modules) -> None:
    """Where the form writes what the table has, it says what the table says, word for word."""
    unsaid, equal = [], 0
    for (name, _, path, _, messages), (_, call, made) in zip(
        PRODUCED, made_of(page, "en"), strict=True
    ):
        if (path, fillable(path, made["text"])) != (made["path"], call):
            continue
        equal += 1
        told = [
            "\n    hint: ".join(filter(None, (f"{each['code']} {each['message']}", each["hint"])))
            for each in made["faults"]
        ]
        listed = [re.sub(r"^.*?:\d+:\d+: ", "", message) for message in messages]
        unsaid += [
            (name, told, message)
            for message in listed
            if message not in told and message[:4] not in SAID_OF_WRITING
        ]
    assert (unsaid, equal >= 50) == ([], True)


def test_values(wide: FormScripts) -> None:
    """Of each value it tells what the check tells, and writes the same file."""
    assert differences(wide, [(*call, "Texte.", ()) for call in VALUES.values()]) == []


PLACES: Mapping[str, list[tuple[str, str | None]]] = {
    "no answer at all": [("F112", "author"), ("F112", "date"), ("F112", "question")],
    "unknown names": [("F202", "edition"), *[("F203", "speakers")] * 3],
    "topics without letters": [("F113", "topics")],
    "author of another alphabet": [("F122", "author"), ("F113", "author")],
    "question too deep": [("F121", "question")],
    "addresses": [("F113", "website"), ("F113", "email"), ("F113", "phone")],
    "contact without consent": [("F301", "email"), ("F301", "phone")],
    "consent to all": [("F113", "consent"), ("F113", "consent")],
    "slug of a page": [("F123", "slug")],
    "slug that looks like another": [("F125", "slug")],
    "older than its talk": [("F209", "date")],
}
"""Codes, and the fields at which they are told."""


def test_fields(wide: FormScripts) -> None:
    """Each fault stands at the field that mends it, or at the text."""
    made = wide.page.compose(wide.book, [(*VALUES[name], "Texte.", ()) for name in PLACES])
    found = [[(fault["code"], fault["field"]) for fault in each["faults"]] for each in made]
    assert dict(zip(PLACES, found, strict=True)) == PLACES
    text = wide.page.compose(wide.book, [("answers", ANSWER, "{! x !}", ())])[0]["faults"]
    assert [(fault["code"], fault["field"]) for fault in text] == [("F156", None)]


TAKEN = {"prix": "prix-2", "heures": "heures-2", "index": "index-2"}
"""Names that a new talk can't have, and what each form proposes."""


def test_taken_names(wide: FormScripts) -> None:
    """A name that a file or a former page has is refused, with one that is free."""
    made = wide.page.compose(wide.book, [("talks", {**TALK, "slug": name}, "") for name in TAKEN])
    assert [each["faults"] for each in made] == [
        [
            {
                "field": "slug",
                "line": 1,
                "column": 1,
                "code": "F123",
                "message": Message(Sentence.NAME_TAKEN, (("name", name),)).tell(TELL),
                "hint": Message(Sentence.CALL_IT, (("name", free),)).tell(TELL),
            }
        ]
        for name, free in TAKEN.items()
    ]


def test_quotes(wide: FormScripts) -> None:
    """Each text is put between quotes where Python does so."""
    calls = [("talks", {**TALK, "title": text, "topics": [f"{text} a"]}, "", ()) for text in QUOTED]
    assert differences(wide, calls) == []


def test_bodies(wide: FormScripts) -> None:
    """Of each text it tells what the check tells, at the same place."""
    calls = [
        (kind, values, body, ())
        for kind, values in (("answers", ANSWER), ("members", MEMBER), ("talks", TALK))
        for body in BODIES.values()
    ]
    assert differences(wide, calls) == []


NEVER: Mapping[str, set[str]] = {
    "a form writes the frontmatter itself": {
        *("F101", "F102", "F103", "F104", "F105", "F106", "F107", "F108", "F109", "F110"),
        *("F111", "F115", "F116", "F120"),
    },
    "a form takes such signs off": {"F117", "F118", "F119"},
    "a form sends Markdown to its folder": {
        *("F124", "F126", "F151", "F152", "F153", "F154", "F155", "F157"),
    },
    "a form writes no such key or file": {
        *("F139", "F204", "F205", "F206", "F207", "F208", "F210", "F213", "F215", "F304"),
    },
    "only the check knows what links lead to": {
        *("F305", "F306", "F307", "F308", "F309", "F310"),
    },
    "only a build can tell": {"F137", "F303", "F401", "F402"},
}
"""Codes that nothing which is typed into a form can have, and why."""


def test_every_code(page: Modules, wide: FormScripts) -> None:
    """Whatever code a form can have is told in one of these tables."""
    calls = [(*call, "Texte.", ()) for call in VALUES.values()]
    calls += [("answers", ANSWER, body, ()) for body in BODIES.values()]
    calls += [("talks", TALK, body, ()) for body in SECTIONS.values()]
    made = wide.page.compose(wide.book, calls) + [made for *_, made in made_of(page, "fr")]
    told = {fault["code"] for each in made for fault in each["faults"]}
    assert sorted(CODES) == sorted([*told, *(code for codes in NEVER.values() for code in codes)])


OPENED = replace(SETTINGS, openings=frozenset({r"\{\{", "{%"}))
"""A forum whose plugins run what stands between such signs, in the frontmatter, too."""


def test_openings_of_macros(page: Modules) -> None:
    """What macros would run is told at each value, as in the text."""
    desk = FormScripts(page, WIDE, settings=OPENED)
    run = "Le {{ prix }} de {% x %}"
    calls: list[Call] = [
        (
            "talks",
            {**TALK, "title": run, "speakers": ["bob", "{{ x }}"], "topics": [run]},
            run,
            (),
        ),
        ("answers", {**ANSWER, "date": "{% now %}", "sources": ["a", run, "{{b}}"]}, "", ()),
        ("members", {**MEMBER, "address": f"1, rue X\n{run}", "consent": AGREED}, "", ()),
    ]
    assert differences(desk, calls) == []
    found = [each["faults"] for each in page.compose(desk.book, calls)]
    told = [[fault["field"] for fault in faults if fault["code"] == "F156"] for faults in found]
    assert told == [
        ["title", "speakers", "topics", None],
        ["date", "sources", "sources"],
        ["address"],
    ]


def test_sections(wide: FormScripts) -> None:
    """Of each list of questions it tells what the check tells."""
    assert differences(wide, [("talks", TALK, body, ()) for body in SECTIONS.values()]) == []


ASKED = (
    ("Combien de temps cela prend-il à deux ?", "Combien de temps cela prend-il à trois ?"),
    ("Quand ? {#quand}", "Et quand ? {#quand}", "", "Où ?\nIci\u00a0?"),
    ("**Combien** de [temps](a.md) ?", "Et `deux` ?", "Le #2 ?", "2) Deux ?"),
)


def test_questions(wide: FormScripts) -> None:
    """Questions that are typed one by one are named and written below the text."""
    calls = [("talks", TALK, body, asked) for body in ("", "Texte.\n") for asked in ASKED]
    assert differences(wide, calls) == []


def test_questions_that_cannot_stand(wide: FormScripts) -> None:
    """A question without a text, a wrong name, and questions twice are told at their field."""
    calls = [("talks", TALK, "", ["…", "A {#B}"]), ("talks", TALK, SECTIONS["underlined"], ["A"])]
    found = wide.page.compose(wide.book, calls)
    faults, _ = zip(*(read_question(asked)[::-1] for asked in calls[0][3]), strict=True)
    told = [said(fault) for group in faults for fault in group]
    assert [fault for fault in found[0]["faults"] if fault["field"] == "questions"] == [
        {"field": "questions", **fault, "line": 1, "column": 1}
        for fault in sorted(told, key=lambda fault: str(fault["code"]))
    ]
    assert [fault["message"] for fault in found[1]["faults"] if fault["field"] == "questions"] == [
        TELL(Sentence.HAS_QUESTIONS)
    ]


def refused(form: Form, name: str, text: str) -> dict[str, Any]:
    """Read a value as the commands do; a refusal there has no code."""
    field = next(field for field in form.fields if field.name == name)
    value, refusal = form.read(field, text)
    return {
        "value": value,
        "refusal": refusal
        and (refusal.message.tell(TELL), refusal.hint and refusal.hint.tell(TELL)),
    }


def test_reading(wide: FormScripts) -> None:
    """One value is read as the commands read it, and refused in the same words."""
    calls = [
        (kind, field.name, text)
        for kind in ("talks", "answers", "members")
        for field in FORMS[kind]
        for text in (*READ, *(LARGE if field.name in {"title", "topics", "address"} else ()))
    ]
    found = wide.page.call("read", wide.book, calls)
    differing = []
    for (kind, name, text), read in zip(calls, found, strict=True):
        refusal = read["refusal"]
        made = {**read, "refusal": refusal and (refusal["message"], refusal["hint"])}
        expected = refused(wide.form(kind), name, text)
        differing += [] if made == expected else [(kind, name, text, made, expected)]
    assert differing == []


def test_proposing(wide: FormScripts) -> None:
    """A form proposes what the commands propose."""
    given = [{}, {"title": "Le prix"}, {"name": "Ana"}, {"title": "heures"}, {"title": "Print"}]
    calls = [
        (kind, field.name, values)
        for kind in ("talks", "answers", "members")
        for field in FORMS[kind]
        for values in given
    ]
    assert wide.page.call("propose", wide.book, calls) == [
        wide.form(kind).proposal(next(each for each in FORMS[kind] if each.name == name), values)
        for kind, name, values in calls
    ]


SIGNS = st.characters(exclude_categories=["Cs", "Cn"])
VALUE = st.one_of(
    st.text(SIGNS, max_size=20),
    st.lists(ODD, max_size=4).map("".join),
    st.sampled_from([*QUOTED, *READ]),
    st.text("ab:- #'\"0123.,_eé", max_size=8),
)
NAME = (
    st.sampled_from(["ana", "bob", "Ève Noël", "prix/marge", "prix/rabais", "2004", "2026"]) | VALUE
)
DAY = st.dates(datetime.date(1, 1, 1)).map(str) | VALUE
TEXTS = st.one_of(
    st.lists(MARKDOWN, max_size=12).map("\n".join),
    st.lists(st.one_of(ODD, st.text(SIGNS)), max_size=5).map("".join),
    st.sampled_from([*BODIES.values(), *SECTIONS.values()]),
)
FILLED: Mapping[str, Mapping[str, st.SearchStrategy[Any]]] = {
    "talks": {
        "title": VALUE,
        "slug": VALUE | st.just("neuf"),
        "edition": NAME,
        "speakers": st.lists(NAME, max_size=3),
        "order": st.integers().map(str) | st.text("0123456789_.+-", max_size=6),
        "date": DAY,
        "topics": st.lists(VALUE, max_size=3),
        "summary": VALUE,
        "lang": VALUE | st.sampled_from(["fr", "en-GB"]),
    },
    "answers": {
        "question": NAME,
        "author": NAME,
        "date": DAY,
        "sources": st.lists(VALUE, max_size=3),
        "licence": VALUE,
    },
    "members": {
        "name": VALUE,
        "company": VALUE,
        "topics": st.lists(VALUE, max_size=3),
        "website": VALUE.map(lambda text: f"https://{text}") | VALUE,
        "email": st.builds("{}@{}.org".format, VALUE, VALUE) | VALUE,
        "phone": st.text("+0123456789 .()-٣", max_size=9) | VALUE,
        "address": VALUE,
        "consent": st.fixed_dictionaries(
            {"publish": st.lists(st.sampled_from(["email", "phone", "address"]), unique=True)},
            optional={"date": DAY},
        ),
    },
}
SOUND: Mapping[str, Mapping[str, Any]] = {"talks": TALK, "answers": ANSWER, "members": MEMBER}


@st.composite
def calls(draw: st.DrawFn) -> Call:
    """Give what somebody typed: most often on top of values that can stand."""
    kind = draw(st.sampled_from(sorted(FILLED)))
    given = draw(st.fixed_dictionaries({}, optional=dict(FILLED[kind])))
    sound = SOUND[kind] if draw(st.integers(0, 3)) else {}
    kept = sound if draw(st.booleans()) else {}
    return kind, {**sound, **given, **kept}, draw(TEXTS), ()


@times(0.4)
@given(typed=st.lists(calls(), min_size=8, max_size=16))
def test_anything(wide: FormScripts, typed: list[Call]) -> None:
    """Whatever is typed, a form writes the same bytes as Python, and tells the same faults."""
    assert differences(wide, typed) == []

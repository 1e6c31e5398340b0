"""What the form refuses the check refuses, in the same words; what it writes reads back equal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.faults.diagnostic import Message
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.forms.compose import Composed, has_questions, lines
from mkdocs_forum.core.forms.fields import FORMS
from mkdocs_forum.core.gfm.breaks import keep_breaks
from mkdocs_forum.core.reading.markdown.list_signs import plain_lists
from mkdocs_forum.core.words.contacts import contact_lines
from tests.browser.chromium import Chromium
from tests.browser.form_scripts import (
    SETTINGS,
    TELL,
    WIDE,
    Call,
    FormScripts,
    read_back,
    told_by,
)
from tests.browser.modules import Modules, modules
from tests.browser.typed import ANSWER, BODIES, MEMBER, QUOTED, SECTIONS, TALK, VALUES
from tests.core.gfm.corpus import CORPUS
from tests.core.pieces import MARKDOWN, ODD
from tests.examples import times

pytestmark = pytest.mark.browser

REFUSED = frozenset({"F113", "F142", "F156", "F159"})
"""Codes of what a form refuses before anything is sent; all others are left to the check."""


@pytest.fixture(scope="module")
def page(browser: Chromium) -> Iterator[Modules]:
    """Give a page in which the modules are loaded."""
    with modules(browser) as page:
        yield page


@pytest.fixture(scope="module")
def wide(page: Modules) -> FormScripts:
    """Give a forum with much in it."""
    return FormScripts(page, WIDE)


def differences(scripts: FormScripts, calls: Sequence[Call]) -> list[Any]:
    """Give the entries that a form judges otherwise than the check, or writes otherwise.

    What it refuses, the check tells in the same words; of each code that it refuses it tells one
    fault at the least. The files say the same, whatever is put between quotes.
    """
    found: list[Any] = []
    for call, made in zip(calls, scripts.made(calls), strict=True):
        path, text = made["path"], made["text"]
        told, checked = told_by(made), scripts.told(path, text)
        wanted = {fault for fault in checked if fault[0] in REFUSED}
        codes = {code for code, *_ in told}
        found += [(call, "told by the form alone", told - checked)] if told - checked else []
        missed = {fault for fault in wanted if fault[0] not in codes}
        found += [(call, "left to the check", missed)] if missed else []
        composed = scripts.composed(call)
        if isinstance(composed, Composed):
            expected = composed.path, read_back(composed.path, composed.text)
            if (path, read_back(path, text)) != expected:
                found.append((call, text, composed.text))
    return found


def test_values(wide: FormScripts) -> None:
    """Of each value it tells what the check tells, and writes the same."""
    assert differences(wide, [(*call, "Texte.", ()) for call in VALUES.values()]) == []


PLACES: Mapping[str, list[tuple[str, str]]] = {
    "topics without letters": [("F113", "topics")],
    "addresses": [("F113", "website"), ("F113", "email"), ("F113", "phone")],
    "account of no forge": [("F113", "account")],
    "language in words": [("F113", "lang")],
}
"""Codes, and the fields at which they are told."""


def test_fields(wide: FormScripts) -> None:
    """Each fault stands at the field that mends it, or at the text."""
    made = wide.made([(*VALUES[name], "Texte.", ()) for name in PLACES])
    found = [[(fault["code"], fault["field"]) for fault in each["faults"]] for each in made]
    assert dict(zip(PLACES, found, strict=True)) == PLACES
    (text,) = wide.made([("answers", ANSWER, "{! x !}", ())])
    assert [(fault["code"], fault["field"]) for fault in text["faults"]] == [("F156", "body")]


TAKEN = {"prix": "prix-2", "heures": "heures-2", "index": "index-2", "print": "print-2"}
"""Names that a new talk can't have, and what each form proposes."""


def test_taken_names(wide: FormScripts) -> None:
    """A name that a file, a page or a former one has is refused, with one that is free."""
    made = wide.made([("talks", {**TALK, "slug": name}, "", ()) for name in TAKEN])
    assert [(told_by(each), each["faults"][0]["field"]) for each in made] == [
        (
            {
                (
                    "F123",
                    Message(Sentence.NAME_TAKEN, (("name", name),)).tell(TELL),
                    Message(Sentence.CALL_IT, (("name", free),)).tell(TELL),
                )
            },
            "slug",
        )
        for name, free in TAKEN.items()
    ]


NAMES = {"Zoé Neuve": "zoe-neuve", "2004/Prix !": "2004-prix", "déjà-vu": "deja-vu", "": "neuf"}
"""What people write for the name of a file, and what becomes of it."""


def test_names_of_files(wide: FormScripts) -> None:
    """A name is written as an address can have it."""
    made = wide.made([("talks", {**TALK, "slug": name}, "", ()) for name in NAMES])
    assert [each["path"] for each in made] == [f"talks/{name}.md" for name in NAMES.values()]
    assert [each["faults"] for each in made] == [[]] * len(NAMES)


def test_quotes(wide: FormScripts) -> None:
    """Whatever YAML takes for something else is put between quotes."""
    calls = [("talks", {**TALK, "title": text, "topics": [f"{text} a"]}, "", ()) for text in QUOTED]
    assert differences(wide, calls) == []


def test_bodies(wide: FormScripts) -> None:
    """Of each text it tells what the check tells."""
    calls = [
        (kind, values, body, ())
        for kind, values in (("answers", ANSWER), ("members", MEMBER), ("talks", TALK))
        for body in BODIES.values()
    ]
    assert differences(wide, calls) == []


def test_every_code(wide: FormScripts) -> None:
    """Whatever code a form refuses is told in one of these tables."""
    calls: list[Call] = [(*call, "Texte.", ()) for call in VALUES.values()]
    calls += [("answers", ANSWER, body, ()) for body in BODIES.values()]
    told = {code for made in wide.made(calls) for code, *_ in told_by(made)}
    assert told == REFUSED


OPENED = replace(SETTINGS, openings=frozenset({r"\{\{", "{%"}))
"""A forum whose plugins run what stands between such signs."""


def test_openings_of_macros(page: Modules) -> None:
    """What macros would run is told of a text."""
    scripts = FormScripts(page, WIDE, OPENED)
    texts = ("Le {{ prix }} de {% x %}", "{% now %}", "{ {")
    calls: list[Call] = [("answers", ANSWER, text, ()) for text in texts]
    assert differences(scripts, calls) == []
    found = [{code for code, *_ in told_by(made)} for made in scripts.made(calls)]
    assert found == [{"F156"}, {"F156"}, set()]


QUESTIONS = {
    ("Combien de temps cela prend-il à deux ?", "Combien de temps cela prend-il à trois ?"): (
        "- Combien de temps cela prend-il à deux ? {#combien-de-temps-cela-prend-il}\n"
        "- Combien de temps cela prend-il à trois ? {#combien-de-temps-cela-prend-il-2}"
    ),
    ("Quand ? {#Jour J}", "Et quand ? {#jour-j}", "", "Où ?\nIci\u00a0?"): (
        "- Quand ? {#jour-j}\n- Et quand ? {#jour-j-2}\n- Où ? Ici ? {#ou-ici}"
    ),
    ("**Combien** de [temps](a.md) ?", "Et `deux` ?", "Le #2 ?"): (
        "- **Combien** de [temps](a.md) ? {#combien-de-temps}\n"
        "- Et `deux` ? {#et-deux}\n- Le #2 ? {#le-2}"
    ),
}
"""Questions that were typed one by one, and their list in the file."""


@pytest.mark.parametrize("body", ["", "Texte.\n"])
def test_questions(wide: FormScripts, body: str) -> None:
    """Each question has a name of its own, by which the check reads it."""
    made = wide.made([("talks", TALK, body, asked) for asked in QUESTIONS])
    above = f"{body}\n" if body else ""
    assert [each["text"].partition("---\n\n")[2] for each in made] == [
        f"{above}## Questions\n\n{listed}\n" for listed in QUESTIONS.values()
    ]
    assert [wide.told(each["path"], each["text"]) for each in made] == [set()] * len(made)


def test_questions_that_cannot_stand(wide: FormScripts) -> None:
    """A question without a word, and one beside those of the text, are told at their field."""
    calls: list[Call] = [
        ("talks", TALK, "", ["…", "A"]),
        ("talks", TALK, SECTIONS["underlined"], ["A"]),
    ]
    empty, beside = wide.made(calls)
    assert told_by(empty) == wide.told(empty["path"], empty["text"])
    found = [[(each["code"], each["field"]) for each in made["faults"]] for made in (empty, beside)]
    assert found == [[("F136", "questions")], [("F138", "questions")]]


def test_sections(wide: FormScripts) -> None:
    """Nobody is asked for questions that the check reads in the text."""
    found = wide.page.call("hasQuestions", wide.book, [[body] for body in SECTIONS.values()])
    read = [has_questions(body, SETTINGS) for body in SECTIONS.values()]
    asked = [
        name for name, seen, is_read in zip(SECTIONS, found, read, strict=True) if is_read > seen
    ]
    assert asked == []
    unseen = {name for name, seen in zip(SECTIONS, found, strict=True) if not seen}
    assert unseen == {"no list", "no list at the end", "titles", "other heading"}


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


REFUSALS = {"clos/fini": "NO_MORE_ANSWERS", "prix": "NO_QUESTION", "x/constructor": "NO_QUESTION"}
"""Questions of an address that can't be chosen, and what is told."""


def test_questions_of_addresses(wide: FormScripts) -> None:
    """A question that is there isn't told to be missing."""
    found = wide.page.call("questionRefusal", wide.book, [[wanted] for wanted in REFUSALS])
    assert [each["message"] for each in found] == [
        Message(Sentence[name], (("wanted", wanted),)).tell(TELL)
        for wanted, name in REFUSALS.items()
    ]


SIGNS = st.characters(exclude_categories=["Cs", "Cn"])
VALUE = st.one_of(
    st.text(SIGNS, max_size=20),
    st.lists(ODD, max_size=4).map("".join),
    st.sampled_from(QUOTED),
    st.text("ab:- #'\"0123.,_eé", max_size=8),
)
NAME = VALUE.map(lambda text: f"a {text}")
TEXTS = st.one_of(
    st.lists(MARKDOWN, max_size=12).map("\n".join),
    st.lists(st.one_of(ODD, st.text(SIGNS)), max_size=5).map("".join),
    st.sampled_from([*SECTIONS.values()]),
)
FILLED: Mapping[str, Mapping[str, st.SearchStrategy[Any]]] = {
    "talks": {
        "title": NAME,
        "edition": st.sampled_from(["2004", "2024", "2026"]),
        "speakers": st.lists(st.sampled_from(["ana", "bob", "eve-noel"]), min_size=1, max_size=3),
        "session": VALUE,
        "topics": st.lists(VALUE, max_size=3),
        "summary": VALUE,
        "lang": VALUE | st.sampled_from(["fr", "en-GB"]),
    },
    "answers": {
        "question": st.sampled_from(["prix/marge", "prix/rabais", "temps/temps"]),
        "author": st.sampled_from(["ana", "bob", "eve-noel"]),
        "date": st.dates().map(str),
        "sources": st.lists(VALUE, max_size=3),
        "licence": VALUE,
    },
    "members": {
        "name": NAME,
        "company": VALUE,
        "topics": st.lists(VALUE, max_size=3),
        "website": VALUE.map(lambda text: f"https://{text}") | VALUE,
        "email": st.builds("{}@{}.org".format, VALUE, VALUE) | VALUE,
        "phone": st.text("+0123456789 .()-٣", max_size=9) | VALUE,
        "address": VALUE,
        "consent": st.fixed_dictionaries(
            {
                "publish": st.lists(
                    st.sampled_from(["email", "phone", "address"]), min_size=1, unique=True
                ),
                "date": st.dates().map(str),
            },
        ),
    },
}
SOUND: Mapping[str, Mapping[str, Any]] = {"talks": TALK, "answers": ANSWER, "members": MEMBER}


@st.composite
def calls(draw: st.DrawFn) -> Call:
    """Give what somebody typed on top of values that can stand."""
    kind = draw(st.sampled_from(sorted(FILLED)))
    given = draw(st.fixed_dictionaries({}, optional=dict(FILLED[kind])))
    return kind, {**SOUND[kind], **given}, draw(TEXTS), ()


@times(0.4)
@given(texts=st.lists(TEXTS, min_size=4, max_size=16))
def test_any_section(wide: FormScripts, texts: list[str]) -> None:
    """Of no text whose questions the check reads a form asks for questions."""
    found = wide.page.call("hasQuestions", wide.book, [[lines(text)] for text in texts])
    read = [has_questions(lines(text), SETTINGS) for text in texts]
    assert [
        text for text, seen, is_read in zip(texts, found, read, strict=True) if is_read > seen
    ] == []


def typed_otherwise(page: Modules, texts: Sequence[str]) -> list[Any]:
    """Give the texts whose lines a form ends elsewhere than mails and issues do."""
    texts = [lines(text) for text in texts]
    found = page.call("keepBreaks", None, [[text] for text in texts])
    kept = [keep_breaks(text) for text in texts]
    return [pair for pair in zip(found, kept, strict=True) if pair[0] != pair[1]]


def test_typed_lines(page: Modules) -> None:
    """Lines end in the file of a form where they end in that of a mail or an issue."""
    alert = "> [!NOTE]\n> un\n> deux"
    texts = [alert, *CORPUS.values(), *BODIES.values(), *SECTIONS.values()]
    assert typed_otherwise(page, texts) == []


@times(0.4)
@given(texts=st.lists(TEXTS, min_size=4, max_size=16))
def test_any_typed_lines(page: Modules, texts: list[str]) -> None:
    """Whatever is typed, its lines end alike."""
    assert typed_otherwise(page, texts) == []


LISTS = (
    "Trois :\n  • Un\n    ▪\tDeux\nsuite\n\n\t• Trois\n\t\t• Quatre\n\n- A\n\t· B",
    "o mon pays\n· Un",
    "•Un\no  Deux\n\no  Trois\n· \n•\n```\n• A\n```\n1. B\n\n   • C\n\nD\n\n      • E\n- F",
)
"""Lists as other programs write them."""


def listed_otherwise(page: Modules, texts: Sequence[str]) -> list[Any]:
    """Give the texts without HTML whose lists a form writes otherwise than mails and issues do."""
    texts = [text for text in map(lines, texts) if "<" not in text]
    found = page.call("plainLists", None, [[text] for text in texts])
    return [pair for pair in zip(found, map(plain_lists, texts), strict=True) if pair[0] != pair[1]]


def test_lists(page: Modules) -> None:
    """What a form offers to make of a list is what mails and issues become."""
    texts = [*LISTS, *CORPUS.values(), *BODIES.values(), *SECTIONS.values()]
    assert listed_otherwise(page, texts) == []


LIST_LINES = st.sampled_from(
    (
        *("• a", "  • b", "\t· c", "o\td", "    ▪ e", "suite", "", "- f", "  g", "o h", "1. i"),
        "```\n• x\n```",
    )
)


@times(0.4)
@given(texts=st.lists(st.lists(LIST_LINES, max_size=9).map("\n".join), min_size=8, max_size=16))
def test_any_lists(page: Modules, texts: list[str]) -> None:
    """Whatever stands around them, lists are written alike."""
    assert listed_otherwise(page, texts) == []


CONTACTS = (
    "Tél. : 01 99 00 12 34\nFax\u00a0: 01\u202f99\u202f00\u202f12\u202f34\n10 000 € en 2026",
    "ana@example.org\n",
    "01\u201199\u201100\u201112\u201134\n01–99–00–12–34\n+33 (0)1.99.00.12.34\n2026-01-02 1.99.00",
)


def test_contact_lines(wide: FormScripts) -> None:
    """A form tells the numbers and addresses that the check tells, at the same lines."""
    found = wide.page.call("contactLines", wide.book, [[text] for text in CONTACTS])
    assert [[number + 1 for number in numbers] for numbers in found] == [
        contact_lines(text) for text in CONTACTS
    ]


@times(0.4)
@given(typed=st.lists(calls(), min_size=8, max_size=16))
def test_anything(wide: FormScripts, typed: list[Call]) -> None:
    """Whatever is typed, a form tells the check's faults, and writes what Python would."""
    assert differences(wide, typed) == []

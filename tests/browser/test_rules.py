"""The form refuses whatever the check refuses, in the same words, and writes the same files."""

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from playwright.sync_api import Browser

from mkdocs_forum.core.codes import Severity
from mkdocs_forum.core.composing import (
    Composed,
    compose,
    lines,
    name_of,
    read_question,
    with_questions,
)
from mkdocs_forum.core.diagnostics import Diagnostic, in_order
from mkdocs_forum.core.entries import kind_of
from mkdocs_forum.core.forms import FORMS, Form
from mkdocs_forum.core.language import Language
from mkdocs_forum.core.loading import load
from mkdocs_forum.core.outputs.rulebook import rulebook
from mkdocs_forum.core.places import Site
from mkdocs_forum.core.sentences import Sentence
from mkdocs_forum.core.settings import Settings
from mkdocs_forum.core.source import Source, read_source
from mkdocs_forum.core.survey import survey
from tests.browser.modules import Modules, modules
from tests.core.pieces import MARKDOWN, ODD
from tests.core.test_fault_table import CASES
from tests.faults import CLOSING, FORUM

pytestmark = pytest.mark.browser

# The table of faults has English folders; what is told of it is French here.
SETTINGS = replace(Settings(today=datetime.date(2024, 12, 1)), language="fr")
TELL = Language("fr").tell
WIDE: Mapping[str, str] = {
    **FORUM,
    "editions/2024.md": "---\ntitle: Forum du jour\ndate: 2024-12-01\n---\n",
    "editions/2026.md": "---\ntitle: Forum 2026\ndate: 2026-09-24\n---\n",
    "talks/temps.md": (
        "---\ntitle: Le temps\nedition: 2026\nspeakers: [ana, bob]\ntopics: [Marges, Délai]\n"
        "question_aliases: {duree: temps}\naliases: talks/heures/\n---\n" + CLOSING
    ),
    "talks/bref.md": "---\ntitle: Bref\nedition: 2026\nspeakers: ana\n---\nSans question.\n",
    "talks/clos.md": (
        "---\ntitle: Clos\nedition: 2004\nspeakers: bob\n---\n\n## Questions\n\n- Fini ? {#fini}\n"
    ),
    "questions/clos/fini.md": "---\nstatus: closed\ndate: 2005-01-01\n---\n",
    "members/eve-noel.md": "---\nname: Ève Noël\ntopics: marges\n---\n",
    "members/pau1.md": "---\nname: Pau Ier\n---\n",
    "answers/ana.md": (
        "---\nquestion: prix/rabais\nauthor: ana\ndate: 2004-11-02\naliases: answers/prix/x/\n---\n"
    ),
}
"""A forum with whatever a new file can stand beside."""

Call = tuple[str, Mapping[str, Any], str, Sequence[str]]
"""Kind, values, text and questions."""


class Desk:
    """A forum to which somebody sends a file, and the page on which they fill in its form."""

    def __init__(self, page: Modules, texts: Mapping[str, str], language: str = "fr") -> None:
        self.page, self.texts = page, texts
        self.library, self.faults = load(dict(texts), SETTINGS)
        made = rulebook(self.library, replace(SETTINGS, language=language))
        self.book: Any = json.loads(json.dumps({**made, "today": SETTINGS.today.isoformat()}))

    def form(self, kind: str) -> Form:
        """Give the form of the commands."""
        return Form(kind, self.library, SETTINGS, self.texts.__contains__)

    def values(self, kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """Read values as the commands do, and leave out what is empty."""
        form = self.form(kind)
        found: dict[str, Any] = {"consent": given["consent"]} if given.get("consent") else {}
        for field in form.fields:
            written = given.get(field.name) or []
            items = [written] if isinstance(written, str) else written
            read = dict.fromkeys(form.read(field, item)[0] for item in items)
            kept = [value for value in read if value]
            if kept:
                found[field.name] = kept if field.many else kept[0]
        return found

    def composed(self, call: Call) -> Composed | list[Diagnostic] | None:
        """Compose a file in Python; nothing where it can't be named."""
        kind, given, body, asked = call
        form, values, text = self.form(kind), self.values(kind, given), lines(body)
        names: dict[str, str] = {}
        for written in asked:
            question, faults = read_question(written)
            if question and not faults:
                names[name_of(question, names)] = question.text
        if kind == "talks" and names:
            text = with_questions(text, names, SETTINGS)
        if kind == "answers" and not {"question", "author"} <= values.keys():
            return None
        if kind != "answers":
            slug = next(field for field in form.fields if field.name == "slug")
            values = {"slug": form.proposal(slug, values), **values}
        return compose(form, values, text, whole=True)

    def told(self, path: str, text: str) -> list[dict[str, Any]]:
        """Give what the check tells of a new file, in the order of its report."""
        library, faults = load({**self.texts, path: text}, SETTINGS)
        site = Site({}, {}, lambda body: Markdown(extensions=["attr_list"]).convert(body))
        faults += [
            found.fault
            for found in survey(library, SETTINGS, site)
            if found.fault.code == "F308" and found.fault.location.path == path
        ]
        # Names that look alike may be told of the other file: the form tells it all the same.
        new = [
            replace(fault, location=replace(fault.location, path=path), edit=None)
            for fault in faults
            if fault not in self.faults and (fault.location.path == path or fault.code == "F125")
        ]
        return [said(fault) for fault in in_order(new)]


def said(fault: Diagnostic) -> dict[str, Any]:
    """Give a fault as a form tells it."""
    return {
        "line": fault.location.line,
        "column": fault.location.column,
        "code": fault.code,
        "message": fault.message.tell(TELL),
        "hint": fault.hint.tell(TELL) if fault.hint else None,
    }


def without_field(faults: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Take off what only a form knows."""
    return [{key: value for key, value in fault.items() if key != "field"} for fault in faults]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Modules]:
    """Give a page in which the modules are loaded."""
    with modules(browser) as page:
        yield page


@pytest.fixture(scope="module")
def small(page: Modules) -> Desk:
    """Give the forum of the table of faults."""
    return Desk(page, FORUM)


@pytest.fixture(scope="module")
def wide(page: Modules) -> Desk:
    """Give a forum with more in it."""
    return Desk(page, WIDE)


def differences(desk: Desk, calls: Sequence[Call]) -> list[Any]:
    """Give the entries of which a form writes or tells something else than Python does."""
    found = desk.page.compose(desk.book, calls)
    return [
        (call, made, expected)
        for call, made in zip(calls, found, strict=True)
        if made != (expected := wanted(desk, call, made))
    ]


def wanted(desk: Desk, call: Call, made: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a form has to make: Python's file, or the faults of the file that it made."""
    composed = desk.composed(call)
    path, text = made["path"], made["text"]
    if isinstance(composed, Composed):
        path, text = composed.path, composed.text
    told = desk.told(path or "answers/a.md", text)
    fields = {json.dumps(without_field([fault])[0]): fault["field"] for fault in made["faults"]}
    faults = [{"field": fields.get(json.dumps(fault)), **fault} for fault in told]
    return {"path": path, "text": text, "faults": faults}


def fillable(path: str, content: object) -> Call | None:
    """Give what has to be typed into a form to get a file; nothing where no form makes such a one.

    A form has no field for some keys, and writes neither lists of lists nor what can't be read.
    """
    kind = kind_of(path, SETTINGS)
    if kind not in {"answers", "talks", "members"} or not isinstance(content, str | bytes):
        return None
    source = read_source(path, content)
    if not isinstance(source, Source):
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
SAID_OF_WRITING = {"F109", "F119"}
"""Codes of how a file was typed: a form writes the same values as they should be."""


def made_of(page: Modules, language: str) -> Iterator[tuple[Desk, Call, Any]]:
    """Compose what `PRODUCED` holds, all that is sent to one forum at once."""
    groups: dict[str, list[int]] = {}
    for number, (_, forum, *_) in enumerate(PRODUCED):
        groups.setdefault(json.dumps(forum), []).append(number)
    found: dict[int, tuple[Desk, Call, Any]] = {}
    for written, numbers in groups.items():
        desk = Desk(page, json.loads(written), language)
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


TALK: Mapping[str, Any] = {"title": "Neuf", "edition": "2004", "speakers": ["bob"]}
ANSWER: Mapping[str, Any] = {"question": "prix/rabais", "author": "bob", "date": "2024-11-02"}
MEMBER: Mapping[str, Any] = {"name": "Zoé Neuve"}
AGREED = {"publish": ["email", "phone", "address"], "date": "2024-01-01"}

VALUES: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "nothing at all": ("talks", {}),
    "no answer at all": ("answers", {}),
    "no author": ("answers", {"question": "prix/rabais", "date": "2024-11-02"}),
    "no member at all": ("members", {}),
    "spaces alone": ("talks", {**TALK, "title": " \u00a0 \u3000", "speakers": [" "]}),
    "name of no letter": ("members", {"name": "… ?"}),
    "days": ("talks", {**TALK, "date": "2024-02-30"}),
    "day in the year 0": ("talks", {**TALK, "date": "0000-01-01"}),
    "day of a leap year": ("talks", {**TALK, "date": "2000-02-29"}),
    "day of a common century": ("talks", {**TALK, "date": "1900-02-29"}),
    "day in other digits": ("talks", {**TALK, "date": "２０２４-01-01"}),
    "whole numbers": ("talks", {**TALK, "order": "+0_1.00"}),
    "fraction": ("talks", {**TALK, "order": "1.5"}),
    "enormous number": ("talks", {**TALK, "order": "9" * 5000}),
    "large number": ("talks", {**TALK, "order": "9" * 4300}),
    "negative number": ("talks", {**TALK, "order": "-007"}),
    "language in words": ("talks", {**TALK, "lang": "français"}),
    "topics without letters": ("talks", {**TALK, "topics": ["…", "Prix", "prix", "Été"]}),
    "known topics": ("talks", {**TALK, "topics": ["marge", "delais"]}),
    "one's own spellings": ("members", {**MEMBER, "topics": ["Vélo", "velos", "Vélos"]}),
    "names as topics": ("members", {**MEMBER, "topics": ["constructor", "__proto__"]}),
    "unknown names": ("talks", {**TALK, "edition": "2040", "speakers": ["anna", "x-2", "bob-2"]}),
    "editions and people by name": (
        "talks",
        {**TALK, "edition": "forum 2026", "speakers": ["ÈVE NOEL", "bob", "Bob Durand"]},
    ),
    "names of objects": ("talks", {**TALK, "edition": "toString", "speakers": ["hasOwnProperty"]}),
    "question by its words": ("answers", {**ANSWER, "question": "Que vaut un rabais"}),
    "question of nothing": ("answers", {**ANSWER, "question": "constructor/x"}),
    "question that is a talk": ("answers", {**ANSWER, "question": "prix"}),
    "question too deep": ("answers", {**ANSWER, "question": "prix/marge/bob"}),
    "question of another name": ("answers", {**ANSWER, "question": "prix/zzz"}),
    "question of a talk without": ("answers", {**ANSWER, "question": "bref/zzz"}),
    "question of a misspelt talk": ("answers", {**ANSWER, "question": "pri/marg"}),
    "question that was renamed": ("answers", {**ANSWER, "question": "temps/duree"}),
    "question and author that make another path": (
        "answers",
        {**ANSWER, "question": "ana", "author": "prix/marge"},
    ),
    "question that is closed": ("answers", {**ANSWER, "question": "clos/fini"}),
    "author in capitals": ("answers", {**ANSWER, "author": "Zoé Neuve"}),
    "author of another alphabet": ("answers", {**ANSWER, "author": "b\u043eb"}),
    "author of the guide": ("answers", {**ANSWER, "author": "votre-nom"}),
    "author with a number": ("answers", {**ANSWER, "author": "ana-2"}),
    "author below": ("answers", {**ANSWER, "author": "../ana"}),
    "further answer": ("answers", {**ANSWER, "question": "prix/marge"}),
    "further answer of another path": ("answers", {**ANSWER, "author": "ana"}),
    "older than its talk": ("answers", {**ANSWER, "date": "2004-09-23"}),
    "older than a talk to come": (
        "answers",
        {**ANSWER, "question": "temps/temps", "date": "2004-09-23"},
    ),
    "sources": ("answers", {**ANSWER, "sources": ["Mintzberg : Safari", "", "a #b", "12"]}),
    "addresses": (
        "members",
        {
            **MEMBER,
            "website": "example.org",
            "email": "zoe chez example",
            "phone": "zéro un",
            "address": "1 rue X : Lyon",
            "consent": AGREED,
        },
    ),
    "good addresses": (
        "members",
        {
            **MEMBER,
            "website": "https://example.org/é",
            "email": "zoé@example.org",
            "phone": "+33 (0)1.99-٠٠",
            "address": "1, rue X\nLyon",
            "consent": AGREED,
        },
    ),
    "contact without consent": ("members", {**MEMBER, "email": "z@example.org", "phone": "0199"}),
    "consent to less": (
        "members",
        {
            **MEMBER,
            "email": "z@example.org",
            "phone": "0199",
            "consent": {"publish": ["phone"], "date": "2024-01-01"},
        },
    ),
    "consent to nothing": ("members", {**MEMBER, "consent": {"publish": [], "date": "x"}}),
    "consent without a day": ("members", {**MEMBER, "consent": {"publish": ["email"]}}),
    "consent to all": (
        "members",
        {**MEMBER, "consent": {"publish": ["tout", "email"], "date": "30/02/2024"}},
    ),
    "slug in capitals": ("members", {**MEMBER, "slug": "Zoé"}),
    "slug of another alphabet": ("talks", {**TALK, "slug": "pri\u03c7-n\u03bfir"}),
    "slug below": ("talks", {**TALK, "slug": "2004/prix"}),
    "slug of a page": ("talks", {**TALK, "slug": "print"}),
    "slug that looks like another": ("members", {**MEMBER, "slug": "paul"}),
    "slug that looks like a later one": ("members", {**MEMBER, "slug": "8ob"}),
    "slug that is before a look-alike": ("members", {**MEMBER, "slug": "0de"}),
    "same signs": ("members", {**MEMBER, "slug": "b0b"}),
    "long title": ("talks", {**TALK, "title": "Un très long titre " * 20}),
    "very long title": ("talks", {**TALK, "title": "Un très long titre " * 2000}),
    "long word": ("talks", {**TALK, "title": "é" * 2001}),
    "unseen signs": ("talks", {**TALK, "title": "a\u202eb\x00c\ufeff e\u0301\u2028d"}),
}
"""Values that people type."""

QUOTED = (
    *("no", "On", "~", "null", "NULL", "1e3", "1.5", ".5", "0x1F", "0b1", "0o17", "1_0", "12:30"),
    *("2004", "2004-01-01", "2004-1-1 10:00:00", "+.inf", ".NaN", "=", "<<", "---", "...", "- a"),
    *("-a", "?a", ":a", "? a", ": a", "a:", "a: b", "a :b", "a:b", "a #b", "a#b", "#a", "&a", "*a"),
    *("!a", "|a", ">a", "'a", '"a', "%a", "@a", "`a", "[a", "]a", "{a", "}a", ",a", "a,b [c] {d}"),
    *(
        "a\\b",
        'a "b"',
        "é😀",
        "a\u00adb\u200b",
        "\U000e0001",
        "_1",
        "-",
        "?",
        ":",
        "-1a",
        "٣",
        "\ue000",
    ),
    *("1 000", "100 %", "+33 1", "a\ufffdb", "« a »", "l’été", "y", "n", "truE", "00", "0", "-0"),
)
"""Texts that YAML may take for something else."""

HEAD = "## Questions\n\n"
BODIES: Mapping[str, str] = {
    "fences": "---\n\ntitle: x\n---\n```yaml\n---\n```\n",
    "empty lines": "\n\n  \n\u00a0\n\nText\n \n\n",
    "line ends": "a\r\nb\rc\x0bd\u2028e",
    "unseen signs": "a\x00b\u202ec\ufeff e\u0301",
    "brackets": "[" * 2000,
    "far brackets": "[" * 80 + " mot" * 3200,
    "far brackets beside wide signs": "😀 " * 3000 + "[ a " * 90 + "😀" * 900 + "\n\n[ b",
    "near brackets before wide signs": "[ " * 50 + "😀 " * 8000,
    "far tags": "<b " * 400 + " mot" * 3200,
    "paragraphs": "# a\n" * 200 + "mot " * 6000,
    "repeated": "*[AB]: " + "long " * 200 + "\n\n" + "AB " * 1900,
    "tables": "a|b|c|d|e|f|g|h|i|j|k\n-|-|-|-|-|-|-|-|-|-|-\n" + "a\n" * 1900,
    "lists": "- " * 12 + "a\n" + " " * 90 + "b",
    "lines": "a\n" * 2600,
    "one sign": "😀" * 101 + " " + "é" * 101,
    "spaces": "a" + " " * 1001 + "b",
    "word": "a" * 2001,
    "word with accents": "é" * 2001,
    "large": "mot " * 30_000,
    "notations": 'a\n{! x !} --8<-- "b"\n\n--8<-- "c"',
    "long notation": "😀 {! " + "x" * 100 + " !}",
    "pictures": (
        "![](a.png) ![ ](<b c.png>) ![d](e.png) `![](f.png)` \\![](g\\_h.png)\n\n"
        "![][i] ![][ I ]\n\n[i]: j.png\n\n<img src=k.png> <img src='l' alt>\n\n"
        "```\n![](m.png)\n```\n\n<!-- ![](n.png) -->"
    ),
}
"""Texts that people paste."""

SECTIONS: Mapping[str, str] = {
    "signs": f"{HEAD}• A\n•B\n1. C\n2) D\n* E\n+ F",
    "no list": f"Texte.\n\n{HEAD}Combien ?",
    "no list at the end": "## Questions",
    "no empty line": "## Questions\n\nPour finir :\n- Combien ?",
    "twins": f"{HEAD}- Combien ?\n- Combien ?\n- A {{#combien}}\n- Combien ?",
    "names": f"{HEAD}- A {{#Été là}}\n- B {{#}}\n- C {{: #d }}\n- {{#e}}\n- …\n-\n- F",
    "names below": f"{HEAD}- A\n\n    B {{#C}}\n\n- D\n    E {{#d}}\n",
    "two sections": f"{HEAD}- A\n\n### Questions\n\n- B\n\n{HEAD}• C\n\n# Fin\n\n- D",
    "underlined": "Questions\n---------\n• A\n- - -\n• B\n\n> - C",
    "other heading": "## Les QUESTIONS\n\n- A\n\nLes questions\n===\n\n1. B",
    "code": f"{HEAD}```\n- A\n```\n\n<div>\n• B\n</div>\n\n<!-- • C -->\n• D",
    "set in": f"{HEAD}- A\n  • B\n • C\n\n  • D\n\n    • E\n\n• F",
    "tabs": f"{HEAD}\t- A\n\t\t- B\n-\tC\n \t D {{#É}}\n\n    E\n\n- F",
    "many": HEAD + "".join(f"- Q{number}\n" for number in range(101)),
    "wide signs": f"{HEAD}- 😀 {{#É}}\n- é😀 A {{#é😀}}",
    "Markdown": f"{HEAD}- **A** [b](c.md) `d`\n- A b d\n- a \\* b\n- a b\n- <b>e</b> f\n- e f",
}
"""Lists of questions."""


def test_values(wide: Desk) -> None:
    """Of each value it tells what the check tells, and writes the same file."""
    assert differences(wide, [(*call, "Texte.", ()) for call in VALUES.values()]) == []


def test_quotes(wide: Desk) -> None:
    """Each text is put between quotes where Python does so."""
    calls = [("talks", {**TALK, "title": text, "topics": [f"{text} a"]}, "", ()) for text in QUOTED]
    assert differences(wide, calls) == []


def test_bodies(wide: Desk) -> None:
    """Of each text it tells what the check tells, at the same place."""
    calls = [
        (kind, values, body, ())
        for kind, values in (("answers", ANSWER), ("members", MEMBER), ("talks", TALK))
        for body in BODIES.values()
    ]
    assert differences(wide, calls) == []


def test_sections(wide: Desk) -> None:
    """Of each list of questions it tells what the check tells."""
    assert differences(wide, [("talks", TALK, body, ()) for body in SECTIONS.values()]) == []


ASKED = (
    ("Combien de temps cela prend-il à deux ?", "Combien de temps cela prend-il à trois ?"),
    ("Quand ? {#quand}", "Et quand ? {#quand}", "", "Où ?\nIci\u00a0?"),
    ("**Combien** de [temps](a.md) ?", "Et `deux` ?", "Le #2 ?", "2) Deux ?"),
)


def test_questions(wide: Desk) -> None:
    """Questions that are typed one by one are named and written below the text."""
    calls = [("talks", TALK, body, asked) for body in ("", "Texte.\n") for asked in ASKED]
    assert differences(wide, calls) == []


def test_questions_that_cannot_stand(wide: Desk) -> None:
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


READ = (
    *("", " ", "a", "Bob Durand", "bob", "boob", "2004", "Forum 2004", "forum 20", "prix/marge"),
    *(
        "Que vaut une marge ?",
        "Que vaut une marg",
        "prix/marg",
        "clos/fini",
        "index",
        "print",
        "prix",
    ),
    *(
        "heures",
        "Été",
        "a/b",
        "marge",
        "…",
        "fr",
        "1.5",
        "2024-02-30",
        "https://a",
        "z@a.b",
        "0199",
    ),
    *("ana-2", "votre-nom", "\u0430na", "x y" * 100, "README"),
)

LARGE = ("é" * 2001, "mot " * 5000, "a" * 110_000)


def test_reading(wide: Desk) -> None:
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


def test_proposing(wide: Desk) -> None:
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


@settings(deadline=None, derandomize=True, max_examples=40)
@given(typed=st.lists(calls(), min_size=8, max_size=16))
def test_anything(wide: Desk, typed: list[Call]) -> None:
    """Whatever is typed, a form writes the same bytes as Python, and tells the same faults."""
    assert differences(wide, typed) == []

"""Entries: their kind and identity by their path, their keys by the model of their kind."""

import datetime
from dataclasses import replace

import pytest

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.kinds import Contact, Talk
from mkdocs_forum.core.model.settings import FOLDERS, Settings
from mkdocs_forum.core.reading.entry import kind_of

EDITION = "---\ntitle: Forum 2004\ndate: 2004-09-24\n---\n"
MEMBER = "---\nname: Ana Martin\n---\n"
QUESTIONS = "## Questions\n\n- Que vaut une marge ? {#marge}\n"


def faults(changed: dict[str, str]) -> list[str]:
    """Give the faults of a forum without any, once some of its files are changed."""
    texts = {
        "editions/2004.md": EDITION,
        "members/ana.md": MEMBER,
        "talks/prix.md": talk(""),
        **changed,
    }
    texts |= {path: f"{text}Oui.\n" for path, text in texts.items() if path.startswith("answers/")}
    return [str(fault) for fault in load(texts)[1]]


def talk(keys: str) -> str:
    """Give a talk with more keys, which begin on line 5."""
    return f"---\ntitle: Le prix\nedition: 2004\nspeakers: ana\n{keys}---\n{QUESTIONS}"


def member(keys: str) -> str:
    """Give a member with more keys, which begin on line 3."""
    return f"---\nname: Ana Martin\n{keys}---\n"


KINDS = {
    "editions/2004.md": "editions",
    "talks/prix.md": "talks",
    "answers/prix/marge/ana.md": "answers",
    "answers/ana.md": "answers",
    "questions/prix/marge.md": "questions",
    "members/ana.md": "members",
    "talks/2004/prix.md": "talks",
    "talks/index.md": None,
    "talks/README.md": None,
    "talks/2004/index.md": None,
    "questions/open.md": None,
    "questions/unsettled.md": None,
    "talks/prix.pdf": None,
    "talks.md": None,
    "topics/prix.md": None,
    "about.md": None,
    "interventions/prix.md": None,
    "old/talks/prix.md": None,
}


@pytest.mark.parametrize(("path", "kind"), KINDS.items(), ids=KINDS)
def test_kind(path: str, kind: str | None) -> None:
    """The folder tells the kind; start pages and introductions of boards are no entries."""
    assert kind_of(path, Settings()) == kind


def test_kind_in_other_folders() -> None:
    """The folders may have other names."""
    assert kind_of("interventions/prix.md", Settings(folders=FOLDERS["fr"])) == "talks"


def test_complete_entries() -> None:
    """Every key of every kind may be used."""
    assert (
        faults(
            {
                "editions/2005.md": (
                    "---\ntitle: Forum 2005\ndate: 2005-09-24\nnumber: 2\ntheme: Prix\n"
                    "end_date: 2005-09-25\nplace: Lyon\norganiser: Le réseau\n"
                    "website: https://example.org/?a=b\naliases: old/2005/\ndraft: false\n---\n"
                ),
                "talks/prix.md": talk(
                    "session: Foire aux idées\norder: 3\ndate: 2004-09-24\n"
                    "topics: [Prix, Marge brute]\nsummary: Du prix.\nlang: en-GB\n"
                    "licence: CC BY-SA 4.0\naliases: [old/prix.html, a/b]\n"
                    "question_aliases:\n  former: marge\ndraft: true\n"
                ),
                "answers/prix/marge/ana.md": (
                    "---\nquestion: prix/marge\nauthor: ana\ndate: 2005-01-01\n"
                    "updated: 2005-02-01\nretained: true\nsources: [Un livre]\n"
                    "aliases: old-answer\ndraft: true\n---\nBeaucoup.\n"
                ),
                "questions/prix/marge.md": (
                    "---\nstatus: closed\nby: ana\ndate: 2005-03-01\ntopics: Marge brute\n---\n"
                ),
                "members/ana.md": member(
                    "company: Ana SA\nrole: Conseil\nplace: Lyon\ntopics: Prix\n"
                    "website: http://example.org\nphoto: photos/ana.jpg\n"
                    "contact:\n  email: ana@example.org\n  phone: +33 1 99 00 12 34\n"
                    "  address: 1, rue du Prix\n"
                    "consent:\n  publish: [email, phone, address, photo]\n  date: 2004-01-01\n"
                    "aliases: old/ana\n"
                ),
            }
        )
        == []
    )


def test_keys_in_path() -> None:
    """The path says an answer's question and its author."""
    library, _, _ = load(
        {
            "editions/2004.md": EDITION,
            "members/ana.md": MEMBER,
            "talks/prix.md": talk(""),
            "answers/prix/marge/ana.md": "---\ndate: 2005-01-01\n---\nOui.\n",
        }
    )
    answer = library.answers["prix/marge/ana"]
    assert (answer.meta.question, answer.meta.author, answer.slug) == ("prix/marge", "ana", "ana")


def test_told_by_keys() -> None:
    """An answer directly in its folder says its question and its author itself."""
    library, problems, _ = load(
        {
            "editions/2004.md": EDITION,
            "members/ana.md": MEMBER,
            "talks/prix.md": talk(""),
            "answers/prix-ana.md": (
                "---\nquestion: prix/marge\nauthor: ana\ndate: 2005-01-01\n---\nOui.\n"
            ),
        }
    )
    assert (list(library.answers), problems) == (["prix/marge/prix-ana"], [])


def test_second_answer() -> None:
    """A member's second answer has a number at its name, and the member as its author."""
    library, problems, _ = load(
        {
            "editions/2004.md": EDITION,
            "members/ana.md": MEMBER,
            "talks/prix.md": talk(""),
            "answers/prix/marge/ana.md": "---\ndate: 2005-01-01\n---\nOui.\n",
            "answers/prix/marge/ana-2.md": "---\nauthor: ana\ndate: 2005-01-02\n---\nOui.\n",
        }
    )
    assert (library.answers_by_author, problems) == (
        {"ana": ("prix/marge/ana", "prix/marge/ana-2")},
        [],
    )


ADDRESS = "hint: use lower-case letters without accents, digits and hyphens"
TAKEN = "hint: give the file another name"
PATHS: dict[str, tuple[str, str, list[str]]] = {
    "capital and space": (
        "members/Claire Martin.md",
        MEMBER,
        ["1:1: F122 'Claire Martin' can't be an address\n    hint: name it 'claire-martin'"],
    ),
    "accent": (
        "members/été.md",
        MEMBER,
        ["1:1: F122 'été' can't be an address\n    hint: name it 'ete'"],
    ),
    "underscore": (
        "members/a_b.md",
        MEMBER,
        ["1:1: F122 'a_b' can't be an address\n    hint: name it 'a-b'"],
    ),
    "two hyphens": (
        "members/a--b.md",
        MEMBER,
        ["1:1: F122 'a--b' can't be an address\n    hint: name it 'a-b'"],
    ),
    "no letter": ("members/—.md", MEMBER, [f"1:1: F122 '—' can't be an address\n    {ADDRESS}"]),
    "folder": (
        "questions/Prix/marge.md",
        "---\n---\n",
        ["1:1: F122 'Prix' can't be an address\n    hint: name it 'prix'"],
    ),
    "board as talk": (
        "talks/open.md",
        talk(""),
        [f"1:1: F123 the name 'open' is taken by a page of the forum\n    {TAKEN}"],
    ),
    "pages as edition": (
        "editions/page.md",
        EDITION,
        [f"1:1: F123 the name 'page' is taken by a page of the forum\n    {TAKEN}"],
    ),
    "document as member": (
        "members/print.md",
        MEMBER,
        [f"1:1: F123 the name 'print' is taken by a page of the forum\n    {TAKEN}"],
    ),
    "talk in a folder": (
        "talks/2004/accord.md",
        talk(""),
        [
            (
                "1:1: F121 'talks/2004/accord.md' is in a place where it isn't read\n"
                "    hint: put it directly in its folder"
            )
        ],
    ),
    "answer beside a question": (
        "answers/prix/ana.md",
        "---\nquestion: prix/marge\nauthor: ana\ndate: 2005-01-01\n---\n",
        [
            (
                "1:1: F121 'answers/prix/ana.md' is in a place where it isn't read\n"
                "    hint: put it at talk/question/author.md in that folder"
            )
        ],
    ),
    "answer beside a question, without keys": (
        "answers/prix/ana.md",
        "---\ndate: 2005-01-01\n---\n",
        [
            (
                "1:1: F121 'answers/prix/ana.md' is in a place where it isn't read\n"
                "    hint: put it at talk/question/author.md in that folder"
            )
        ],
    ),
    "outcome without talk": (
        "questions/marge.md",
        "---\n---\n",
        [
            (
                "1:1: F121 'questions/marge.md' is in a place where it isn't read\n"
                "    hint: put it at talk/question.md in that folder"
            )
        ],
    ),
    "other author and question": (
        "answers/prix/marge/ana.md",
        "---\ndate: 2005-01-01\nauthor: bob\nquestion: prix/taux\n---\n",
        [
            (
                "3:9: F114 the path says 'ana' and this line 'bob'\n"
                "    hint: remove the line, or move the file"
            ),
            (
                "4:11: F114 the path says 'prix/marge' and this line 'prix/taux'\n"
                "    hint: remove the line, or move the file"
            ),
        ],
    ),
    "second answer of another author": (
        "answers/prix/marge/ana-2.md",
        "---\ndate: 2005-01-01\nauthor: bob\n---\n",
        [
            (
                "3:9: F114 the path says 'ana-2' and this line 'bob'\n"
                "    hint: remove the line, or move the file"
            )
        ],
    ),
}


@pytest.mark.parametrize(("path", "text", "messages"), PATHS.values(), ids=PATHS)
def test_path(path: str, text: str, messages: list[str]) -> None:
    """A file whose name or place can't be, or differs from its keys, is told."""
    assert faults({path: text}) == [f"{path}:{message}" for message in messages]


TALK_KEYS = ", ".join(Talk.model_fields)
DAY = "hint: write an existing day as year-month-day, such as '2026-11-20'"
TEXT = "hint: write a text, or a list of texts where several are allowed"
TALKS: dict[str, tuple[str, list[str]]] = {
    "unknown key": (
        "couleur: x\n",
        [f"5:1: F111 no key is called 'couleur'\n    hint: the keys are: {TALK_KEYS}"],
    ),
    "key spelt otherwise": (
        "speaker: bob\n",
        ["5:1: F111 no key is called 'speaker'\n    hint: did you mean 'speakers'?"],
    ),
    "keys of others": (
        "tags: [a]\n",
        ["5:1: F111 no key is called 'tags'\n    hint: did you mean 'topics'?"],
    ),
    "day in words": ("date: hier\n", [f"5:7: F113 'hier' isn't allowed as 'date'\n    {DAY}"]),
    "day in French": (
        "date: 24/09/2004\n",
        ["5:7: F113 '24/09/2004' isn't allowed as 'date'\n    hint: write '2004-09-24'"],
    ),
    "day that isn't": (
        "date: 2004-02-30\n",
        [f"5:7: F113 '2004-02-30' isn't allowed as 'date'\n    {DAY}"],
    ),
    "time of day": (
        "date: 2004-09-24T10:00\n",
        ["5:7: F113 '2004-09-24T10:00' isn't allowed as 'date'\n    hint: write '2004-09-24'"],
    ),
    "day without zeros": (
        "date: 2004-9-4\n",
        ["5:7: F113 '2004-9-4' isn't allowed as 'date'\n    hint: write '2004-09-04'"],
    ),
    "order in words": (
        "order: trois\n",
        ["5:8: F113 'trois' isn't allowed as 'order'\n    hint: write a whole number"],
    ),
    "order in part": (
        "order: 1.5\n",
        ["5:8: F113 '1.5' isn't allowed as 'order'\n    hint: write a whole number"],
    ),
    "truth in French": (
        "draft: oui\n",
        ["5:8: F113 'oui' isn't allowed as 'draft'\n    hint: write 'true' or 'false'"],
    ),
    "language in words": (
        "lang: français\n",
        [
            (
                "5:7: F113 'français' isn't allowed as 'lang'\n"
                "    hint: write a language code, such as 'fr' or 'en-GB'"
            )
        ],
    ),
    "empty text": (
        'summary: ""\n',
        ["5:10: F113 '' isn't allowed as 'summary'\n    hint: write a text, or remove the line"],
    ),
    "text of spaces": (
        'summary: "  "\n',
        ["5:10: F113 '  ' isn't allowed as 'summary'\n    hint: write a text, or remove the line"],
    ),
    "topic without letters": (
        "topics: [Prix, —]\n",
        [
            (
                "5:16: F113 '—' isn't allowed as 'topics'\n"
                "    hint: write a word with letters or digits"
            )
        ],
    ),
    "alias with a slash first": (
        "aliases: /prix\n",
        [
            (
                "5:10: F113 '/prix' isn't allowed as 'aliases'\n"
                "    hint: write an address from the root of the site, such as "
                "'talks/old-name/'"
            )
        ],
    ),
    "whole address as alias": (
        "aliases: [a, 'https://example.org/prix']\n",
        [
            (
                "5:14: F113 'https://example.org/prix' isn't allowed as 'aliases'\n"
                "    hint: write an address from the root of the site, such as "
                "'talks/old-name/'"
            )
        ],
    ),
    "alias out of the site": (
        "aliases: ../../prix\n",
        [
            (
                "5:10: F113 '../../prix' isn't allowed as 'aliases'\n"
                "    hint: write an address from the root of the site, such as "
                "'talks/old-name/'"
            )
        ],
    ),
    "alias out of the site, by a detour": (
        "aliases: a/../../prix\n",
        [
            (
                "5:10: F113 'a/../../prix' isn't allowed as 'aliases'\n"
                "    hint: write an address from the root of the site, such as "
                "'talks/old-name/'"
            )
        ],
    ),
    "alias of the root": (
        "aliases: .\n",
        [
            (
                "5:10: F113 '.' isn't allowed as 'aliases'\n"
                "    hint: write an address from the root of the site, such as "
                "'talks/old-name/'"
            )
        ],
    ),
    "former question no slug": (
        "question_aliases: {Été: marge}\n",
        [f"5:20: F113 'Été' isn't allowed as 'question_aliases'\n    {ADDRESS}"],
    ),
    "present question no slug": (
        "question_aliases:\n  former: La marge\n",
        [f"6:11: F113 'La marge' isn't allowed as 'former'\n    {ADDRESS}"],
    ),
    "several faults": (
        "order: un\ncouleur: x\ndraft: oui\n",
        [
            "5:8: F113 'un' isn't allowed as 'order'\n    hint: write a whole number",
            f"6:1: F111 no key is called 'couleur'\n    hint: the keys are: {TALK_KEYS}",
            "7:8: F113 'oui' isn't allowed as 'draft'\n    hint: write 'true' or 'false'",
        ],
    ),
}


@pytest.mark.parametrize(("keys", "messages"), TALKS.values(), ids=TALKS)
def test_keys_of_talk(keys: str, messages: list[str]) -> None:
    """A key that a talk doesn't have or a value that can't be is told, with what to write."""
    assert faults({"talks/prix.md": talk(keys)}) == [f"talks/prix.md:{text}" for text in messages]


MEMBERS: dict[str, tuple[str, list[str]]] = {
    "website without scheme": (
        "website: example.org\n",
        [
            (
                "3:10: F113 'example.org' isn't allowed as 'website'\n"
                "    hint: write 'https://example.org'"
            )
        ],
    ),
    "script as website": (
        "website: javascript:alert(1)\n",
        [
            (
                "3:10: F113 'javascript:alert(1)' isn't allowed as 'website'\n"
                "    hint: write the whole address, such as 'https://example.org/'"
            )
        ],
    ),
    "e-mail": (
        "contact:\n  email: ana at example.org\n",
        [
            (
                "4:10: F113 'ana at example.org' isn't allowed as 'email'\n"
                "    hint: write one address, such as 'name@example.org'"
            )
        ],
    ),
    "two e-mails": (
        "contact:\n  email: a@b.fr, c@d.fr\n",
        [
            (
                "4:10: F113 'a@b.fr, c@d.fr' isn't allowed as 'email'\n"
                "    hint: write one address, such as 'name@example.org'"
            )
        ],
    ),
    "telephone": (
        "contact:\n  phone: au bureau\n",
        [
            (
                "4:10: F113 'au bureau' isn't allowed as 'phone'\n"
                "    hint: write one number in digits, such as '01 99 00 12 34'"
            )
        ],
    ),
    "photo elsewhere": (
        "photo: ../ana.jpg\n",
        [
            (
                "3:8: F113 '../ana.jpg' isn't allowed as 'photo'\n"
                "    hint: write the path of a picture, such as 'photos/ana.jpg'"
            )
        ],
    ),
    "photo from another site": (
        "photo: https://example.org/ana.jpg\n",
        [
            (
                "3:8: F113 'https://example.org/ana.jpg' isn't allowed as 'photo'\n"
                "    hint: write the path of a picture, such as 'photos/ana.jpg'"
            )
        ],
    ),
    "photo that may hold a script": (
        "photo: ana.svg\n",
        [
            (
                "3:8: F113 'ana.svg' isn't allowed as 'photo'\n"
                "    hint: write the path of a picture, such as 'photos/ana.jpg'"
            )
        ],
    ),
    "unknown key of the contact": (
        "contact:\n  mail: a@b.fr\n",
        ["4:3: F111 no key is called 'mail'\n    hint: did you mean 'email'?"],
    ),
    "unknown key of the consent": (
        "consent:\n  publish: email\n  date: 2004-01-01\n  dated: x\n",
        ["6:3: F111 no key is called 'dated'\n    hint: did you mean 'date'?"],
    ),
    "consent without day": (
        "consent:\n  publish: email\n",
        [
            (
                "4:3: F112 the key 'date' is missing\n"
                "    hint: write a line below 'consent:', two spaces further in, such as "
                "'date: 2026-11-20'"
            )
        ],
    ),
    "consent to something else": (
        "consent:\n  publish: [email, mail]\n  date: 2004-01-01\n",
        ["4:20: F113 'mail' isn't allowed as 'publish'\n    hint: did you mean 'email'?"],
    ),
}


@pytest.mark.parametrize(("keys", "messages"), MEMBERS.values(), ids=MEMBERS)
def test_keys_of_member(keys: str, messages: list[str]) -> None:
    """A key that a member doesn't have or a value that can't be is told, with what to write."""
    assert faults({"members/ana.md": member(keys)}) == [
        f"members/ana.md:{text}" for text in messages
    ]


def missing(key: str) -> str:
    """Give what is told of a key that is missing."""
    return (
        f"1:1: F112 the key '{key}' is missing\n"
        f"    hint: write '{key}:' and its value between the '---' lines"
    )


OTHERS: dict[str, tuple[str, str, list[str]]] = {
    "talk without keys": (
        "talks/vide.md",
        "---\n---\n",
        [missing("edition"), missing("speakers"), missing("title")],
    ),
    "empty required keys": (
        "talks/vide.md",
        "---\ntitle: x\nedition:\nspeakers: ~\n---\n",
        [
            f"{line}:1: F112 the key '{key}' has no value\n"
            "    hint: write its value after the colon"
            for line, key in ((3, "edition"), (4, "speakers"))
        ],
    ),
    "name for a slug": (
        "talks/vide.md",
        '---\ntitle: x\nedition: 2004\nspeakers: ["Ana Martin"]\n---\n',
        [("4:12: F113 'Ana Martin' isn't allowed as 'speakers'\n    hint: write 'ana'")],
    ),
    "edition without keys": ("editions/2005.md", "---\n---\n", [missing("date"), missing("title")]),
    "member without name": ("members/bob.md", "---\nplace: Lyon\n---\n", [missing("name")]),
    "answer without day": ("answers/prix/marge/ana.md", "---\n---\n", [missing("date")]),
    "answer without keys": (
        "answers/ana.md",
        "---\ndate: 2005-01-01\n---\n",
        [missing("author"), missing("question")],
    ),
    "question of an answer": (
        "answers/ana.md",
        "---\ndate: 2005-01-01\nauthor: ana\nquestion: marge\n---\n",
        [("4:11: F113 'marge' isn't allowed as 'question'\n    hint: did you mean 'prix/marge'?")],
    ),
    "number of an edition": (
        "editions/2005.md",
        "---\ntitle: x\ndate: 2005-01-01\nnumber: 0\n---\n",
        ["4:9: F113 '0' isn't allowed as 'number'\n    hint: write a whole number from 1"],
    ),
    "status that is derived": (
        "questions/prix/marge.md",
        "---\nstatus: open\n---\n",
        [
            (
                "2:9: F113 'open' isn't allowed as 'status'\n"
                "    hint: write one of: synthesised, closed, duplicate"
            )
        ],
    ),
    "status without day": (
        "questions/prix/marge.md",
        "---\nstatus: closed\n---\n",
        ["2:9: F112 'status' also needs 'date'\n    hint: add the key 'date'"],
    ),
    "duplicate of nothing": (
        "questions/prix/marge.md",
        "---\nstatus: duplicate\ndate: 2005-01-01\n---\n",
        [
            (
                "2:9: F112 'duplicate' and 'duplicate_of' go together\n"
                "    hint: write both 'status: duplicate' and 'duplicate_of: talk/question'"
            )
        ],
    ),
    "duplicate without status": (
        "questions/prix/marge.md",
        "---\nby: ana\nduplicate_of: prix/marge\n---\n",
        [
            (
                "3:15: F112 'duplicate' and 'duplicate_of' go together\n"
                "    hint: write both 'status: duplicate' and 'duplicate_of: talk/question'"
            )
        ],
    ),
    "original of a duplicate": (
        "questions/prix/marge.md",
        "---\nstatus: duplicate\ndate: 2005-01-01\nduplicate_of: taux\n---\n",
        [
            (
                "4:15: F113 'taux' isn't allowed as 'duplicate_of'\n"
                "    hint: write 'talk/question', the two names as in the address"
            )
        ],
    ),
}


@pytest.mark.parametrize(("path", "text", "messages"), OTHERS.values(), ids=OTHERS)
def test_keys(path: str, text: str, messages: list[str]) -> None:
    """A key that is missing or a value that can't be is told, once, with what to write."""
    assert faults({path: text}) == [f"{path}:{message}" for message in messages]


SHAPES = {
    "mapping for a text": "summary: {a: b}\n",
    "list for a text": "summary: [a]\n",
    "list for a day": "date: [2004-09-24]\n",
    "mapping among texts": "topics:\n  - Prix : la marge\n",
    "nothing among texts": "topics: [~]\n",
    "list for a number": "order: [1]\n",
    "list for a truth value": "draft: [true]\n",
    "text for a mapping": "question_aliases: marge\n",
}


@pytest.mark.parametrize("keys", SHAPES.values(), ids=SHAPES)
def test_shape(keys: str) -> None:
    """A value of another shape is told in words, not with the name of a Python class."""
    (fault,) = faults({"talks/prix.md": talk(keys)})
    assert not {"'dict'", "'list'", "'NoneType'"} & set(fault.split())


HINTS = {
    "list for a truth value": ("draft: [true]\n", "write 'true' or 'false'"),
    "list for a number": ("order: [1]\n", "write a whole number"),
}


@pytest.mark.parametrize(("keys", "hint"), HINTS.values(), ids=HINTS)
def test_hint(keys: str, hint: str) -> None:
    """The hint says what the key takes, whatever was written."""
    (fault,) = faults({"talks/prix.md": talk(keys)})
    assert fault.rpartition("hint: ")[2] == hint


@pytest.mark.parametrize("keys", ["consent: true\n", "contact: ana@example.org\n"])
def test_hint_for_mapping(keys: str) -> None:
    """Who writes one value for several keys isn't told to write a text."""
    (fault,) = faults({"members/ana.md": member(keys)})
    assert not fault.endswith(TEXT)


def test_empty_keys() -> None:
    """A key without a value is as one that isn't there, so that forms may be filled in part."""
    keys = "company:\nrole: ~\ntopics:\nwebsite: null\nphoto:\ncontact:\n  email:\nconsent:\n"
    library, problems, _ = load({"members/ana.md": member(keys)})
    meta = library.members["ana"].meta
    assert (meta.company, meta.topics, meta.contact, meta.consent, problems) == (
        None,
        (),
        Contact(),
        None,
        [],
    )


def test_single_value_for_list() -> None:
    """Where several values are allowed, one needs no list."""
    library, _, _ = load({"editions/2004.md": EDITION, "talks/prix.md": talk("topics: Prix\n")})
    meta = library.talks["prix"].meta
    assert (meta.speakers, meta.topics) == (("ana",), ("Prix",))


def test_extra_keys() -> None:
    """The keys of other plugins are kept, with the types that these expect."""
    keys = "tags: [a, 2]\nhide: true\ncount: 3\nreview: {date: 2004-01-01}\n"
    settings = Settings(extra_keys=frozenset({"tags", "hide", "count", "review", "absent"}))
    library, problems, _ = load(
        {"editions/2004.md": EDITION, "talks/prix.md": talk(keys)}, settings
    )
    assert (library.talks["prix"].extra, [problem.code for problem in problems]) == (
        {
            "tags": ["a", 2],
            "hide": True,
            "count": 3,
            "review": {"date": datetime.date(2004, 1, 1)},
        },
        ["F203"],
    )


@pytest.mark.parametrize("key", ["on", "2004"])
def test_extra_key_that_reads_as_a_value(key: str) -> None:
    """The key of another plugin may look like a number or a truth value."""
    settings = Settings(extra_keys=frozenset({key}))
    library, _, _ = load({"talks/prix.md": talk(f"{key}: x\n")}, settings)
    assert library.talks.keys() == {"prix"}


def test_extra_keys_of_two_kinds() -> None:
    """A key of another plugin doesn't open the way to others."""
    settings = replace(Settings(), extra_keys=frozenset({"tags"}))
    _, problems, _ = load({"members/ana.md": member("tags: a\nhide: b\n")}, settings)
    assert [str(problem.location) for problem in problems] == ["members/ana.md:4:1"]


def test_fault_of_file() -> None:
    """A file that can't be read is told, and the others are read all the same."""
    library, problems, _ = load(
        {"members/ana.md": "Ana", "members/bob.md": "---\nname: Bob\n---\n"}
    )
    assert (list(library.members), [str(problem.location) for problem in problems]) == (
        ["bob"],
        ["members/ana.md:1:1"],
    )

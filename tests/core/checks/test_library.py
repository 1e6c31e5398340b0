"""Rules over the whole library: each with its message, its place and its suggestion."""

import datetime

import pytest

from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import Settings

TALK = "---\ntitle: Le prix\nedition: 2004\nspeakers: ana\n---\n"
MEMBER = "---\nname: Ana Martin\n---\n"


def test_answer_to_unknown_question() -> None:
    """The problem points at the `question` key and offers the nearest name."""
    _, problems, _ = load(
        {
            "editions/2004.md": "---\ntitle: Forum 2004\ndate: 2004-09-24\n---\n",
            "talks/prix.md": TALK
            + "\n## Questions\n\n- Que vaut une marge brute ? {#marge-brute}\n",
            "members/ana.md": MEMBER,
            "answers/prix-ana.md": (
                "---\nquestion: prix/marges-brutes\nauthor: ana\ndate: 2026-01-02\n---\nTrop.\n"
            ),
        }
    )
    assert [str(problem) for problem in problems] == [
        "answers/prix-ana.md:2:11: F201 no question is called 'prix/marges-brutes'\n"
        "    hint: did you mean 'prix/marge-brute'?"
    ]


QUESTIONS = "## Questions\n\n- Que vaut une marge ? {#marge}\n- Que vaut un rabais ? {#rabais}\n"
ANSWER = "---\nquestion: {}\nauthor: {}\ndate: 2005-01-01\n---\nOui.\n"
SPELLING = "is another spelling of a topic\n    hint: write"
CONSENT = "hint: remove it, or name it under 'consent: publish:' if the member agrees"
AGREED = "consent:\n  publish: [email, photo]\n  date: 2004-01-01\n"


def talk(keys: str, *, edition: str = "2004", speakers: str = "ana") -> str:
    """Give a talk with more keys, which begin on line 5."""
    return f"---\ntitle: T\nedition: {edition}\nspeakers: {speakers}\n{keys}---\n{QUESTIONS}"


CASES: dict[str, tuple[dict[str, str], list[str]]] = {
    "nothing": ({}, []),
    "unknown edition": (
        {"talks/new.md": talk("", edition="2040")},
        ["talks/new.md:3:10: F202 no edition is called '2040'\n    hint: the editions are: 2004"],
    ),
    "unknown edition, none near": (
        {"talks/new.md": talk("", edition="automne")},
        [
            "talks/new.md:3:10: F202 no edition is called 'automne'\n"
            "    hint: the editions are: 2004"
        ],
    ),
    "unknown speaker": (
        {"talks/new.md": talk("", speakers="[ana, claire-martn]")},
        [
            "talks/new.md:4:17: F203 no member is called 'claire-martn'\n"
            "    hint: did you mean 'claire-martin'?"
        ],
    ),
    "unknown author": (
        {"answers/prix/marge/zoe.md": "---\ndate: 2005-01-01\n---\nOui.\n"},
        [
            "answers/prix/marge/zoe.md:1:1: F203 no member is called 'zoe'\n"
            "    hint: a member has a page, in a file called 'zoe.md'"
        ],
    ),
    "author's name left to be replaced": (
        {"answers/prix/marge/your-name.md": "---\ndate: 2005-01-01\n---\nOui.\n"},
        [
            (
                "answers/prix/marge/your-name.md:1:1: F203 no member is called 'your-name'\n"
                "    hint: write your own name there, as on your page"
            )
        ],
    ),
    "second answer without author": (
        {"answers/prix/marge/ana-2.md": "---\ndate: 2005-01-01\n---\nOui.\n"},
        [
            "answers/prix/marge/ana-2.md:1:1: F203 no member is called 'ana-2'\n"
            "    hint: write 'author: ana' if it is a further answer"
        ],
    ),
    "former name of a question": (
        {
            "talks/prix.md": talk("question_aliases: {taux: marge}\n"),
            "answers/prix/taux/ana.md": "---\ndate: 2005-01-01\n---\nOui.\n",
        },
        [
            "answers/prix/taux/ana.md:1:1: F201 no question is called 'prix/taux'\n"
            "    hint: it is called 'prix/marge' now: write that here, or move the file there"
        ],
    ),
    "duplicate of a draft": (
        {
            "talks/new.md": talk("draft: true\n"),
            "questions/prix/marge.md": (
                "---\nstatus: duplicate\ndate: 2005-01-01\nduplicate_of: new/marge\n---\n"
            ),
        },
        [
            "questions/prix/marge.md:4:15: F207 the question 'new/marge' is asked in a draft\n"
            "    hint: publish its talk, or name another question"
        ],
    ),
    "unknown author by key": (
        {"answers/x.md": ANSWER.format("prix/marge", "claire")},
        [
            "answers/x.md:3:9: F203 no member is called 'claire'\n"
            "    hint: did you mean 'claire-martin'?"
        ],
    ),
    "unknown question by path": (
        {"answers/prix/marges/ana.md": "---\ndate: 2005-01-01\n---\nOui.\n"},
        [
            "answers/prix/marges/ana.md:1:1: F201 no question is called 'prix/marges'\n"
            "    hint: did you mean 'prix/marge'?"
        ],
    ),
    "unknown question, none near": (
        {"answers/x.md": ANSWER.format("prix/xyzzy-plugh-abracadabra", "ana")},
        [
            "answers/x.md:2:11: F201 no question is called 'prix/xyzzy-plugh-abracadabra'\n"
            "    hint: the talk's questions are: marge, rabais"
        ],
    ),
    "question of an unknown talk": (
        {"answers/x.md": ANSWER.format("xyzzy/abracadabra", "ana")},
        ["answers/x.md:2:11: F201 no question is called 'xyzzy/abracadabra'"],
    ),
    "question of a talk without any": (
        {
            "talks/new.md": "---\ntitle: T\nedition: 2004\nspeakers: ana\n---\n",
            "answers/x.md": ANSWER.format("new/abracadabra", "ana"),
        },
        ["answers/x.md:2:11: F201 no question is called 'new/abracadabra'"],
    ),
    "outcome of an unknown question": (
        {"questions/prix/marges.md": "---\n---\n"},
        [
            "questions/prix/marges.md:1:1: F201 no question is called 'prix/marges'\n"
            "    hint: did you mean 'prix/marge'?"
        ],
    ),
    "unknown member decides": (
        {"questions/prix/marge.md": "---\nby: zoe\n---\n"},
        [
            "questions/prix/marge.md:2:5: F203 no member is called 'zoe'\n"
            "    hint: a member has a page, in a file called 'zoe.md'"
        ],
    ),
    "duplicate of an unknown question": (
        {
            "questions/prix/marge.md": (
                "---\nstatus: duplicate\ndate: 2005-01-01\nduplicate_of: prix/rabai\n---\n"
            )
        },
        [
            "questions/prix/marge.md:4:15: F201 no question is called 'prix/rabai'\n"
            "    hint: did you mean 'prix/rabais'?"
        ],
    ),
    "duplicate of itself": (
        {
            "questions/prix/marge.md": (
                "---\nstatus: duplicate\ndate: 2005-01-01\nduplicate_of: prix/marge\n---\n"
            )
        },
        [
            "questions/prix/marge.md:4:15: F204 a question can't be a duplicate of itself\n"
            "    hint: name the other question as 'talk/question'"
        ],
    ),
    "former question that leads nowhere": (
        {"talks/prix.md": talk("question_aliases: {former: marges}\n")},
        [
            "talks/prix.md:5:28: F205 no question of this talk is called 'marges'\n"
            "    hint: did you mean 'marge'?"
        ],
    ),
    "former question that is there": (
        {"talks/prix.md": talk("question_aliases: {rabais: marge}\n")},
        [
            (
                "talks/prix.md:5:28: F206 the address 'questions/prix/rabais/' is taken\n"
                "    hint: remove this line, or give the other page another name"
            )
        ],
    ),
    "former question": ({"talks/prix.md": talk("question_aliases: {former: marge}\n")}, []),
    "e-mail without consent": (
        {"members/bob.md": "---\nname: Bob\ncontact:\n  email: a@b.fr\n---\n"},
        [f"members/bob.md:4:3: F301 'email' is given without the member's consent\n    {CONSENT}"],
    ),
    "more than was agreed": (
        {
            "members/bob.md": (
                f"---\nname: Bob\n{AGREED}photo: bob.jpg\n"
                "contact:\n  email: a@b.fr\n  phone: 01 99 00 12 34\n  address: Ici\n---\n"
            )
        },
        [
            f"members/bob.md:9:3: F301 'phone' is given without the member's consent\n"
            f"    {CONSENT}",
            f"members/bob.md:10:3: F301 'address' is given without the member's consent\n"
            f"    {CONSENT}",
        ],
    ),
    "photo without consent": (
        {"members/bob.md": "---\nname: Bob\nphoto: bob.jpg\n---\n"},
        [f"members/bob.md:3:1: F301 'photo' is given without the member's consent\n    {CONSENT}"],
    ),
    "contact left empty": (
        {"members/bob.md": "---\nname: Bob\nphoto:\ncontact:\n  email:\n  phone: ~\n---\n"},
        [],
    ),
    "topic in another case": (
        {
            "members/bob.md": "---\nname: Bob\ntopics: [Lois, Confiance]\n---\n",
            "talks/prix.md": talk("topics: [Confiance, loi]\n"),
            "questions/prix/marge.md": "---\ntopics: confiance\n---\n",
        },
        [
            f"questions/prix/marge.md:2:9: F302 'confiance' {SPELLING} 'Confiance', as elsewhere",
            f"talks/prix.md:5:21: F302 'loi' {SPELLING} 'Lois', as elsewhere",
        ],
    ),
    "topic with another accent": (
        {
            "talks/prix.md": talk("topics: [Équité]\n"),
            "talks/new.md": talk("topics:\n  - Equite\n"),
        },
        [f"talks/prix.md:5:10: F302 'Équité' {SPELLING} 'Equite', as elsewhere"],
    ),
}


@pytest.mark.parametrize(("changed", "messages"), CASES.values(), ids=CASES)
def test_rule(changed: dict[str, str], messages: list[str]) -> None:
    """What an entry names in vain is told where it stands, once, with the nearest name."""
    texts = {
        "editions/2004.md": "---\ntitle: Forum 2004\ndate: 2004-09-24\n---\n",
        "members/ana.md": MEMBER,
        "members/claire-martin.md": "---\nname: Claire Martin\n---\n",
        "talks/prix.md": talk(""),
        **changed,
    }
    assert [str(problem) for problem in load(texts)[1]] == messages


UNREAD = {
    "edition": {"editions/2004.md": "---\ntitle: Le forum 2004\n---\n"},
    "edition in a wrong place": {
        "editions/2004.md": None,
        "editions/old/2004.md": "---\ntitle: x\ndate: 2004-09-24\n---\n",
    },
    "member": {"members/ana.md": "---\nnom: Ana\nname: Ana\n---\n"},
    "talk": {"talks/prix.md": "---\nedition: 2004\nspeakers: ana\n---\n"},
    "talk, but for a key": {"talks/prix.md": talk("date: x\n")},
    "talk with former names": {"talks/prix.md": talk("question_aliases: x\n")},
    "talk in a wrong place": {"talks/prix.md": None, "talks/2004/prix.md": talk("")},
}


@pytest.mark.parametrize("changed", UNREAD.values(), ids=UNREAD)
def test_unread_entry(changed: dict[str, str | None]) -> None:
    """What refers to an entry that couldn't be read isn't at fault: one mistake, one message."""
    texts: dict[str, str | None] = {
        "editions/2004.md": "---\ntitle: Forum 2004\ndate: 2004-09-24\n---\n",
        "members/ana.md": MEMBER,
        "talks/prix.md": talk(""),
        "answers/prix/marge/ana.md": "---\ndate: 2005-01-01\n---\nOui.\n",
        "questions/prix/marge.md": "---\nby: ana\n---\n",
        **changed,
    }
    _, problems, _ = load({path: text for path, text in texts.items() if text is not None})
    assert [problem.location.path for problem in problems] == [
        path for path, text in changed.items() if text
    ]


ALIASES: dict[str, tuple[dict[str, str], list[str]]] = {
    "of another page": (
        {"talks/new.md": talk("aliases: [talks/prix/]\n")},
        ["talks/new.md:5:11: F206 the address 'talks/prix/' is taken"],
    ),
    "of its own page": (
        {"talks/prix.md": talk("aliases: talks/prix\n")},
        ["talks/prix.md:5:10: F206 the address 'talks/prix/' is taken"],
    ),
    "of a question": (
        {"talks/new.md": talk("aliases: questions/prix/marge/index.html\n")},
        ["talks/new.md:5:10: F206 the address 'questions/prix/marge/' is taken"],
    ),
    "given twice": (
        {
            "members/ana.md": "---\nname: Ana\naliases: old/x\n---\n",
            "talks/prix.md": talk("aliases: [a, old/x/]\n"),
        },
        ["members/ana.md:3:10: F206 the address 'old/x/' is taken"],
    ),
    "of a listing": (
        {"talks/new.md": talk("aliases: talks/\n")},
        ["talks/new.md:5:10: F206 the address 'talks/' is taken"],
    ),
    "of the home page": (
        {"talks/new.md": talk("aliases: index.html\n")},
        ["talks/new.md:5:10: F206 the address 'index.html' is taken"],
    ),
    "of a board": (
        {"talks/new.md": talk("aliases: questions/open/\n")},
        ["talks/new.md:5:10: F206 the address 'questions/open/' is taken"],
    ),
    "of a topic": (
        {"talks/new.md": talk("topics: Prix\naliases: topics/prix/\n")},
        ["talks/new.md:6:10: F206 the address 'topics/prix/' is taken"],
    ),
    "of a document": (
        {"talks/new.md": talk("aliases: talks/prix/print/\n")},
        ["talks/new.md:5:10: F206 the address 'talks/prix/print/' is taken"],
    ),
    "of a question, by its talk's former name": (
        {"talks/new.md": talk("aliases: talks/old/\nquestion_aliases: {x: marge}\n")},
        [],
    ),
    "free": ({"talks/new.md": talk("aliases: [a/b/, talks/old.html, talks/prix.html]\n")}, []),
}


@pytest.mark.parametrize(("changed", "messages"), ALIASES.values(), ids=ALIASES)
def test_alias(changed: dict[str, str], messages: list[str]) -> None:
    """A former address at which a page stands, or that is given twice, is told once."""
    texts = {
        "editions/2004.md": "---\ntitle: Forum 2004\ndate: 2004-09-24\n---\n",
        "members/ana.md": MEMBER,
        "talks/prix.md": talk(""),
        **changed,
    }
    hint = "    hint: remove this line, or give the other page another name"
    assert [str(problem) for problem in load(texts)[1]] == [f"{text}\n{hint}" for text in messages]


SEVERITIES = {
    "consent": ({"members/bob.md": "---\nname: Bob\nphoto: b.jpg\n---\n"}, Severity.WARNING),
    "topic": ({"members/bob.md": "---\nname: Bob\ntopics: [Prix, prix]\n---\n"}, Severity.WARNING),
    "speaker": ({"talks/new.md": talk("", speakers="zoe")}, Severity.ERROR),
    "key": ({"members/bob.md": "---\nnom: Bob\nname: Bob\n---\n"}, Severity.ERROR),
}


@pytest.mark.parametrize(("changed", "severity"), SEVERITIES.values(), ids=SEVERITIES)
def test_severity(changed: dict[str, str], severity: Severity) -> None:
    """What can't be placed stops every build; what isn't as it should be a strict one."""
    texts = {
        "editions/2004.md": "---\ntitle: Forum 2004\ndate: 2004-09-24\n---\n",
        "members/ana.md": MEMBER,
        **changed,
    }
    assert [problem.severity for problem in load(texts)[1]] == [severity]


def test_faults_are_sorted() -> None:
    """Faults stand by file and place, whatever rule found them."""
    _, problems, _ = load(
        {
            "talks/b.md": talk("couleur: x\n"),
            "talks/a.md": talk("", edition="2040", speakers="[zoe, eve]") + "• C\n",
            "members/ana.md": "Ana",
        }
    )
    assert [str(problem.location) for problem in problems] == [
        "members/ana.md:1:1",
        "talks/a.md:3:10",
        "talks/a.md:4:12",
        "talks/a.md:4:17",
        "talks/a.md:10:1",
        "talks/b.md:3:10",
        "talks/b.md:5:1",
    ]


def test_told_in_another_language() -> None:
    """The sentence and its hint are translated, their values are not."""
    _, (problem,), _ = load(
        {"members/ana.md": "---\nname: Ana\nphoto: [a]\n---\n".replace("[a]", "x.svg")}
    )
    words = {
        "hint:": "conseil :",
        "'{value}' isn't allowed as '{key}'": "« {value} » pour « {key} »",
    }
    assert problem.tell(lambda text: words.get(text, "?")) == (
        "members/ana.md:3:8: F113 « x.svg » pour « photo »\n    conseil : ?"
    )


DATES = {
    "before": ("date: 2004-09-23\n", "2004-09-24", ["F209"]),
    "on the day": ("date: 2004-09-24\n", "2004-09-24", []),
    "before a talk to come": ("date: 2004-09-23\n", "2004-09-23", []),
    "before, confirmed since": ("date: 2004-09-23\nupdated: 2004-09-25\n", "2004-09-25", []),
}


TO_COME = {
    "next month": ("answers/prix/marge/bob.md", "date: 2024-12-31\n", []),
    "next year": ("answers/prix/marge/bob.md", "date: 2025-11-30\n", ["2:7: F214"]),
    "changed in a year": (
        "answers/prix/marge/bob.md",
        "date: 2024-11-01\nupdated: 2042-11-30\n",
        ["3:10: F214"],
    ),
    "consent": (
        "members/bob.md",
        "name: Bob\nconsent: {publish: email, date: 2099-01-01}\n",
        ["3:33: F214"],
    ),
    "decision": ("questions/prix/marge.md", "status: closed\ndate: 2042-11-30\n", ["3:7: F214"]),
    "asked": ("questions/prix/marge.md", "by: bob\nasked_of:\n  bob: 2042-11-30\n", ["4:8: F214"]),
    "edition": ("editions/2099.md", "title: Forum 2099\ndate: 2099-01-01\n", []),
}


@pytest.mark.parametrize(("path", "keys", "told"), TO_COME.values(), ids=TO_COME)
def test_day_to_come(forum: dict[str, str], path: str, keys: str, told: list[str]) -> None:
    """A slip of a year is told; a working copy may be younger than its last commit."""
    settings = Settings(today=datetime.date(2024, 12, 1))
    _, faults, _ = load({**forum, path: f"---\n{keys}---\nOui.\n"}, settings)
    assert [
        f"{fault.location.line}:{fault.location.column}: {fault.code}" for fault in faults
    ] == told


TEXTS = {
    "answer": ("answers/prix/marge/bob.md", "date: 2004-11-02\n", "\n \n", ["F212"]),
    "answer for later": (
        "answers/prix/marge/bob.md", "date: 2004-11-02\n", "<!-- ici -->\n", ["F212"],
    ),
    "draft of an answer": ("answers/prix/marge/bob.md", "date: 2004-11-02\ndraft: true\n", "", []),
    "synthesis without a word of what it is": (
        "questions/prix/marge.md", "date: 2005-02-01\n", "Oui.\n", ["F213"],
    ),
    "synthesis of somebody": ("questions/prix/marge.md", "by: bob\n", "Oui.\n", []),
    "synthesis": ("questions/prix/marge.md", "status: closed\ndate: 2005-02-01\n", "Oui.\n", []),
    "synthesis without a text": (
        "questions/prix/marge.md",
        "status: synthesised\ndate: 2005-02-01\n", "<!-- ici -->\n", ["F212"],
    ),
    "end without a text": ("questions/prix/marge.md", "status: closed\ndate: 2005-02-01\n", "", []),
    "topics of a question": ("questions/prix/marge.md", "topics: Confiance\n", "\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("path", "keys", "body", "codes"), TEXTS.values(), ids=TEXTS)
def test_what_a_text_is(
    forum: dict[str, str], path: str, keys: str, body: str, codes: list[str]
) -> None:
    """An answer has a text, and what stands as a synthesis says that it is one."""
    _, faults, _ = load({**forum, path: f"---\n{keys}---\n{body}"})
    assert [fault.code for fault in faults] == codes


@pytest.mark.parametrize(("keys", "today", "codes"), DATES.values(), ids=DATES)
def test_answer_older_than_its_talk(
    forum: dict[str, str], keys: str, today: str, codes: list[str]
) -> None:
    """An answer is older than its talk only if the talk was given and nobody looked since."""
    settings = Settings(today=datetime.date.fromisoformat(today))
    _, faults, _ = load({**forum, "answers/prix/marge/bob.md": f"---\n{keys}---\nOui.\n"}, settings)
    assert [fault.code for fault in faults if fault.location.path.endswith("marge/bob.md")] == codes

"""The library: identifiers, indexes in their orders, statuses, and what is published."""

import pytest

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.shown import published
from mkdocs_forum.core.model.outcomes import Status
from mkdocs_forum.core.model.settings import Settings

EDITION = "---\ntitle: Forum\ndate: {}\n---\n"


def library_of(texts: dict[str, str]) -> Library:
    """Give the library of a forum without errors, drafts included."""
    library, problems, _ = load(texts, Settings(drafts=True))
    assert [str(problem) for problem in problems if problem.severity.name == "ERROR"] == []
    return library


def test_identifiers(forum: dict[str, str]) -> None:
    """Each entry has its identifier, in the order of its kind."""
    library = library_of(forum)
    assert [
        list(kind)
        for kind in (
            library.editions,
            library.talks,
            library.questions,
            library.answers,
            library.outcomes,
            library.members,
            library.topics,
        )
    ] == [
        ["2004", "2005"],
        ["accord", "prix", "avenir"],
        ["accord/qui", "prix/marge", "prix/rabais", "avenir/quand"],
        ["prix/marge/bob", "prix/marge/ana", "accord/qui/ana"],
        ["accord/qui"],
        ["ana", "bob"],
        ["confiance", "marge", "signature"],
    ]


def test_indexes(forum: dict[str, str]) -> None:
    """Each index leads from an identifier to those that belong to it, in their order."""
    library = library_of(forum)
    assert {
        "talks_by_edition": library.talks_by_edition,
        "talks_by_speaker": library.talks_by_speaker,
        "talks_by_topic": library.talks_by_topic,
        "questions_by_talk": library.questions_by_talk,
        "questions_by_topic": library.questions_by_topic,
        "answers_by_question": library.answers_by_question,
        "answers_by_author": library.answers_by_author,
        "members_by_topic": library.members_by_topic,
    } == {
        "talks_by_edition": {"2004": ("accord", "prix"), "2005": ("avenir",)},
        "talks_by_speaker": {"ana": ("accord", "prix"), "bob": ("accord", "avenir")},
        "talks_by_topic": {"marge": ("prix",), "confiance": ("accord", "prix")},
        "questions_by_talk": {
            "accord": ("accord/qui",),
            "prix": ("prix/marge", "prix/rabais"),
            "avenir": ("avenir/quand",),
        },
        "questions_by_topic": {
            "confiance": ("accord/qui", "prix/marge", "prix/rabais"),
            "marge": ("prix/marge", "prix/rabais"),
            "signature": ("accord/qui",),
        },
        "answers_by_question": {
            "prix/marge": ("prix/marge/ana", "prix/marge/bob"),
            "accord/qui": ("accord/qui/ana",),
        },
        "answers_by_author": {
            "bob": ("prix/marge/bob",),
            "ana": ("prix/marge/ana", "accord/qui/ana"),
        },
        "members_by_topic": {"marge": ("ana",)},
    }


def talk(edition: str, title: str = "T", keys: str = "") -> str:
    """Give a talk of an edition with one question."""
    return (
        f"---\ntitle: {title}\nedition: {edition}\nspeakers: ana\n{keys}---\n"
        "## Questions\n\n- Quoi ? {#quoi}\n"
    )


PROGRAMMES = {
    "by edition's day": (
        {
            "talks/a.md": talk("new"),
            "talks/b.md": talk("old"),
        },
        ["b", "a"],
    ),
    "by order": (
        {
            "talks/a.md": talk("old", keys="order: 10\n"),
            "talks/b.md": talk("old", keys="order: 9\n"),
            "talks/c.md": talk("old", keys="order: -1\n"),
        },
        ["c", "b", "a"],
    ),
    "without order last, by title": (
        {
            "talks/a.md": talk("old", "Zèbre"),
            "talks/b.md": talk("old", "Abeille"),
            "talks/c.md": talk("old", "Zoo", "order: 1\n"),
        },
        ["c", "b", "a"],
    ),
    "by title, accents aside": (
        {
            "talks/a.md": talk("old", "Zèbre"),
            "talks/b.md": talk("old", "Écureuil"),
            "talks/c.md": talk("old", "abeille"),
        },
        ["c", "b", "a"],
    ),
    "of one title": (
        {"talks/b.md": talk("old"), "talks/a.md": talk("old")},
        ["a", "b"],
    ),
}


@pytest.mark.parametrize(("talks", "order"), PROGRAMMES.values(), ids=PROGRAMMES)
def test_programme(talks: dict[str, str], order: list[str]) -> None:
    """Talks stand in the order of their editions' programmes, and their questions with them."""
    library = library_of(
        {
            "editions/old.md": EDITION.format("2004-09-24"),
            "editions/new.md": EDITION.format("2005-09-24"),
            "members/ana.md": "---\nname: Ana\n---\n",
            **talks,
        }
    )
    assert (list(library.talks), [key.split("/")[0] for key in library.questions]) == (order, order)


@pytest.mark.parametrize("drafts", [False, True])
def test_topics_in_order_of_programme(*, drafts: bool) -> None:
    """What a topic leads to stands in the order of the programmes, in the live view too."""
    library, _, _ = load(
        {
            "editions/old.md": EDITION.format("2004-09-24"),
            "editions/new.md": EDITION.format("2005-09-24"),
            "members/ana.md": "---\nname: Ana\n---\n",
            "talks/a.md": talk("new", keys="topics: Taux fixe\n"),
            "talks/b.md": talk("old", keys="topics: Taux fixe\n"),
            "talks/c.md": talk("old", keys="order: 1\n"),
            "questions/c/quoi.md": "---\ntopics: Taux fixe\n---\n",
        },
        Settings(drafts=drafts),
    )
    assert (library.talks_by_topic["tau-fixe"], library.questions_by_topic["tau-fixe"]) == (
        ("b", "a"),
        ("c/quoi", "b/quoi", "a/quoi"),
    )


def test_members_by_name() -> None:
    """Members stand in alphabetical order, accents and capitals aside."""
    names = {"a": "Zoé Blanc", "b": "Élise Noir", "c": "de Gris", "d": "Ana Vert"}
    library, _, _ = load(
        {f"members/{key}.md": f"---\nname: {name}\n---\n" for key, name in names.items()}
    )
    assert [member.meta.name for member in library.members.values()] == [
        "Ana Vert",
        "de Gris",
        "Élise Noir",
        "Zoé Blanc",
    ]


def test_answers_in_order(forum: dict[str, str]) -> None:
    """Answers to a question stand by their days, those that were kept first."""
    forum["members/eva.md"] = "---\nname: Eva\n---\n"
    forum["answers/prix/marge/eva.md"] = "---\ndate: 2004-10-01\n---\n"
    forum["answers/prix/marge/eva-2.md"] = (
        "---\nauthor: eva\ndate: 2005-10-01\nretained: true\n---\n"
    )
    assert library_of(forum).answers_by_question["prix/marge"] == (
        "prix/marge/ana",
        "prix/marge/eva-2",
        "prix/marge/eva",
        "prix/marge/bob",
    )


def test_two_answers_of_one_name(forum: dict[str, str]) -> None:
    """Of two answers with one identifier none is lost without a word."""
    forum["answers/ana.md"] = "---\nquestion: prix/marge\nauthor: ana\ndate: 2004-12-24\n---\nB\n"
    library, problems, _ = load(forum)
    assert len(library.answers) + len(problems) == 4


def test_pages(forum: dict[str, str]) -> None:
    """The files of editions, talks and members are pages."""
    assert library_of(forum).pages.keys() == {
        path for path in forum if not path.startswith(("answers/", "questions/"))
    }


OUTCOME = "---\nstatus: {}\ndate: 2005-01-01\n{}---\n"
ANSWER = "---\ndate: 2005-01-01\n{}---\n"
RABAIS = "questions/prix/rabais.md"
STATUSES: dict[str, tuple[dict[str, str], Status, bool]] = {
    "no answer": ({}, Status.OPEN, True),
    "answer": ({"answers/prix/rabais/ana.md": ANSWER.format("")}, Status.ANSWERED, True),
    "answer that was kept": (
        {"answers/prix/rabais/ana.md": ANSWER.format("retained: true\n")},
        Status.ANSWERED,
        False,
    ),
    "outcome without status": ({RABAIS: "---\ntopics: Rabais\n---\n"}, Status.OPEN, True),
    "outcome without status, answer": (
        {RABAIS: "---\n---\n", "answers/prix/rabais/ana.md": ANSWER.format("")},
        Status.ANSWERED,
        True,
    ),
    "synthesis": ({RABAIS: OUTCOME.format("synthesised", "")}, Status.SYNTHESISED, False),
    "closed": ({RABAIS: OUTCOME.format("closed", "")}, Status.CLOSED, False),
    "closed with an answer": (
        {
            RABAIS: OUTCOME.format("closed", ""),
            "answers/prix/rabais/ana.md": ANSWER.format(""),
        },
        Status.CLOSED,
        False,
    ),
    "duplicate": (
        {RABAIS: OUTCOME.format("duplicate", "duplicate_of: prix/marge\n")},
        Status.DUPLICATE,
        False,
    ),
}


@pytest.mark.parametrize(("added", "status", "unsettled"), STATUSES.values(), ids=STATUSES)
def test_status(
    forum: dict[str, str], added: dict[str, str], status: Status, *, unsettled: bool
) -> None:
    """A question stands where its outcome says, else where its answers do."""
    library = library_of({**forum, **added})
    question = "prix/rabais"
    assert (library.status(question), library.is_unsettled(question)) == (status, unsettled)


WELCOME = {
    Status.OPEN: True,
    Status.ANSWERED: True,
    Status.SYNTHESISED: True,
    Status.CLOSED: False,
    Status.DUPLICATE: False,
}


@pytest.mark.parametrize(("status", "welcome"), WELCOME.items(), ids=WELCOME)
def test_takes_answers(status: Status, *, welcome: bool) -> None:
    """New answers are welcome until a question is closed."""
    assert status.takes_answers is welcome


TOPICS = {
    "of its talk": ("prix/marge", ("marge", "confiance")),
    "its own last": ("accord/qui", ("confiance", "signature")),
    "none": ("avenir/quand", ()),
}


@pytest.mark.parametrize(("question", "topics"), TOPICS.values(), ids=TOPICS)
def test_topics_of(forum: dict[str, str], question: str, topics: tuple[str, ...]) -> None:
    """A question has its talk's topics, then its own."""
    assert library_of(forum).topics_of(question) == topics


def test_topic_named_twice(forum: dict[str, str]) -> None:
    """A topic that the talk and the question name is one topic."""
    forum["questions/accord/qui.md"] = "---\ntopics: [Signature, Confiance]\n---\n"
    assert library_of(forum).topics_of("accord/qui") == ("confiance", "signature")


SPELLINGS = {
    "most often": (["prix", "Prix", "Prix"], "Prix"),
    "first of the alphabet": (["prix", "Prix"], "Prix"),
    "plural": (["Marges brutes", "Marge brute", "marge brute", "marge brute"], "marge brute"),
    "accents": (["Équité", "equite", "Équité"], "Équité"),
}


@pytest.mark.parametrize(("spellings", "name"), SPELLINGS.values(), ids=SPELLINGS)
def test_topic(spellings: list[str], name: str) -> None:
    """Spellings that differ by case, accent or plural are one topic, named as most often."""
    library, _, _ = load(
        {
            f"members/m{number}.md": f"---\nname: M\ntopics: {text}\n---\n"
            for number, text in enumerate(spellings)
        }
    )
    assert [topic.name for topic in library.topics.values()] == [name]


@pytest.mark.parametrize("names", [["Art", "Arts"], ["Lois", "Loi"], ["Réseaux", "réseau"]])
def test_plural_of_topic(names: list[str]) -> None:
    """The plural of a word of three letters or more is the same topic."""
    library, _, _ = load({"members/ana.md": f"---\nname: Ana\ntopics: [{', '.join(names)}]\n---\n"})
    assert len(library.topics) == 1


@pytest.mark.parametrize("names", [["IA", "IAs"], ["Prix", "Prise"], ["C", "D"]])
def test_different_topics(names: list[str]) -> None:
    """Words that differ by more are different topics."""
    library, _, _ = load({"members/ana.md": f"---\nname: Ana\ntopics: [{', '.join(names)}]\n---\n"})
    assert len(library.topics) == 2


DRAFTS: dict[str, tuple[str, list[str], list[str]]] = {
    "nothing": (
        "talks/accord.md",
        ["accord", "prix", "avenir"],
        ["prix/marge/bob", "prix/marge/ana", "accord/qui/ana"],
    ),
    "edition": ("editions/2004.md", ["avenir"], []),
    "talk": ("talks/prix.md", ["accord", "avenir"], ["accord/qui/ana"]),
    "answer": (
        "answers/prix/marge/ana.md",
        ["accord", "prix", "avenir"],
        ["prix/marge/bob", "accord/qui/ana"],
    ),
    "author": ("members/bob.md", ["prix"], ["prix/marge/ana"]),
}


@pytest.mark.parametrize(
    ("name", "path", "talks", "answers"),
    [(name, *case) for name, case in DRAFTS.items()],
    ids=DRAFTS,
)
def test_published(
    forum: dict[str, str], name: str, path: str, talks: list[str], answers: list[str]
) -> None:
    """A draft is left out, and all that hangs on it."""
    draft = str(name != "nothing").lower()
    forum[path] = forum[path].replace("---\n", f"---\ndraft: {draft}\n", 1)
    library = published(library_of(forum))
    asked = {question.split("/")[0] for question in library.questions}
    assert (list(library.talks), list(library.answers), asked) == (talks, answers, set(talks))


def test_published_topics(forum: dict[str, str]) -> None:
    """Outcomes and topics of drafts are left out, and no index leads to them."""
    forum["talks/accord.md"] = forum["talks/accord.md"].replace("---\n", "---\ndraft: true\n", 1)
    library = published(library_of(forum))
    assert (
        list(library.outcomes),
        sorted(library.topics),
        library.talks_by_speaker["ana"],
    ) == ([], ["confiance", "marge"], ("prix",))


def test_published_outcomes(forum: dict[str, str]) -> None:
    """What isn't published is named by no question: neither its people nor its own questions."""
    forum["members/bob.md"] = forum["members/bob.md"].replace("---\n", "---\ndraft: true\n", 1)
    days = "  ana: 2030-01-01\n  bob: 2030-01-02\n"
    forum["questions/prix/marge.md"] = f"---\nasked_of: [bob, ana]\npromised_by:\n{days}---\n"
    forum["questions/prix/rabais.md"] = (
        "---\nstatus: duplicate\nduplicate_of: accord/qui\ndate: 2024-01-01\n---\n"
    )
    shown = published(library_of(forum))
    asked = shown.outcomes["prix/marge"].meta
    assert ([*asked.asked_of], [*asked.promised_by]) == (["ana"], ["ana"])
    assert "accord" not in shown.talks
    assert shown.outcomes["prix/rabais"].meta.duplicate_of is None


@pytest.mark.parametrize(("drafts", "count"), [(False, 2), (True, 3)])
def test_drafts_shown_on_demand(forum: dict[str, str], count: int, *, drafts: bool) -> None:
    """Drafts are in the library only where the settings ask for them."""
    forum["talks/prix.md"] = forum["talks/prix.md"].replace("---\n", "---\ndraft: true\n", 1)
    library, _, _ = load(forum, Settings(drafts=drafts))
    assert len(library.talks) == count


def test_faults_of_drafts_are_told(forum: dict[str, str]) -> None:
    """A draft is checked as all else, so that its publication brings no surprise."""
    forum["talks/prix.md"] = forum["talks/prix.md"].replace("ana\n", "eva\ndraft: true\n", 1)
    _, problems, _ = load(forum)
    assert [problem.code for problem in problems] == ["F203"]


def test_library_without_entries() -> None:
    """A forum may be empty."""
    library, problems, _ = load({"index.md": "# Bienvenue\n"})
    assert (library.pages, library.questions, problems) == ({}, {}, [])

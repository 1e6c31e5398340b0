"""Published addresses: each leads somewhere for ever, or is told with what to write."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from mkdocs_forum.core.checks.addresses.publication import Publication
from mkdocs_forum.core.checks.addresses.remedies import check_permanence
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import FOLDERS, Settings

ASKED = "## Questions\n\n- Que vaut une marge ? {#marge}\n- Que vaut un rabais ?\n"
TALK = f"---\ntitle: Le prix\nedition: 2004\nspeakers: ana\n---\n{ASKED}"
ANSWER = "---\ndate: 2004-11-02\n---\nBeaucoup.\n"
FORUM: Mapping[str, str] = {
    "editions/2004.md": "---\ntitle: Forum 2004\ndate: 2004-09-24\n---\n",
    "talks/prix.md": TALK,
    "members/ana.md": "---\nname: Ana Martin\n---\n",
    "members/bob.md": "---\nname: Bob Durand\n---\n",
    "answers/prix/marge/bob.md": ANSWER,
}
LOST = "no longer leads anywhere\n    hint:"
MORE = "addresses no longer lead anywhere, among them"
PERSON = (
    "in the new file of the same person, or put this one back, unless it was withdrawn on purpose"
)
GONE = "in the file that replaces it, or put this one back"
TAKE_OFF = "remove this line: what was published once stays published"


def keyed(text: str, keys: str) -> str:
    """Give a file with more keys, which begin on line 2."""
    return text.replace("---\n", f"---\n{keys}", 1)


def publication(
    changed: Mapping[str, str | None], settings: Settings | None = None, files: tuple[str, ...] = ()
) -> Publication:
    """Give what a forum publishes with some of its files changed, or taken off."""
    settings = settings or Settings(drafts=True)
    texts = {path: text for path, text in {**FORUM, **changed}.items() if text is not None}
    library, _, missing = load(texts, settings)
    return Publication(library, missing, settings, frozenset(files))


def lost(
    before: Publication, now: Publication, renamed: Mapping[str, str] | None = None
) -> list[str]:
    """Give what is told of addresses that lead nowhere any more."""
    return [str(fault) for fault in check_permanence(before, now, renamed or {})]


Changed = Mapping[str, str | None]

RENAMED: Changed = {
    "talks/prix.md": None,
    "talks/juste.md": TALK,
    "answers/prix/marge/bob.md": None,
    "answers/juste/marge/bob.md": ANSWER,
}
"""A talk in another file, with its answers."""

CASES: dict[str, tuple[Changed, list[str]]] = {
    "unchanged": ({}, []),
    "retitled": ({"talks/prix.md": TALK.replace("Le prix", "Le juste prix")}, []),
    "talk renamed": (
        RENAMED,
        [
            f"talks/juste.md:1:1: F210 4 {MORE} 'talks/prix/'\n"
            "    hint: write 'aliases: talks/prix/' in the frontmatter"
        ],
    ),
    "talk renamed, with other former addresses": (
        {**RENAMED, "talks/juste.md": keyed(TALK, "aliases: old/\n")},
        [
            f"talks/juste.md:2:1: F210 4 {MORE} 'talks/prix/'\n"
            "    hint: write 'aliases: [old/, talks/prix/]' in the frontmatter"
        ],
    ),
    "talk renamed, its address kept": (
        {**RENAMED, "talks/juste.md": keyed(TALK, "aliases: talks/prix\n")},
        [],
    ),
    "talk renamed, its address kept by a draft": (
        {**RENAMED, "talks/juste.md": keyed(TALK, "draft: true\naliases: talks/prix\n")},
        [f"talks/juste.md:2:1: F210 4 {MORE} 'talks/prix/'\n    hint: {TAKE_OFF}"],
    ),
    "talk renamed and retitled, the names alike": (
        {
            "talks/prix.md": None,
            "talks/le-prix.md": TALK.replace("Le prix", "La valeur"),
            "answers/prix/marge/bob.md": None,
        },
        [
            f"talks/le-prix.md:1:1: F210 4 {MORE} 'talks/prix/'\n"
            "    hint: write 'aliases: talks/prix/' in the frontmatter"
        ],
    ),
    "talk renamed, and its question too": (
        {
            **RENAMED,
            "answers/juste/marge/bob.md": None,
            "answers/juste/taux/bob.md": ANSWER,
            "talks/juste.md": keyed(
                TALK.replace("{#marge}", "{#taux}"),
                "aliases: talks/prix/\nquestion_aliases: {marge: taux}\n",
            ),
        },
        [],
    ),
    "talk deleted": (
        {"talks/prix.md": None, "answers/prix/marge/bob.md": None},
        [
            f"talks/prix.md:1:1: F210 4 {MORE} 'talks/prix/'\n"
            f"    hint: write 'aliases: talks/prix/' {GONE}"
        ],
    ),
    "talk that can't be read": ({"talks/prix.md": "---\ntitel: x\n---\n"}, []),
    "talk a draft": (
        {"talks/prix.md": keyed(TALK, "draft: true\n")},
        [f"talks/prix.md:2:1: F210 4 {MORE} 'talks/prix/'\n    hint: {TAKE_OFF}"],
    ),
    "talk moved into a draft of an edition": (
        {
            "editions/2005.md": "---\ntitle: F\ndate: 2005-09-24\ndraft: true\n---\n",
            "talks/prix.md": TALK.replace("edition: 2004", "edition: 2005"),
        },
        [
            f"talks/prix.md:3:10: F210 4 {MORE} 'talks/prix/'\n"
            "    hint: its edition is a draft: publish that, or name another one"
        ],
    ),
    "edition a draft": (
        {"editions/2004.md": keyed(str(FORUM["editions/2004.md"]), "draft: yes\n")},
        [f"editions/2004.md:2:1: F210 5 {MORE} 'editions/2004/'\n    hint: {TAKE_OFF}"],
    ),
    "edition renamed": (
        {
            "editions/2004.md": None,
            "editions/forum-2004.md": FORUM["editions/2004.md"],
            "talks/prix.md": TALK.replace("edition: 2004", "edition: forum-2004"),
        },
        [
            f"editions/forum-2004.md:1:1: F210 'editions/2004/' {LOST} "
            "write 'aliases: editions/2004/' in the frontmatter"
        ],
    ),
    "member renamed": (
        {"members/ana.md": None, "members/ana-martin.md": FORUM["members/ana.md"]},
        [
            f"members/ana-martin.md:1:1: F210 'members/ana/' {LOST} "
            "write 'aliases: members/ana/' in the frontmatter"
        ],
    ),
    "member deleted, another like it added": (
        {"members/ana.md": None, "members/anna.md": "---\nname: Anna Martin\n---\n"},
        [f"members/ana.md:1:1: F210 'members/ana/' {LOST} write 'aliases: members/ana/' {PERSON}"],
    ),
    "member deleted": (
        {"members/ana.md": None},
        [f"members/ana.md:1:1: F210 'members/ana/' {LOST} write 'aliases: members/ana/' {PERSON}"],
    ),
    "question reworded that has no name": (
        {"talks/prix.md": TALK.replace("un rabais ?", "un bon rabais ?")},
        [
            f"talks/prix.md:9:3: F210 'questions/prix/que-vaut-un-rabais/' {LOST} "
            "write 'que-vaut-un-rabais: que-vaut-un-bon-rabais' under 'question_aliases:' "
            "in the frontmatter"
        ],
    ),
    "question reworded that has a name": (
        {"talks/prix.md": TALK.replace("une marge ?", "une bonne marge ?")},
        [],
    ),
    "question renamed": (
        {"talks/prix.md": TALK.replace("{#marge}", "{#taux}"), "answers/prix/marge/bob.md": None},
        [
            f"talks/prix.md:8:3: F210 2 {MORE} 'questions/prix/marge/'\n"
            "    hint: write 'marge: taux' under 'question_aliases:' in the frontmatter"
        ],
    ),
    "question reworded and renamed alike": (
        {
            "talks/prix.md": TALK.replace("Que vaut une marge ? {#marge}", "Gagner ? {#marges}"),
            "answers/prix/marge/bob.md": None,
        },
        [
            f"talks/prix.md:8:3: F210 2 {MORE} 'questions/prix/marge/'\n"
            "    hint: write 'marge: marges' under 'question_aliases:' in the frontmatter"
        ],
    ),
    "question renamed, its address kept": (
        {
            "talks/prix.md": keyed(TALK, "question_aliases: {marge: taux}\n").replace(
                "{#marge}", "{#taux}"
            ),
            "answers/prix/marge/bob.md": None,
            "answers/prix/taux/bob.md": ANSWER,
        },
        [],
    ),
    "question renamed, its answers left": (
        {
            "talks/prix.md": keyed(TALK, "question_aliases: {marge: taux}\n").replace(
                "{#marge}", "{#taux}"
            )
        },
        [],
    ),
    "question deleted": (
        {
            "talks/prix.md": TALK.replace("- Que vaut une marge ? {#marge}\n", ""),
            "answers/prix/marge/bob.md": None,
        },
        [
            f"talks/prix.md:8:3: F210 2 {MORE} 'questions/prix/marge/'\n"
            "    hint: put the question back, with '{#marge}' at its end, "
            "or write 'aliases: questions/prix/marge/' in the frontmatter"
        ],
    ),
    "questions deleted": (
        {"talks/prix.md": TALK.replace(ASKED, ""), "answers/prix/marge/bob.md": None},
        [
            f"talks/prix.md:1:1: F210 2 {MORE} 'questions/prix/marge/'\n"
            "    hint: put the question back, with '{#marge}' at its end, "
            "or write 'aliases: questions/prix/marge/' in the frontmatter",
            f"talks/prix.md:1:1: F210 'questions/prix/que-vaut-un-rabais/' {LOST} "
            "put the question back, with '{#que-vaut-un-rabais}' at its end, "
            "or write 'aliases: questions/prix/que-vaut-un-rabais/' in the frontmatter",
        ],
    ),
    "answer renamed": (
        {
            "answers/prix/marge/bob.md": None,
            "answers/prix/marge/bob-2.md": keyed(ANSWER, "author: bob\n"),
        },
        [
            f"answers/prix/marge/bob-2.md:1:1: F210 'questions/prix/marge/#bob' {LOST} "
            "give this file its former name 'answers/prix/marge/bob.md' again"
        ],
    ),
    "answer deleted": (
        {"answers/prix/marge/bob.md": None},
        [
            f"answers/prix/marge/bob.md:1:1: F210 'questions/prix/marge/#bob' {LOST} "
            "put the file back, unless it was withdrawn on purpose"
        ],
    ),
    "answer a draft": (
        {"answers/prix/marge/bob.md": keyed(ANSWER, "draft: true\n")},
        [f"answers/prix/marge/bob.md:2:1: F210 'questions/prix/marge/#bob' {LOST} {TAKE_OFF}"],
    ),
    "answer that can't be read": ({"answers/prix/marge/bob.md": "Rien."}, []),
    "answer to a question of another name": (
        {"answers/prix/marge/bob.md": None, "answers/prix/marges/bob.md": ANSWER},
        [
            f"answers/prix/marge/bob.md:1:1: F210 'questions/prix/marge/#bob' {LOST} "
            "put the file back, unless it was withdrawn on purpose"
        ],
    ),
}


@pytest.mark.parametrize(("changed", "messages"), CASES.values(), ids=CASES)
def test_change(changed: Changed, messages: list[str]) -> None:
    """An address that leads nowhere any more is told once for its cause, with what to write."""
    assert lost(publication({}), publication(changed)) == messages


FORMER: Changed = {
    "talks/prix.md": keyed(
        TALK, "aliases: [old.html, talks/cout/]\nquestion_aliases: {m: marge}\n"
    ),
    "answers/prix/marge/bob.md": keyed(ANSWER, "aliases: answer-12\n"),
}
"""A forum that was changed before, whose former addresses were kept."""

FORMERLY: dict[str, tuple[Changed, list[str]]] = {
    "kept": (FORMER, []),
    "talk's address forgotten": (
        {
            **FORMER,
            "talks/prix.md": keyed(TALK, "aliases: old.html\nquestion_aliases: {m: marge}\n"),
        },
        [
            f"talks/prix.md:2:1: F210 4 {MORE} 'talks/cout/'\n"
            "    hint: write 'aliases: [old.html, talks/cout/]' in the frontmatter"
        ],
    ),
    "question's name forgotten": (
        {**FORMER, "talks/prix.md": keyed(TALK, "aliases: [old.html, talks/cout/]\n")},
        [
            f"talks/prix.md:9:3: F210 2 {MORE} 'questions/prix/m/'\n"
            "    hint: write 'm: marge' under 'question_aliases:' in the frontmatter"
        ],
    ),
    "answer's address forgotten": (
        {"talks/prix.md": FORMER["talks/prix.md"]},
        [
            f"answers/prix/marge/bob.md:1:1: F210 'answer-12/' {LOST} "
            "write 'aliases: answer-12/' in the frontmatter"
        ],
    ),
    "answer deleted": (
        {**FORMER, "answers/prix/marge/bob.md": None},
        [
            f"answers/prix/marge/bob.md:1:1: F210 2 {MORE} 'questions/prix/marge/#bob'\n"
            "    hint: put the file back, unless it was withdrawn on purpose"
        ],
    ),
    "talk renamed": (
        {**RENAMED, "answers/juste/marge/bob.md": FORMER["answers/prix/marge/bob.md"]},
        [
            f"talks/juste.md:1:1: F210 10 {MORE} 'talks/prix/'\n"
            "    hint: write 'aliases: [talks/prix/, old.html, talks/cout/]' in the frontmatter"
        ],
    ),
}


@pytest.mark.parametrize(("changed", "messages"), FORMERLY.values(), ids=FORMERLY)
def test_former_address(changed: Changed, messages: list[str]) -> None:
    """What led on once goes on doing so."""
    assert lost(publication(FORMER), publication(changed)) == messages


def settings(*, directory_urls: bool = True, **folders: str) -> Settings:
    """Give settings with other folders, or other addresses."""
    named = MappingProxyType({**FOLDERS["en"], **folders})
    return Settings(drafts=True, folders=named, directory_urls=directory_urls)


MOVED: Changed = {"talks/prix.md": None, "exposes/prix.md": TALK}

CONFIGURED: dict[str, tuple[Settings, Changed, list[str]]] = {
    "folder of talks": (
        settings(talks="exposes"),
        MOVED,
        [
            f"exposes/prix.md:1:1: F210 'talks/prix/' {LOST} "
            "write 'folders: {talks: talks}' in mkdocs.yml again, "
            "or each former address in its file, here 'aliases: talks/prix/'"
        ],
    ),
    "folder of talks, addresses kept": (
        settings(talks="exposes"),
        {**MOVED, "exposes/prix.md": keyed(TALK, "aliases: talks/prix/\n")},
        [],
    ),
    "folder of questions": (
        settings(questions="ask"),
        {},
        [
            f"talks/prix.md:8:3: F210 3 {MORE} 'questions/prix/marge/'\n"
            "    hint: write 'folders: {questions: questions}' in mkdocs.yml again"
        ],
    ),
    "folder of answers": (
        settings(answers="replies"),
        {"answers/prix/marge/bob.md": None, "replies/prix/marge/bob.md": ANSWER},
        [],
    ),
    "form of addresses": (
        settings(directory_urls=False),
        {"members/ana.md": None, "members/bob.md": None},
        [
            f"editions/2004.md:1:1: F210 'editions/2004/' {LOST} "
            "write 'use_directory_urls: true' in mkdocs.yml again, "
            "or each former address in its file, here 'aliases: editions/2004/'",
            f"talks/prix.md:1:1: F210 'talks/prix/' {LOST} "
            "write 'use_directory_urls: true' in mkdocs.yml again, "
            "or each former address in its file, here 'aliases: talks/prix/'",
            f"members/ana.md:1:1: F210 'members/ana/' {LOST} "
            f"write 'aliases: members/ana/' {PERSON}",
            f"members/bob.md:1:1: F210 'members/bob/' {LOST} "
            f"write 'aliases: members/bob/' {PERSON}",
            f"talks/prix.md:8:3: F210 3 {MORE} 'questions/prix/marge/'\n"
            "    hint: write 'use_directory_urls: true' in mkdocs.yml again",
        ],
    ),
}


@pytest.mark.parametrize(("present", "changed", "messages"), CONFIGURED.values(), ids=CONFIGURED)
def test_configuration(present: Settings, changed: Changed, messages: list[str]) -> None:
    """A change of the configuration is told once for each kind, however many pages it moves."""
    assert lost(publication({}), publication(changed, present)) == messages


HISTORY: dict[str, tuple[Changed, Mapping[str, str], list[str]]] = {
    "talk": (
        {
            "talks/prix.md": None,
            "answers/prix/marge/bob.md": None,
            "talks/valoir.md": TALK.replace("Le prix", "Ce que nous valons"),
        },
        {"talks/prix.md": "talks/valoir.md"},
        [
            f"talks/valoir.md:1:1: F210 4 {MORE} 'talks/prix/'\n"
            "    hint: write 'aliases: talks/prix/' in the frontmatter"
        ],
    ),
    "talk that can't be read": (
        {"talks/prix.md": None, "answers/prix/marge/bob.md": None, "talks/valoir.md": "Rien."},
        {"talks/prix.md": "talks/valoir.md"},
        [],
    ),
    "answer, with its author": (
        {
            "members/bob.md": None,
            "answers/prix/marge/bob.md": None,
            "members/robert.md": keyed(str(FORUM["members/bob.md"]), "aliases: members/bob/\n"),
            "answers/prix/marge/robert.md": ANSWER,
        },
        {"answers/prix/marge/bob.md": "answers/prix/marge/robert.md"},
        [
            f"answers/prix/marge/robert.md:1:1: F210 'questions/prix/marge/#bob' {LOST} "
            "give this file its former name 'answers/prix/marge/bob.md' again, and the page "
            "of its author 'bob.md'"
        ],
    ),
    "answer, to a question that isn't there": (
        {"answers/prix/marge/bob.md": None, "answers/prix/marges/bob.md": ANSWER},
        {"answers/prix/marge/bob.md": "answers/prix/marges/bob.md"},
        [],
    ),
    "answer, to another question": (
        {"answers/prix/marge/bob.md": None, "answers/prix/que-vaut-un-rabais/bob.md": ANSWER},
        {"answers/prix/marge/bob.md": "answers/prix/que-vaut-un-rabais/bob.md"},
        [
            f"answers/prix/que-vaut-un-rabais/bob.md:1:1: F210 'questions/prix/marge/#bob' {LOST} "
            "give this file its former name 'answers/prix/marge/bob.md' again"
        ],
    ),
}


@pytest.mark.parametrize(("changed", "renamed", "messages"), HISTORY.values(), ids=HISTORY)
def test_history(changed: Changed, renamed: Mapping[str, str], messages: list[str]) -> None:
    """Where the history saw a file go, its successor is found there."""
    assert lost(publication({}), publication(changed), renamed) == messages


FLAT = "---\nquestion: prix/{}\nauthor: bob\ndate: 2004-11-02\n---\n"


def test_answer_with_another_question() -> None:
    """An answer whose file says its question goes on naming that."""
    before = publication({"answers/x.md": FLAT.format("marge")})
    now = publication({"answers/x.md": FLAT.format("que-vaut-un-rabais")})
    assert lost(before, now) == [
        f"answers/x.md:2:11: F210 'questions/prix/marge/#x' {LOST} "
        "write 'question: prix/marge' again"
    ]


def test_talk_replaced_by_another() -> None:
    """A talk that another took in leads there; its questions are told, for they led elsewhere."""
    other = TALK.replace("Le prix", "La valeur").replace(
        ASKED, "## Questions\n\n- Quoi ? {#quoi}\n"
    )
    before = publication({"talks/valeur.md": other})
    now = publication(
        {
            "talks/prix.md": None,
            "answers/prix/marge/bob.md": None,
            "talks/valeur.md": keyed(other, "aliases: [talks/prix/, questions/prix/marge/]\n"),
        }
    )
    assert lost(before, now) == [
        f"talks/valeur.md:9:3: F210 'questions/prix/que-vaut-un-rabais/' {LOST} put the question "
        "back, with '{#que-vaut-un-rabais}' at its end, or write 'aliases: [talks/prix/, "
        "questions/prix/marge/, questions/prix/que-vaut-un-rabais/]' in the frontmatter",
        f"answers/prix/marge/bob.md:1:1: F210 'questions/prix/marge/#bob' {LOST} "
        "put the file back, unless it was withdrawn on purpose",
    ]


def test_page_of_the_site() -> None:
    """A page that the site has beside the forum's keeps an address, too."""
    now = publication({"members/ana.md": None}, files=("members/ana/index.html",))
    assert lost(publication({}), now) == []


def test_unpublished() -> None:
    """What wasn't published may go: drafts, what couldn't be read, answers to nothing."""
    before = publication(
        {
            "editions/2005.md": "---\ntitle: F\ndate: 2005-09-24\ndraft: true\n---\n",
            "talks/x.md": "---\ntitel: x\n---\n",
            "answers/prix/rien/bob.md": ANSWER,
        }
    )
    assert lost(before, publication({})) == []

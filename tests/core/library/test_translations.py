"""Talks in several languages: one talk, one set of questions."""

from dataclasses import replace

import pytest

from mkdocs_forum.core.forum import Forum, load
from mkdocs_forum.core.model.settings import Settings
from tests.faults import FORUM

HEAD = (
    "---\ntitle: Price\nedition: 2004\nspeakers: ana\nlang: en\ntopics: Money\n"
    "translation_of: prix\n"
)
BODY = "---\n\nText.\n\n## Questions\n\n"


def forum(questions: str, head: str = HEAD, **others: str) -> Forum:
    """Load a forum with a translation that asks some questions."""
    files = {**FORUM, "talks/price.md": f"{head}{BODY}{questions}", **others}
    return load(files, Settings(drafts=True))


BOTH = "- What is a margin? {#marge}\n- What is a rebate? {#rabais}\n"


@pytest.mark.parametrize(
    "questions",
    [
        BOTH,
        "- What is a margin?\n- What is a rebate?\n",
        "- What is a margin? {#margin}\n- What is a rebate? {#rabais}\n",
    ],
)
def test_shared(questions: str) -> None:
    """A question is found by its name, or by its place; it is the same in both languages."""
    library, faults, _ = forum(questions)
    assert [fault.code for fault in faults] == []
    assert [*library.questions] == ["prix/marge", "prix/rabais"]
    assert [(each.id, each.title) for each in library.asked("price")] == [
        ("prix/marge", "What is a margin?"),
        ("prix/rabais", "What is a rebate?"),
    ]
    assert library.former_questions["price/marge"] == "prix/marge"
    assert library.versions("prix") == library.versions("price") == ("prix", "price")


def test_lists() -> None:
    """Lists and topics know one talk, whichever languages it is in."""
    library = forum(BOTH).library
    assert library.talks_by_edition == {"2004": ("prix",)}
    assert (library.talks_by_speaker["ana"], dict(library.topics)) == (("prix",), {})


def test_order() -> None:
    """Questions in another order are found by their names; what is asked in vain is told."""
    library, faults, _ = forum("- What is a rebate? {#rabais}\n- And why? {#why}\n- How? {#how}\n")
    assert [each.id for each in library.asked("price")] == ["prix/rabais"]
    assert [(fault.code, fault.location.line) for fault in faults] == [("F231", 15), ("F231", 16)]


def test_drafts() -> None:
    """The translation of a draft isn't shown; a draft of a translation hides nothing else."""
    draft = {"talks/prix.md": FORUM["talks/prix.md"].replace("---\n\n", "draft: true\n---\n\n", 1)}
    files = {**FORUM, **draft, "talks/price.md": f"{HEAD}{BODY}{BOTH}"}
    assert dict(load(files, Settings()).library.talks) == {}
    files = {**FORUM, "talks/price.md": f"{HEAD}draft: true\n{BODY}{BOTH}"}
    shown = load(files, Settings()).library
    assert ([*shown.talks], [*shown.questions]) == (["prix"], ["prix/marge", "prix/rabais"])


WRONG = {
    "unknown": (HEAD.replace("prix", "pris"), "F230"),
    "of itself": (HEAD.replace("prix", "price"), "F230"),
    "same language": (HEAD.replace("lang: en\n", ""), "F232"),
    "other speaker": (HEAD.replace("ana", "bob"), "F233"),
}


@pytest.mark.parametrize(("head", "code"), WRONG.values(), ids=WRONG)
def test_wrong(head: str, code: str) -> None:
    """What makes no translation is told at its line; nothing is lost."""
    library, faults, _ = forum(BOTH, head)
    assert code in [fault.code for fault in faults]
    assert {"prix/marge", "prix/rabais"} <= library.questions.keys()


def test_chain() -> None:
    """A translation of a translation, and a second one into a language, are told."""
    third = {"talks/preis.md": f"{replace_of('price')}{BODY}{BOTH}"}
    codes = [fault.code for fault in forum(BOTH, **third).faults]
    assert codes == ["F230"]
    again = {"talks/preis.md": f"{HEAD}{BODY}{BOTH}"}
    assert [fault.code for fault in forum(BOTH, **again).faults] == ["F232"]


def replace_of(name: str) -> str:
    """Give the frontmatter of a German translation of a talk."""
    return HEAD.replace("lang: en", "lang: de").replace("prix", name).replace("topics: Money\n", "")


def test_reloaded() -> None:
    """What is built again without drafts says the same."""
    library = forum(BOTH).library
    again = load(
        {**FORUM, "talks/price.md": f"{HEAD}{BODY}{BOTH}"}, replace(Settings(), drafts=False)
    ).library
    assert (again.wordings, again.originals) == (library.wordings, library.originals)

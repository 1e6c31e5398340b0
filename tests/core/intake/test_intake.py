"""A contribution answers for its own faults alone."""

from collections.abc import Mapping, Sequence

from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.intake.intake import Forum, Submission, admit
from tests.core.intake.receiving import SETTINGS, TEXTS

MISSPELT = {**TEXTS, "reponses/prix/rabais/bobb.md": b"---\ndate: 2024-11-02\n---\n\nPeu.\n"}


def judged(files: Mapping[str, bytes]) -> Sequence[Diagnostic]:
    """Give every fault of a forum that has one already."""
    return load({**MISSPELT, **files}, SETTINGS)[1]


FORUM = Forum(load(MISSPELT, SETTINGS)[0], SETTINGS, MISSPELT, judged)


def test_what_was_wrong_before() -> None:
    """A fault that was there before stays another's, though a new name is nearer to it."""
    page = Submission("membres/bobbi.md", "---\nname: Bobb\n---\n")
    assert [fault.code for fault in judged({})] == ["F203"]
    assert [str(fault.hint) for fault in judged({page.path: page.text.encode()})] != [
        str(fault.hint) for fault in judged({})
    ]
    assert admit(FORUM, [page]).files == {page.path: page.text.encode()}


def test_what_is_wrong_with_it() -> None:
    """A fault of its own keeps all files out."""
    answer = Submission("reponses/prix/rabais/an.md", "---\ndate: 2024-11-02\n---\n\nPeu.\n")
    intake = admit(FORUM, [answer, Submission("membres/eve.md", "---\nname: Eve\n---\n")])
    assert [(fault.code, fault.location.path) for fault in intake.faults] == [("F203", answer.path)]
    assert not intake.files

"""`mkdocs-forum new notice` and `new slot`: keys of entries that are there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.commands.conftest import told
from tests.small import SMALL

Run = Callable[..., Result]
TALK, ANSWER = "docs/interventions/prix.md", "docs/reponses/prix/marge/bob.md"
EDITION = "docs/editions/2024.md"


def added(path: str, folder: Path) -> str:
    """Give the keys that joined those of an entry, whose other lines are as they were."""
    keys, text = SMALL[path].split("\n---\n")
    before, after = (folder / path).read_bytes().decode().split("\n---\n")
    assert (after, before.removeprefix(keys) + keys) == (text, before.removeprefix(keys) + keys)
    assert before.startswith(keys)
    return before.removeprefix(keys)


@pytest.mark.parametrize(
    ("subject", "path"),
    [
        ("prix", TALK),
        (TALK, TALK),
        ("https://forum.example.org/interventions/prix/", TALK),
        ("prix/marge/bob", ANSWER),
        ("https://forum.example.org/questions/prix/marge/#bob", ANSWER),
    ],
)
def test_notice(run: Run, folder: Path, subject: str, path: str) -> None:
    """A notice stands below the keys; another one joins it, and both say their day."""
    run("new", "notice", subject, "--text", "Lire :\n  dix.", "--date", "2025-01-02")
    done = run("new", "notice", subject, "--text", "Vu.", "--date", "2025-03-04")
    assert (done.exit_code, told(done.stdout)) == (0, f"Modifié : {path}\n")
    assert added(path, folder) == (
        '\nnotice:\n  - date: 2025-01-02\n    text: "Lire : dix."\n'
        "  - date: 2025-03-04\n    text: Vu."
    )


def test_slot(run: Run, folder: Path) -> None:
    """What takes place besides the talks joins the edition's programme, line by line."""
    done = run("new", "slot", "2024", "12 h 30-14:00 Repas | Salle 2", "2024-10-01 9h Accueil")
    assert done.exit_code == 0
    assert added(EDITION, folder) == (
        '\nschedule:\n  - start: "12:30"\n    title: Repas\n    duration: 90\n    room: Salle 2\n'
        "  - start: 09:00\n    title: Accueil\n    date: 2024-10-01"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (("notice", "pris", "--text", "A"), 2, "aucune intervention ni aucune réponse"),
        (("notice", "prix", "--text", " "), 1, "interventions/prix.md"),
        (("notice", "prix", "--text", "A", "--date", "hier"), 1, "hier"),
        (("slot", "2030", "9:00 Accueil"), 2, "2030"),
        (("slot", "2024", "à midi, le repas"), 2, "12:30-14:00"),
        (("slot", "2024", "2025-01-01 9:00 Accueil"), 1, "2025-01-01"),
    ],
)
def test_refused(run: Run, folder: Path, arguments: tuple[str, ...], code: int, why: str) -> None:
    """What can't be added is told with what to write, and no file changes."""
    done = run("new", *arguments)
    assert done.exit_code == code
    assert why in told(done.output)
    assert {path: (folder / path).read_text(encoding="utf-8") for path in SMALL} == SMALL

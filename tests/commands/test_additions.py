"""`mkdocs-forum new notice`, `slot` and `outcome`: what is said of entries that are there."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from click.testing import Result

from tests.commands.conftest import told
from tests.sites import write
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
    done = run("new", "slot", "2024", "12 h 30-14:00 Repas | Salle 2", "2024-10-01 9h – Accueil")
    assert done.exit_code == 0
    assert added(EDITION, folder) == (
        '\nschedule:\n  - start: "12:30"\n    title: Repas\n    duration: 90\n    room: Salle 2\n'
        "  - start: 09:00\n    title: Accueil\n    date: 2024-10-01"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (("notice", "pris", "--text", "A"), 2, "aucune intervention ni aucune réponse"),
        (("notice", "prix", "--text", " "), 2, "--text"),
        (
            ("notice", "prix", "--text", "A", "--date", "hier"),
            2,
            "« hier » ne convient pas pour « --date »",
        ),
        (("slot", "2030", "9:00 Accueil"), 2, "2030"),
        (("slot", "2024", "à midi, le repas"), 2, "« à midi, le repas » ne commence pas par"),
        (("slot", "2024", "25:00 Repas"), 2, "« 25:00 » n’est pas une heure"),
        (("slot", "2024", "2024-10-01 9:00 – 9h70 Repas"), 2, "« 9h70 » n’est pas une heure"),
        (("slot", "2024", "12:30-14:00"), 2, "« 12:30-14:00 » ne dit pas"),
        (("slot", "2024", "12:30 Repas |"), 2, "« 12:30 Repas | » ne dit pas"),
        (("slot", "2024", "2025-01-01 9:00 Accueil"), 1, "2025-01-01"),
    ],
)
def test_refused(run: Run, folder: Path, arguments: tuple[str, ...], code: int, why: str) -> None:
    """What can't be added is told with what to write, and no file changes."""
    done = run("new", *arguments)
    assert done.exit_code == code
    assert why in told(done.output)
    assert {path: (folder / path).read_text(encoding="utf-8") for path in SMALL} == SMALL


def test_advice_is_typable(run: Run, folder: Path) -> None:
    """What a refusal says to write instead of a slot is taken as it stands."""
    day = {EDITION: SMALL[EDITION].replace("2024-10-01", "2027-05-29")}
    write(folder, day)
    for command in (
        ("slot", "2024"),
        ("edition", "--title", "A", "--date", "2027-05-29", "--slot"),
    ):
        advice = run("new", *command, "midi").output.partition("conseil")[2]
        for line in re.findall("« ([^»]+) »", told(advice)):
            done = run("new", *command, line)
            assert done.exit_code == 0, done.output
            write(folder, day)


def test_keys_without_an_end(run: Run, folder: Path) -> None:
    """Nothing joins the keys of a file that end in another way than the line `---`."""
    text = SMALL[TALK].replace("\n---\n", "\n----\n", 1)
    write(folder, {TALK: text})
    done = run("new", "notice", "prix", "--text", "A")
    assert done.exit_code == 2
    assert f"« {TALK} » n’a pas de ligne « --- » sous ses clés" in told(done.output)
    assert (folder / TALK).read_text(encoding="utf-8") == text


OUTCOME = "docs/questions/prix/marge.md"
OUTCOMES: Mapping[str, tuple[Sequence[str], str]] = {
    "synthesis": (
        ("--status", "synthesised", "--by", "Ana Ferrand", "--body", "docs/index.md"),
        "status: synthesised\nby: ana\ndate: 2026-11-20\n",
    ),
    "end": (
        ("--status", "closed", "--date", "2026-01-02", "--topic", "Prix"),
        "status: closed\ndate: 2026-01-02\ntopics:\n  - Prix\n",
    ),
    "duplicate": (
        ("--duplicate-of", "prix/rabais"),
        "status: duplicate\ndate: 2026-11-20\nduplicate_of: prix/rabais\n",
    ),
    "duplicate by its address": (
        ("--duplicate-of", "https://forum.example.org/questions/prix/rabais/"),
        "status: duplicate\ndate: 2026-11-20\nduplicate_of: prix/rabais\n",
    ),
    "promise": (
        ("--promised-by", "ana=2026-12-24", "--asked-of", "Bob Durand"),
        "asked_of:\n  bob: 2026-11-20\npromised_by:\n  ana: 2026-12-24\n",
    ),
}


@pytest.mark.parametrize(("arguments", "keys"), OUTCOMES.values(), ids=OUTCOMES)
def test_outcome(run: Run, folder: Path, arguments: Sequence[str], keys: str) -> None:
    """What becomes of a question has a file, whose other keys a later word leaves as they are."""
    write(folder, {"docs/index.md": "Une synthèse.\n"})
    done = run("new", "outcome", "https://forum.example.org/questions/prix/marge/", *arguments)
    assert (done.exit_code, told(done.stdout)) == (0, f"Écrit : {OUTCOME}\n")
    text = "\nUne synthèse.\n" if "--body" in arguments else ""
    assert (folder / OUTCOME).read_text(encoding="utf-8") == f"---\n{keys}---\n{text}"
    again = run("new", "outcome", "prix/marge", "--promised-by", "bob=2026-12-31")
    assert again.exit_code == 0
    after = (folder / OUTCOME).read_text(encoding="utf-8")
    assert {*keys.splitlines(), "  bob: 2026-12-31"} <= {*after.splitlines()}


def test_retained(run: Run, folder: Path) -> None:
    """An answer is kept by a line of its own file."""
    done = run("new", "outcome", "prix/marge", "--retained", "bob")
    assert (done.exit_code, added(ANSWER, folder)) == (0, "\nretained: true")


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (("prix/marge",), 2, "--promised-by"),
        (("prix/marg", "--status", "closed"), 2, "prix/marge"),
        (("prix/marge", "--by", "zoe", "--status", "closed"), 2, "zoe"),
        (("prix/marge", "--status", "synthesised", "--by", "ana"), 2, "--body"),
        (("prix/marge", "--promised-by", "bob=demain"), 2, "« demain » ne convient pas"),
        (("prix/marge", "--promised-by", "bob"), 2, "« --promised-by bob=2026-12-31 »"),
        (("prix/marge", "--retained", "ana"), 2, "ses réponses sont : bob"),
        (("prix/rabais", "--retained", "ana"), 2, "aucune réponse nommée « ana »"),
        (("prix/marge", "--duplicate-of", "prix/autre"), 2, "prix/autre"),
        (("prix/marge", "--duplicate-of", "prix/marge"), 1, "son propre doublon"),
        (("prix/marge", "--status", "duplicate"), 2, "--duplicate-of"),
        (("prix/marge", "--status", "closed", "--duplicate-of", "prix/rabais"), 2, "closed"),
        (("prix/marge", "--body", "docs/interventions/prix.md"), 2, "--by"),
    ],
)
def test_no_outcome(
    run: Run, folder: Path, arguments: tuple[str, ...], code: int, why: str
) -> None:
    """What can't be said of a question is told, and no file changes."""
    done = run("new", "outcome", *arguments)
    assert (done.exit_code, (folder / OUTCOME).exists()) == (code, False)
    assert why in told(done.output)
    assert {path: (folder / path).read_text(encoding="utf-8") for path in SMALL} == SMALL

"""What a proposal is told below it: in the language of the site, and nothing of it is rendered."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.intake.code_spans import verbatim
from mkdocs_forum.core.proposals.verdict import LONGEST, Taken, Verdict, describe, summary
from mkdocs_forum.core.words.language import Language

ENGLISH, FRENCH = Language("en"), Language("fr")
ANSWER = "docs/reponses/prix/rabais/bob.md"
PATH = "docs/answers/price/what/bob.md"


def fault(severity: str = "error", path: str = PATH, **changed: Any) -> dict[str, Any]:
    """Give a fault as the report of the check tells it."""
    found = {"path": path, "line": 2, "code": "F120", "message": "no day", "hint": None}
    return {**found, "severity": severity, **changed}


def test_english() -> None:
    """A forum in English tells all of it in English."""
    verdict = Verdict(
        Taken([PATH], ["docs/members/a.md"], ["mkdocs.yml"]),
        [fault(), fault("warning", hint="a|`b`"), fault(path="docs/talks/price.md")],
    )
    head = "| File | Line | What was found | What to write |\n|---|---|---|---|\n"
    assert describe(verdict, ENGLISH) == "1 point to correct"
    assert summary(verdict, ENGLISH, "https://previews.example/1/").split("\n\n") == [
        "## 1 point to correct",
        (
            "Below is what the check found, in which line, and what to write. Correct the "
            "file in this proposal: it is checked again at once. If you prefer, an organiser "
            "will do it for you."
        ),
        "There is no preview, since the proposal changes other files of the site, too.",
        f"{head}| `{PATH}` | `2` | `no day` |  |",
        "### 1 point to look at again",
        (
            "Correct the file in this proposal, or leave it to an organiser: it doesn't "
            "prevent the text from being published."
        ),
        f"{head}| `{PATH}` | `2` | `no day` | `a¦’b’` |",
        "### 1 point elsewhere in the forum",
        (
            "This proposal doesn't change these files: you don't have to correct them, an "
            "organiser will. Until then the check fails, and the preview waits."
        ),
        f"{head}| `docs/talks/price.md` | `2` | `no day` |  |",
        "Files that were read:",
        f"- `{PATH}`",
        "Files that were refused: a symbolic link, or too large:",
        "- `docs/members/a.md`",
        "Files that were ignored: they aren't contributions:",
        "- `mkdocs.yml`",
    ]


NAMES = ["a b.md", "a\nb.md", '"a.md', "$(touch eve).md", "`touch eve`.md", "-n.md", "é|.md"]
SHOWN_NAMES = ["a b.md", "a b.md", '"a.md', "$(touch eve).md", "’touch eve’.md", "-n.md", "é¦.md"]


def test_strange_names() -> None:
    """Names are told as nothing but words, and long ones without their ends."""
    told = summary(Verdict(Taken(NAMES, [f"{'a' * 300}.md"]), []), FRENCH)
    listed = told.split("lus\u00a0:\n\n")[1].split("\n\n")[0]
    assert listed.splitlines() == [f"- `{name}`" for name in SHOWN_NAMES]
    assert f"- `{'a' * 249}…`" in told


SHOWN = (
    "Voyez-la telle qu’elle paraîtra\u00a0: https://previews.example/pr-1/\n\n"
    "La page peut mettre une minute à paraître. Elle suit chaque modification de cette "
    "proposition, et disparaît quand la proposition est close. Les formulaires et la recherche "
    "n’y fonctionnent pas.\n\n"
)
HEAD = "| Fichier | Ligne | Ce qui a été trouvé | Ce qu’il faut écrire |\n|---|---|---|---|\n"
DONE = "Vous n’avez plus rien à faire."
PREVIEW = "https://previews.example/pr-1/"
THANKS = "## Merci\u00a0: votre contribution est bien lue"
READ = Taken([ANSWER])


def own(path: str = ANSWER, **changed: Any) -> dict[str, Any]:
    """Give a fault in French."""
    return fault(path=path, message="« <b>a|b`c » n’est pas un jour", **changed)


SLIP = {"message": "rien n’a ce nom", "hint": "ôtez le lien", "severity": "warning"}


def slip() -> dict[str, Any]:
    """Give a fault that keeps nothing from being published."""
    return {**own(), **SLIP}


def headings(told: str) -> list[str]:
    """Give the headings of a summary."""
    return [line for line in told.splitlines() if line.startswith("#")]


def test_thanks() -> None:
    """Where all is well, its author is thanked and sees where it will be shown."""
    assert summary(Verdict(READ, []), FRENCH, PREVIEW) == (
        f"{THANKS}\n\n"
        "Un organisateur la relit, puis la publie. Vous n’avez plus rien à faire.\n\n"
        f"{SHOWN}Fichiers lus\u00a0:\n\n- `{ANSWER}`"
    )


def test_errors() -> None:
    """What the check found is told in its words, and nothing of it is rendered."""
    told = summary(Verdict(READ, [own(), own(line=3), slip()]), FRENCH, PREVIEW)
    assert headings(told) == ["## 2 points à corriger", "### 1 point à revoir"]
    assert told.split("\n\n")[2] == (
        f"{HEAD}| `{ANSWER}` | `2` | `« <b>a¦b’c » n’est pas un jour` |  |\n"
        f"| `{ANSWER}` | `3` | `« <b>a¦b’c » n’est pas un jour` |  |"
    )
    assert f"{HEAD}| `{ANSWER}` | `2` | `rien n’a ce nom` | `ôtez le lien` |" in told
    assert (DONE in told, PREVIEW in told) == (False, False)


def test_author_without_a_page() -> None:
    """A newcomer, whose page is in another proposal, is told to wait for it, not to correct."""
    told = summary(Verdict(READ, [own(code="F203")]), FRENCH, PREVIEW)
    assert headings(told) == ["## Merci\u00a0: il ne manque qu’une fiche de membre"]
    assert ("Vous n’avez rien à faire" in told, PREVIEW in told) == (True, False)
    both = summary(Verdict(READ, [own(code="F203"), own()]), FRENCH)
    assert headings(both) == ["## 2 points à corriger"]


def test_warnings() -> None:
    """A slip keeps nothing from being published: its author may mend it, or leave it."""
    assert summary(Verdict(READ, [slip(), slip()]), FRENCH, PREVIEW) == (
        f"{THANKS}\n\n"
        "Un organisateur la relit, puis la publie.\n\n"
        f"{SHOWN}### 2 points à revoir\n\n"
        "Corrigez le fichier dans cette proposition, ou laissez ce soin à un organisateur\u00a0: "
        "cela n’empêche pas de publier.\n\n"
        f"{HEAD}| `{ANSWER}` | `2` | `rien n’a ce nom` | `ôtez le lien` |\n"
        f"| `{ANSWER}` | `2` | `rien n’a ce nom` | `ôtez le lien` |\n\n"
        f"Fichiers lus\u00a0:\n\n- `{ANSWER}`"
    )


@pytest.mark.parametrize("severity", ["warning", "error"])
def test_faults_of_others(severity: str) -> None:
    """What is wrong in files that the proposal leaves alone is not its author's to mend."""
    found = [own("docs/membres/eve.md", severity=severity)]
    told = summary(Verdict(READ, found), FRENCH, PREVIEW)
    assert headings(told) == [THANKS, "### 1 point ailleurs dans le forum"]
    assert DONE in told
    is_shown = severity == "warning"
    assert (PREVIEW in told, "l’aperçu attend" in told) == (is_shown, not is_shown)


def test_beside_what_cannot_be_taken() -> None:
    """Who sent a file that was refused, or that changed meanwhile, isn't told that all is done."""
    for taken, words in (
        (Taken([ANSWER], ["docs/membres/a.png"]), "trop lourd"),
        (Taken([ANSWER], conflicts=[ANSWER]), "réunir les deux versions"),
    ):
        told = summary(Verdict(taken, []), FRENCH, PREVIEW)
        assert headings(told) == [THANKS]
        assert (DONE in told, words in told, PREVIEW in told) == (False, True, False)


def test_other_files() -> None:
    """Who changes the software only is told so; who changes texts, too, why nothing is shown."""
    told = summary(Verdict(Taken(left=["plugins/a.py"]), []), FRENCH)
    assert told.startswith("## Aucun texte du forum n’est modifié\n")
    both = summary(Verdict(Taken([ANSWER], left=["mkdocs.yml"]), []), FRENCH, PREVIEW)
    assert PREVIEW not in both
    assert "parce que cette proposition modifie aussi d’autres fichiers" in both


GOOD = "Le texte peut être publié."
JUDGED = {
    "good": (READ, [], (True, GOOD, True)),
    "slip": (READ, [slip()], (True, GOOD, True)),
    "error": (READ, [own()], (False, "1 point à corriger", False)),
    "error of others": (READ, [own("docs/membres/eve.md")], (True, GOOD, False)),
    "and settings": (Taken([ANSWER], left=["mkdocs.yml"]), [], (True, GOOD, False)),
    "settings": (
        Taken(left=["mkdocs.yml"]),
        [],
        (True, "Aucun texte du forum n’est modifié.", False),
    ),
    "too large": (
        Taken([ANSWER], ["docs/membres/a.png"]),
        [],
        (False, "Des fichiers ne peuvent pas être pris.", False),
    ),
    "conflict": (
        Taken([ANSWER], conflicts=[ANSWER]),
        [],
        (
            False,
            "Le texte a changé entre-temps au même endroit\u00a0: un organisateur doit réunir les "
            "deux versions.",
            False,
        ),
    ),
}


@pytest.mark.parametrize(("taken", "faults", "expected"), JUDGED.values(), ids=JUDGED)
def test_judge(
    taken: Taken, faults: list[dict[str, Any]], expected: tuple[bool, str, bool]
) -> None:
    """The state depends on the proposal's own texts; a preview shows them, or nothing at all."""
    found = Verdict(taken, faults)
    assert (found.is_accepted, describe(found, FRENCH), found.may_be_shown) == expected


def test_length() -> None:
    """However long what was found is, the comment is one that the forge takes."""
    words = {"message": "é" * 5_000, "hint": "\u202e@bob " * 900}
    faults = [{**own(line=line, severity=kind), **words} for line in range(90) for kind in "ab"]
    faults += [{**own("docs/membres/eve.md", line=line), **words} for line in range(90)]
    told = summary(Verdict(READ, [*faults, *faults[:90]]), FRENCH)
    assert 10_000 < len(told) < 65_000
    assert "\u202e" not in told


@given(st.text(st.characters() | st.sampled_from("`|\n\r@<[*\\\u202e\u2028\ud800")))
def test_verbatim(text: str) -> None:
    """Whatever somebody wrote is one piece of code on one line, or nothing."""
    shown = verbatim(text)
    assert shown == "" or (shown[0] == shown[-1] == "`" and shown.count("`") == 2)
    assert not {"|", "\n", "\r", "\u2028", "\u202e"} & set(shown)
    assert shown.encode().decode() == shown


@pytest.mark.parametrize("count", [10_000])
def test_many(count: int) -> None:
    """However much there is, the comment stays one that a forge takes."""
    paths = [f"docs/members/{number}{'é' * 240}.md" for number in range(count)]
    faults = [fault(kind, path) for path in paths for kind in ("error", "warning")]
    told = summary(Verdict(Taken(paths, paths, paths), faults), ENGLISH)
    assert len(told) < LONGEST + 10
    assert len(told.encode()) < 65_536 * 4

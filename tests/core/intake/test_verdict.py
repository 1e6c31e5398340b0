"""What a proposal is told below it: in the language of the site, and nothing of it is rendered."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.intake.code_spans import verbatim
from mkdocs_forum.core.intake.verdict import LONGEST, Taken, Verdict, describe, summary
from mkdocs_forum.core.words.language import Language

ENGLISH = Language("en")
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
        "Below, the check tells what it found, in which line, and what to write. Correct the file "
        "in this proposal: it is read again at once. If you prefer, an organiser does it for you.",
        "There is no preview, since the proposal changes other files of the site, too.",
        f"{head}| `{PATH}` | `2` | `no day` |  |",
        "### 1 point to look at again",
        "Correct the file in this proposal, or leave it to an organiser: it keeps nothing from "
        "being published.",
        f"{head}| `{PATH}` | `2` | `no day` | `a¦’b’` |",
        "### 1 point elsewhere in the forum",
        "This proposal doesn't change these files: they are not for you to correct, an organiser "
        "sees to it. Until then the check fails, and the preview waits.",
        f"{head}| `docs/talks/price.md` | `2` | `no day` |  |",
        "Files that were read:",
        f"- `{PATH}`",
        "Files that were refused: a symbolic link, or too large:",
        "- `docs/members/a.md`",
        "Files that were left aside: they are no contributions:",
        "- `mkdocs.yml`",
    ]


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

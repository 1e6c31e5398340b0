"""The scripts of the forms: each has its place in the guide for developers."""

import re
from pathlib import Path

import mkdocs_forum

ROOT = Path(__file__).parents[3]
PACKAGE = Path(mkdocs_forum.__file__).parent
_, _, SECTION = (
    (ROOT / ".github/CONTRIBUTING.md")
    .read_text(encoding="utf-8")
    .partition("### What is judged twice\n")
)
TOLD = SECTION.partition("\n### ")[0]


def test_every_script_is_told() -> None:
    """The guide names every script, and none that isn't there."""
    scripts = {path.name for path in (PACKAGE / "assets" / "js").glob("*.js")}
    assert set(re.findall(r"`([\w-]+\.js)`", TOLD)) == scripts


def test_every_twin_is_there() -> None:
    """What a script says the same as is a module or a package of the core."""
    twins = re.findall(r"`((?!tests/)(?:\w+/)+(?:\w+\.py)?)`", TOLD)
    assert [twin for twin in twins if not (PACKAGE / "core" / twin).exists()] == []
    assert twins

"""The guides for members and organisers name no command that isn't there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_forum.core.scaffold.files import SCAFFOLD
from tests.sites import ROOT
from tests.test_reference import COMMANDS, options

GUIDES = [
    *sorted((ROOT / "docs/contribuer").glob("*.md")),
    *sorted((SCAFFOLD / "texts").glob("*/docs/contrib*/*.md")),
]
CODE = re.compile(r"`([^`\n]+)`|^ {4}(\S.*)$", re.MULTILINE)
FOREIGN = {
    "make": {"serve", "site"},
    "mkdocs": {"build", "serve"},
    "pip": {"install"},
    "properdocs": {"build"},
    "zensical": {"build"},
}
"""Commands of other software, and what the guides ask of them."""


def typed(path: Path) -> Iterator[list[str]]:
    """Give the words of each command that a guide shows, without the folder of its program."""
    for inline, block in CODE.findall(path.read_text(encoding="utf-8")):
        words = (inline or block).replace("python -m ", "").split()
        words[0] = words[0].rpartition("/")[2]
        if words[0] in {"mkdocs-forum", *FOREIGN} and len(words) > 1:
            yield words


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: f"{path.parts[-4]}-{path.name}")
def test_commands(path: Path) -> None:
    """Each command that a guide shows exists, with its options."""
    for program, *words in typed(path):
        named = " ".join(words)
        if program != "mkdocs-forum":
            assert any(named.startswith(known) for known in FOREIGN[program]), named
            continue
        command = next(
            (words[:size] for size in (2, 1) if " ".join(words[:size]) in COMMANDS), None
        )
        assert command, named
        given = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert given <= options(COMMANDS[" ".join(command)]), named


def test_page_on_what_comes() -> None:
    """The page on what comes names each way, in this forum and in what `init` writes."""
    pages = [path for path in GUIDES if path.stem in {"dans-dix-ans", "in-ten-years"}]
    assert len(pages) == 3
    for page in pages:
        text = page.read_text(encoding="utf-8")
        shown = {" ".join(words[:2]) for words in typed(page)}
        assert shown >= {"mkdocs-forum export", "properdocs build", "zensical build"}, page
        assert "2027" in text
        assert "mkdocs_forum" in text

"""The README and the reference tell what exists, all of it, and lead somewhere."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest

from mkdocs_forum.adapter.options.forum import ForumOptions
from mkdocs_forum.cli.main import main
from mkdocs_forum.core.model.kinds import Answer, Edition, Member, Talk
from mkdocs_forum.core.model.outcomes import Outcome
from mkdocs_forum.core.model.settings import FOLDERS, WORDS
from tests.sites import ROOT

REFERENCE = ROOT / ".github/reference"
PAGES = [ROOT / "README.md", *sorted(REFERENCE.glob("*.md"))]
TEXTS = {path: path.read_text(encoding="utf-8") for path in PAGES}
WHOLE = "\n".join(TEXTS.values())
CODE = re.compile(r"`([^`\n]+)`|^ {4}(\S.*)$", re.MULTILINE)
FOREIGN = {"--dirty", "--no-deps", "--save-dev"}
"""Options of other commands that the pages name on their own."""


def commands(group: click.Group, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """Give every command with its whole name, in the order of their names."""
    for part, command in group.commands.items():
        yield f"{name}{part}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name}{part} ")


COMMANDS = dict(commands(main))


def options(command: click.Command) -> set[str]:
    """Give the long options of a command."""
    names = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
    return {name for name in names if name.startswith("--")}


def section(text: str, head: str) -> str:
    """Give what stands between a bold line and the next one, or the next heading."""
    found = re.search(rf"^\*\*{head}\*\*$(.+?)^(?:\*\*|#)", text, re.DOTALL | re.MULTILINE)
    assert found, head
    return found[1]


def first_cells(text: str) -> list[str]:
    """Give the names in the first column of tables."""
    rows = re.findall(r"^\| (`[^|]+`) \|", text, re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


def test_every_command() -> None:
    """The table of commands has each once, and each of their options is told somewhere."""
    table = TEXTS[REFERENCE / "commands.md"]
    assert sorted(re.findall(r"^\| `mkdocs-forum ([\w-]+)", table, re.MULTILINE)) == sorted(
        main.commands
    )
    told = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", " ".join(map("".join, CODE.findall(WHOLE)))))
    exist = set().union(*map(options, COMMANDS.values()))
    assert exist - told == set()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_other_command(path: Path) -> None:
    """Each command and each option that a page names exists."""
    known = {*set().union(*map(options, COMMANDS.values())), "--help", "--version"}
    for line in map("".join, CODE.findall(TEXTS[path])):
        if re.match("--[a-z]", line):
            assert line.split()[0] in known | FOREIGN, line
        for words in re.findall(r"mkdocs-forum ((?:[\w-]+ ?)+)", line):
            first, *rest = words.split()
            name = f"{first} {rest[0]}" if rest and f"{first} {rest[0]}" in COMMANDS else first
            if first.startswith("-"):
                assert first in known, line
                continue
            assert name in COMMANDS or first == "COMMAND", line
            given = {word for word in rest if word.startswith("--")} - known
            assert given == set(), line


def test_every_option() -> None:
    """The page of options has each of them once, with all folders and words."""
    text = TEXTS[REFERENCE / "options.md"]
    assert sorted(first_cells(text)) == sorted(ForumOptions())
    rows = {row.split("`")[1]: row for row in text.splitlines() if row.startswith("| `")}
    for option, names in (("folders", FOLDERS["en"]), ("words", WORDS["en"])):
        assert set(re.findall(r"`(\w+)`", rows[option])) - {option} == set(names)


KINDS: Mapping[str, type[Edition | Talk | Answer | Outcome | Member]] = {
    "An edition": Edition,
    "A talk": Talk,
    "An answer": Answer,
    "What became of a question": Outcome,
    "A member": Member,
}


@pytest.mark.parametrize("head", KINDS)
def test_every_key(head: str) -> None:
    """The page about writing has each key of an entry once."""
    found = first_cells(section(TEXTS[REFERENCE / "writing.md"], head))
    assert sorted(found) == sorted(KINDS[head].model_fields)


def links(text: str) -> list[str]:
    """Give where the links of a text lead; what is code has none."""
    found = re.findall(r"\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)", CODE.sub("", text), re.MULTILINE)
    return list(map("".join, found))


HOME = "https://github.com/mkdocs-forum/mkdocs-forum/blob/main/"
RAW = "https://raw.githubusercontent.com/mkdocs-forum/mkdocs-forum/main/"
DOCUMENTS = [*PAGES, *(ROOT / ".github").glob("*.md"), ROOT / "benchmarks/README.md"]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links(path: Path) -> None:
    """Each link to a file of the repository leads to one, and to a heading of it."""
    for link in links(path.read_text(encoding="utf-8")):
        own = link.removeprefix(HOME).removeprefix(RAW)
        if own.startswith(("http:", "https:", "../../../")):  # The last are pages of the forge.
            continue
        name, _, anchor = own.partition("#")
        target = (ROOT if own != link else path.parent) / name if name else path
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def anchors(path: Path) -> set[str]:
    """Give the anchors that a forge gives to the headings of a file."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    words = (re.sub(r"[^\w\- ]", "", heading).lower() for heading in headings)
    return {word.replace(" ", "-") for word in words}


@pytest.mark.parametrize("path", [ROOT / "README.md", REFERENCE / "README.md"], ids=str)
def test_every_page(path: Path) -> None:
    """The README and the list of the reference lead to each of its pages."""
    led = {link.partition("#")[0].rpartition("/")[2] for link in links(TEXTS[path])}
    assert {page.name for page in REFERENCE.glob("*.md")} - {"README.md"} - led == set()


def test_readme_on_pypi() -> None:
    """The README has no relative link: PyPI shows it, which has none of the files."""
    found = links(TEXTS[ROOT / "README.md"])
    assert [link for link in found if not link.startswith("https://")] == []

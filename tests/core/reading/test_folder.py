"""The files below a folder: links aren't followed, odd names are told."""

import os
from pathlib import Path

import pytest

from mkdocs_forum.core.reading.folder import list_files
from tests.faults import Link

LINK = "hint: put the file itself there"
UNSEEN = (
    "contains an invisible character\n"
    "    hint: use lower-case letters without accents, digits and hyphens"
)

TREES: dict[str, tuple[dict[str, Link | None], list[str], list[str]]] = {
    "nothing": ({}, [], []),
    "files": ({"b.md": None, "a/c.md": None, "a.md": None}, ["a.md", "a/c.md", "b.md"], []),
    "files that begin with a dot": ({".a.md": None, ".b/c.md": None}, [".a.md", ".b/c.md"], []),
    "link to a file": (
        {"a.md": None, "b.md": Link("a.md")},
        ["a.md"],
        [f"b.md:1:1: F124 'b.md' is a symbolic link\n    {LINK}"],
    ),
    "link out": (
        {"a/b.md": Link("/etc/passwd")},
        [],
        [f"a/b.md:1:1: F124 'a/b.md' is a symbolic link\n    {LINK}"],
    ),
    "link to nothing": (
        {"a.png": Link("nulle-part")},
        [],
        [f"a.png:1:1: F124 'a.png' is a symbolic link\n    {LINK}"],
    ),
    "circle of folders": (
        {"a/b.md": None, "a/c": Link("..")},
        ["a/b.md"],
        [f"a/c:1:1: F124 'a/c' is a symbolic link\n    {LINK}"],
    ),
    "folder that begins with a dot": (
        {"a.md": None, ".b": Link(".")},
        ["a.md"],
        [f".b:1:1: F124 '.b' is a symbolic link\n    {LINK}"],
    ),
    "lock of an editor": ({"a.md": None, ".#a.md": Link("ana@bureau.1:2")}, [".#a.md", "a.md"], []),
    "characters that nobody sees": (
        {"a\u202e.md": None, "b\x1b/c.md": None},
        [],
        [
            f"a\\u202e.md:1:1: F122 the name 'a\\u202e.md' {UNSEEN}",
            f"b\\x1b/c.md:1:1: F122 the name 'b\\x1b/c.md' {UNSEEN}",
        ],
    ),
    "end of a line": (
        {"a\nb.md": None},
        [],
        [f"a\\nb.md:1:1: F122 the name 'a\\nb.md' {UNSEEN}"],
    ),
    "not UTF-8": (
        {os.fsdecode(b"\xe9t\xe9.md"): None},
        [],
        [f"\\udce9t\\udce9.md:1:1: F122 the name '\\udce9t\\udce9.md' {UNSEEN}"],
    ),
}


@pytest.mark.parametrize(("tree", "paths", "messages"), TREES.values(), ids=TREES)
def test_list_files(
    tmp_path: Path, tree: dict[str, Link | None], paths: list[str], messages: list[str]
) -> None:
    """Every file is listed that can be read, and everything else is told."""
    for name, link in tree.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if link:
            path.symlink_to(link.target)
        else:
            path.touch()
    found, faults = list_files(tmp_path)
    assert (found, sorted(map(str, faults))) == (paths, messages)


def test_folder_behind_a_link(tmp_path: Path) -> None:
    """The folder itself may be a link: it is the organiser's choice."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").touch()
    (tmp_path / "link").symlink_to("docs")
    assert list_files(tmp_path / "link") == (["a.md"], [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no such channels")
def test_channel(tmp_path: Path) -> None:
    """A channel is told and never opened: nobody may ever write into it."""
    os.mkfifo(tmp_path / "x.md")
    files, faults = list_files(tmp_path)
    assert files == []
    assert list(map(str, faults)) == [
        (
            "x.md:1:1: F128 'x.md' isn't a file, but a pipe or a device of the system\n"
            "    hint: remove it"
        )
    ]

"""What is chosen for a new forum: addresses of its repository and its site, what it installs."""

import re
import tomllib
from datetime import date

import pytest

from mkdocs_forum.core.scaffold.choices import Choices, pages_address, web_address
from mkdocs_forum.core.scaffold.files import upkeep_files
from tests.sites import ROOT

COPIED = {
    "https://github.com/club/forum": "https://github.com/club/forum",
    " https://github.com/club/forum.git ": "https://github.com/club/forum",
    "https://gitlab.com/club/sub/forum/": "https://gitlab.com/club/sub/forum",
    "git@github.com:club/forum.git": "https://github.com/club/forum",
    "ssh://git@codeberg.org/club/forum.git": "https://codeberg.org/club/forum",
    "http://forge.example.org:3000/club/forum": "http://forge.example.org:3000/club/forum",
    "https://github.com/": "",
    "https://github.com/club": "",
    "github.com/club/forum": "",
    "https://github.com/club/fo rum": "",
    "javascript://github.com/a/b": "",
    "": "",
}


@pytest.mark.parametrize(("written", "address"), COPIED.items(), ids=COPIED)
def test_web_address(written: str, address: str) -> None:
    """The address to clone a repository is as good as that of its page."""
    assert web_address(written) == address


PUBLISHED = {
    "https://github.com/Club/Forum": "https://club.github.io/Forum/",
    "https://github.com/club/club.github.io": "https://club.github.io/",
    "https://gitlab.com/club/forums/2027": "https://club.gitlab.io/forums/2027/",
    "https://framagit.org/club/forum": "https://club.frama.io/forum/",
    "https://codeberg.org/club/forum": "https://club.codeberg.page/forum/",
    "https://codeberg.org/club/pages": "https://club.codeberg.page/",
    "https://git.example.org/club/forum": "",
    "": "",
}


@pytest.mark.parametrize(("repository", "address"), PUBLISHED.items(), ids=PUBLISHED)
def test_pages_address(repository: str, address: str) -> None:
    """A site stands where its forge puts it, if that is known."""
    assert pages_address(repository) == address


def pins(text: str) -> dict[str, str]:
    """Give the versions in a lock file."""
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))


def test_lock() -> None:
    """A forum installs what the tests of this repository ran with, each file by its digest."""
    lock = upkeep_files(Choices("A", "fr", date(2026, 11, 28)))["requirements.txt"]
    tested = pins((ROOT / ".ci/lock/test.txt").read_text(encoding="utf-8"))
    assert pins(lock).items() <= tested.items()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[^\w-]", name)[0] for name in project["dependencies"]}
    assert asked <= pins(lock).keys()
    assert all("--hash=" in block for block in re.split(r"^(?=\w)", lock, flags=re.MULTILINE)[1:])

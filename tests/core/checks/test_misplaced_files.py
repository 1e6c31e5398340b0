"""Contributions that stand beside the folders of the forum."""

from collections.abc import Mapping

import pytest

from mkdocs_forum.core.checks.misplaced_files import check_misplaced
from mkdocs_forum.core.model.settings import FOLDERS, Settings
from mkdocs_forum.core.reading.source import Source

FRENCH = Settings(language="fr", folders=FOLDERS["fr"])
OWN = Settings(folders={**FOLDERS["en"], "talks": "exposes"})


def told(pages: Mapping[str, str], settings: Settings) -> list[str]:
    """Give what is told of pages, by the keys of each."""
    sources = [Source(path, header=header) for path, header in pages.items()]
    return [str(fault) for fault in check_misplaced(sources, settings)]


LIKE = {
    "other language": (FRENCH, "answers/prix/marge/ana.md", "answers", "reponses"),
    "accent": (FRENCH, "réponses/prix/marge/ana.md", "réponses", "reponses"),
    "capital": (FRENCH, "Interventions/prix.md", "Interventions", "interventions"),
    "without its plural": (FRENCH, "intervention/prix.md", "intervention", "interventions"),
    "short": (Settings(), "talk/prix.md", "talk", "talks"),
    "of another forum": (OWN, "talks/prix.md", "talks", "exposes"),
}


@pytest.mark.parametrize("case", LIKE)
def test_folder_like_one_of_the_forum(case: str) -> None:
    """What stands in it is read by nobody: that is told, with the folder that was meant."""
    settings, path, folder, meant = LIKE[case]
    assert told({path: ""}, settings) == [
        f"{path}:1:1: F126 '{folder}' isn't a folder of the forum\n"
        f"    hint: did you mean '{meant}'?"
    ]


def test_each_folder_once() -> None:
    """A folder is told at its first file, whatever stands in it."""
    pages = {"answer/a.md": "question: a/b\nauthor: c\n", "answer/b.md": "", "talk/c.md": ""}
    assert [fault.split(":")[0] for fault in told(pages, Settings())] == [
        "answer/a.md",
        "talk/c.md",
    ]


KEYS = {
    "talk": ("prix.md", "title: Le prix\nspeakers: ana\nedition: 2004\n", "talks"),
    "answer": ("textes/ana.md", "question : prix/marge\nauthor: ana\n", "answers"),
    "member": ("ana.md", "name: Ana\nconsent:\n  publish: email\n", "members"),
}


@pytest.mark.parametrize("case", KEYS)
def test_keys_of_an_entry(case: str) -> None:
    """A file that says by its keys what it is doesn't pass for a page."""
    path, header, folder = KEYS[case]
    assert told({path: header}, Settings()) == [
        f"{path}:1:1: F126 the file has the keys of an entry, but isn't read as one in this place\n"
        f"    hint: put it into the folder '{folder}'"
    ]


@pytest.mark.parametrize(
    "path",
    ["a-propos.md", "talks/index.md", "contribute/talk.md", "presse/talks/a.md", "photos/a.md"],
)
def test_pages_of_the_organisers(path: str) -> None:
    """Other pages are the organisers' own, as are those that present a folder."""
    assert told({path: "title: A\nauthor: ana\nedition: 2004\n"}, Settings()) == []

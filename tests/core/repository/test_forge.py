"""Addresses on the forge that keeps the repository."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from mkdocs_forum.core.model.settings import FOLDERS, Settings
from mkdocs_forum.core.repository.forge import edit_url, new_answer_url

GITHUB = Settings(repository="https://github.com/ana/forum")

EDITS: dict[str, tuple[Settings, str | None]] = {
    "GitHub": (GITHUB, "https://github.com/ana/forum/edit/main/docs/talks/prix.md"),
    "slash at the end": (
        replace(GITHUB, repository="https://github.com/ana/forum/"),
        "https://github.com/ana/forum/edit/main/docs/talks/prix.md",
    ),
    "address to clone": (
        replace(GITHUB, repository="https://github.com/ana/forum.git"),
        "https://github.com/ana/forum/edit/main/docs/talks/prix.md",
    ),
    "Forgejo": (
        replace(GITHUB, repository="https://codeberg.org/ana/forum"),
        "https://codeberg.org/ana/forum/_edit/main/docs/talks/prix.md",
    ),
    "branch": (
        replace(GITHUB, branch="site/2026"),
        "https://github.com/ana/forum/edit/site/2026/docs/talks/prix.md",
    ),
    "branch with a sign": (
        replace(GITHUB, branch="a#b"),
        "https://github.com/ana/forum/edit/a%23b/docs/talks/prix.md",
    ),
    "folder": (
        replace(GITHUB, docs_path="site/le docs"),
        "https://github.com/ana/forum/edit/main/site/le%20docs/talks/prix.md",
    ),
    "none": (Settings(), None),
}


@pytest.mark.parametrize(("settings", "url"), EDITS.values(), ids=EDITS)
def test_edit(settings: Settings, url: str | None) -> None:
    """A file is edited at the forge's own address for it."""
    assert edit_url("talks/prix.md", settings) == url


NEW: dict[str, tuple[Settings, str, str, str]] = {
    "GitHub": (
        GITHUB,
        "https://github.com/ana/forum/new/main",
        "docs/answers/prix/marge/your-name.md",
        "YYYY-MM-DD",
    ),
    "Forgejo": (
        replace(GITHUB, repository="https://codeberg.org/ana/forum"),
        "https://codeberg.org/ana/forum/_new/main",
        "docs/answers/prix/marge/your-name.md",
        "YYYY-MM-DD",
    ),
    "French": (
        replace(GITHUB, language="fr", folders=FOLDERS["fr"]),
        "https://github.com/ana/forum/new/main",
        "docs/reponses/prix/marge/votre-nom.md",
        "AAAA-MM-JJ",
    ),
}


@pytest.mark.parametrize(("settings", "base", "path", "day"), NEW.values(), ids=NEW)
def test_new_answer(settings: Settings, base: str, path: str, day: str) -> None:
    """An answer begins with its file named; its author and its day are left to be replaced."""
    url = new_answer_url("prix/marge", settings)
    assert url is not None
    assert (url.partition("?")[0], parse_qs(urlsplit(url).query)) == (
        base,
        {"filename": [path], "value": [f"---\ndate: {day}\n---\n\n"]},
    )


def test_new_answer_without_repository() -> None:
    """Without a repository an answer begins elsewhere."""
    assert new_answer_url("prix/marge", Settings()) is None

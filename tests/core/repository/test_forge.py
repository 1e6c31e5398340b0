"""Addresses on the forge that keeps the repository."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from mkdocs_forum.core.model.settings import FOLDERS, Settings
from mkdocs_forum.core.repository.forge import (
    edit_url,
    forge_name,
    fork_url,
    issue_url,
    kind_of_forge,
    new_answer_url,
)

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
    "Gitea": (
        replace(GITHUB, repository="https://git.example.org/ana/forum", forge="gitea"),
        "https://git.example.org/ana/forum/_edit/main/docs/talks/prix.md",
    ),
    "GitLab": (
        replace(GITHUB, repository="https://gitlab.com/club/ana/forum"),
        "https://gitlab.com/club/ana/forum/-/edit/main/docs/talks/prix.md",
    ),
    "GitHub Enterprise": (
        replace(GITHUB, repository="https://code.example.org/ana/forum", forge="github"),
        "https://code.example.org/ana/forum/edit/main/docs/talks/prix.md",
    ),
    "unknown": (replace(GITHUB, repository="https://git.example.org/ana/forum"), None),
    "no forge": (replace(GITHUB, forge="none"), None),
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
    "GitLab": (
        replace(GITHUB, repository="https://framagit.org/ana/forum"),
        "https://framagit.org/ana/forum/-/new/main",
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
    names = ("file_name", "content") if "/-/" in url else ("filename", "value")
    assert (url.partition("?")[0], parse_qs(urlsplit(url).query)) == (
        base,
        dict(zip(names, ([path], [f"---\ndate: {day}\n---\n\n"]), strict=True)),
    )


GUESSES = {
    "https://github.com/a/b": ("github", "GitHub"),
    "https://github.example.org/a/b": ("github", "GitHub"),
    "https://club.ghe.com/a/b": ("github", "GitHub"),
    "https://gitlab.com/a/b/c": ("gitlab", "GitLab"),
    "https://gitlab.example.org:8443/a/b.git": ("gitlab", "GitLab"),
    "https://framagit.org/a/b": ("gitlab", "GitLab"),
    "https://codeberg.org/a/b": ("forgejo", "Codeberg"),
    "https://forgejo.example.org/a/b": ("forgejo", "forgejo.example.org"),
    "https://gitea.example.org/a/b": ("gitea", "gitea.example.org"),
    "https://git.example.org/github/b": ("", "git.example.org"),
    "https://notgithub.com/a/b": ("", "notgithub.com"),
}


@pytest.mark.parametrize(("repository", "told"), GUESSES.items(), ids=GUESSES)
def test_guess(repository: str, told: tuple[str, str]) -> None:
    """A forge is guessed where its host's name tells it for certain, and never by a path."""
    settings = Settings(repository=repository)
    assert (kind_of_forge(settings), forge_name(settings)) == told


def test_issue_and_fork() -> None:
    """An issue is opened at the forge's own address; GitLab alone wants a copy before."""
    gitlab = Settings(repository="https://gitlab.com/a/b/")
    assert [(issue_url(each), fork_url(each)) for each in (GITHUB, gitlab, Settings())] == [
        ("https://github.com/ana/forum/issues/new/choose", None),
        ("https://gitlab.com/a/b/-/issues/new", "https://gitlab.com/a/b/-/forks/new"),
        (None, None),
    ]


def test_new_answer_without_repository() -> None:
    """Without a repository an answer begins elsewhere."""
    assert new_answer_url("prix/marge", Settings()) is None

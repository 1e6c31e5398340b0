"""Addresses on the forge that keeps the repository: where a file is edited, where one is begun."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode, urlsplit

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.languages import LANGUAGES, conventions

PLACEHOLDERS = {code: conventions(code).placeholders.author for code in LANGUAGES}
"""Name that stands for an author's in a file that is begun, by the language of the interface."""


@dataclass(frozen=True)
class Forge:
    """How a program that keeps repositories writes addresses, below that of a repository."""

    new: str
    """Where a file is begun, before the branch."""
    edit: str
    """Where a file is edited, before the branch and its path."""
    issue: str
    """Where an issue is opened."""
    history: str
    """Where the former versions of a file are shown, before the branch and its path."""
    name: str = "filename"
    """Parameter of a file's path where it is begun."""
    text: str = "value"
    """Parameter of its text."""
    fork: str = ""
    """Where a copy is made, if whoever has none can't begin a file."""
    upload: str = ""
    """Where files are handed in, before the branch and their folder, if it can be told."""
    title: str = ""
    """What people call the program, if not by its host."""


_GITEA = Forge("_new", "_edit", "issues/new", "commits/branch", upload="_upload")

FORGES: Final[Mapping[str, Forge]] = {
    "github": Forge(
        *("new", "edit", "issues/new/choose", "commits"), upload="upload", title="GitHub"
    ),
    "gitlab": Forge(
        *("-/new", "-/edit", "-/issues/new", "-/commits"),
        name="file_name",
        text="content",
        fork="-/forks/new",
        title="GitLab",
    ),
    "forgejo": _GITEA,
    "gitea": _GITEA,
}
"""What is known of forges, by the option `forge`."""

NONE: Final = "none"
"""Value of the option `forge` for a repository that no such program shows."""

_HOSTS: Final[Mapping[str, str]] = {
    "codeberg.org": "forgejo",
    "forge.apps.education.fr": "gitlab",
    "framagit.org": "gitlab",
    "salsa.debian.org": "gitlab",
}
"""Programs of well-known hosts whose names don't tell them."""


def guess_forge(repository: str) -> str:
    """Tell from the address of a repository which of `FORGES` keeps it; nothing if unsure.

    A host says so by its name: `github.com`, `gitlab.example.org`, `club.ghe.com`.
    """
    host = _host(repository)
    if host.endswith(".ghe.com"):
        return "github"
    named = (label for label in host.split(".") if label in FORGES)
    return _HOSTS.get(host) or next(named, "")


def kind_of_forge(settings: Settings) -> str:
    """Tell which of `FORGES` keeps the repository; nothing where none does, or it isn't known."""
    if settings.forge == NONE:
        return ""
    return settings.forge or guess_forge(settings.repository or "")


def forge_name(settings: Settings) -> str:
    """Give the name by which members know the forge, or nothing where there is none."""
    host, forge = _host(settings.repository or ""), _forge(settings)
    return "Codeberg" if host == "codeberg.org" else (forge.title if forge else "") or host


def edit_url(path: str, settings: Settings) -> str | None:
    """Address of the page that edits a file, given below the docs folder."""
    forge = _forge(settings)
    return _url(settings, forge.edit, f"{settings.docs_path}/{path}") if forge else None


def history_url(path: str, settings: Settings) -> str | None:
    """Address of the page that shows the former versions of a file below the docs folder."""
    forge = _forge(settings)
    return _url(settings, forge.history, f"{settings.docs_path}/{path}") if forge else None


def new_file_url(settings: Settings) -> str | None:
    """Address of the page that begins a file, to which its path and its text are added."""
    forge = _forge(settings)
    return _url(settings, forge.new) if forge else None


def edit_root(settings: Settings) -> str | None:
    """Address of the page that edits a file, to which its path is added."""
    forge = _forge(settings)
    return _url(settings, forge.edit) if forge else None


def upload_url(settings: Settings) -> str | None:
    """Address of the page that takes files, to which a folder is added."""
    forge = _forge(settings)
    return _url(settings, forge.upload) if forge and forge.upload else None


def new_answer_url(question: str, settings: Settings) -> str | None:
    """Address of the page that begins an answer, its frontmatter filled in.

    Its author's name and the day are left to be replaced: only the author knows them.
    """
    forge = _forge(settings)
    if not forge:
        return None
    name = PLACEHOLDERS[settings.language]
    path = f"{settings.docs_path}/{settings.folders['answers']}/{question}/{name}.md"
    text = f"---\ndate: {conventions(settings.language).placeholders.day}\n---\n\n"
    query = {forge.name: path, forge.text: text}
    return f"{_url(settings, forge.new)}?{urlencode(query, quote_via=quote)}"


def folder_url(kind: str, settings: Settings) -> str | None:
    """Address of the page that begins a file in the folder of a kind of entry."""
    forge = _forge(settings)
    return (
        _url(settings, forge.new, f"{settings.docs_path}/{settings.folders[kind]}")
        if forge
        else None
    )


def issue_url(settings: Settings) -> str | None:
    """Address of the page that opens an issue."""
    forge = _forge(settings)
    return f"{_base(settings)}/{forge.issue}" if forge else None


def fork_url(settings: Settings) -> str | None:
    """Address that makes a copy of the repository, where no file can be begun without one."""
    forge = _forge(settings)
    return f"{_base(settings)}/{forge.fork}" if forge and forge.fork else None


def _forge(settings: Settings) -> Forge | None:
    return FORGES.get(kind_of_forge(settings)) if settings.repository else None


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


def _base(settings: Settings) -> str:
    return (settings.repository or "").removesuffix("/").removesuffix(".git")


def _url(settings: Settings, action: str, path: str = "") -> str:
    parts = (_base(settings), action, quote(settings.branch), quote(path))
    return "/".join(part for part in parts if part)

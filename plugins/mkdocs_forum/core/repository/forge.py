"""Addresses on the forge that keeps the repository: where a file is edited, where one is begun.

The forms are those of GitHub (`/edit/`, `/new/`) and of Forgejo and Gitea (`/_edit/`, `/_new/`);
the latter are told by their host.
"""

from urllib.parse import quote, urlencode, urlsplit

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.languages import LANGUAGES, conventions

GITHUB = "github.com"
PLACEHOLDERS = {code: conventions(code).placeholders.author for code in LANGUAGES}
"""Name that stands for an author's in a file that is begun, by the language of the interface."""


def edit_url(path: str, settings: Settings) -> str | None:
    """Address of the page that edits a file, given below the docs folder."""
    return _url("edit", quote(f"{settings.docs_path}/{path}"), settings)


def kind_of_forge(settings: Settings) -> str:
    """Tell which program a forge runs: `github` or `forgejo`, or nothing without a repository."""
    if not settings.repository:
        return ""
    return "github" if urlsplit(settings.repository).hostname == GITHUB else "forgejo"


def new_file_url(settings: Settings) -> str | None:
    """Address of the page that begins a file, to which its path and its text are added."""
    return _url("new", "", settings)


def new_answer_url(question: str, settings: Settings) -> str | None:
    """Address of the page that begins an answer, its frontmatter filled in.

    Its author's name and the day are left to be replaced: only the author knows them.
    """
    name = PLACEHOLDERS[settings.language]
    path = f"{settings.docs_path}/{settings.folders['answers']}/{question}/{name}.md"
    text = f"---\ndate: {conventions(settings.language).placeholders.day}\n---\n\n"
    query = {"filename": path, "value": text}
    url = new_file_url(settings)
    return f"{url}?{urlencode(query, quote_via=quote)}" if url else None


def folder_url(kind: str, settings: Settings) -> str | None:
    """Address of the page that begins a file in the folder of a kind of entry."""
    return _url("new", quote(f"{settings.docs_path}/{settings.folders[kind]}"), settings)


def forge_name(settings: Settings) -> str:
    """Give the name by which members know the forge, or nothing where there is none."""
    host = urlsplit(settings.repository or "").hostname or ""
    return "GitHub" if host == GITHUB else host


def _url(action: str, path: str, settings: Settings) -> str | None:
    if not settings.repository:
        return None
    base = settings.repository.removesuffix("/").removesuffix(".git")
    prefix = "" if kind_of_forge(settings) == "github" else "_"
    return f"{base}/{prefix}{action}/{quote(settings.branch)}/{path}".removesuffix("/")

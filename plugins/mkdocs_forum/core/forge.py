"""Addresses on the forge that keeps the repository: where a file is edited, where one is begun.

The forms are those of GitHub (`/edit/`, `/new/`) and of Forgejo and Gitea (`/_edit/`, `/_new/`);
the latter are told by their host.
"""

from urllib.parse import quote, urlencode, urlsplit

from mkdocs_forum.core.settings import Settings

GITHUB = "github.com"


def edit_url(path: str, settings: Settings) -> str | None:
    """Address of the page that edits a file, given below the docs folder."""
    return _url("edit", quote(f"{settings.docs_path}/{path}"), settings)


def new_answer_url(question: str, settings: Settings) -> str | None:
    """Address of the page that begins an answer, its frontmatter filled in.

    The author's name is left to be replaced: only the author knows it.
    """
    placeholder = {"fr": "votre-nom", "en": "your-name"}[settings.language]
    path = f"{settings.docs_path}/{settings.folders['answers']}/{question}/{placeholder}.md"
    text = f"---\ndate: {settings.today.isoformat()}\n---\n\n"
    query = {"filename": path, "value": text}
    url = _url("new", "", settings)
    return f"{url}?{urlencode(query, quote_via=quote)}" if url else None


def _url(action: str, path: str, settings: Settings) -> str | None:
    if not settings.repository:
        return None
    base = settings.repository.removesuffix("/").removesuffix(".git")
    prefix = "" if urlsplit(base).hostname == GITHUB else "_"
    return f"{base}/{prefix}{action}/{quote(settings.branch)}/{path}".removesuffix("/")

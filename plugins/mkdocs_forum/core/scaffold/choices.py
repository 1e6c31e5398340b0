"""What is chosen for a forum before there is one."""

import datetime
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from mkdocs_forum.core.model.settings import FOLDERS, WORDS, Settings
from mkdocs_forum.core.repository.forge import NONE, guess_forge, kind_of_forge
from mkdocs_forum.core.words.languages import conventions

_PAGES: Final = {
    "github.com": "github.io",
    "gitlab.com": "gitlab.io",
    "framagit.org": "frama.io",
    "codeberg.org": "codeberg.page",
}
"""Domains below which forges publish the sites of repositories, by the forge's host."""

_COPIED = re.compile(r"(?:ssh://)?git@(?P<host>[\w.-]+)[:/](?P<path>[^\s:]+)")
"""An address for git alone, as people copy it."""


@dataclass(frozen=True)
class Choices:
    """What a forum is called, who keeps it, how its members reach it."""

    name: str
    """Name of the forum, on one line."""
    language: str
    """One of `LANGUAGES`."""
    today: datetime.date
    """Day on which its examples are dated; the edition to come is of the next year."""
    repository: str = ""
    """Address of its repository, or nothing."""
    forge: str = ""
    """One of `FORGES` or `NONE`, or nothing where the address tells it."""
    email: str = ""
    """Address to which contributions are sent, or nothing."""
    licence: str = ""
    """Licence of its texts, or nothing."""
    site_url: str = ""
    """Address of its site, or nothing."""
    package: str = "mkdocs-forum"
    """What its workflows install, as pip takes it."""
    branch: str = "main"
    """Branch that is published."""
    docs: str = "docs"
    """Folder of its texts in the repository."""

    @property
    def settings(self) -> Settings:
        """The options of the plugin that follow from this."""
        return Settings(
            self.language,
            FOLDERS[self.language],
            WORDS[self.language],
            re.compile(conventions(self.language).question_heading),
            licence=self.licence,
            email=self.email,
            repository=self.repository or None,
            forge=self.forge,
            branch=self.branch,
            docs_path=self.docs,
        )

    @property
    def kind(self) -> str:
        """Which of `FORGES` keeps the repository; nothing where none does."""
        return kind_of_forge(self.settings)

    @property
    def owner(self) -> str:
        """The account that the repository belongs to, by its address."""
        return urlsplit(self.repository).path.strip("/").partition("/")[0]

    @property
    def options(self) -> dict[str, str]:
        """The options of the plugin that `mkdocs.yml` has to tell."""
        untold = {guess_forge(self.repository), "" if self.repository else NONE}
        told = {
            "repository": self.repository,
            "forge": "" if self.forge in untold else self.forge,
            "licence": self.licence,
            "email": self.email,
        }
        return {key: value for key, value in told.items() if value}


def web_address(written: str) -> str:
    """Give the address at which a browser finds a repository, however it was copied.

    Returns:
        An address without `.git` and without a slash at its end; nothing if it is none.
    """
    if copied := _COPIED.fullmatch(written.strip()):
        written = f"https://{copied['host']}/{copied['path']}"
    address = written.strip().rstrip("/").removesuffix(".git")
    parts = urlsplit(address)
    is_one = parts.scheme in {"http", "https"} and parts.hostname and "/" in parts.path.strip("/")
    return address if is_one and not re.search(r"[\s\"'<>?#]", address) else ""


def pages_address(repository: str) -> str:
    """Give the address at which a forge publishes the site of a repository, where it is known."""
    parts = urlsplit(repository)
    owner, _, name = parts.path.strip("/").partition("/")
    domain = _PAGES.get(parts.hostname or "")
    if not domain:
        return ""
    host = f"{owner}.{domain}".lower()
    return f"https://{host}/" if name.lower() in {host, "pages"} else f"https://{host}/{name}/"


def is_unknown(repository: str, forge: str) -> bool:
    """Whether nothing tells which program keeps a repository."""
    return bool(repository) and forge != NONE and not (forge or guess_forge(repository))

"""The forge that a workflow runs on, asked over the network."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any, Final, TypeVar
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import click

from mkdocs_forum.core.proposals.forges.forge import Forge, ForgeError
from mkdocs_forum.core.proposals.forges.gitea import Gitea
from mkdocs_forum.core.proposals.forges.github import GitHub
from mkdocs_forum.core.proposals.forges.gitlab import GitLab

SECONDS: Final = 30
"""Time that a forge may take to answer."""
TOKEN: Final = "FORUM_TOKEN"
"""Variable of what lets a command write on the forge."""

Result = TypeVar("Result")


@dataclass(frozen=True)
class Connection:
    """The interface of a forge for programs."""

    root: str
    """Its address."""
    header: tuple[str, str]
    """Header that lets write; its value is empty where nothing does."""

    def __call__(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """Give what the forge answers, as values of JSON.

        Raises:
            ForgeError: It doesn't answer, or refuses.
        """
        answer = self._sent(method, path, None if body is None else json.dumps(body).encode())
        try:
            return json.loads(answer) if answer.strip() else None
        except ValueError as error:
            raise ForgeError(f"{method} {path}: {error}") from error

    def download(self, path: str) -> bytes:
        """Give a file that the forge keeps.

        Raises:
            ForgeError: It doesn't answer, or refuses.
        """
        return self._sent("GET", path, None)

    def _sent(self, method: str, path: str, data: bytes | None) -> bytes:
        request = Request(f"{self.root}/{path}", data, method=method)
        request.add_header("Accept", "application/json")
        request.add_header("User-Agent", "mkdocs-forum")
        if data is not None:
            request.add_header("Content-Type", "application/json")
        if self.header[1]:
            # Files are kept on other hosts, to which the forge leads: none of them is to know it.
            request.add_unredirected_header(*self.header)
        try:
            with urlopen(request, timeout=SECONDS) as answer:
                found: bytes = answer.read()
        except HTTPError as error:
            with error:
                told = error.read(300).decode("utf-8", "replace")
            raise ForgeError(f"{method} {path}: {error.code} {told}") from error
        except (OSError, HTTPException, ValueError) as error:
            raise ForgeError(f"{method} {path}: {error}") from error
        return found


@dataclass(frozen=True)
class Repository:
    """The repository that a workflow works on."""

    connection: Connection
    forge: Forge
    address: str
    """Address at which git finds it."""
    token: str

    @property
    def github(self) -> GitHub:
        """The forge, where it is GitHub.

        Raises:
            UsageError: It is another one.
        """
        if not isinstance(self.forge, GitHub):
            raise click.UsageError("only GitHub has what this command asks for")
        return self.forge


def open_repository(variables: Mapping[str, str]) -> Repository:
    """Find the repository by the variables that its runner sets.

    Raises:
        UsageError: They name none.
    """
    token = variables.get(TOKEN, "")
    if root := variables.get("CI_API_V4_URL"):
        connection = Connection(root, ("PRIVATE-TOKEN", token))
        forge: Forge = GitLab(connection, variables.get("CI_PROJECT_ID", ""))
        return Repository(connection, forge, f"{variables.get('CI_PROJECT_URL', '')}.git", token)
    root, name = variables.get("GITHUB_API_URL", ""), variables.get("GITHUB_REPOSITORY", "")
    if not (root and name):
        raise click.UsageError("no forge runs this command: it is for workflows")
    connection = Connection(root, ("Authorization", token and f"Bearer {token}"))
    # Forgejo and Gitea set the variables of GitHub, too.
    program = Gitea if root.rstrip("/").endswith("/api/v1") else GitHub
    address = f"{variables.get('GITHUB_SERVER_URL', '')}/{name}.git"
    return Repository(connection, program(connection, name), address, token)


def answered(ask: Callable[[], Result]) -> Result:
    """Give what a forge answers, or end the command.

    Raises:
        UsageError: It doesn't answer as it should.
    """
    try:
        return ask()
    except (ForgeError, KeyError, TypeError, ValueError) as error:
        told = str(error) if isinstance(error, ForgeError) else repr(error)
        raise click.UsageError(f"the forge: {told}") from error

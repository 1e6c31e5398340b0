"""What workflows ask of a forge, whichever program keeps the repository."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Protocol

MARK: Final = "<!-- forum -->\n"
"""Begins the forum's one comment, so that it is found again."""
MOST_PAGES: Final = 100
"""Pages of a list that are asked for; a list as long is no forum's."""


class ForgeError(Exception):
    """A forge doesn't do what it was asked."""


class Ask(Protocol):
    """Asks a forge."""

    def __call__(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """Give what it answers, as values of JSON.

        Arguments:
            method: Method of HTTP.
            path: Path below the root of the interface.
            body: What is sent, as JSON.

        Raises:
            ForgeError: It doesn't answer, or refuses.
        """


@dataclass(frozen=True)
class Origin:
    """The proposal that brought a commit."""

    number: int
    branch: str
    """Branch of the forum's own repository that it came from; nothing of another one's."""


@dataclass(frozen=True)
class Forge(ABC):
    """A repository on a forge."""

    ask: Ask
    repository: str
    """What names it in paths of the interface."""

    name: ClassVar[str]
    """Name of whoever a workflow writes as."""
    email: ClassVar[str]
    """Their address, as commits tell it."""

    @abstractmethod
    def tell_issue(self, number: int, text: str) -> None:
        """Write the forum's one comment below an issue, or bring it up to date."""

    @abstractmethod
    def say(self, about: str, number: int, text: str) -> None:
        """Write one more comment.

        Arguments:
            about: `issue` or `proposal`.
            number: Which one.
            text: The comment, in Markdown.
        """

    @abstractmethod
    def say_of_commit(self, commit: str, text: str) -> None:
        """Write a comment below a commit, where the forge takes any."""

    @abstractmethod
    def origins(self, commit: str) -> list[Origin]:
        """Give the proposals that brought a commit."""

    @abstractmethod
    def propose(self, branch: str, base: str, title: str, text: str) -> int:
        """Propose a branch for another one, unless that is done; give the proposal's number."""


class SharedNumbers(Forge):
    """A forge whose issues and proposals share their numbers, and the paths of their comments."""

    writers: ClassVar[frozenset[str]]
    """Names under which workflows write, and nobody else."""

    @property
    @abstractmethod
    def _root(self) -> str:
        """Path of the repository."""

    @abstractmethod
    def _comments(self, path: str) -> Iterable[Mapping[str, Any]]:
        """Give the comments at a path."""

    def tell_issue(self, number: int, text: str) -> None:
        """Write the forum's one comment below an issue or a proposal, or bring it up to date."""
        below = f"{self._root}/issues/{number}/comments"
        body = {"body": f"{MARK}{text}"}
        for comment in self._comments(below):
            is_own = (comment.get("user") or {}).get("login") in self.writers
            if is_own and str(comment.get("body")).startswith(MARK.strip()):
                self.ask("PATCH", f"{self._root}/issues/comments/{comment['id']}", body)
                return
        self.ask("POST", below, body)

    def say(self, about: str, number: int, text: str) -> None:
        """Write one more comment below an issue or a proposal."""
        self.ask("POST", f"{self._root}/issues/{number}/comments", {"body": text})


def listed(ask: Ask, path: str, size: str = "per_page=100") -> Iterator[Mapping[str, Any]]:
    """Give all items of a list, whose pages a forge gives one by one.

    Arguments:
        ask: Asks the forge.
        path: Path of the list.
        size: Parameter of how many items a page has.
    """
    sign = "&" if "?" in path else "?"
    most = int(size.rpartition("=")[2])
    for page in range(1, MOST_PAGES + 1):
        items = ask("GET", f"{path}{sign}{size}&page={page}")
        yield from (each for each in items if isinstance(each, dict))
        if len(items) < most:
            return

"""Forgejo and Gitea, whose interface is one: https://codeberg.org/api/swagger ."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from mkdocs_forum.core.proposals.forges.forge import ForgeError, Origin, SharedNumbers, listed

_SIZE = "limit=50"


class Gitea(SharedNumbers):
    """A repository on Forgejo or Gitea."""

    name = "forgejo-actions"
    email = "noreply@forgejo.org"
    writers = frozenset({"forgejo-actions", "gitea-actions"})

    def _comments(self, path: str) -> Iterable[Mapping[str, Any]]:
        found: list[Mapping[str, Any]] = self.ask("GET", path)
        return found

    def say_of_commit(self, commit: str, text: str) -> None:
        """Write nothing: this forge takes no comments below commits."""

    def origins(self, commit: str) -> list[Origin]:
        """Give the proposal that brought a commit, by that of its merge."""
        try:
            found = self.ask("GET", f"{self._root}/commits/{commit}/pull")
        except ForgeError:
            return []
        return [Origin(int(found["number"]), self._own_branch(found))]

    def propose(self, branch: str, base: str, title: str, text: str) -> int:
        """Propose a branch for another one, unless that is done; give the proposal's number."""
        for each in listed(self.ask, f"{self._root}/pulls?state=open", _SIZE):
            if self._own_branch(each) == branch:
                return int(each["number"])
        asked = {"head": branch, "base": base, "title": title, "body": text}
        return int(self.ask("POST", f"{self._root}/pulls", asked)["number"])

    def _own_branch(self, proposal: Mapping[str, Any]) -> str:
        """Give the branch of this repository that a proposal comes from; nothing of another's."""
        head = proposal["head"]
        is_own = (head.get("repo") or {}).get("full_name") == self.repository
        return str(head["ref"]) if is_own else ""

    @property
    def _root(self) -> str:
        return f"repos/{'/'.join(quote(each, safe='') for each in self.repository.split('/'))}"

"""GitHub: https://docs.github.com/rest ."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from mkdocs_forum.core.proposals.forges.forge import Origin, SharedNumbers, listed


@dataclass(frozen=True)
class Proposal:
    """A proposal that is open."""

    number: int
    commit: str
    """Its newest commit, in full."""
    repository: str
    branch: str
    """Where it comes from."""
    base: str
    """Branch that it is for."""


@dataclass(frozen=True)
class Status:
    """What a commit's mark tells."""

    state: str
    """`success`, `failure` or `error`."""
    context: str
    """What the mark is called."""
    description: str
    url: str
    """Where all can be looked up."""


class GitHub(SharedNumbers):
    """A repository on GitHub."""

    name = "github-actions[bot]"
    email = "41898282+github-actions[bot]@users.noreply.github.com"
    writers = frozenset({name})

    def proposals(self) -> list[Proposal]:
        """Give the proposals that are open and whose newest commit has a name."""
        found = map(_proposal, listed(self.ask, f"{self._root}/pulls?state=open"))
        return [each for each in found if re.fullmatch("[0-9a-f]{40}", each.commit)]

    def newest_commit(self, number: int) -> str:
        """Give the newest commit of a proposal."""
        return str(self.ask("GET", f"{self._root}/pulls/{number}")["head"]["sha"])

    def _comments(self, path: str) -> Iterable[Mapping[str, Any]]:
        return listed(self.ask, path)

    def say_of_commit(self, commit: str, text: str) -> None:
        """Write a comment below a commit."""
        self.ask("POST", f"{self._root}/commits/{commit}/comments", {"body": text})

    def set_status(self, commit: str, status: Status) -> None:
        """Mark a commit; of several marks of one name the last one counts."""
        told = {
            "state": status.state,
            "context": status.context,
            # Longer ones are refused.
            "description": status.description[:140],
            "target_url": status.url,
        }
        self.ask("POST", f"{self._root}/statuses/{commit}", told)

    def origins(self, commit: str) -> list[Origin]:
        """Give the proposals that brought a commit."""
        found = map(_proposal, listed(self.ask, f"{self._root}/commits/{commit}/pulls"))
        return [
            Origin(each.number, each.branch if each.repository == self.repository else "")
            for each in found
        ]

    def propose(self, branch: str, base: str, title: str, text: str) -> int:
        """Propose a branch for another one, unless that is done; give the proposal's number."""
        head = quote(f"{self.repository.partition('/')[0]}:{branch}", safe="")
        opened = self.ask("GET", f"{self._root}/pulls?state=open&head={head}")
        if opened:
            return int(opened[0]["number"])
        asked = {"head": branch, "base": base, "title": title, "body": text}
        return int(self.ask("POST", f"{self._root}/pulls", asked)["number"])

    def start(self, workflow: str, branch: str, inputs: Mapping[str, str]) -> None:
        """Start a workflow by its file's name: what a workflow does by its token starts no other.

        https://docs.github.com/actions/how-tos/write-workflows/choose-when-workflows-run/trigger-a-workflow
        """
        path = f"{self._root}/actions/workflows/{workflow}/dispatches"
        self.ask("POST", path, {"ref": branch, "inputs": dict(inputs)})

    def artifact(self, workflow: str, branch: str, name: str) -> str:
        """Give the path of what the last run of a workflow kept, packed; nothing without one.

        A push to a branch is no fork's, whatever the fork's own branch is called.
        """
        asked = f"branch={quote(branch, safe='')}&event=push&status=success&per_page=1"
        runs = self.ask("GET", f"{self._root}/actions/workflows/{workflow}/runs?{asked}")
        for run in runs["workflow_runs"][:1]:
            path = f"{self._root}/actions/runs/{int(run['id'])}/artifacts?name={name}"
            for kept in self.ask("GET", path)["artifacts"]:
                if kept["name"] == name and not kept["expired"]:
                    return f"{self._root}/actions/artifacts/{int(kept['id'])}/zip"
        return ""

    @property
    def _root(self) -> str:
        return f"repos/{self.repository}"


def _proposal(told: Mapping[str, Any]) -> Proposal:
    """Read a proposal; the repository of a fork that is gone is nothing."""
    head = told["head"]
    repository = str((head.get("repo") or {}).get("full_name", ""))
    commit, branch = str(head["sha"]), str(head["ref"])
    return Proposal(int(told["number"]), commit, repository, branch, str(told["base"]["ref"]))

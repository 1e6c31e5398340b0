"""GitLab: https://docs.gitlab.com/api/rest/ ."""

from urllib.parse import quote

from mkdocs_forum.core.proposals.forges.forge import MARK, Forge, Origin, listed

_PLACES = {"issue": "issues", "proposal": "merge_requests"}


class GitLab(Forge):
    """A project on GitLab, named by its number."""

    name = "mkdocs-forum"
    email = "mkdocs-forum@example.invalid"

    def tell_issue(self, number: int, text: str) -> None:
        """Write the forum's one comment below an issue, or bring it up to date."""
        own = self.ask("GET", "user")["id"]
        below = f"{self._root}/issues/{number}/notes"
        body = {"body": f"{MARK}{text}"}
        for note in listed(self.ask, below):
            is_own = (note.get("author") or {}).get("id") == own
            if is_own and str(note.get("body")).startswith(MARK.strip()):
                self.ask("PUT", f"{below}/{note['id']}", body)
                return
        self.ask("POST", below, body)

    def say(self, about: str, number: int, text: str) -> None:
        """Write one more comment below an issue or a proposal, each with numbers of its own."""
        self.ask("POST", f"{self._root}/{_PLACES[about]}/{number}/notes", {"body": text})

    def say_of_commit(self, commit: str, text: str) -> None:
        """Write a comment below a commit."""
        self.ask("POST", f"{self._root}/repository/commits/{commit}/comments", {"note": text})

    def origins(self, commit: str) -> list[Origin]:
        """Give the proposals that brought a commit."""
        path = f"{self._root}/repository/commits/{commit}/merge_requests"
        return [
            Origin(
                int(each["iid"]),
                str(each["source_branch"])
                if each["source_project_id"] == each["target_project_id"]
                else "",
            )
            for each in listed(self.ask, path)
        ]

    def propose(self, branch: str, base: str, title: str, text: str) -> int:
        """Propose a branch for another one, unless that is done; give the proposal's number."""
        path = f"{self._root}/merge_requests"
        source = quote(branch, safe="")
        for each in listed(self.ask, f"{path}?state=opened&source_branch={source}"):
            if each["source_project_id"] == each["target_project_id"]:
                return int(each["iid"])
        asked = {
            "source_branch": branch,
            "target_branch": base,
            "title": title,
            "description": text,
            "remove_source_branch": True,
        }
        return int(self.ask("POST", path, asked)["iid"])

    @property
    def _root(self) -> str:
        return f"projects/{quote(self.repository, safe='')}"

"""Where it is told on the forge that texts were published: where they were proposed."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mkdocs_forum.core.proposals.forges.forge import Forge

MOST: Final = 20
"""Commits that are looked at. A push of more is an import, of which nobody waits to be told."""
_OF_ISSUE: Final = re.compile(r"contribution/issue-(\d+)")


def announce(forge: Forge, commits: Sequence[str], text: str) -> None:
    """Tell of texts below the proposals that brought them, and the issues that these were made of.

    Without any it is told below the last commit, if that mentions anybody.

    Arguments:
        forge: The forge.
        commits: The commits that brought the texts, the newest first.
        text: What is told, in Markdown.

    Raises:
        ForgeError: The forge refuses.
    """
    places = sorted(set(_places(forge, commits)))
    for about, number in places:
        forge.say(about, number, text)
    if not places and commits and re.search("^@", text, re.MULTILINE):
        forge.say_of_commit(commits[0], text)


def _places(forge: Forge, commits: Sequence[str]) -> Iterator[tuple[str, int]]:
    for commit in commits:
        for origin in forge.origins(commit):
            yield "proposal", origin.number
            # Nobody but the workflows writes branches of the forum's own repository.
            if found := _OF_ISSUE.fullmatch(origin.branch):
                yield "issue", int(found[1])

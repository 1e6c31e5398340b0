"""What GitHub, Forgejo, Gitea or GitLab tell of an issue when they start a workflow."""

import json
from collections.abc import Mapping
from typing import Any

from mkdocs_forum.core.words.encodings import decode

Event = Mapping[str, Any]


def event(data: bytes) -> Event | None:
    """Read what a forge tells; nothing where somebody's text stands in its place."""
    text = decode(data)
    try:
        told = json.loads(text) if text.lstrip().startswith("{") else None
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def issue_of(told: Event) -> Event:
    """Give what is told of the issue itself; nothing if it is of something else."""
    return _within(told, "object_attributes" if told.get("object_kind") == "issue" else "issue")


def number_of(data: bytes) -> int | None:
    """Give the number of the issue that a forge tells of, if there is one."""
    issue = issue_of(event(data) or {})
    number = issue.get("iid", issue.get("number"))
    return number if isinstance(number, int) and number > 0 else None


def is_wanted(data: bytes, label: str) -> bool:
    """Whether an open issue has just got a label, or was edited where it has that already."""
    told = event(data) or {}
    issue, changes = issue_of(told), _within(told, "changes")
    if label not in _names(issue.get("labels")) or issue.get("state") not in {"open", "opened"}:
        return False
    if told.get("object_kind") == "issue":
        before = _names(_within(changes, "labels").get("previous"))
        return ("labels" in changes and label not in before) or "description" in changes
    if told.get("action") == "labeled":
        return _within(told, "label").get("name") == label
    # Forgejo doesn't say which label it was.
    is_labelled = told.get("action") == "label_updated"
    return is_labelled or (told.get("action") == "edited" and "body" in changes)


def _within(told: Event, key: str) -> Event:
    found = told.get(key)
    return found if isinstance(found, dict) else {}


def _names(labels: object) -> set[str]:
    """Give the names of labels, which GitLab calls titles."""
    listed = labels if isinstance(labels, list) else []
    return {str(each.get("title", each.get("name"))) for each in listed if isinstance(each, dict)}

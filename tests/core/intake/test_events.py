"""What forges tell of an issue: which of it concerns the forum, and which issue it is."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.issues.events import is_wanted, number_of
from mkdocs_forum.core.intake.issues.read import Issue, read_issue

LABEL = "à publier"
LABELLED = [{"name": "bug"}, {"name": LABEL}]
OPEN = {"number": 12, "state": "open", "labels": LABELLED, "body": "### A"}


def hub(action: str, issue: Any = OPEN, **others: Any) -> dict[str, Any]:
    """Give an event as GitHub and Forgejo tell it."""
    return {"action": action, "issue": issue, **others}


def lab(changes: Any, **others: Any) -> dict[str, Any]:
    """Give an event as GitLab tells it."""
    labels = [{"id": 3, "title": LABEL}]
    issue = {"iid": 12, "id": 900, "state": "opened", "labels": labels, "description": "### A"}
    return {
        "object_kind": "issue",
        "object_attributes": {**issue, **others},
        "labels": labels,
        "changes": changes,
    }


def labels(*titles: str) -> dict[str, Any]:
    """Give a change of labels as GitLab tells it."""
    current = [{"title": LABEL}, {"title": "bug"}]
    return {"labels": {"previous": [{"title": title} for title in titles], "current": current}}


EVENTS: dict[str, tuple[Any, bool]] = {
    "labelled": (hub("labeled", label={"name": LABEL}), True),
    "another label": (hub("labeled", label={"name": "bug"}), False),
    "labelled on Forgejo": (hub("label_updated"), True),
    "not labelled": (hub("label_updated", {**OPEN, "labels": []}), False),
    "corrected": (hub("edited", changes={"body": {"from": "a"}}), True),
    "retitled": (hub("edited", changes={"title": {"from": "a"}}), False),
    "assigned": (hub("assigned"), False),
    "commented": (hub("created", comment={"body": "a"}), False),
    "unlabelled": (hub("unlabeled", label={"name": LABEL}), False),
    "closed": (hub("labeled", {**OPEN, "state": "closed"}, label={"name": LABEL}), False),
    "of GitLab": (lab(labels("bug")), True),
    "labelled already": (lab(labels(LABEL)), False),
    "corrected on GitLab": (lab({"description": {"previous": "a"}}), True),
    "retitled on GitLab": (lab({"title": {"previous": "a"}}), False),
    "closed on GitLab": (lab(labels("bug"), state="closed"), False),
    "note": ({"object_kind": "note", "object_attributes": {"iid": 3}}, False),
    "nothing": ({}, False),
    "list": ([], False),
}


@pytest.mark.parametrize(("told", "expected"), EVENTS.values(), ids=EVENTS)
def test_wanted(told: Any, expected: bool) -> None:
    """An open issue counts once it gets the label, and when it is corrected afterwards."""
    assert is_wanted(json.dumps(told).encode(), LABEL) is expected


def test_number() -> None:
    """The number is that which people see, and nothing else becomes one."""
    numbers = [hub("labeled"), lab({}), {"issue": {"number": "12"}}, {"issue": {"number": -1}}, {}]
    found = [number_of(json.dumps(each).encode()) for each in numbers]
    assert found == [12, 12, None, None, None]
    assert number_of(b"### A") is None


def test_text() -> None:
    """The text of an issue is read wherever a forge puts it."""
    for told in (hub("labeled"), lab({})):
        assert read_issue(json.dumps(told).encode()) == Issue("### A")
    assert isinstance(read_issue(b"{}"), Refusal)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
)


@given(
    st.dictionaries(
        st.sampled_from(
            ["issue", "object_kind", "object_attributes", "changes", "label", "action"]
        ),
        JSON | st.dictionaries(st.sampled_from(["labels", "state", "iid", "body"]), JSON),
    )
)
def test_hostile(told: Any) -> None:
    """Whatever stands in an event, nothing is raised."""
    data = json.dumps(told).encode()
    assert is_wanted(data, LABEL) in {True, False}
    assert number_of(data) is None or number_of(data)
    read_issue(data)

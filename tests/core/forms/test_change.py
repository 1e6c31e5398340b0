"""A key that is written anew: what stands around it stays, to the letter."""

import pytest

from mkdocs_forum.core.forms.change import with_key


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\na: 1\n---\n\nB.\n", "---\na: 1\nk:\n  - x\n---\n\nB.\n"),
        ("---\nk: 0\na: 1\n---\n", "---\nk:\n  - x\na: 1\n---\n"),
        ("---\nk:\n- 0\n\n  # 0\n- 0\n---\nk: 0\n", "---\nk:\n  - x\n---\nk: 0\n"),
        ("---\nk:\n  - 0\n# A.\n\na: 1\n---\n", "---\nk:\n  - x\n# A.\n\na: 1\n---\n"),
        ("---\r\na: 1\r\n---\r\n", "---\r\na: 1\r\nk:\r\n  - x\r\n---\r\n"),
        ("---\nkey: 1\n--- \n", "---\nkey: 1\nk:\n  - x\n--- \n"),
        ("---\na: 1\n", None),
        ("", None),
    ],
)
def test_with_key(before: str, after: str | None) -> None:
    """A key is written where it stood, or below all others; nothing else moves."""
    assert with_key(before, "k", ["x"]) == after

"""How pages are called."""

import pytest

from mkdocs_forum.core.pages.naming.titles import LONGEST, browser_title, shortened

LONG = "Sur quoi vous appuyez-vous pour évaluer ce que vous apportez, et pour lui donner un prix ?"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Le juste prix", "Le juste prix - Forum"),
        ("Vingt-sixième forum", "Vingt-sixième forum"),
        ("", "Forum"),
        ("deux\n lignes", "deux lignes - Forum"),
        (LONG[:64], LONG[:64]),
        (LONG, "Sur quoi vous appuyez-vous pour évaluer ce que vous apportez, et pour…"),
    ],
)
def test_browser_title(title: str, expected: str) -> None:
    """The name of the site is there once, if it fits."""
    assert browser_title(title, "Forum") == expected


def test_one_long_word() -> None:
    """A word that is too long is cut within."""
    assert shortened("a" * 200) == "a" * (LONGEST - 1) + "…"

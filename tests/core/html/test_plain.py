"""The first words of a text."""

import pytest

from mkdocs_forum.core.html.plain import opening
from mkdocs_forum.core.html.tree import read


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Un mot.</p>", "Un mot."),
        ("<h2>Titre</h2><table><tr><td>1</td></tr></table><p>Le <b>texte</b>.</p>", "Le texte."),
        ("<p>Oui. Non. " + "Peut-être " * 9 + "</p>", "Oui. Non."),
        (
            "<p>Il dit : « Non\u202f! » Puis rien, vraiment rien du tout.</p>",
            "Il dit : « Non\u202f! »",
        ),
        ("<p>" + "mot " * 20 + "</p>", "mot mot mot mot mot mot mot mot mot…"),
        ("<p>" + "a" * 90 + "</p>", "a" * 39 + "…"),
        ("", ""),
    ],
)
def test_opening(html: str, expected: str) -> None:
    """Whole sentences as far as they fit, without headings and tables."""
    assert opening(read(html), 40) == expected

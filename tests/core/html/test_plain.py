"""The words of a text, and the first of them."""

import pytest

from mkdocs_forum.core.html.plain import opening, plain
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


def test_without_an_element() -> None:
    """What an identifier names is left out with all that it holds."""
    text = read('<p>Un.</p> <ul><li id="a">Deux <b>mots</b>.</li> <li id="b">Trois.</li></ul>')
    assert plain(text, without={"a"}) == "Un. Trois."

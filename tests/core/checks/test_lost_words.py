"""Words that a renderer takes from a text are told, each at its line, and no others."""

from collections.abc import Callable, Mapping
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_forum.core.checks.lost_words import lost_words, may_lose_words
from mkdocs_forum.core.html.tree import Text, read
from mkdocs_forum.core.reading.source import Source
from tests.growth import LINEAR, growth

EXTENSIONS = (
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "tables", "toc", "md_in_html"),
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.tilde", "pymdownx.emoji"),
)


@cache
def renderer() -> Markdown:
    """Give a renderer with the extensions that forums use."""
    return Markdown(extensions=[*EXTENSIONS])


def lost(body: str, *, told: tuple[int, ...] = (), others: str = "") -> list[tuple[int, str]]:
    """Give the lines of a text that lose words, each with what it loses."""
    source = Source("talks/a.md", body=body)
    shown = read(renderer().reset().convert(body))
    return [
        (fault.location.line, str(dict(fault.message.values)["words"]))
        for fault in lost_words(source, shown, told, others)
    ]


LOST = {
    "braces behind a heading": (
        "## Coûts {estimation provisoire}\n",
        [(1, "estimation, provisoire")],
    ),
    "braces alone on a line": (
        "Premier.\n{: remarque de relecture }\n",
        [(2, "remarque, relecture")],
    ),
    "braces behind emphasis": ("Le *prix*{ferme et définitif} dit.\n", [(1, "ferme, définitif")]),
    "definition that nothing uses": ("Début.\n\n[NDLR]: démenti\n\nFin.\n", [(3, "démenti")]),
    "abbreviation that nothing uses": (
        "*[TVA]: taxe sur la valeur ajoutée\n\nHors taxes.\n",
        [(1, "taxe, valeur, ajoutée")],
    ),
    "table cell without a column": (
        "| an | prix |\n|---|---|\n| 2004 | 300 | sans la TVA |\n",
        [(3, "sans")],
    ),
    "title of a box without quotes": (
        "!!! note Avis du réseau\n    Texte.\n",
        [(1, "avis, réseau")],
    ),
    "word that stands elsewhere too": (
        "Le prix demandé.\n\n| a |\n|---|\n| x | demandé |\n",
        [(5, "demandé")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", LOST)
def test_lost(case: str) -> None:
    """What a renderer takes for a sign of its own is told at its line."""
    body, expected = LOST[case]
    assert lost(body) == expected
    assert may_lose_words(body)


KEPT = {
    "prose": "L'étude d’août : « tout compris », 10 % de remise.\n",
    "inline": "**Gras**, *pente*, ~~barré~~, `code`, im*port*ant, mot\\_composé, &eacute;tude.\n",
    "links": "[texte](https://example.org/page-longue \"Titre du lien\") <https://example.org/suite>\n",
    "reference": "Voir [l'étude][etude2].\n\n[etude2]: ../membres/ana.md 'Sa page'\n",
    "picture": "![Marché de Noël](photos/marche.jpg)\n",
    "attributes": "## Prix {#prix-juste .large data-suite=\"oui non\"}\n\nTexte.\n{: .remarque }\n",
    "note": "Un fait[^source].\n\n[^source]: Le rapport annuel.\n",
    "abbreviation": "La TVA.\n\n*[TVA]: taxe sur la valeur ajoutée\n",
    "code": "```python title=\"exemple\"\nprint('bonjour')\n```\n\n    retrait conservé\n",
    "box": "!!! warning \"Attention aux marges\"\n    Texte dedans.\n\n??? note\n    Replié.\n",
    "HTML": "<div class=\"colonne\" markdown>\nTexte *dedans*\n</div>\n\n<!-- caché -->\n",
    "table": "| Année | Prix |\n|:------|-----:|\n| deux mille | trois cents |\n",
    "definition": "Terme\n:   Explication longue\n",
    "list": "1. premier\n2. second\n    - sous-point\n",
    "floating box": "!!! info inline end\n    Texte.\n",
    "address with values": "Voir ?filename=autre&value=xyz dedans.\n",
    "sign": "Bravo :smile: et 12:30:45.\n",
}  # fmt: skip


@pytest.mark.parametrize("case", KEPT)
def test_kept(case: str) -> None:
    """What is read, or is meant as a sign of Markdown, isn't told."""
    assert lost(KEPT[case]) == []


PLAIN = {"prose", "links", "reference", "picture", "note", "abbreviation", "code", "table", "list"}


@pytest.mark.parametrize("case", sorted(PLAIN))
def test_most_texts_are_plain(case: str) -> None:
    """What most texts hold is seen to lose nothing, without rendering it."""
    assert not may_lose_words(KEPT[case])


def test_told_otherwise() -> None:
    """Of a line of which something is told already nothing more is."""
    assert lost("Premier.\n{: remarque }\n", told=(2,)) == []


def test_title() -> None:
    """What the page shows beside the text, such as its title, isn't lost."""
    source = Source("talks/a.md", body="# Le juste prix\n")
    assert list(lost_words(source, Text(), others="Le juste prix")) == []


WORDS = st.sampled_from(
    ["marge", "remise", "négocier", "l'acheteur", "aujourd’hui", "œuvre", "KPI"]
)
PROSE = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


@given(st.lists(PROSE, min_size=1, max_size=6), st.data())
def test_any_word(paragraphs: list[str], data: st.DataObject) -> None:
    """Whichever word is taken out of a page is told, at the line where it stood."""
    body = "\n\n".join(paragraphs)
    source = Source("talks/a.md", body=body)
    assert list(lost_words(source, read(f"<p>{body}</p>"))) == []
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    shorter = "\n\n".join(each for line, each in enumerate(paragraphs) if line != number)
    found = list(lost_words(source, read(f"<p>{shorter}</p>")))
    assert bool(found) == any(len(word) >= 4 for word in paragraphs[number].split())


HOSTILE: Mapping[str, Callable[[int], str]] = {
    "braces": lambda size: "{.a " * (size // 4),
    "brackets": lambda size: "](a" * (size // 3),
    "labels": lambda size: "][" * (size // 2),
    "tags": lambda size: "<a " * (size // 3),
    "comments": lambda size: "<!-- " * (size // 5),
    "colons": lambda size: ":aaaa" * (size // 5),
    "rows": lambda size: "a|b\n" * (size // 4),
    "pipes": lambda size: "|" * size,
    "words": lambda size: "mots {" * (size // 6),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time(name: str) -> None:
    """No text takes longer than in proportion to its length."""

    def judge(body: str) -> None:
        may_lose_words(body)
        list(lost_words(Source("a.md", body=body), Text()))

    assert growth(judge, HOSTILE[name]) < LINEAR

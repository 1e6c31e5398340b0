"""Notations of a site's own extensions, which GitHub doesn't know, in a text that it reads."""

from collections.abc import Mapping
from typing import Any

import pytest
from markdown import Markdown
from markdown.extensions import Extension

from mkdocs_forum.core.gfm.extension import GfmExtension
from tests.core.gfm.structure import FURTHER, ours
from tests.core.reading.test_twins import EXTENSIONS, TWINS, Tree

OTHERWISE = {
    "lists": "GitHub's lists begin with the number that they are given",
    "signs": "GitHub takes a backslash before any sign of punctuation",
}


def render(text: str, *further: GfmExtension) -> list[Any]:
    """Give the elements, attributes and words of a text, with every extension."""
    extensions: list[str | Extension] = [*EXTENSIONS, *further]
    html = Markdown(extensions=extensions, extension_configs=dict(EXTENSIONS)).convert(text)
    found = [" ".join(one.split()) if isinstance(one, str) else one for one in Tree(html).found]
    return [one for one in found if one]


@pytest.mark.parametrize("name", TWINS)
def test_as_ever(name: str) -> None:
    """A notation gives what it gives on the site's own pages."""
    gfm = GfmExtension(lambda _: True, FURTHER, EXTENSIONS)
    assert (render(TWINS[name], gfm) == render(TWINS[name])) == (name not in OTHERWISE)


WITHIN: Mapping[str, tuple[str, list[str]]] = {
    "lists in a box": (
        '!!! note "Le *titre*"\n    Trois idées :\n    - un\n      - deux\n\n    - trois\n',
        ["<em>titre</em>", "<li>deux</li>", "<p>trois</p>"],
    ),
    "box in a list": (
        "- un\n\n    !!! tip\n        **deux**\n\n- trois\n",
        ["<li>\n<p>un</p>\n<div", "<strong>deux</strong></p>\n</div>\n</li>"],
    ),
    "box in a quote": ("> !!! note\n>     un\n", ["<blockquote>\n<div", "<p>un</p>"]),
    "box right below a text": ("Voici :\n!!! note\n    un\n", ["<p>Voici :</p>", "<p>un</p>"]),
    "box in a folded box": (
        "??? note\n    un\n\n    !!! tip\n        - deux\n",
        ["<details", "<p>un</p>", "<li>deux</li>"],
    ),
    "box without text": ("!!! note\n\nSuite.\n", ["admonition-title", "<p>Suite.</p>"]),
    "box whose title has no quotes": (
        "!!! note inline Avis du réseau\n    un\n\n???+ tip Une *autre* : l'idée\n    deux\n",
        ['note inline">', ">Avis du réseau<", "<summary>Une <em>autre</em> : l'idée<"],
    ),
    "no box": ("!!! Attention, lisez\n", ["<p>!!! Attention, lisez</p>"]),
    "definitions": (
        "Marge\n:   Le *reste*.\n:   L'autre\n\n    - deux\n",
        ["<dt>Marge</dt>", "<dd>Le <em>reste</em>.</dd>", "<li>deux</li>"],
    ),
    "definition below an empty line": ("Marge\n\n:   Le reste.\n", ["<dt>Marge</dt>"]),
    "colon that defines nothing": (": un\n", ["<p>: un</p>"]),
    "notes with blocks": (
        "Un fait[^1].\n\n[^1]: Une note.\n\n    ```\n    code\n    ```\n\n    - un\n",
        ["<code>code", "<li>un</li>", "footnote-ref"],
    ),
    "abbreviations": ("HTML\n\n*[HTML]: Hyper\n", ['<abbr title="Hyper">HTML</abbr>']),
    "attributes": (
        "## Un {#deux .trois}\n\nQuatre.\n{: #cinq }\n\n*six*{.sept}\n",
        ['<h2 class="trois" id="deux">Un</h2>', '<p id="cinq">Quatre.', '<em class="sept">'],
    ),
    "words between braces": (
        "## Coûts {à suivre}\n\nUn mot.\n{: remarque}\n\n| an {estimé} |\n|---|\n\n{seul}\n",
        [">Coûts {à suivre}<", "<p>Un mot.\n{: remarque}</p>", "<th>an {estimé}</th>", "<p>{seul}"],
    ),
    "two notes of one name": (
        "Un[^a].\n\n[^a]: Premier.\n[^a]: Second.\n",
        ["<p>Premier."],
    ),
    "contents": ("[TOC]\n\n## Un\n", ['<a href="#un">Un</a>']),
    "code of the site": ("```python\nx = 1\n```\n", ['class="highlight"']),
    "alert": (
        "> [!WARNING]\n> Un *mot*.\n>\n> - deux\n",
        ['<div class="admonition warning">', 'admonition-title">Warning<', "<li>deux</li>"],
    ),
    "no alert": ("> [!ATTENTION]\n> Un.\n", ["<blockquote>\n<p>[!ATTENTION]\nUn."]),
    "wiki": ("[[un]]\n", ["[[un]]"]),
}


@pytest.mark.parametrize(("text", "pieces"), WITHIN.values(), ids=WITHIN)
def test_within(text: str, pieces: list[str]) -> None:
    """What stands in a notation is read as on GitHub, and it may stand in what GitHub knows."""
    html = ours(text)
    assert [piece for piece in pieces if piece not in html] == []


def test_own_pages() -> None:
    """What isn't a contribution is rendered as without the extension, byte for byte."""
    text = "\n\n".join(TWINS.values())
    configs = dict(EXTENSIONS)
    gfm = GfmExtension(lambda _: False, FURTHER, EXTENSIONS)
    alone = Markdown(extensions=list(EXTENSIONS), extension_configs=configs)
    beside = Markdown(extensions=[*EXTENSIONS, gfm], extension_configs=configs)
    assert beside.convert(text) == alone.convert(text)


def test_twice() -> None:
    """A renderer can be used again."""
    gfm = GfmExtension(lambda _: True, FURTHER)
    renderer = Markdown(extensions=["footnotes", gfm])
    texts = ["Un[^1]\n- a\n\n[^1]: b", "[c][d]\n\n[d]: e", "[c][d]"]
    alone = [Markdown(extensions=["footnotes", gfm]).convert(text) for text in texts]
    assert [renderer.reset().convert(text) for text in texts] == alone

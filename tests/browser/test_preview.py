"""The preview shows what the site will: the same elements, with the same text."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_forum.adapter.files import list_site, site_of
from mkdocs_forum.adapter.project import open_project
from mkdocs_forum.core.gfm.breaks import keep_breaks
from mkdocs_forum.core.html.tree import read
from mkdocs_forum.core.html.typography import typeset_text
from tests.browser.chromium import Chromium
from tests.browser.conftest import Visitor
from tests.browser.filling import paste, ready

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]

SAME: Mapping[str, str] = {
    "paragraphs": "Un *mot* et **deux**,\nsur deux lignes.\n\nPuis `du code` &amp; <b>gras</b>.",
    "lines": "12 rue du Port  \n29200 **Brest\nFrance**\n- un\n  deux\n\n`un\ndeux`",
    "list": "Voici :\n\n- un\n- deux",
    "list below a line": "Voici :\n- un\n- deux",
    "list set in by two spaces": "- un\n  - deux\n   - trois",
    "list set in by four spaces": "- un\n    - deux\n        - trois\n- quatre",
    "list set in by a tab": "- un\n\t- deux",
    "list of several signs": "- un\n* deux\n+ trois",
    "list of signs and numbers": "- un\n1. deux",
    "spaces after the sign": "-     un\n-   deux",
    "numbers with a bracket": "1) un\n2) deux",
    "numbers from three on": "3. un\n4. deux",
    "numbers, then a list": "1. un\n    - deux\n2. trois",
    "text set in by two spaces": "- un\n\n  suite",
    "text set in by four spaces": "- un\n\n    suite",
    "text after a list": "- un\n- deux\n\nSuite.",
    "line below an item": "- un\nsuite\n- deux",
    "code": "```\n- a\n  - b\n#c\n```",
    "code set in": "Voici :\n\n    - a\n    #c",
    "heading": "# Titre\n\n## Suite ##",
    "heading without a space": "##Titre\n\nTexte.",
    "heading with a name": "## Titre {#nom}",
    "underlined heading": "Titre\n-----\n\nTexte.",
    "list below a heading": "1. un\n\n# Titre\n- deux",
    "list below code": "1. un\n\n```\na\n```\n\n- deux",
    "quotation": "> cité\n> encore\n\nTexte.",
    "rule": "un\n\n---\n\ndeux",
    "table": "| a | b |\n| --- | --- |\n| 1 | **2** |",
    "link": '[ceci](https://example.org/ "Titre"), <https://example.org/>, [cela][x]\n\n[x]: a.md',
    "footnotes": "Un[^a] et deux[^b].\n\n[^a]: Une *note*.\n[^b]: L'autre.",
    "note within brackets": "Un^[pas une note].",
    "definitions": "Terme\n:   Sa *définition*.\n\nAutre\n:   La sienne.",
    "abbreviations": "Le PDF.\n\n*[PDF]: Portable Document Format",
    "box": '!!! note "À *retenir*"\n\n    Un texte.\n\n    - un\n\nSuite.',
    "box without a title": '!!! warning\n    Un texte.\n\n!!! tip ""\n    Un autre.',
    "box that is closed": '??? note "Titre"\n    Un texte.',
    "struck out": "~~barré~~ et pas ~~ ici",
    "typography": (
        "L'an dernier: *\"oui\"* ou non ? 10 000 € pour `l'an: x`...\n\n```\nl'an ?\n```\n\n"
        "Voir https://example.org/l'an, M. Durand, p. 3."
    ),
    "bare addresses": "Voir https://example.org/a_b et ana@example.org, pas example.org.",
}
"""Texts of which preview and site make the same."""


class _Outline(HTMLParser):
    """Reads elements and text; what only looks or leads otherwise is left out."""

    BARE = frozenset({"span", "section", "div"})

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_permalink = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_permalink = dict(attrs).get("class") == "headerlink"
        if tag not in self.BARE and not self._is_permalink:
            # The preview puts headings where they will stand on their page.
            self.found.append("<h>" if tag[0] == "h" and tag[1:].isdigit() else f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.BARE and not self._is_permalink:
            self.found.append("</h>" if tag[0] == "h" and tag[1:].isdigit() else f"</{tag}>")
        self._is_permalink = False

    def handle_data(self, data: str) -> None:
        if not self._is_permalink:
            self.found.append(data)


def outline(html: str) -> str:
    """Give the elements and the text of a part of a page."""
    parser = _Outline()
    parser.feed(html)
    parser.close()
    words = " ".join("".join(parser.found).split())
    return words.replace("> ", ">").replace(" <", "<").replace("</hr>", "").replace("</br>", "")


@pytest.fixture(scope="module")
def form(browser: Chromium, own_root: str) -> Iterator[Page]:
    """Open the preview of the repository's own forum."""
    visitor = Visitor(browser, own_root)
    page = visitor.open("contribuer/repondre/")
    ready(page)
    expect(page.locator(".forum-preview")).to_be_visible()
    yield page
    visitor.close()
    assert visitor.faults == []


@pytest.fixture(scope="module")
def rendered() -> Mapping[str, str]:
    """Render the texts as the repository's own forum does."""
    project = open_project(ROOT / "mkdocs.yml")
    files, _ = list_site(project.config)
    site = site_of(files, project.config, project.settings)
    texts = {name: read(site.render(keep_breaks(text), "reponses/")) for name, text in SAME.items()}
    return {name: typeset_text(text, "fr").html for name, text in texts.items()}


@pytest.mark.parametrize("name", SAME)
def test_preview_is_like_the_site(form: Page, rendered: Mapping[str, str], name: str) -> None:
    """Each construct gives the elements and the text that it gives on the site."""
    place = form.locator(".forum-preview__text")
    place.evaluate("place => place.replaceChildren()")
    paste(form.get_by_label("Texte", exact=True), SAME[name])
    expect(place).not_to_be_empty()
    assert outline(place.inner_html()) == outline(rendered[name])

"""The repository's own forum in a browser: its colours, its width, its calm."""

import re
from collections.abc import Sequence

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.test_accessibility import violations
from tests.sites import joined

pytestmark = pytest.mark.browser

KINDS = {
    "home": "",
    "talks": "interventions/",
    "talk": "interventions/prix-d-ami/",
    "questions": "questions/",
    "question with answers": "questions/prix-d-ami/garder-l-ami/",
    "question with synthesis": "questions/la-relation-de-confiance/valeur-ajoutee/",
    "closed question": "questions/ce-que-je-ne-ferai-pas/offre-perdue/",
    "edition": "editions/2025/",
    "edition to come": "editions/2027/",
    "members": "membres/",
    "member": "membres/solene-marchadier/",
    "topic": "themes/confiance/",
    "guide": "contribuer/",
    "legal notice": "mentions-legales/",
    "form": "contribuer/repondre/?question=la-relation-de-confiance/satisfaire-tous",
}
STEADY = 0.02
"""Highest cumulative layout shift (https://web.dev/articles/cls); 0.1 counts as good."""

SHIFT = """() => new Promise(resolve => {
    let shift = 0
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value
    }).observe({ type: "layout-shift", buffered: true })
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(shift)))
})"""


VIEWS = [(390, True), (1280, False), (390, False), (1280, True)]
VIEW_NAMES = [f"{width}-{'dark' if dark else 'light'}" for width, dark in VIEWS]
TURNS = [(*VIEWS[0], list(KINDS)[::2]), (*VIEWS[1], list(KINDS)[1::2])]
"""Half of the pages in one view and half in another, as an ordinary run sees them."""


@pytest.mark.parametrize(
    ("width", "dark", "kinds"),
    [
        *TURNS,
        *(pytest.param(*view, list(KINDS), marks=pytest.mark.thorough) for view in VIEWS),
    ],
    ids=[*VIEW_NAMES[:2], *(f"{name}-all" for name in VIEW_NAMES)],
)
def test_own_site_is_accessible(
    own_visitor: Visitor, width: int, dark: bool, kinds: Sequence[str]
) -> None:
    """In both palettes and at both widths axe finds nothing, and nothing moves while it loads."""
    page = own_visitor.open(width=width, dark=dark)
    for kind in kinds:
        own_visitor.visit(page, KINDS[kind])
        assert joined(sorted(violations(page))) == "", kind
        assert page.evaluate(SHIFT) <= STEADY, kind


def test_own_site_fits_narrow_windows(own_visitor: Visitor) -> None:
    """In a window of 320 pixels no page is wider than the window."""
    page = own_visitor.open(width=320)
    for kind, url in KINDS.items():
        own_visitor.visit(page, url)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 320, kind


SEEN = """() => {
    const focused = document.activeElement
    const [{ left, top, width, height }] = focused.getClientRects()
    const shown = document.elementFromPoint(left + width / 2, top + height / 2)
    return focused.contains(shown) || focused.name === "__palette"  // A label stands for it.
}"""
"""Whether what has the focus is seen."""


def test_keys_in_narrow_windows(own_visitor: Visitor) -> None:
    """The drawer opens for keys that reach it, and what they reach isn't covered by anything."""
    page = own_visitor.open(KINDS["question with answers"], width=390)
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim()"))
        assert page.evaluate(SEEN), reached
    assert "Thèmes" in reached
    assert "Construire" not in reached  # It is folded.
    section = page.locator(".md-sidebar--primary label[tabindex='0']", has_text="Contribuer")
    section.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".md-sidebar--primary").get_by_text("Construire")).to_be_in_viewport()


PAPER = 604
"""Pixels between the margins of a page of A4."""
BEYOND = """() => [...document.querySelectorAll("body *")]
    .filter(element => element.checkVisibility({ visibilityProperty: true }))
    .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
    .map(element => element.outerHTML.slice(0, 80))"""


def test_own_site_fits_paper(own_visitor: Visitor) -> None:
    """On paper nothing stands beyond the edge, where it couldn't be scrolled to."""
    page = own_visitor.open()
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER, "height": 980})
    for url in (*KINDS.values(), "questions/bilan/", "questions/promesses/", "recherche/"):
        own_visitor.visit(page, url)
        assert page.evaluate(BEYOND) == [], url


FORMS = [
    KINDS["form"],
    "contribuer/proposer/",
    "contribuer/se-presenter/",
    "contribuer/conclure/",
    "contribuer/corriger/?page=interventions/prix-d-ami/",
]
USELESS = """() => [...document.querySelectorAll("main :is(button, [type=file], [for$=_file])")]
    .filter(element => element.checkVisibility())
    .map(element => element.outerHTML.slice(0, 80))"""
CUT = """() => [...document.querySelectorAll("textarea")]
    .filter(area => area.scrollHeight > area.clientHeight + 2)
    .map(area => area.id)"""


def test_forms_on_paper(own_visitor: Visitor) -> None:
    """A printed form shows nothing to press, and all that was written in it."""
    page = own_visitor.open()
    page.emulate_media(media="print")
    for url in FORMS:
        own_visitor.visit(page, url)
        assert page.evaluate(USELESS) == [], url
    expect(page.get_by_label("Le texte tel qu’il est")).to_have_value(re.compile("voilier"))
    assert page.evaluate(CUT) == []


LINES = """() => [...document.querySelectorAll(".forum-tools, .forum-answer__foot")]
    .flatMap(tools => {
        const feet = [...tools.children].filter(tool => tool.checkVisibility()).map(tool => {
            const words = document.createRange()
            words.selectNodeContents(tool.querySelector("summary, button") ?? tool)
            return [...words.getClientRects()].at(-1).bottom
        })
        return feet.slice(1).map((foot, place) => Math.abs(foot - feet[place]))
    })"""
"""Gives by how much tools that follow each other stand higher or lower."""


@pytest.mark.parametrize("kind", ["talk", "question with answers", "edition"])
def test_tools_stand_on_lines(own_visitor: Visitor, kind: str) -> None:
    """The words of tools that stand side by side stand on one line."""
    page = own_visitor.open(width=390)
    own_visitor.visit(page, KINDS[kind])
    distances = page.evaluate(LINES)
    assert any(distance < 1 for distance in distances)
    assert [distance for distance in distances if 1 < distance < 16] == []


def test_way_to_answer_on_first_screen(own_visitor: Visitor) -> None:
    """The home page offers to answer the question that waits longest before anybody scrolls."""
    page = own_visitor.open(width=390)
    box = page.get_by_role("link", name="Répondre à cette question").first.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 844

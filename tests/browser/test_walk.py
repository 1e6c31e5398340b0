"""What readers do on the site: walk, search, print, whatever their window and their browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.pages import KINDS
from tests.browser.views import VIEWS

pytestmark = pytest.mark.browser

LONGEST = 150
"""Keystrokes after which a reader gives up."""


DISORDER = """() => {
  const isSeen = element => element.checkVisibility({ visibilityProperty: true })
    && element.getBoundingClientRect().height > 1
  const headings = [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")].filter(isSeen)
  const levels = headings.map(({ localName }) => Number(localName[1]))
  const told = headings.filter((_, at) => levels[at] > (levels[at - 1] ?? 0) + 1)
    .map(({ textContent }) => `skips a level: ${textContent}`)
  const texts = [...document.querySelectorAll("main :is(h1, h2, h3, h4, p, li, label)")]
    .filter(it => isSeen(it) && !it.closest(".md-sidebar, .forum-reach, [popover]"))
  for (const [at, text] of texts.entries()) {
    const before = texts[at - 1]
    if (before && text.getBoundingClientRect().top < before.getBoundingClientRect().top - 30) {
      told.push(`“${text.textContent}” stands above “${before.textContent}”`)
    }
  }
  return told
}"""
"""Headings that skip a level, and texts that come after those they stand above."""


def _tab_to(page: Page, path: str, *, key: str = "Tab") -> None:
    """Press a key until a link of the main column to an address has the focus, and can be seen."""
    for _ in range(LONGEST):
        page.keyboard.press(key)
        focused = page.evaluate(
            """() => {
                const link = document.activeElement
                const style = getComputedStyle(link)
                const box = link.getBoundingClientRect()
                return {
                    url: link.closest("article, main") && link.href || "",
                    isVisible: link.matches(":focus-visible") && style.outlineStyle !== "none"
                        && parseFloat(style.outlineWidth) > 0,
                    isWithin: box.bottom > 0 && box.top < innerHeight,
                }
            }"""
        )
        if focused["url"].endswith(path):
            assert focused["isVisible"], f"the focus on {path} can't be seen"
            assert focused["isWithin"], f"{path} has the focus outside the window"
            return
    raise AssertionError(f"no way to {path} by {LONGEST} keystrokes")


def _heading(page: Page) -> str:
    return (page.locator("main h1").first.text_content() or "").replace("\u202f", " ")


@pytest.mark.parametrize(("width", "dark"), VIEWS)
def test_walk_by_keyboard(visitor: Visitor, width: int, dark: bool) -> None:
    """Home, talk, question, answer, member and topic are reached with Tab and Enter alone."""
    page = visitor.open(width=width, dark=dark)
    for path, heading in (
        ("interventions/le-juste-prix/", "Le juste prix"),
        ("questions/le-juste-prix/rabais/", "Faut-il accorder un rabais"),
    ):
        _tab_to(page, path)
        page.keyboard.press("Enter")
        expect(page.locator("main h1")).to_contain_text(heading)
    _tab_to(page, "#bruno_la-regle")
    # The theme notes where a reader is a tenth of a second after they moved. In whatever entry of
    # the history that falls, it leads there: who is quicker than that is led back.
    page.wait_for_function("() => Math.abs((history.state?.y ?? 0) - scrollY) < 1")
    # At the first step within a page the theme puts it, fetched anew, in place of itself: a link
    # that has the focus until then has lost it when Enter comes.
    former = page.locator("main").element_handle()
    page.keyboard.press("Enter")
    page.wait_for_function("main => !main.isConnected", arg=former)
    expect(page.locator("#bruno_la-regle")).to_be_in_viewport()
    _tab_to(page, "membres/bruno/", key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("Bruno Quéméner")
    _tab_to(page, "themes/marges/")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("Marges")


@pytest.mark.parametrize(("width", "dark"), VIEWS)
def test_walk_without_scripts(visitor: Visitor, width: int, dark: bool) -> None:
    """The same way is there for a browser that runs no script."""
    page = visitor.open(width=width, dark=dark, java_script_enabled=False)
    for link, heading in (
        ("interventions/le-juste-prix/", "Le juste prix"),
        ("questions/le-juste-prix/rabais/", "Faut-il accorder un rabais"),
        ("membres/bruno/", "Bruno Quéméner"),
        ("themes/marges/", "Marges"),
        ("interventions/le-juste-prix/", "Le juste prix"),
        ("imprimer/", "Le juste prix"),
    ):
        page.locator(f"main a[href$='{link}']").first.click()
        assert heading in (page.locator("main h1").first.text_content() or "")


def test_narrow_windows(visitor: Visitor) -> None:
    """No page is wider than its window, enlarged twice or four times, nor in disorder there.

    Who listens to a page hears it from the top of its only column down; of the headings, the first
    is that of the page, and none skips a level.
    """
    page = visitor.open(width=640)
    wrong = {}
    for kind, url in KINDS.items():
        visitor.visit(page, url)
        for width in (640, 320):
            page.set_viewport_size({"width": width, "height": 512})
            if (wide := page.evaluate("document.scrollingElement.scrollWidth")) > width:
                wrong[f"{kind}, {width}"] = wide
        if told := page.evaluate(DISORDER):
            wrong[kind] = told
    assert wrong == {}


def test_forced_colours(visitor: Visitor) -> None:
    """Where a reader's own colours are forced, what a colour tells is told by lines and words."""
    page = visitor.open("questions/la-mission-de-trop/refuser/", forced_colors="active")
    status = page.locator("main .forum-status").first
    expect(status).to_have_text("Avec synthèse")
    for part in (status, page.locator("main .md-button").first):
        assert part.evaluate("it => getComputedStyle(it).borderTopStyle") == "solid"


def test_reduced_motion(visitor: Visitor) -> None:
    """Nothing of a page moves for readers who asked that nothing move."""
    page = visitor.open("questions/le-juste-prix/rabais/")
    page.locator("main .md-button").first.hover()
    assert page.evaluate("document.getAnimations().map(it => it.animationName ?? '')") == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("width", [390, 1280])
def test_search(visitor: Visitor, width: int) -> None:
    """A word of an answer is found and leads to that answer."""
    page = visitor.open(width=width)
    page.keyboard.press("/")
    if width < 960:
        # There is no room for a field: the key leads to the page of the search.
        expect(page.locator("#forum_search_page input")).to_be_focused()
    page.keyboard.type("volume", delay=20)
    result = page.locator("a:is(.forum-search__option, .forum-hit a)[href*='#ana']").first
    expect(result).to_be_visible()
    result.press("Enter")
    page.wait_for_url(re.compile(r"questions/le-juste-prix/rabais/.*#ana"))
    expect(page.locator("#ana")).to_be_in_viewport()


def test_search_in_titles(visitor: Visitor) -> None:
    """A question is found by a word of its title that has an apostrophe."""
    page = visitor.open()
    page.keyboard.press("/")
    page.keyboard.type("n'explique", delay=20)
    result = page.locator(".forum-search__option[href*='questions/le-juste-prix/marge/']")
    expect(result.first).to_be_attached()


@pytest.mark.parametrize(
    "url",
    [
        *("", "questions/", "questions/le-juste-prix/rabais/", "questions/le-juste-prix/marge/"),
        *("interventions/le-juste-prix/", "editions/2024/", "membres/ana/", "themes/prix/"),
        *("contribuer/repondre/", "contribuer/proposer/", "contribuer/controles/"),
    ],
)
def test_skip_link(visitor: Visitor, url: str) -> None:
    """The first Tab offers to skip the furniture; Enter leads into the main column."""
    page = visitor.open(url)
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_visible()
    target = (skip.get_attribute("href") or "").partition("#")[2]
    page.keyboard.press("Enter")
    expect(page.locator(f"main [id='{target}']")).to_be_in_viewport()


def test_redirect(visitor: Visitor) -> None:
    """A former address leads to the page, that of an answer to the answer."""
    page = visitor.open()
    page.goto(f"{visitor.root}archives/clause/", wait_until="commit")
    page.wait_for_url(f"{visitor.root}questions/la-mission-de-trop/clause/#chloe")
    page.goto(f"{visitor.root}2024/juste-prix.html#compter", wait_until="commit")
    page.wait_for_url(f"{visitor.root}interventions/le-juste-prix/#compter")


def test_redirect_without_scripts(visitor: Visitor) -> None:
    """A former address leads to the page without scripts, too."""
    page = visitor.open(java_script_enabled=False)
    page.goto(f"{visitor.root}archives/le-prix/", wait_until="commit")
    page.wait_for_url(f"{visitor.root}interventions/le-juste-prix/")


PRINT = "interventions/le-juste-prix/imprimer/"


@pytest.mark.parametrize("scripts", [True, False])
def test_choice_of_what_to_print(visitor: Visitor, scripts: bool) -> None:
    """The talk is printed with its discussion or alone, as the reader chose."""
    page = visitor.open(PRINT, java_script_enabled=scripts)
    page.emulate_media(media="print")
    discussion = page.get_by_text("Jamais pour rien")
    expect(discussion).to_be_visible()
    page.emulate_media(media="screen")
    page.get_by_label("L’intervention seule").check()
    page.emulate_media(media="print")
    expect(discussion).to_be_hidden()
    expect(page.get_by_text("Nous avons longtemps vendu")).to_be_visible()
    expect(page.locator(".print-tools")).to_be_hidden()


def test_button_that_prints(visitor: Visitor) -> None:
    """A button does what the browser's command does; without scripts there is none."""
    page = visitor.open(PRINT)
    page.evaluate("() => { window.print = () => { document.title = 'Imprimé' } }")
    page.get_by_role("button", name="Imprimer").click()
    assert page.title() == "Imprimé"
    page = visitor.open(PRINT, java_script_enabled=False)
    expect(page.locator(".print-now")).to_be_hidden()


@pytest.mark.parametrize("url", [PRINT, "editions/2025/imprimer/", "editions/2025/actes/"])
def test_pdf(visitor: Visitor, url: str) -> None:
    """A document gives a PDF with pages, and the proceedings several."""
    pdf = visitor.open(url).pdf(prefer_css_page_size=True)
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert pages >= (3 if url.endswith("actes/") else 1)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        (PRINT, "voyez ci-dessus"),
        (PRINT, "Dix pour cent"),
        ("interventions/la-mission-de-trop/imprimer/", "Je dirais non au téléphone."),
        ("editions/2025/actes/", "Je dirais non au téléphone."),
    ],
)
def test_print_shows_what_is_folded(visitor: Visitor, url: str, words: str) -> None:
    """What is folded or stands behind a tab on the screen is on the paper."""
    page = visitor.open(url)
    page.emulate_media(media="print")
    expect(page.get_by_text(words)).to_be_visible()


@pytest.mark.parametrize("url", ["interventions/la-mission-de-trop/", "questions/"])
def test_printing_a_page_itself(visitor: Visitor, url: str) -> None:
    """Who prints the page instead of its document gets its text on paper, too."""
    page = visitor.open(url)
    page.emulate_media(media="print")
    expect(page.locator("h1:visible")).to_have_count(1)
    expect(page.locator(".md-header")).to_be_hidden()

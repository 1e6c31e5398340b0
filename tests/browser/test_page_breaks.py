"""Where pages end, wherever on a page something begins."""

import math
import re

import pytest

from mkdocs_forum.core.html.tree import read
from mkdocs_forum.core.printing.paper import on_paper
from tests.browser.everything import TALK
from tests.browser.print_engines import PrintEngines, bind
from tests.browser.printing import Expected, Printed, bad_type, faults, forsaken_heads, squeezed
from tests.sites import joined

pytestmark = pytest.mark.browser

PRINT = f"interventions/{TALK}/imprimer/"
SPACES = range(190, 242, 2)
"""Millimetres from the top of a page to where something begins near its foot."""

QUESTIONS = 25
"""Questions of a board on one page at the least."""

BOARDS = (
    *("", "membres/", "membres/solene-marchadier/", "interventions/", "questions/sans-reponse/"),
    *("editions/", "editions/2004/", "themes/", "themes/relation-client/", "a-propos/"),
    *("contribuer/", "contribuer/se-presenter/"),
)
"""Pages that have no document of their own for paper."""


def test_question_without_an_answer(engines: PrintEngines) -> None:
    """Its state and its code stand below its heading, not on the next page."""
    html = engines.site.page(PRINT)
    (question,) = re.findall(
        r'<section class="print-question print-question--short">.*?</section>', html, re.DOTALL
    )
    question = re.sub(r' id="[^"]*"', "", question)
    printed = Printed(bind(_spaced(html, question), PRINT, engines.site, engines.kept))
    begins = [page.lines[0] for page in printed.pages if page.lines]
    assert set(begins) == {"querépondreàquinedemanderien"}


HEADED = {
    "paragraph": "<h2>Titre</h2><h3>Sous-titre</h3><p>" + "mot " * 200 + "</p>",
    "table": f"<h3>Sous-titre</h3><table>{'<tr><td>mot</td></tr>' * 9}</table>",
    "list": f"<h3>Sous-titre</h3><ul>{'<li>mot</li>' * 9}</ul>",
}


@pytest.mark.parametrize(
    "piece",
    [
        *(pytest.param(piece, marks=pytest.mark.thorough) for piece in HEADED.values()),
        "",
    ],
    ids=[*HEADED, "question"],
)
def test_heads_in_firefox(engines: PrintEngines, piece: str) -> None:
    """Firefox, too, leaves no heading, no question and no byline behind."""
    html = engines.site.page(PRINT)
    asked = re.findall('<section class="print-question">.*?</section>', html, re.DOTALL)
    spaced = _spaced(html, re.sub(r' id="[^"]*"', "", piece or asked[0]))
    (engines.site.path / PRINT / "spaced.html").write_text(spaced, encoding="utf-8")
    printed = engines.print("firefox", f"{PRINT}spaced.html?{len(spaced)}")
    told = faults(printed, Expected(spaced.partition("<main")[2]), margins=False)
    assert [fault for fault in told if "ends with the head" in fault] == []
    assert [page.number for page in printed.pages if page.lines[-1:] == ["avecréponse"]] == []


@pytest.mark.parametrize(
    "words", [75, 115, *(pytest.param(words, marks=pytest.mark.thorough) for words in (55, 95))]
)
@pytest.mark.parametrize("engine", ["chromium", "weasyprint"])
def test_lines_of_a_paragraph(engines: PrintEngines, engine: str, words: int) -> None:
    """Three lines of a paragraph stay together, also of one that has but four or five."""
    body = on_paper(read(f"<p>{'moment ' * words}</p>"), str).text.html
    url = f"{PRINT}paragraphs-{words}.html"
    spaced = _spaced(engines.site.page(PRINT), body)
    (engines.site.path / url).write_text(spaced, encoding="utf-8")
    counts = {len(page.lines) for page in engines.print(engine, url).pages}
    assert counts & {1, 2} == set()


def _spaced(html: str, piece: str) -> str:
    """Give a page to print on which something begins ever nearer to the foot of a page."""
    spaced = "".join(
        f'<div style="break-before: page; height: {space}mm"></div>{piece}' for space in SPACES
    )
    return re.sub(
        r"(<main[^>]*>).*</main>", lambda main: f"{main[1]}{spaced}</main>", html, flags=re.DOTALL
    )


def test_list_of_questions(own_engines: PrintEngines) -> None:
    """On a printed board, each question stands with the talk that asks it, and many on a page."""
    pages = own_engines.print("chromium", "questions/").pages
    asked = own_engines.site.main("questions/").count('<article class="forum-row"')
    assert len(pages) == math.ceil(asked / QUESTIONS)
    # The year is the talk's, below the question.
    assert [page.number for page in pages if re.search(r"20\d\d", page.lines[0])] == []


def test_source(own_engines: PrintEngines) -> None:
    """Every kind of page says where it is from and as of when, and leaves no head behind."""
    for address in BOARDS:
        printed, main = own_engines.print("chromium", address), own_engines.site.main(address)
        source = squeezed(f"Source : https://forum.example.org/{address}, état du ")
        assert re.search(rf"{source}\d\w+20\d\d", printed.text), address
        heads = "".join(re.findall(r'<h2.*?</h2>|<h3 class="forum-row.*?</h3>', main, re.DOTALL))
        assert joined(forsaken_heads(printed, Expected(heads))) == "", address


@pytest.mark.parametrize("step", [5, pytest.param(1, marks=pytest.mark.thorough)])
def test_black_on_white(own_engines: PrintEngines, step: int) -> None:
    """Every kind of page is printed in type that can be read, from both palettes the same.

    None ends in an empty page, however little there is on it.
    """
    bright = {address: own_engines.print("chromium", address) for address in BOARDS}
    bad = [(address, fault) for address in BOARDS for fault in bad_type(bright[address])]
    assert bad == []
    assert [each for each in BOARDS if not all(page.lines for page in bright[each].pages)] == []
    for address in BOARDS[::step]:
        dark = own_engines.print("chromium, dark", address)
        assert dark.pictures == bright[address].pictures, address
    # Nobody presses a button on paper.
    assert "créermafiche" not in bright["membres/"].text
    assert "répondre" not in bright["questions/sans-reponse/"].text

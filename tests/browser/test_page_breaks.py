"""Where pages end, wherever on a page something begins."""

import math
import re
from collections.abc import Iterable
from random import Random

import pytest

from mkdocs_forum.core.html.tree import read
from mkdocs_forum.core.printing.paper import on_paper
from tests.browser.conftest import served
from tests.browser.everything import TALK
from tests.browser.print_engines import PrintEngines, bind
from tests.browser.printing import (
    FEWEST,
    Expected,
    Printed,
    bad_type,
    faults,
    forsaken_heads,
    squeezed,
    used_heights,
)
from tests.conftest import Workshop
from tests.sites import configuration, joined
from tests.small import SMALL

pytestmark = pytest.mark.browser

PRINT = f"interventions/{TALK}/imprimer/"
SPACES = range(190, 242, 2)
"""Millimetres from the top of a page to where something begins near its foot."""

PRINTED = ("interventions/*/imprimer", "editions/*/actes")
"""Where the documents of a forum stand."""
FILLED = 0.8
"""How much of the height of its pages a forum uses at the least, in the mean."""
SHORT_FILLED = 0.75
"""The same of an edition whose talks are short."""

QUESTIONS = 25
"""Questions of a board on one page at the least."""

FRONTS = 4
"""Pages of proceedings before the contents."""

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


ASKED = (
    '<section class="print-question print-question--short print-question--listed">'
    '<div class="print-asked"><h4>Demande</h4>'
    '<p class="print-byline print-state">Avec réponse</p></div></section>'
)


@pytest.mark.parametrize("engine", ["chromium", "weasyprint"])
def test_talk_of_a_programme(engines: PrintEngines, engine: str) -> None:
    """A talk stands with its first question; the next ones may begin a page."""
    head = '<h3>Titre</h3><p class="print-byline">Nom</p><p class="print-summary">Propos</p>'
    talk = f'<section class="print-programme">{head}{ASKED * 3}</section>'
    url = f"{PRINT}programme.html"
    spaced = _spaced(engines.site.page(PRINT), talk)
    (engines.site.path / url).write_text(spaced, encoding="utf-8")
    pages = [page.lines for page in engines.print(engine, url).pages if page.lines]
    assert {lines[0] for lines in pages} == {"titre", "demande"}
    assert min(len(lines) for lines in pages if lines[0] == "titre") == len(
        ["titre", "nom", "propos", "demande", "avecréponse"]
    )


@pytest.mark.parametrize("entry", ["mot", "nom<ul><li>lieu</li></ul>"], ids=["flat", "nested"])
@pytest.mark.parametrize("engine", ["chromium", "weasyprint"])
def test_entries_of_an_index(engines: PrintEngines, engine: str, entry: str) -> None:
    """Two entries stand with the heading of an index, and no page has but a few lines of it."""
    items = f"<li>{entry}</li>" * 9
    url = f"{PRINT}index-{len(entry)}.html"
    index = f'<section class="print-index"><h1>Index</h1><ul>{items}</ul></section>'
    spaced = _spaced(engines.site.page(PRINT), index)
    (engines.site.path / url).write_text(spaced, encoding="utf-8")
    pages = [page.lines for page in engines.print(engine, url).pages if page.lines]
    assert {lines[0] for lines in pages} > {"index"}
    lines = entry.count("<li>") + 1
    assert min(len(page) for page in pages if page[0] == "index") > 2 * lines
    assert min(len(page) for page in pages if page[0] != "index") >= FEWEST


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
    fonts = (font for address in BOARDS for font in bright[address].fonts)
    assert [font for font in fonts if "Serif" not in font and "Mono" not in font] == []
    assert [each for each in BOARDS if not all(page.lines for page in bright[each].pages)] == []
    for address in BOARDS[::step]:
        dark = own_engines.print("chromium, dark", address)
        assert dark.pictures == bright[address].pictures, address
    # Nobody presses a button on paper.
    assert "créermafiche" not in bright["membres/"].text
    assert "répondre" not in bright["questions/sans-reponse/"].text


ENGINES = ["chromium", pytest.param("weasyprint", marks=pytest.mark.thorough)]


@pytest.mark.parametrize(
    ("engine", "step"),
    [
        ("chromium", 4),
        pytest.param("chromium", 1, marks=pytest.mark.thorough),
        pytest.param("weasyprint", 1, marks=pytest.mark.thorough),
    ],
)
@pytest.mark.parametrize("choice", ["all", pytest.param("large", marks=pytest.mark.thorough)])
def test_pages_are_filled(own_engines: PrintEngines, engine: str, step: int, choice: str) -> None:
    """What is printed of the talks and the editions of a forum leaves little paper empty."""
    found = (own_engines.site.path.glob(f"{kind}/index.html") for kind in PRINTED)
    pages = [path for paths in found for path in sorted(paths)[::step]]
    urls = [f"{path.parent.relative_to(own_engines.site.path)}/" for path in pages]
    heights = _heights(own_engines.print(engine, url, choice) for url in urls)
    assert len(heights) > 2 * len(urls) > 10
    assert sum(heights) / len(heights) >= FILLED


@pytest.mark.parametrize("engine", ENGINES)
def test_short_talks_fill_pages(engines: PrintEngines, workshop: Workshop, engine: str) -> None:
    """Of an edition with 52 short talks, these run on: no page is left half empty for the next."""
    site = workshop.write(SMALL, _short_talks(51)).build()
    with served(site) as root:
        printed = PrintEngines(site, root, engines.kept, engines.browser, engines.firefox).print(
            engine, "editions/2024/actes/"
        )
    heights = _heights([printed])
    assert len(heights) < 52
    assert sum(heights) / len(heights) >= SHORT_FILLED
    assert [height for height in heights[FRONTS:-1] if height < 0.5] == []


def _heights(documents: Iterable[Printed]) -> list[float]:
    return [height for printed in documents for height in used_heights(printed)]


def _short_talks(count: int) -> dict[str, str]:
    """Give the files of talks of one to four paragraphs, of which some were answered."""
    words, files = Random(1), {}
    for number in range(count):
        body = "\n\n".join(
            " ".join(["Nous en parlons ensemble."] * words.randint(3, 14))
            for _ in range(words.randint(1, 4))
        )
        files[f"docs/interventions/court-{number}.md"] = (
            f"---\ntitle: Propos court {number}\nedition: 2024\nspeakers: ana\n---\n\n{body}\n\n"
            "## Questions\n\n- Qu'en dites-vous ? {#dire}\n"
        )
        if number % 3 == 0:
            answer = f"---\ndate: 2024-11-02\n---\n\n{body}\n"
            files[f"docs/reponses/court-{number}/dire/bob.md"] = answer
    return {**files, "mkdocs.yml": configuration(forum={"search": False})}

"""Where pages end, wherever on a page something begins."""

import re

import pytest

from tests.browser.everything import TALK
from tests.browser.presses import Presses, bind
from tests.browser.printing import Printed

pytestmark = pytest.mark.browser

PRINT = f"interventions/{TALK}/imprimer/"
SPACES = range(190, 242, 2)
"""Millimetres from the top of a page to where something begins near its foot."""

BOARDS = (
    *("", "membres/", "membres/solene-marchadier/", "interventions/", "questions/sans-reponse/"),
    *("editions/", "editions/2004/", "themes/", "themes/relation-client/", "a-propos/"),
    *("contribuer/", "contribuer/se-presenter/"),
)
"""Pages that have no document of their own for paper."""


def test_question_without_an_answer(presses: Presses) -> None:
    """Its state and its code stand below its heading, not on the next page."""
    html = presses.site.page(PRINT)
    (question,) = re.findall(
        r'<section class="print-question print-question--short">.*?</section>', html, re.DOTALL
    )
    question = re.sub(r' id="[^"]*"', "", question)
    spaced = "".join(
        f'<div style="break-before: page; height: {space}mm"></div>{question}' for space in SPACES
    )
    html = re.sub(r"(<main[^>]*>).*</main>", rf"\g<1>{spaced}</main>", html, flags=re.DOTALL)
    printed = Printed(bind(html, PRINT, presses.site, presses.shelf))
    begins = [page.lines[0] for page in printed.pages if page.lines]
    assert set(begins) == {"querépondreàquinedemanderien"}


def test_list_of_questions(own_presses: Presses) -> None:
    """On a printed board, each question stands on one page with the talk that asks it."""
    pages = own_presses.print("chromium", "questions/").pages
    assert len(pages) > 3
    talks = [re.search(r"\d{4}$", page.lines[-1]) for page in pages]
    assert None not in talks


def test_no_blank_page(own_presses: Presses) -> None:
    """No kind of page ends in an empty one, however little there is on it."""
    blank = [
        address
        for address in BOARDS
        if any(not page.lines for page in own_presses.print("chromium", address).pages)
    ]
    assert blank == []

"""The checks of what is printed: each finds the fault that it is there for."""

import re
from pathlib import Path

import pytest

from tests.browser.print_engines import bind
from tests.browser.printing import Expected, Printed, faults, whole
from tests.sites import Site

pytestmark = pytest.mark.browser

URL = "interventions/le-juste-prix/imprimer/"


def _styled(rule: str) -> tuple[str, str]:
    return "</head>", f"<style>{rule}</style></head>"


MUTATIONS: dict[str, tuple[str, str, str]] = {
    "answers swapped": (
        r'(<div class="print-answer">.*?)(<div class="print-answer">.*?)(</div>\s*</section>)',
        r"\2\1\3",
        "is missing after",
    ),
    "note dropped": (r'<li class="print-note print-not-sheet">.*?</li>', "", "isn't told"),
    "folded text hidden": (r'class="admonition note"', 'style="display:none"', "is missing after"),
    "no number of the page": (r"@bottom-right\{.*?\}", "", "doesn't say"),
    "letters shrunk": (*_styled("td{font-size:5pt!important}"), "has 5.0 pt"),
    "head forsaken": (
        *_styled(".print-text>h2{break-after:page}"),
        "ends with the head",
    ),
    "head torn": (
        *_styled(
            ".print-byline{break-inside:auto!important}.print-byline strong{display:block;"
            "break-after:page}"
        ),
        "ends within the head",
    ),
    "one line of an answer": (
        r'(<p class="print-byline" [^>]*>(?:(?!</p>).)*</p>\s*'
        r'(?:<p class="[^"]*print-byline">[^\n]*\s*)*<p>)(\S+ \S+ )',
        r'\1\2</p><p style="break-before:page">',
        "has one line below",
    ),
    "last item alone": (*_styled("li:last-child{break-before:page!important}"), "last item"),
    "addresses alone": (*_styled(".print-notes{break-before:page!important}"), "but addresses"),
    "pale": (*_styled("td{color:#767676!important}"), "has a contrast of"),
    "cut off": (*_styled("h1{white-space:nowrap;font-size:70pt!important}"), "runs off"),
    "picture in the margin": (
        *_styled(".print-code{position:absolute;inset-block-start:240mm}"),
        "stands in the margin below",
    ),
    "rule in the margin": (
        *_styled(".print-head{margin-inline-end:-80mm!important}"),
        "stands in the margin beside",
    ),
    "menu printed": (*_styled(".print-tools{display:block!important}"), "is printed"),
    "empty page": (*_styled(".print-kicker{break-after:page}"), "lines"),
}
"""What is done to a document, and what the checks have to say."""


def test_checks_are_silent(site: Site, tmp_path: Path) -> None:
    """Of a document as it is, nothing is told."""
    printed = Printed(bind(site.page(URL), URL, site, tmp_path))
    assert faults(printed, Expected(whole(site.main(URL)))) == []


@pytest.mark.parametrize(("old", "new", "told"), MUTATIONS.values(), ids=MUTATIONS)
def test_checks_find(site: Site, tmp_path: Path, old: str, new: str, told: str) -> None:
    """A document with one fault is told to have it."""
    html = re.sub(old, new, site.page(URL), count=1, flags=re.DOTALL)
    printed = Printed(bind(html, URL, site, tmp_path))
    found = faults(printed, Expected(whole(site.main(URL))))
    assert [fault for fault in found if told in fault] != [], found

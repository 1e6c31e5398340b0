"""Every kind of page against the rules of axe-core, in the main column, which is ours."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor
from tests.browser.pages import KINDS
from tests.sites import joined

pytestmark = pytest.mark.browser

AXE = files("axe_playwright_python").joinpath("axe.min.js")


def violations(page: Page, part: str = "main") -> Iterator[str]:
    """Tell each fault in a part of a page: the rule, its element and what is wrong with it."""
    # Read once for each document, it is translated by the time of its second run.
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(
        """part => axe.run(
            { include: [[part]], exclude: [[".md-sidebar"]] },
            { resultTypes: ["violations"] }
        )""",
        part,
    )
    for violation in found["violations"]:
        for node in violation["nodes"]:
            told = (node["failureSummary"] or "").split("\n")[-1].strip()
            yield f"{violation['id']}: {node['html'][:120]}: {told}"


def _views() -> Iterator[object]:
    """Give each kind of page in a narrow dark window and a wide light one; a run takes turns."""
    for number, kind in enumerate(KINDS):
        for is_light, view in enumerate([(390, True), (1280, False)]):
            marks = pytest.mark.thorough if (number + is_light) % 2 else ()
            yield pytest.param(
                kind, *view, marks=marks, id=f"{kind}-{'light' if is_light else 'dark'}"
            )


# Each width and each palette once: what depends on both is rare.
@pytest.mark.parametrize(("kind", "width", "dark"), list(_views()))
def test_accessibility(visitor: Visitor, kind: str, width: int, dark: bool) -> None:
    """No page breaks a rule, in a narrow dark window or a wide light one."""
    page = visitor.open(KINDS[kind], width=width, dark=dark)
    if page.locator("[data-md-color-scheme]").count():
        scheme = page.locator("body").get_attribute("data-md-color-scheme")
        assert scheme == ("slate" if dark else "default")
    assert joined(sorted(violations(page))) == ""

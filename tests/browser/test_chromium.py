"""Tests use pages one after another, and none finds what another one left."""

import pytest

from tests.browser.chromium import Chromium

pytestmark = pytest.mark.browser

LEAVE = """async () => {
    document.cookie = "left=1"
    localStorage.setItem("left", 1)
    sessionStorage.setItem("left", 1)
    addEventListener("pagehide", () => localStorage.setItem("later", 1))
    await new Promise(done => indexedDB.open("left").onsuccess = done)
}"""
FIND = """async () => [
    document.cookie,
    localStorage.getItem("left"),
    localStorage.getItem("later"),
    sessionStorage.getItem("left"),
    (await indexedDB.databases()).map(({ name }) => name).filter(name => name === "left").join(),
    matchMedia("print").matches,
    innerWidth,
    document.querySelectorAll(":hover").length,
    "left" in window,
]"""


def test_nothing_is_left(browser: Chromium, root: str) -> None:
    """A page that is used again has neither what a site kept, nor what a test set in it."""
    with browser.page(root, locale="en") as page:
        page.goto(root)
        fresh = page.evaluate(FIND)
        page.evaluate(LEAVE)
        page.set_viewport_size({"width": 320, "height": 320})
        page.emulate_media(media="print")
        page.mouse.move(90, 90)
        page.context.new_page()
        page.route("**/*", lambda route: route.abort())
        page.context.route("**/*", lambda route: route.abort())
        assert page.evaluate(FIND) != fresh
    with browser.page(root, locale="en") as again:
        assert again == page
        assert (again.url, again.context.pages) == ("about:blank", [again])
        again.goto(root)
        assert again.evaluate(FIND) == fresh


def test_script_of_a_page(browser: Chromium, root: str) -> None:
    """A script runs in the pages that were asked for with it, and in no other."""
    for script, kind in (("window.left = 1", "number"), ("", "undefined")) * 2:
        with browser.page(root, script=script, locale="en") as page:
            page.goto(root)
            assert page.evaluate("() => typeof window.left") == kind

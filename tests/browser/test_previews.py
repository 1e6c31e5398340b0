"""The preview of a proposal in a browser: whatever got into its pages, nothing of it runs."""

from pathlib import Path

import pytest

from mkdocs_forum.core.proposals.previews import arrange
from tests.browser.chromium import Chromium
from tests.browser.conftest import served
from tests.sites import Site, write

pytestmark = pytest.mark.browser

PAGE = """<!doctype html>
<html lang="fr">
  <head>
    <title>a</title>
    <script>localStorage.setItem("eve", "inline")</script>
    <script src="eve.js"></script>
  </head>
  <body>
    <img src="nowhere.png" onerror="localStorage.setItem('eve', 'event')">
    <a href="javascript:localStorage.setItem('eve','link')">a</a>
    <iframe src="javascript:parent.localStorage.setItem('eve','frame')"></iframe>
    <form action="https://evil.example/"><button>b</button></form>
"""


@pytest.mark.parametrize("is_arranged", [True, False], ids=["preview", "as built"])
def test_nothing_runs(browser: Chromium, tmp_path: Path, is_arranged: bool) -> None:
    """A page that holds attacks writes nothing into the browser, once it is a preview."""
    files = {"index.html": PAGE, "eve.js": "localStorage.setItem('eve', 'file')"}
    site = write(tmp_path / "site", files)
    folder = tmp_path / "previews"
    folder.mkdir()
    if is_arranged:
        arrange(site, 7, [7], folder)
    else:
        site.rename(folder / "pr-7")
    with served(Site(folder)) as root, browser.page(root) as page:
        page.goto(f"{root}pr-7/")
        page.locator("a").click()
        kept = page.evaluate("localStorage.getItem('eve')")
    assert (kept is None) is is_arranged

"""The modules of the forms, run in a browser as a page of the site would run them."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page, Route

from mkdocs_forum.core.pages.assets import SCRIPTS
from mkdocs_forum.core.pages.assets import modules as sources
from tests.browser.chromium import Chromium

ROOT = "http://forum.example.org/"
_START = f"""async () => {{
  const names = ["rules", "questions", "texts", "breaks", "lists", "pasting", "paragraphs"]
  const loading = names.map(name => import(`{ROOT}{SCRIPTS}${{name}}.js`))
  window.forum = Object.assign({{}}, ...(await Promise.all(loading)))
}}"""
_CALL = """([name, written, calls]) => {
  const book = forum.readRulebook(written)
  return Promise.all(calls.map(call => forum[name](...(book === null ? [] : [book]), ...call)))
}"""


class Modules:
    """A page in which the modules are loaded."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def call(self, name: str, book: Any, calls: Sequence[Sequence[Any]]) -> list[Any]:
        """Call a function once for each list of arguments, with a rulebook if it takes one."""
        found: list[Any] = self.page.evaluate(_CALL, [name, json.dumps(book), list(calls)])
        return found


@contextmanager
def modules(browser: Chromium) -> Iterator[Modules]:
    """Load the modules into an empty page of a site."""
    served = {f"{ROOT}assets/forum/{path}": text for path, text in sources().items()}

    def answer(route: Route) -> None:
        url = route.request.url
        kind = "text/javascript" if url.endswith(".js") else "text/html"
        route.fulfill(body=served.get(url, ""), content_type=kind)

    with browser.page(ROOT) as page:
        page.route("**/*", answer)
        page.goto(ROOT)
        page.evaluate(_START)
        yield Modules(page)

"""Counts the readers who find what they look for, and the bytes of their first query.

usage: python -m benchmarks.search [SITE] [--queries FILE]

Each query of `queries.toml` is sought in the site's own search, in Chromium.
"""

import argparse
import os
import tomllib
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from threading import Thread
from typing import Final

from playwright.sync_api import Browser, Page, Route, sync_playwright

SOURCES: Final = Path(__file__).parents[1] / "plugins/mkdocs_forum/assets/js"
"""Folder of the modules: what is published is one file without exports."""
QUERIES: Final = Path(__file__).with_name("queries.toml")
NOTHING: Final = 1000
"""Rank of a page where nothing was found at all."""
MISSED: Final = 100
"""Rank of a page that isn't among the first ten."""
FIND: Final = """async ([root, queries]) => {
    const { SearchIndex } = await import(`${root}sources/search-index.js`)
    const load = async name => (await fetch(`${root}assets/forum/search/${name}`)).text()
    const index = await new SearchIndex(load).open()
    const found = []
    for (const query of queries) {
        const { hits } = await index.find(query)
        const records = await index.records(hits, 10)
        found.push(records.map(({ url }) => url.split("#")[0]))
    }
    return found
}"""


def ranks(browser: Browser, root: str, queries: Path = QUERIES) -> dict[str, int]:
    """Give the rank of the page that each reader looks for.

    Arguments:
        browser: Runs the search.
        root: Address of the site.
        queries: What they type, and the page of each.
    """
    kinds = tomllib.loads(queries.read_text(encoding="utf-8"))
    wanted = {query: url for kind in kinds.values() for query, url in kind.items()}
    page = _page(browser, root)
    found = page.evaluate(FIND, [root, list(wanted)])
    page.close()
    pairs = zip(wanted.items(), found, strict=True)
    return {query: _rank(url, urls) for (query, url), urls in pairs}


def _page(browser: Browser, root: str) -> Page:
    """Open a page of the site that can import the modules of the search."""
    page = browser.new_page()

    def answer(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        route.fulfill(path=SOURCES / name, content_type="text/javascript")

    page.route(f"{root}sources/*.js", answer)
    page.goto(f"{root}404.html")
    return page


def _rank(url: str, found: list[str]) -> int:
    if not found:
        return NOTHING
    return found.index(url) + 1 if url in found else MISSED


def first_query(browser: Browser, root: str, query: str) -> int:
    """Give the bytes, uncompressed, that a reader's first query asks for."""
    page = _page(browser, root)
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.evaluate(FIND, [root, [query]])
    page.close()
    return sum(sizes)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def main() -> None:
    """Tell the ranks and the bytes of a site."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--queries", type=Path, default=QUERIES)
    arguments = parser.parse_args()
    handler = partial(_Quiet, directory=str(arguments.site))
    path = os.environ.get("FORUM_CHROMIUM") or which("chromium")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}/"
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        found = ranks(browser, root, arguments.queries)
        for query, rank in sorted(found.items(), key=lambda item: item[1]):
            print(f"{rank:5} {query}")
        counts = [sum(rank <= most for rank in found.values()) for most in (1, 3)]
        nothing = sum(rank == NOTHING for rank in found.values())
        size = first_query(browser, root, next(iter(found)))
        print(f"{len(found)} queries: {counts[0]} first, {counts[1]} among the first three,")
        print(f"{nothing} without any; {size / 1000:.0f} kB for a first query")
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()

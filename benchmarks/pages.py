"""Weighs what a reader's first visit asks for, and lets Lighthouse judge the pages.

usage: python -m benchmarks.pages [SITE] [--lighthouse] [--plain] [--runs N] [--pages NAME …]

Each kind of page of the French forum is opened in Chromium with an empty cache, on a telephone,
from a server that compresses as hosts do (gzip, level 6). `--lighthouse` calls the program
`lighthouse` (npm) `--runs` times for each and gives the medians, as of a telephone with a slow
processor and network; `--plain` lets the server compress nothing.
"""

import argparse
import gzip
import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any, BinaryIO, Final, NamedTuple

from playwright.sync_api import Browser, sync_playwright

PAGES: Final = {
    "home": "",
    "talk": "interventions/la-relation-de-confiance/",
    "question": "questions/la-relation-de-confiance/valeur-ajoutee/",
    "list": "questions/",
    "form": "contribuer/repondre/?question=la-relation-de-confiance/satisfaire-tous",
}
"""A page of each kind that readers meet."""
TEXTS: Final = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".webmanifest")
"""Ends of the names that hosts compress."""
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
METRICS: Final = {
    "largest-contentful-paint": "LCP ms",
    "total-blocking-time": "TBT ms",
    "cumulative-layout-shift": "CLS",
}
"""What the score of performance is made of, beside the first paint, much as the largest."""


class Weight(NamedTuple):
    """What a first visit asks for."""

    requests: int
    sent: int
    """Bytes over the network, without headers."""
    whole: int
    """Bytes before they were compressed."""
    elements: int
    """Elements of the page."""


class _Plain(SimpleHTTPRequestHandler):
    """Serves files as they are."""

    protocol_version = "HTTP/1.1"  # Hosts keep connections.

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


class _Compressing(_Plain):
    """Serves files as a host does that compresses texts."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if file.suffix not in TEXTS or not file.is_file():
            return super().send_head()
        data = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)


@contextmanager
def served(site: Path, *, plain: bool) -> Iterator[str]:
    """Give the address of a site while it is served."""
    handler = partial(_Plain if plain else _Compressing, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def weigh(browser: Browser, url: str) -> Weight:
    """Weigh the first visit of a page, until nothing more is asked for."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    sent: list[float] = []
    session.on("Network.dataReceived", lambda told: sent.append(told["encodedDataLength"]))
    session.send("Network.enable")
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    page.goto(url, wait_until="networkidle")
    elements = page.evaluate("document.querySelectorAll('*').length")
    context.close()
    return Weight(len(sizes), round(sum(sent)), sum(sizes), elements)


def judge(program: str, url: str, browser: str) -> dict[str, float]:
    """Give the scores of a page, of 100, and its metrics, as Lighthouse finds them once."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "report.json")
        flags = "--headless=new --no-sandbox --disable-background-networking"
        subprocess.run(
            [
                *(program, url, "--quiet", "--output=json", f"--output-path={path}"),
                *(f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"),
            ],
            env={**os.environ, "CHROME_PATH": browser},
            check=True,
        )
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    scores = {name: 100 * found["categories"][name]["score"] for name in CATEGORIES}
    metrics = {told: found["audits"][name]["numericValue"] for name, told in METRICS.items()}
    return {**scores, **metrics}


def medians(runs: Sequence[dict[str, float]]) -> dict[str, float]:
    """Give the median of each figure."""
    return {name: median(run[name] for run in runs) for name in runs[0]}


def main() -> None:
    """Tell the figures of each kind of page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--lighthouse", action="store_true")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pages", nargs="+", choices=PAGES, default=list(PAGES))
    arguments = parser.parse_args()
    browser = os.environ.get("FORUM_CHROMIUM") or which("chromium")
    if not browser:
        parser.error("no browser: let FORUM_CHROMIUM name one")
    program = which("lighthouse")
    if arguments.lighthouse and not program:
        parser.error("`npm install --global lighthouse` brings the program")
    with served(arguments.site, plain=arguments.plain) as root:
        urls = {name: root + PAGES[name] for name in arguments.pages}
        _tell_weights(urls, browser)
        if arguments.lighthouse and program:
            _tell_scores(urls, program, browser, arguments.runs)


def _tell_weights(urls: dict[str, str], path: str) -> None:
    print(
        "| page | requests | sent kB | whole kB | elements |\n| --- | ---: | ---: | ---: | ---: |"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, url in urls.items():
            found = weigh(browser, url)
            sizes = f"{found.sent / 1000:.1f} | {found.whole / 1000:.1f}"
            print(f"| {name} | {found.requests} | {sizes} | {found.elements} |")
        browser.close()


def _tell_scores(urls: dict[str, str], program: str, browser: str, runs: int) -> None:
    print(f"| page | {' | '.join((*CATEGORIES, *METRICS.values()))} |")
    print("| --- |" + " ---: |" * (len(CATEGORIES) + len(METRICS)))
    for name, url in urls.items():
        found = medians([judge(program, url, browser) for _ in range(runs)])
        figures = " | ".join(f"{figure:.3g}" for figure in found.values())
        print(f"| {name} | {figures} |", flush=True)


if __name__ == "__main__":
    main()

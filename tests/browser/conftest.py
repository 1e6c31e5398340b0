"""A browser on the fixture forum, which watches what each page does."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import which
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page, Response, expect, sync_playwright

from tests.browser.chromium import Chromium, hearing
from tests.browser.everything import write_everything
from tests.browser.firefox import Firefox, running_firefox
from tests.browser.print_engines import PrintEngines
from tests.sites import Site, build_site

PATIENCE = 30_000
"""Milliseconds after which something in a browser counts as missing, on a busy machine too."""

expect.set_options(timeout=PATIENCE)


class Quiet(SimpleHTTPRequestHandler):
    """Serves a site as hosts do."""

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""

    def send_error(self, code: int, *_: object, **__: object) -> None:
        """Show the site's own page where nothing is found."""
        self.send_page(code, Path(self.directory, "404.html").read_bytes())

    def send_page(self, code: int, body: bytes) -> None:
        """Send a page."""
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(site: Site, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve a site; give its address, which ends in `/`."""
    serving = partial(handler, directory=str(site.path))
    with ThreadingHTTPServer(("127.0.0.1", 0), serving) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            # Also where a test fails: a thread whose socket is closed would run round and round.
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def root(site: Site) -> Iterator[str]:
    """Give the address of the fixture forum."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def own_root(own_site: Site) -> Iterator[str]:
    """Give the address of the repository's own forum."""
    with served(own_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Chromium]:
    """Start Chromium: the one that `FORUM_CHROMIUM` names, one in the path, or Playwright's own."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("FORUM_CHROMIUM") or next(filter(None, map(which, names)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield Chromium(browser)
        browser.close()


@pytest.fixture(scope="session")
def stack() -> Iterator[ExitStack]:
    """Give a place for what runs until the last test."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture(scope="session")
def engines(
    browser: Chromium, stack: ExitStack, tmp_path_factory: pytest.TempPathFactory
) -> PrintEngines:
    """Build the forum of the talk that has everything, and give what prints it."""
    folder = write_everything(tmp_path_factory.mktemp("everything"))
    site = build_site(folder, folder / "site", strict=True)
    root = stack.enter_context(served(site))

    @cache
    def firefox() -> Firefox:
        return stack.enter_context(running_firefox(tmp_path_factory.mktemp("firefox")))

    return PrintEngines(site, root, tmp_path_factory.mktemp("kept"), browser, firefox)


@pytest.fixture(scope="session")
def own_engines(
    own_site: Site,
    own_root: str,
    engines: PrintEngines,
    tmp_path_factory: pytest.TempPathFactory,
) -> PrintEngines:
    """Give what prints the repository's own forum."""
    kept = tmp_path_factory.mktemp("own-kept")
    return PrintEngines(own_site, own_root, kept, engines.browser, engines.firefox)


class Visitor:
    """Opens pages as one reader has set their browser, and notes what goes wrong on them."""

    def __init__(self, browser: Chromium, root: str) -> None:
        self.root = root
        """Address of the site's root."""
        self.faults: list[str] = []
        """Errors of scripts and requests that left the site."""
        self._browser = browser
        self._pages = ExitStack()

    def open(self, url: str = "", *, width: int = 1280, dark: bool = False, **options: Any) -> Page:
        """Open a page of the site in a new window."""
        window = self._browser.page(
            self.root,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale="fr-FR",
            **options,
        )
        page = self._pages.enter_context(window)
        page.set_default_timeout(PATIENCE)
        self._pages.enter_context(
            hearing(
                page,
                console=self._hear,
                pageerror=lambda error: self.faults.append(str(error)),
                request=lambda request: self._see(request.url),
                response=self._get,
            )
        )
        self.visit(page, url)
        return page

    def visit(self, page: Page, url: str) -> None:
        """Go to a page of the site."""
        response = page.goto(self.root + url, wait_until="load")
        assert response is None or response.ok, url

    def close(self) -> None:
        """Close all windows."""
        self._pages.close()

    def _hear(self, message: ConsoleMessage) -> None:
        # What can't be loaded is told by its address, below.
        if message.type in {"error", "warning"} and "Failed to load" not in message.text:
            self.faults.append(f"{message.type}: {message.text}")

    def _get(self, response: Response) -> None:
        if not response.ok and response.status != 304:
            self.faults.append(f"{response.status}: {response.url}")

    def _see(self, url: str) -> None:
        if not url.startswith((self.root, "data:", "blob:", "mailto:")):
            self.faults.append(f"request: {url}")


@pytest.fixture
def visitor(browser: Chromium, root: str) -> Iterator[Visitor]:
    """Give a visitor; whatever goes wrong on the pages it opens makes the test fail."""
    visitor = Visitor(browser, root)
    yield visitor
    visitor.close()
    assert visitor.faults == []


@pytest.fixture
def own_visitor(browser: Chromium, own_root: str) -> Iterator[Visitor]:
    """Give a visitor of the repository's own forum."""
    visitor = Visitor(browser, own_root)
    yield visitor
    visitor.close()
    assert visitor.faults == []

"""Chromium, whose pages the tests of a worker use one after another."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

KEPT = "cookies,indexeddb,local_storage"
"""What sites keep in the browser, beside its cache; "all" would empty this, too."""
MOST = 8
"""Pages that are held for further tests; each is a process."""


@contextmanager
def hearing(place: Any, **told: Callable[[Any], None]) -> Iterator[None]:
    """Hear for a while of what happens in a page or a context, by the names of its events."""
    for event, hear in told.items():
        place.on(event, hear)
    yield
    for event, hear in told.items():
        place.remove_listener(event, hear)


class Chromium:
    """Opens pages for readers who were never on the site.

    A page of its own for each test takes three times the time of the processor: a process starts
    for it, which reads and translates all scripts and styles of the site anew. So a page is used
    again once it is empty and what the site kept there is gone; the cache stays.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        """The browser itself, for what wants a context that nobody used before."""
        self._idle: list[tuple[str, Page]] = []

    @contextmanager
    def page(self, origin: str, *, script: str = "", **options: Any) -> Iterator[Page]:
        """Give an empty page, and close all that it opened.

        Whoever hears of what happens in it ceases to do so before, as in `hearing`.

        Arguments:
            origin: Address of the site; of what it kept in the browser nothing is left.
            script: Runs in each document before its own.
            options: What `Browser.new_context` takes; pages that are open at once share nothing.
        """
        key = repr((script, sorted(options.items())))
        page = self._take(key) or self._new(script, options)
        size = page.viewport_size
        session = page.context.new_cdp_session(page)
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": KEPT})
        session.detach()
        yield page
        page.context.unroute_all()
        page.unroute_all()
        for opened in page.context.pages:
            if opened != page:
                opened.close()
        # What is left writes down what was begun: it is gone before the next one comes.
        page.goto("about:blank")
        page.emulate_media(media="null")
        if size and page.viewport_size != size:
            page.set_viewport_size(size)
        self._idle.append((key, page))
        if len(self._idle) > MOST:
            self._idle.pop(0)[1].context.close()

    def _take(self, key: str) -> Page | None:
        number = next((n for n, (other, _) in enumerate(self._idle) if other == key), None)
        return None if number is None else self._idle.pop(number)[1]

    def _new(self, script: str, options: dict[str, Any]) -> Page:
        page = self.browser.new_context(**options).new_page()
        if script:
            page.add_init_script(script)
        return page

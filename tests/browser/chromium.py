"""Chromium, whose contexts the tests of a worker use one after another."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

KEPT = "cookies,indexeddb,local_storage"
"""What sites keep in the browser, beside its cache; "all" would empty this, too."""


class Chromium:
    """Opens pages for readers who were never on the site.

    A context of its own for each page takes twice the time of the processor: a process starts for
    it, which reads and translates all scripts and styles of the site anew. So a context is used
    again once its page is closed and what the site kept there is gone; its cache stays.
    """

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        """The browser itself, for what wants a context that nobody used before."""
        self._free: defaultdict[str, list[BrowserContext]] = defaultdict(list)

    @contextmanager
    def page(self, origin: str, **options: Any) -> Iterator[Page]:
        """Give an empty page, and close it with all that it opened.

        Arguments:
            origin: Address of the site; of what it kept in the browser nothing is left.
            options: What `Browser.new_context` takes; pages that are open at once share nothing.
        """
        free = self._free[repr(sorted(options.items()))]
        context = free.pop() if free else self.browser.new_context(**options)
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": KEPT})
        session.detach()
        yield page
        context.unroute_all()
        for opened in context.pages:
            opened.close()
        free.append(context)

"""The three engines that print a site: Chromium, Firefox, WeasyPrint."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import expect

from mkdocs_forum.core.printing.pdf.weasyprint_engine import WeasyPrint
from mkdocs_forum.core.printing.pdf.writer import PdfSource, PdfWriter
from mkdocs_forum.core.printing.scopes import chosen
from tests.browser.chromium import Chromium
from tests.browser.firefox import Firefox
from tests.browser.printing import SCOPES, Expected, Printed, of_page, only
from tests.sites import Site

NAMES = {"all": "", "alone": "#seul", "sheet": "#feuille", "large": "#grand"}
"""What the address of a page to print ends with, by what the reader chose."""


def bind(html: str, url: str, site: Site, kept: Path) -> bytes:
    """Give the PDF document that WeasyPrint makes of a page of a site."""
    writer = PdfWriter(WeasyPrint(), lambda path: (site.path / path).read_bytes(), kept)
    return writer.write(PdfSource("talk.md", url, html, "talk.pdf")).content


@dataclass
class PrintEngines:
    """Prints pages of a site, each once."""

    site: Site
    root: str
    """Address at which it is served."""
    kept: Path
    browser: Chromium
    firefox: Callable[[], Firefox]
    """Gives Firefox, which is started when it is first needed."""
    _printed: dict[tuple[str, str, str], Printed] = field(default_factory=dict)

    def print(self, engine: str, url: str, choice: str = "all") -> Printed:
        """Print a page with an engine, as a reader chose."""
        key = (engine, url, choice)
        if key not in self._printed:
            self._printed[key] = Printed(self._pdf(*key), is_sheet=choice == "sheet")
        return self._printed[key]

    def expected(self, url: str, choice: str = "all") -> Expected:
        """Give what has to stand on the paper."""
        # Cards are printed where a reader chooses them.
        main = only(self.site.main(url), lambda token, _: not token.has_class("print-cards"))
        is_document = 'class="print-tools"' in self.site.page(url)
        return Expected(SCOPES.get(choice, str)(main) if is_document else of_page(main))

    def _pdf(self, engine: str, url: str, choice: str) -> bytes:
        if engine == "weasyprint":
            return bind(chosen(self.site.page(url), choice), url, self.site, self.kept)
        address = self.root + url + NAMES[choice]
        if engine == "firefox":
            return self.firefox().print(address)
        scheme = "dark" if engine == "chromium, dark" else "light"
        with self.browser.page(self.root, color_scheme=scheme) as page:
            page.goto(address)
            # A form shows what it offers once it has read it.
            expect(page.locator("[aria-busy=true]")).to_have_count(0)
            return page.pdf(prefer_css_page_size=True, format="A4")

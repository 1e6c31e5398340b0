"""What someone sends can't hurt who opens the pages: tried in a browser, with scripts on."""

import re
from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from itertools import islice, product
from math import ceil, floor
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Dialog, FloatRect, Locator, Page
from playwright.sync_api import Error as PlaywrightError

from mkdocs_forum.adapter.rendering import sanitise as safety
from tests.attacks import BODIES
from tests.browser.chromium import Chromium, hearing
from tests.browser.conftest import Quiet, served
from tests.conftest import Log, built_once
from tests.hostile import CONFIGURATION, Hostile, hostile, write_hostile
from tests.sites import Site, build_site, configuration, joined, write
from tests.small import SMALL

pytestmark = pytest.mark.browser

PARTS = 29
"""Parts into which the pages are divided: each has pages of all kinds, which come by sixes."""
ORDINARY = ((False, 0), (True, 2))
"""The parts that an ordinary run opens, one without the policy and another one with it."""
LEAST = 320
"""Attacks that are opened at the least."""
FORMER = 10
"""Former addresses among them that no check refuses, at the least."""
SEARCHED = 20
"""Of the pages every twentieth is one where the search is tried, too."""
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')

LOOK = """() => {
    const faults = []
    for (const element of document.querySelectorAll("*")) {
        for (const {name} of element.attributes)
            if (name.startsWith("on")) faults.push(`${element.localName}[${name}]`)
        if (["a", "area"].includes(element.localName) && element.hasAttribute("href"))
            if (!["http:", "https:", "mailto:", "tel:"].includes(element.protocol || "http:"))
                faults.push(element.outerHTML)
    }
    // The theme makes tooltips of all but the titles of links in the head.
    for (const element of document.querySelectorAll("body [title]")) {
        const tooltip = document.createElement("template")
        tooltip.innerHTML = element.title
        if (tooltip.content.childElementCount) faults.push(`a tag in a tooltip: ${element.title}`)
    }
    if (!document.querySelector("[data-md-component=header]")) return faults
    const top = document.elementFromPoint(innerWidth / 2, 12)
    if (!top || !top.closest(".md-header")) faults.push("the header is covered")
    for (const element of document.querySelectorAll("main :is(h1, h2, h3, p, li, nav label)")) {
        // What is folded away still has a place.
        if (!element.checkVisibility()) continue
        const {left, top, width, height} = element.getBoundingClientRect()
        const found = width && height && document.elementFromPoint(left + 2, top + height / 2)
        // A card is a link as a whole; the sign of a heading may stand beside it, and leads to it.
        const leads = found?.matches?.("main .headerlink") && found.pathname === location.pathname
        if (element.closest(".forum-card, .forum-hidden")) continue
        if (found?.closest?.(".forum-asked__page")) continue
        if (leads && found.host === location.host) continue
        if (found && !element.contains(found) && !found.contains(element))
            faults.push(`covered by ${found.outerHTML}: ${element.outerHTML}`)
    }
    const column = document.querySelector(".md-content").getBoundingClientRect()
    for (let x = 8; x < innerWidth; x += 64)
        for (let y = 60; y < innerHeight; y += 48) {
            const found = document.elementFromPoint(x, y)
            const isWithin = column.left <= x && x <= column.right
            if (found?.closest(".md-content") && !isWithin)
                faults.push(`out of its column: ${found.outerHTML}`)
        }
    for (const link of document.querySelectorAll(".md-content a"))
        if (link.textContent.trim() && !(link.href.baseVal ?? URL.canParse(link.href)))
            faults.push(`the theme can't follow ${link.outerHTML}`)
    for (const link of document.querySelectorAll(".footnote-ref"))
        if (!document.getElementById(new URL(link.href).hash.slice(1)))
            faults.push(`the theme can't show the note of ${link.outerHTML}`)
    if (typeof document$ === "undefined") faults.push("the theme's script died")
    const search = document.querySelector(".forum-search input")
    search.focus()
    if (document.activeElement !== search) faults.push("the search doesn't open")
    search.blur()
    const scheme = () => document.body.getAttribute("data-md-color-scheme")
    const before = scheme()
    document.querySelector("[data-md-component=palette] label:not([hidden])").click()
    if (scheme() === before) faults.push("the palette doesn't change")
    return faults
}"""
"""Tells what in a page could run, and what of the theme doesn't work."""


class Watch:
    """Opens pages and notes all that a text must not do.

    Arguments:
        page: The window in which it opens them.
        root: Address of the site.
        known: Digests of the scripts that may stand in them; all may if there are none.
    """

    def __init__(self, page: Page, root: str, known: Collection[str] = ()) -> None:
        self.faults: list[str] = []
        """What was noted, by page."""
        self.scripts: set[str] = set()
        """Digests of the scripts that stood in the pages."""
        self._root, self._known = root, known
        self._url = ""
        # What a site may ask for: itself, also a little after its page was left.
        self._own = (root, "data:image/", "about:blank")
        self._page = page
        self._page.set_default_timeout(20_000)
        self._hearing = ExitStack()
        self._hearing.enter_context(
            hearing(page.context, page=lambda _: self._note("a window")),
        )
        self._hearing.enter_context(
            hearing(
                page,
                dialog=self._close,
                pageerror=lambda error: self._note(f"an error: {error}"),
                console=lambda message: self._hear(message.text),
                download=lambda _: self._note("a download"),
                request=lambda request: self._see(request.url),
                framenavigated=lambda frame: self._see(frame.url, "a navigation"),
            )
        )
        parser = page.context.new_cdp_session(page)
        self._hearing.callback(parser.detach)
        parser.on("Debugger.scriptParsed", self._parsed)
        parser.send("Debugger.enable")

    def open(self, url: str) -> Page:
        """Open a page."""
        self._url = url
        self._page.goto(self._root + url, wait_until="load")
        return self._page

    def look(self, url: str) -> None:
        """Open a page, and try what the theme does for its readers."""
        page = self.open(url)
        self.faults += [f"{url}: {fault}" for fault in page.evaluate(LOOK)]
        if urlsplit(page.url).path.lstrip("/") != url:
            self._note(f"another page: {page.url}")

    def has_search(self) -> bool:
        """Whether the page that is open has a field in its head, and isn't that of results."""
        page = self._page
        is_results = page.locator(".forum-search-page").count() > 0
        return not is_results and page.locator(".md-header .forum-search__input").is_visible()

    def search(self, word: str) -> Page:
        """Search for a word on the page that is open."""
        page = self._page
        page.keyboard.press("/")
        page.keyboard.type(word, delay=20)
        page.locator(".forum-search__option").first.wait_for(state="attached")
        return page

    def close(self) -> None:
        """Note nothing more."""
        self._hearing.close()

    def _note(self, fault: str) -> None:
        self.faults.append(f"{self._url}: {fault}")

    def _close(self, dialog: Dialog) -> None:
        self._note("a dialog")
        # The page may be gone by now, and its dialog with it.
        with suppress(PlaywrightError):
            dialog.dismiss()

    def _hear(self, told: str) -> None:
        # What only the policy stops got past everything else.
        if "Content Security Policy" in told:
            self._note(told)

    def _see(self, url: str, what: str = "a request") -> None:
        if not url.startswith(self._own):
            self._note(f"{what}: {url}")

    def _parsed(self, script: dict[str, str]) -> None:
        # What the tests ask is evaluated without an address; files of the site are its own.
        if not script["url"] or script["url"].endswith(".js"):
            return
        self.scripts.add(script["hash"])
        if self._known and script["hash"] not in self._known:
            self._note("a script")


MOVED = {"docs/membres/bob.md": "---\nname: Bob Durand\naliases: ancien/\n---\n"}
"""A page of a small forum that has a former address."""
HARMLESS = ("", "404.html", "membres/", "membres/ana/", "questions/prix/marge/", "ancien/")
"""Pages of that forum, one at each depth."""


WITHOUT_AND_WITH = pytest.mark.parametrize(
    "policy", [False, True], ids=["bare", "policy"], scope="session"
)
"""Pages without the policy, since sanitising has to do by itself, and as readers see them."""


def _parts() -> Iterator[object]:
    """Give every part of the pages without the policy and with it."""
    for policy, part in product((False, True), range(PARTS)):
        marks = () if (policy, part) in ORDINARY else pytest.mark.thorough
        yield pytest.param(policy, part, marks=marks, id=f"{'policy' if policy else 'bare'}-{part}")


class Bare(Quiet):
    """Serves a site without its policy."""

    def do_GET(self) -> None:  # noqa: N802 The name is the library's.
        """Send a page without the element that holds its policy, and all else as it is."""
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if page.suffix == ".html" and page.is_file():
            self.send_page(200, POLICY.sub(b"", page.read_bytes(), count=1))
        else:
            super().do_GET()


def _handler(*, policy: bool) -> type[Quiet]:
    return Quiet if policy else Bare


@pytest.fixture(scope="session")
def attacks() -> Hostile:
    """Give the forum of attacks."""
    return hostile()


@pytest.fixture(scope="session")
def attacked(
    attacks: Hostile, tmp_path_factory: pytest.TempPathFactory, *, policy: bool
) -> Iterator[str]:
    """Give the address of the forum of attacks."""
    site = built_once(
        tmp_path_factory,
        "shared-attacks",
        lambda folder: build_site(write_hostile(folder, attacks), folder / "site"),
    )
    with served(site, _handler(policy=policy)) as root:
        yield root


@contextmanager
def watching(browser: Chromium, root: str, known: Collection[str] = ()) -> Iterator[Watch]:
    """Give a watch in a window that is closed afterwards."""
    with browser.page(root, accept_downloads=False) as page:
        watch = Watch(page, root, known)
        yield watch
        watch.close()


@pytest.fixture(scope="session")
def tame(browser: Chromium, tmp_path_factory: pytest.TempPathFactory) -> Collection[str]:
    """Give the scripts of a forum without attacks: those of the same theme."""
    options = configuration(**CONFIGURATION)
    folder = write(tmp_path_factory.mktemp("tame"), {**SMALL, **MOVED, "mkdocs.yml": options})
    site = build_site(folder, folder / "site")
    with served(site) as root, watching(browser, root) as watch:
        for url in HARMLESS:
            watch.open(url)
        assert watch.faults == []
        assert watch.scripts
        return watch.scripts


@pytest.fixture
def watch(browser: Chromium, attacked: str, tame: Collection[str]) -> Iterator[Watch]:
    """Give a watch on the forum of attacks."""
    with watching(browser, attacked, tame) as watch:
        yield watch


def test_there_are_enough(attacks: Hostile) -> None:
    """Enough attacks stand on pages that are opened below, and no page is opened twice."""
    shown = [path for path in attacks.texts if path.startswith(("docs/reponses/", "docs/membres/"))]
    assert len(shown) >= LEAST
    assert len(set(attacks.pages)) == len(attacks.pages)


@pytest.mark.parametrize(("policy", "part"), list(_parts()), scope="session")
def test_attacks(attacks: Hostile, watch: Watch, part: int) -> None:
    """No script runs, nothing leaves the site, and the theme works as on any other page."""
    for number, url in enumerate(attacks.pages[part::PARTS]):
        watch.look(url)
        if number % SEARCHED == 0 and watch.has_search():
            watch.search("alert")
    assert joined(watch.faults) == ""


@WITHOUT_AND_WITH
def test_former_addresses(attacks: Hostile, watch: Watch) -> None:
    """A former address leads to a page of the site, whatever it is called."""
    assert len(attacks.redirects) >= FORMER
    for url in attacks.redirects:
        watch.open(url).wait_for_url("**/membres/a*/")
    assert joined(watch.faults) == ""


@WITHOUT_AND_WITH
@pytest.mark.parametrize("word", ["alert", "onerror", "script"])
def test_search_for_attacks(watch: Watch, word: str) -> None:
    """The search shows titles and texts of attacks as what they are: text."""
    watch.open("interventions/")
    page = watch.search(word)
    assert watch.faults == []
    assert (
        page.locator(".forum-search__list").locator("img, script, iframe, [onerror]").count() == 0
    )


FLOATING = '!!! info inline "a"\n    b\n\n<div class="inline"><p>c</p><p>d</p></div>\n'
INTRUDERS = """() => [...document.querySelectorAll("[class^=forum-] .inline")]
    .filter(part => {
        const own = part.closest(".forum-answer, .forum-synthesis, .forum-detail")
        return part.getBoundingClientRect().bottom > own.getBoundingClientRect().bottom
    })
    .map(part => part.outerHTML)"""
"""Gives what floats out of the text that holds it."""


def test_floats_stay_within_their_text(
    browser: Chromium, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No answer reaches into the next one, where it would look like its words."""
    asked = "- Que vaut une marge ? {#marge}\n\n    !!! info inline\n        b\n"
    texts = {
        **SMALL,
        "mkdocs.yml": configuration(**CONFIGURATION),
        "docs/interventions/prix.md": SMALL["docs/interventions/prix.md"].replace(
            "- Que vaut une marge ? {#marge}\n", asked
        ),
        "docs/reponses/prix/marge/ana.md": f"---\ndate: 2024-11-02\n---\n\n{FLOATING}",
        "docs/reponses/prix/marge/bob.md": f"---\ndate: 2024-11-03\n---\n\n{FLOATING}",
        "docs/questions/prix/marge.md": (
            f"---\nstatus: synthesised\ndate: 2025-01-01\n---\n\n{FLOATING}"
        ),
    }
    root = write(tmp_path_factory.mktemp("floating"), texts)
    with served(build_site(root, root / "site")) as address, browser.page(address) as page:
        page.goto(f"{address}questions/prix/marge/")
        assert page.locator("[class^=forum-] .inline").count() == 7
        assert page.evaluate(INTRUDERS) == []


def test_accents_stay_within_their_text(
    browser: Chromium, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No letter of an answer is drawn over another answer, whatever stands on it."""
    heap = BODIES["heap of accents in elements"]
    answer = "docs/reponses/prix/marge/eve.md"
    texts = {
        **SMALL,
        "docs/membres/eve.md": "---\nname: Eve Roy\n---\n",
        answer: f"---\ndate: 2024-11-03\n---\n\n{heap}\n",
    }
    root = write(tmp_path_factory.mktemp("heaps"), texts)
    with served(build_site(root, root / "site")) as address, browser.page(address) as page:
        page.goto(f"{address}questions/prix/marge/")
        # What stays at the edge of the window isn't of the text.
        page.evaluate("document.querySelectorAll('.md-header, .md-top').forEach(it => it.remove())")
        page.wait_for_load_state("networkidle")
        others = page.locator(".forum-answer", has=page.locator("#bob"))
        covered = _picture(others)
        marks = page.locator(".forum-answer b")
        assert marks.count() > 99
        marks.evaluate_all("marks => marks.forEach(mark => mark.remove())")
        assert _picture(others) == covered


def _picture(element: Locator) -> bytes:
    """Take a picture of an element: of each line of pixels that it shares with no other."""
    element.evaluate("element => element.scrollIntoView({block: 'start', behavior: 'instant'})")
    box = element.bounding_box()
    assert box
    top, bottom = ceil(box["y"]), floor(box["y"] + box["height"])
    clip: FloatRect = {**box, "y": top, "height": bottom - top}
    return element.page.screenshot(clip=clip, animations="disabled")


@pytest.fixture
def unsanitised(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every text through as the renderer gave it."""
    monkeypatch.setattr(safety, "sanitise", lambda html, **_: html)
    monkeypatch.setattr(safety, "as_text", str)


def _dialogs(
    browser: Chromium, site: Site, handler: type[Quiet], pages: Sequence[str]
) -> Iterator[str]:
    """Give the pages on which a script opened a dialog."""
    with served(site, handler) as root:
        for url in pages:
            # A context of its own: an attack may hold the one it runs in, and all pages after it.
            with browser.browser.new_context(accept_downloads=False) as context:
                watch = Watch(context.new_page(), root)
                with suppress(PlaywrightError):
                    watch.open(url)
            if any(fault.endswith(": a dialog") for fault in watch.faults):
                yield url


FRAME = ("mkdocs.yml", "docs/index.md", "docs/membres/ana.md", "docs/editions/2024.md")
TALKS = [
    f"interventions/t{number}/"
    for number, body in sorted(
        islice(enumerate(BODIES.values()), 0, None, 3), key=lambda item: "onerror" not in item[1]
    )
]
"""Pages of some talks, each with one attack as its text; first those that run the most often."""


@pytest.mark.usefixtures("unsanitised")
@pytest.mark.parametrize("least", [3, pytest.param(15, marks=pytest.mark.thorough)])
def test_policy_is_a_second_wall(browser: Chromium, tmp_path: Path, log: Log, least: int) -> None:
    """Without sanitising many of the same attacks run, but with the policy none of those.

    So the tests above can fail.
    """
    attacks = hostile()
    kept = {*FRAME, *(f"docs/{url.strip('/')}.md" for url in TALKS)}
    texts = {key: attacks.texts[key] for key in kept & set(attacks.texts)}
    root = write_hostile(tmp_path, replace(attacks, texts=texts))
    site = build_site(root, root / "site")
    log.take()
    ran = list(islice(_dialogs(browser, site, Bare, TALKS), least))
    assert len(ran) == least
    assert list(_dialogs(browser, site, Quiet, ran)) == []

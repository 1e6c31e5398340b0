"""Take a picture of every kind of page, at two widths and in both palettes.

usage: python .ci/pictures.py SITE FOLDER GUIDES

FOLDER gets the pictures and an `index.html` that shows them side by side. GUIDES, which is
`.github/pictures/`, gets those of the README and of the guide to contributing, made small. The
browser is the one that `FORUM_CHROMIUM` names, or Playwright's own.
"""

import os
import sys
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from itertools import product
from pathlib import Path
from threading import Thread

from PIL import Image
from playwright.sync_api import Browser, Locator, sync_playwright

PAGES = {
    "home": "",
    "talks": "interventions/",
    "talk": "interventions/la-relation-de-confiance/",
    "print": "interventions/la-relation-de-confiance/imprimer/",
    "questions": "questions/",
    "question-open": "questions/la-relation-de-confiance/satisfaire-tous/",
    "question-answered": "questions/la-relation-de-confiance/besoin-reel/",
    "question-synthesised": "questions/la-relation-de-confiance/valeur-ajoutee/",
    "editions": "editions/",
    "edition": "editions/2004/",
    "edition-to-come": "editions/2027/",
    "proceedings": "editions/2004/actes/",
    "members": "membres/",
    "member": "membres/solene-marchadier/",
    "topics": "themes/",
    "topic": "themes/relation-client/",
    "answer": "contribuer/repondre/?question=la-relation-de-confiance/satisfaire-tous",
    "propose": "contribuer/proposer/",
    "introduce": "contribuer/se-presenter/",
    "contribute": "contribuer/",
    "page": "a-propos/",
}
WIDTHS = (390, 1280)
PALETTES = ("light", "dark")
LOCALE = "fr-FR"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def main(site: Path, folder: Path, guides: Path) -> None:
    """Take all pictures of a built site."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("FORUM_CHROMIUM") or None,
            args=[
                "--no-sandbox",
                "--disable-background-networking",
                # A field of a date is in the language of the browser, whatever the locale of the
                # context: let it be in that of the page.
                "--enable-blink-features=LangAttributeAwareFormControlUI",
            ],
        )
        root = f"http://127.0.0.1:{server.server_port}/"
        for width, palette in product(WIDTHS, PALETTES):
            take(browser, root, width, palette, folder)
        take_heads(browser, root, guides)
        take_steps(browser, root, guides)
        browser.close()
        server.shutdown()
    (folder / "index.html").write_text(overview(), encoding="utf-8")


def take(browser: Browser, root: str, width: int, palette: str, folder: Path) -> None:
    """Take a picture of each page at one width in one palette."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if palette == "dark" else "light",
        reduced_motion="reduce",
        locale=LOCALE,
    )
    page = context.new_page()
    for name, path in PAGES.items():
        response = page.goto(root + path, wait_until="networkidle")
        if response is None or not response.ok:
            raise SystemExit(f"no page at '{path}'")
        page.screenshot(path=folder / f"{name}-{width}-{palette}.png", full_page=True)
    context.close()


HEADS = ("talk", "question-synthesised")


def take_heads(browser: Browser, root: str, folder: Path) -> None:
    """Take a picture of what a reader sees first of some pages."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale=LOCALE)
    page = context.new_page()
    for name in HEADS:
        page.goto(root + PAGES[name], wait_until="networkidle")
        keep(page.screenshot(), folder / f"{name}.png")
    context.close()


COLOURS = 48
"""Colours of a picture that is kept in the repository: pages have few, and letters need greys."""


def keep(picture: bytes, path: Path) -> None:
    """Write a picture with few colours: it is a third of the size, and looks the same."""
    Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS).save(path, optimize=True)


QUESTION = "la-relation-de-confiance/satisfaire-tous"
ANSWER = """Non, et je le dis au premier rendez-vous : je réponds à deux attentes sur trois, \
et nous écrivons ensemble lesquelles.

**Ce que cela change** : en trois ans, un seul client est parti, et il est revenu."""

STILL = ".md-top { visibility: hidden }"
"""Hides the theme's button back to the top, which comes with scrolling and covers the form."""


def take_steps(browser: Browser, root: str, folder: Path) -> None:
    """Take a picture of each step of an answer."""
    context = browser.new_context(
        viewport={"width": 900, "height": 740}, reduced_motion="reduce", locale=LOCALE
    )
    context.route("https://github.com/**", lambda route: route.fulfill())
    page = context.new_page()

    def shoot(name: str, place: Locator, above: int) -> None:
        """Take a picture with a place so many pixels below the head of the page."""
        place.evaluate(
            "(place, above) => scrollBy(0, place.getBoundingClientRect().top - 48 - above)", above
        )
        page.mouse.move(0, 0)
        keep(page.screenshot(style=STILL), folder / f"step-{name}.png")

    page.goto(f"{root}questions/{QUESTION}/", wait_until="networkidle")
    shoot("question", page.get_by_role("link", name="Répondre à cette question").last, 340)
    page.goto(f"{root}contribuer/repondre/?question={QUESTION}", wait_until="networkidle")
    page.get_by_label("Votre nom").fill("Nadir Tazerout")
    page.get_by_label("Votre nom").press("Enter")
    page.get_by_label("Texte", exact=True).fill(ANSWER)
    shoot("form", page.get_by_label("Votre nom"), 90)
    page.get_by_role("checkbox").last.check()
    page.get_by_role("checkbox").last.blur()
    shoot("sending", page.get_by_role("button", name="Avec un compte GitHub"), 300)
    page.get_by_role("button", name="Avec un compte GitHub").click()
    shoot("sent", page.get_by_role("heading", name="Ce qu’il reste à faire"), 200)
    context.close()


def overview() -> str:
    """Write a page that shows all pictures, one kind of page a row."""
    rows = [
        f"<h2>{escape(name)}</h2><p>"
        + "".join(
            f'<img src="{name}-{width}-{palette}.png" width="{width // 2}" alt="">'
            for width, palette in product(WIDTHS, PALETTES)
        )
        for name in PAGES
    ]
    style = "body{font-family:sans-serif}p{display:flex;gap:1rem;align-items:start}"
    return f"<!doctype html><title>Pictures</title><style>{style}</style>{''.join(rows)}"


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

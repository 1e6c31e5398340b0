"""Somebody who fills in the forms, and counts what it takes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from mkdocs_forum.core.gfm.breaks import keep_breaks
from tests.browser.conftest import Visitor

ANSWER = "contribuer/repondre/?question=le-juste-prix/marge"
PROPOSE = "contribuer/proposer/"
INTRODUCE = "contribuer/se-presenter/"
ENDING = "--- fin du fichier ---"
READY = ".forum-form:not([aria-busy])"

NASTY = (
    'Déjà vu, œuvre, « guillemets » et "droits", l\'apostrophe, 🙂👩🏽‍🔬 & <b>gras</b> 100 %.\n'
    "\n"
    "---\n"
    "\n"
    "```yaml\n"
    "---\n"
    "title: non\n"
    "---\n"
    "```\n"
    "\n"
    "+ un\\n\n"
    "?filename=autre&value=x#fin"
)
"""What addresses, mails and frontmatter may stumble over."""
_PROSE = (f"L'été, « œuvre » {number} – 🙂. " * 20 for number in range(50))
LONG = "\n\n".join([NASTY, *_PROSE])[:20_000].strip()
"""A text of 20,000 characters."""


@dataclass
class Person:
    """A reader at a page, whose every click, choice and text is counted."""

    page: Page
    acts: list[str] = field(default_factory=list)

    def press(self, place: Locator) -> None:
        """Click on something."""
        self.acts.append("press")
        place.click()

    def write(self, place: Locator, text: str) -> None:
        """Write a text."""
        self.acts.append("write")
        paste(place, text)

    def choose(self, place: Locator, text: str) -> None:
        """Choose from a list."""
        self.acts.append("choose")
        pick(place, text)

    def tick(self, label: str | re.Pattern[str]) -> None:
        """Tick a box."""
        self.acts.append("tick")
        self.page.get_by_label(label).check()

    def send_to_forge(self) -> Mapping[str, str]:
        """Send by the forge; give what its page is opened with."""
        with self.page.expect_popup() as opened:
            self.press(self.page.get_by_role("button", name="Avec un compte GitHub"))
        return query(opened.value.url)


def pick(place: Locator, text: str) -> None:
    """Search a choice for a text and take what is found first."""
    place.fill(text)
    place.press("Enter")


def paste(place: Locator, text: str) -> None:
    """Put a text into a field at once: typed, 20,000 characters take half a minute."""
    place.evaluate(
        """(field, text) => {
            field.value = text
            field.dispatchEvent(new Event("input", { bubbles: true }))
        }""",
        text,
    )


def query(url: str) -> Mapping[str, str]:
    """Give what an address hands over."""
    return {key: value for key, (value,) in parse_qs(urlsplit(url).query).items()}


def person(visitor: Visitor, url: str = "", **options: object) -> Person:
    """Give somebody who has opened a page; the forge is played by an empty page."""
    page = visitor.open(url, **options)  # type: ignore[arg-type]
    if url:
        ready(page)
    # Not before: a browser whose requests are answered here does without its cache.
    page.context.route("https://github.com/**", lambda route: route.fulfill(body="forge"))
    return Person(page)


def ready(page: Page) -> None:
    """Wait until a form can be filled in."""
    expect(page.locator(READY)).to_be_visible()


def settled(page: Page) -> None:
    """Wait until the preview shows what was written: what stands below it moves."""
    expect(page.locator(".forum-preview[aria-busy]")).to_have_count(0)


def answer(somebody: Person, text: str, author: str = "Bruno Quéméner") -> None:
    """Fill in an answer and agree."""
    page = somebody.page
    ready(page)
    somebody.choose(page.get_by_label("Votre nom"), author)
    somebody.write(page.get_by_label("Texte", exact=True), text)
    settled(page)
    somebody.tick(re.compile("licence CC BY-SA 4.0"))


def answer_file(text: str, author: str = "bruno", question: str = "le-juste-prix/marge") -> str:
    """Give the file of an answer of today."""
    return (
        f"---\nquestion: {question}\nauthor: {author}\ndate: {date.today().isoformat()}\n"
        f"licence: CC BY-SA 4.0\n---\n\n{keep_breaks(text)}\n"
    )

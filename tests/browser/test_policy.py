"""The site works under the policy that says which scripts may run."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import Chromium
from tests.browser.conftest import Visitor, served
from tests.browser.filling import READY, pick
from tests.hostile import CONFIGURATION
from tests.sites import Site, build_site, configuration, write
from tests.small import SMALL

pytestmark = pytest.mark.browser

TALK = "interventions/le-juste-prix/"
QUESTION = "questions/le-juste-prix/rabais/"
HEAD = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')


def test_one_policy(site: Site) -> None:
    """Every page of the site has the same policy, whatever made it."""
    pages = {path: text.decode() for path, text in site.files.items() if path.endswith(".html")}
    found = {path: HEAD.findall(text) for path, text in pages.items()}
    assert [path for path, policies in found.items() if len(policies) != 1] == []
    assert len({policies[0] for policies in found.values()}) == 1
    kinds = {"404.html", "index.html", "archives/clause/index.html", f"{TALK}imprimer/index.html"}
    assert kinds <= set(pages)


@pytest.fixture(scope="module")
def instant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a forum that knows it: else the theme loads every page anew."""
    folder = tmp_path_factory.mktemp("instant")
    site = Site(folder / "site")
    site.path.mkdir()
    with served(site) as address:
        options = configuration(site_url=address, **CONFIGURATION)
        write(folder, {**SMALL, "mkdocs.yml": options})
        build_site(folder, site.path)
        yield address


DOWN = ("", "interventions/prix/", "questions/prix/marge/")


@pytest.mark.parametrize("way", [DOWN, DOWN[::-1]], ids=["down", "up"])
def test_instant_navigation(browser: Chromium, instant: str, way: tuple[str, ...]) -> None:
    """From the home page down and back up again no page is loaded anew, and all scripts run."""
    visitor = Visitor(browser, instant)
    page = visitor.open(way[0])
    # The theme asks first which pages there are.
    page.wait_for_load_state("networkidle")
    page.evaluate("() => { window.marked = true }")
    for url in way[1:]:
        page.evaluate(
            """url => {
                const link = document.querySelector("main a")
                link.href = url
                link.click()
            }""",
            instant + url,
        )
        page.wait_for_url(instant + url)
        expect(page.locator(f"link[rel=canonical][href='{instant}{url}']")).to_be_attached()
    assert page.evaluate("() => window.marked") is True
    page.keyboard.press("/")
    page.keyboard.type("beaucoup", delay=20)
    expect(page.locator(".forum-search__option").first).to_be_attached()
    visitor.close()
    assert visitor.faults == []


def test_text_of_a_moment_ago(browser: Chromium, instant: str) -> None:
    """What was typed just before another page took the place of a form is there on coming back."""
    visitor = Visitor(browser, instant)
    page = visitor.open()
    page.wait_for_load_state("networkidle")
    page.locator("main a[href*='?question=prix/rabais']").click()
    expect(page.locator(READY)).to_be_visible()
    page.get_by_label("Texte", exact=True).evaluate(
        """text => {
            text.value = "Rien."
            text.dispatchEvent(new Event("input", {bubbles: true}))
            history.back()
        }"""
    )
    expect(page.locator(READY)).to_have_count(0)
    page.evaluate("() => history.forward()")
    expect(page.locator(READY)).to_be_visible()
    expect(page.get_by_label("Texte", exact=True)).to_have_value("Rien.", timeout=3000)
    visitor.close()
    assert visitor.faults == []


def test_forms_by_instant_navigation(browser: Chromium, instant: str) -> None:
    """A form works that was loaded into another page, and so does the next; both ways."""
    visitor = Visitor(browser, instant)
    page = visitor.open()
    page.wait_for_load_state("networkidle")
    page.evaluate("() => { window.marked = true }")
    page.locator("main a[href*='?question=prix/rabais']").click()
    expect(page.locator(READY)).to_be_visible()
    pick(page.get_by_label("Votre nom"), "Ana")
    page.get_by_label("Texte", exact=True).fill("Rien.")
    page.locator("#forum_agreement").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Télécharger le fichier").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert (text.startswith("---\nquestion: prix/rabais\n"), text.endswith("\nRien.\n")) == (
        True,
    ) * 2
    # The theme hides the tabs from the mouse until it has seen that the top is there again.
    page.evaluate("() => scrollTo(0, 0)")
    expect(page.locator(".md-tabs[hidden]")).to_have_count(0)
    page.locator(".md-tabs a[href$='interventions/']").click()
    page.get_by_role("link", name="Proposer une intervention").click()
    expect(page.locator(f"{READY}[data-kind=talks]")).to_be_visible()
    page.get_by_label("Titre").fill("Le temps")
    expect(page.locator("#forum_talks_slug")).to_have_value("le-temps")
    page.go_back()
    page.go_back()
    expect(page.locator(f"{READY}[data-kind=answers]")).to_be_visible()
    expect(page.get_by_label("Texte", exact=True)).to_have_value("Rien.")
    # Neither forge nor mail: those ways aren't offered.
    expect(page.locator("[data-way]")).to_have_count(2)
    assert page.evaluate("() => window.marked") is True
    visitor.close()
    assert visitor.faults == []


def test_palette(visitor: Visitor) -> None:
    """The palette is toggled, and stays so on the next page that is loaded."""
    page = visitor.open(TALK)
    page.locator("[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    visitor.visit(page, QUESTION)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_foreign_scripts_are_stopped(browser: Chromium, root: str) -> None:
    """A script that got into a page all the same doesn't run, nor does an address that is one."""
    with browser.page(root) as page:
        page.goto(root + TALK)
        page.evaluate(
            """() => {
                const add = (name, keys) => document.body.append(
                    Object.assign(document.createElement(name), keys)
                )
                add("script", {textContent: "window.ran = 1"})
                add("script", {src: "data:text/javascript,window.ran = 1"})
                const box = document.createElement("div")
                box.innerHTML = "<img src=x onerror='window.ran = 1'>" +
                    "<a href='javascript:ran=1'>a</a>"
                document.body.append(box)
                box.lastChild.click()
            }"""
        )
        page.wait_for_timeout(200)
        assert page.evaluate("() => window.ran") is None


OWN = {
    "docs/assets/mermaid.js": """\
        window.mermaid = {
          initialize() {},
          async render() {
            window.drawn = true
            return { svg: "<svg><style>text { fill: red }</style><text>a</text></svg>" }
          },
        }
        document.addEventListener("DOMContentLoaded", () => {
          const style = document.createElement("style")
          style.textContent = ".own { color: rgb(1, 2, 3) }"
          document.head.append(style)
          const place = document.createElement("p")
          place.className = "own"
          place.setAttribute("style", "opacity: 0.5")
          document.querySelector("main").append(place)
        })
        """,
    "docs/membres/bob.md": (
        '---\nname: Bob Durand\n---\n\n<pre class="mermaid"><code>graph LR</code></pre>\n'
    ),
    "overrides/main.html": (
        '{% extends "base.html" %}\n'
        "{% block extrahead %}\n"
        '<script>window.own = "{{ config.site_name }}"</script>\n'
        "{% endblock %}\n"
    ),
}
"""A script of the site's own that draws diagrams, and one in a template of its own."""


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a forum with scripts of its own."""
    theme = {**CONFIGURATION["theme"], "custom_dir": "overrides"}
    options = configuration(extra_javascript=["assets/mermaid.js"], theme=theme)
    root = write(tmp_path_factory.mktemp("extended"), {**SMALL, **OWN, "mkdocs.yml": options})
    with served(build_site(root, root / "site", strict=True)) as address:
        yield address


def test_own_scripts(browser: Chromium, extended: str) -> None:
    """What the organisers add runs: their files, their templates, the styles these write."""
    visitor = Visitor(browser, extended)
    page = visitor.open("membres/bob/")
    page.wait_for_function("() => window.drawn")
    style = page.locator(".own").evaluate(
        "place => [getComputedStyle(place).color, getComputedStyle(place).opacity]"
    )
    assert style == ["rgb(1, 2, 3)", "0.5"]
    assert page.evaluate("() => window.own") == "Forum"
    visitor.close()
    assert visitor.faults == []

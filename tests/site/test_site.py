"""Built sites: links, search, navigation, drafts, and what may stand in an entry."""

import gc
import json
import posixpath
import re
from collections import Counter
from contextlib import closing
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.conftest import Workshop
from tests.served import Served
from tests.sites import FORUM, Html, Site, build_site, configuration, joined, strip_tags
from tests.small import SMALL


def test_links(site: Site) -> None:
    """Every link, picture, style and script leads to a file, every anchor to an element."""
    assert joined(site.dead_links()) == ""


def test_no_other_host(site: Site) -> None:
    """No page makes a browser ask another host for anything."""
    assert joined(site.foreign()) == ""


def test_identifiers(site: Site) -> None:
    """No page has two elements of one identifier."""
    repeated = {
        path: [name for name, count in Counter(html.ids).items() if count > 1]
        for path, html in site.pages.items()
    }
    assert {path: names for path, names in repeated.items() if names} == {}


def test_elements(site: Site) -> None:
    """Every element is ended by its own end tag."""
    assert {path: html.unclosed for path, html in site.pages.items() if html.unclosed} == {}


def _hollow(site: Site) -> dict[str, list[str]]:
    """Give the elements of main columns that show nothing."""
    found = {}
    tags = ("address", "article", "div", "h1", "h2", "h3", "li", "ol", "p", "section", "span", "ul")
    for path, column in site.columns.items():
        # The parts of a form that say nothing are hidden, until a script has something to say.
        form = r'<form class="forum-(?:form|search-page)\b.*?</form>'
        thanks = r'<section class="forum-thanks".*?</section>'
        main = re.sub(f"{form}|{thanks}", "", column, flags=re.DOTALL)
        hollow = [
            f"<{tag} class={attributes.get('class')}>"
            for tag, attributes, start, end in Html(main).elements
            if tag in tags
            and not re.search(r"<(?:svg|img|input|hr)\b", main[start:end])
            and not re.sub(r"<[^>]*>", "", main[start:end]).strip()
            # Pygments puts one at the start of each block of code.
            and (tag != "span" or attributes)
            # On paper it holds the addresses that follow to the last line.
            and attributes.get("class") != "print-hold"
        ]
        if hollow:
            found[path] = hollow
    return found


def test_nothing_empty(site: Site) -> None:
    """No element of a main column is empty."""
    assert _hollow(site) == {}


def test_nothing_empty_in_bare_forum(workshop: Workshop) -> None:
    """Entries that have only the keys they need leave no empty element either."""
    site = workshop.write(SMALL).build(strict=True)
    assert _hollow(site) == {}


def test_bare_edition_to_come(workshop: Workshop) -> None:
    """The facts of an edition are separated, and by nothing where there is one alone."""
    edition = (
        "---\ntitle: Rencontre 2027\ndate: 2027-10-01\nplace: Pau\norganiser: Le club\n"
        "website: https://example.org/\n---\n"
    )
    site = workshop.write(SMALL, {"docs/editions/2027.md": edition}).build(strict=True)
    (facts,) = site.html("editions/2027/").inner("p", class_="forum-head__facts")
    assert re.fullmatch(r"Pau · organisée? par Le club · Site", strip_tags(facts).strip())


# Search


def test_search_finds_answers(site: Site) -> None:
    """Answers are found at their anchors, syntheses on the page of their question."""
    index = site.search_index
    rabais, refuser = "questions/le-juste-prix/rabais/", "questions/la-mission-de-trop/refuser/"
    found = {
        "lettre de recommandation": f"{rabais}#ana",
        "Paiement d’avance": f"{rabais}#ana",
        "premier barème": f"{rabais}#ana-2",
        "premier prix était faux": f"{rabais}#bruno",
        "Deux conseils se complètent": refuser,
        "ne pas écrire": refuser,
        "le client paie d’avance": rabais,
    }
    assert {
        words: [location for location, document in index.items() if words in document["text"]][-1]
        for words in found
    } == found


def test_search_holds_no_furniture(site: Site) -> None:
    """What the forum says around a text isn't found as if it were the text."""
    told = " ".join(document["text"] for document in site.search_index.values())
    furniture = (
        "Voir la question",
        "Corriger",
        "Répondre",
        "Avec réponse",
        "Sans réponse",
        "modifiée le",
    )
    assert [words for words in furniture if words in told] == []


def test_search_finds_every_question(site: Site) -> None:
    """A question is found by its title, one that nobody has written about yet, too."""
    pages = [path.removesuffix("index.html") for path in site.columns]
    questions = [url for url in pages if re.fullmatch(r"questions/[^/]+/(?!imprimer/)[^/]+/", url)]
    assert len(questions) > 3
    assert [url for url in questions if url not in site.search_index] == []


def test_search_titles(site: Site) -> None:
    """A title is indexed as it reads: an apostrophe is a letter of its word."""
    titles = [document["title"] for document in site.search_index.values()]
    assert [title for title in titles if "&#" in title] == []


def test_search_anchors_exist(site: Site) -> None:
    """What is found stands where the search says."""
    for location in site.search_index:
        url, _, anchor = location.partition("#")
        assert not anchor or anchor in site.html(url).ids


# Navigation

ROOTS = ["", "interventions/", "questions/", "editions/", "membres/", "themes/", "contribuer/"]


def _navigation(site: Site, url: str) -> list[str]:
    """Give the addresses in the theme's navigation of a page."""
    (text,) = site.html(url).inner("nav", class_="md-nav--primary")
    links = [link.url for link in Html(text).links if not link.url.startswith("#")]
    return list(dict.fromkeys(urljoin(f"/{url}", link).removeprefix("/") for link in links))


def test_rulebook(site: Site) -> None:
    """The site tells its forms the rules, and what a new file may name."""
    book = json.loads(site.files["assets/forum/rulebook.json"])
    assert (book["language"], book["fields"].keys()) == ("fr", {"answers", "talks", "members"})
    assert "le-juste-prix/rabais" in {question["id"] for question in book["entries"]["questions"]}


def test_scripts(site: Site) -> None:
    """Each script that a page, or another script, asks for is there, and asks for few others."""
    scripts = {path: text.decode() for path, text in site.files.items() if path.endswith(".js")}
    ours = {path: text for path, text in scripts.items() if path.startswith("assets/forum/js/")}
    asked = {
        posixpath.normpath(f"assets/forum/js/{found}")
        for text in ours.values()
        for found in re.findall(r'import\("([^"]*)"\)', text)
    }
    assert asked == {
        "assets/forum/js/renderers.js",
        "assets/forum/js/search-results.js",
        "assets/forum/vendor/turndown.js",
        "assets/forum/vendor/turndown-plugin-gfm.js",
    }
    assert asked <= scripts.keys()
    assert [path for path, text in ours.items() if re.search(r"^import ", text, re.MULTILINE)] == []


def test_navigation_has_roots_only(site: Site) -> None:
    """Whatever their number, the forum's pages don't stand in the navigation of each page."""
    assert _navigation(site, "questions/le-juste-prix/rabais/") == [*ROOTS, "a-propos/"]


def test_default_navigation(workshop: Workshop) -> None:
    """Without `nav`, sections come first, then the site's own pages; entries don't stand there."""
    own = {
        "docs/a-propos.md": "# À propos\n",
        "docs/guide/debut.md": "# Début\n",
        "docs/themes/prix.md": "Le prix.\n",
    }
    site = workshop.write(SMALL, own).build(strict=True)
    links = _navigation(site, "questions/prix/marge/")
    assert links == [*ROOTS, "a-propos/", "guide/debut/"]


# Addresses


def test_without_directory_urls(tmp_path: Path) -> None:
    """A site whose addresses end in `.html` has no dead link either."""
    site = build_site(FORUM, tmp_path, strict=True, use_directory_urls=False)
    assert joined(site.dead_links()) == ""
    assert (tmp_path / "questions/le-juste-prix/rabais.html").is_file()


def test_site_in_a_folder(workshop: Workshop) -> None:
    """A site below another one's root has no dead link, and its documents tell where it is."""
    url = "https://example.org/forum/"
    site = workshop.write(SMALL, {"mkdocs.yml": configuration(site_url=url)}).build(strict=True)
    assert joined(site.dead_links(url)) == ""
    assert f"{url}interventions/prix/</a>, état du" in site.page("interventions/prix/imprimer/")


def test_without_site_url(workshop: Workshop) -> None:
    """A site that doesn't know its address has no dead link."""
    site = workshop.write(SMALL, {"mkdocs.yml": configuration(site_url="")}).build(strict=True)
    assert joined(site.dead_links("/")) == ""


@pytest.mark.parametrize("directory_urls", [True, False])
def test_pages_of_listings(workshop: Workshop, directory_urls: bool) -> None:
    """Long listings go over several pages, each item on one of them, every page within reach."""
    options = configuration(forum={"page_size": 1}, use_directory_urls=directory_urls)
    second = SMALL["docs/interventions/prix.md"].replace("Le prix", "Le coût")
    site = workshop.write(
        SMALL, {"mkdocs.yml": options, "docs/interventions/cout.md": second}
    ).build(strict=True)
    assert joined(site.dead_links()) == ""
    pages = [
        path for path in site.pages if re.match(r"questions/(index|page/\d+(/index)?)\.html", path)
    ]
    assert len(pages) == 4
    listed = [
        title
        for path in pages
        for title in Html(site.main(path)).inner("h2", class_="forum-row__title")
    ]
    assert len(listed) == 4
    assert len(set(listed)) == 4
    for path in pages:
        (pager,) = Html(site.main(path)).inner("nav", class_="forum-pager")
        assert pager.count('aria-current="page"') == 1


# Drafts

DRAFT_WORDS = ("zibeline", "ornithorynques", "Passer la main", "passer-la-main")


def test_drafts_are_not_published(site: Site) -> None:
    """No file of the site, whatever its kind, has a word of a draft."""
    found = [
        (path, word)
        for path, content in site.files.items()
        for word in DRAFT_WORDS
        if word.encode() in content or word in path
    ]
    assert found == []


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give the fixture forum as its live view shows it, with all that somebody may ask for."""
    folder = tmp_path_factory.mktemp("live")
    with closing(Served(FORUM, folder, strict=True)) as served:
        served.keep_all()
    return Site(folder)


def test_links_of_live_view(live: Site) -> None:
    """With the drafts, too, every link leads somewhere."""
    assert joined(live.dead_links()) == ""


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("interventions/", "Passer la main"),
        ("interventions/passer-la-main/", "zibeline"),
        ("interventions/passer-la-main/imprimer/", "zibeline"),
        ("editions/2027/", "Passer la main"),
        ("editions/2027/imprimer/", "Passer la main"),
        ("questions/passer-la-main/personne/", "Passer la main"),
        ("questions/le-juste-prix/rabais/", "ornithorynques"),
        ("membres/denis/", "Passer la main"),
        ("themes/transmission/", "Passer la main"),
    ],
)
def test_drafts_are_shown_live(live: Site, url: str, words: str) -> None:
    """In the live view drafts are there, and marked wherever they stand."""
    assert words in live.main(url)
    assert "Brouillon" in live.main(url)


# What each page must tell


def test_topic_of_a_question_alone(site: Site) -> None:
    """The index of topics counts what their pages show, questions of other talks included."""
    assert "Comment refuser une mission" in site.main("themes/mediation/")
    items = [strip_tags(item) for item in Html(site.main("themes/")).inner("li")]
    (told,) = [item for item in items if "Médiation" in item]
    assert "1 question" in told


def test_print_tells_where_a_question_stands(site: Site) -> None:
    """On paper a duplicate names the other question; a closed question is told to be closed."""
    titles = strip_tags(site.main("interventions/pricing-abroad/imprimer/"))
    assert "Faut-il accorder un rabais à un client fidèle" in titles
    html = Html(site.main("interventions/la-mission-de-trop/imprimer/"))
    (clause,) = [
        text for text in html.inner("section", class_="print-question") if "clause" in text
    ]
    assert re.search(r"\b[Cc]lose\b", strip_tags(clause))


def test_print_tells_who_and_when(site: Site) -> None:
    """On paper a synthesis has its author and day, a changed answer the day of the change."""
    synthesis = strip_tags(site.main("interventions/la-mission-de-trop/imprimer/"))
    assert "Denis Ottavi" in synthesis
    assert "15 janvier 2026" in synthesis
    assert "8 janvier 2025" in strip_tags(site.main("interventions/le-juste-prix/imprimer/"))


def test_nothing_is_spared_for_good(site: Site) -> None:
    """The garbage collector looks at everything again once a site is built."""
    assert site.pages
    assert gc.get_freeze_count() == 0

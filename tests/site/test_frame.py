"""What stands around each page: its name, the way to it, its tab, its foot; the theme's faults."""

import gzip
import re
from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

from mkdocs_forum.adapter.theme import mends
from mkdocs_forum.adapter.theme.mends import MENDS, Mend, mended
from tests.conftest import Workshop
from tests.sites import Site, configuration
from tests.small import SMALL

PAGES = {
    "interventions/le-juste-prix/": ("Interventions", ["Accueil", "Interventions"]),
    "questions/le-juste-prix/rabais/": (
        "Questions",
        ["Accueil", "Questions", "Le juste prix : qui le fixe ?"],
    ),
    "questions/sans-reponse/": ("Questions", ["Accueil", "Questions"]),
    "editions/2024/": ("Éditions", ["Accueil", "Éditions"]),
    "membres/ana/": ("Membres", ["Accueil", "Membres"]),
    "themes/prix/": ("Thèmes", ["Accueil", "Thèmes"]),
    "contribuer/repondre/": ("Contribuer", ["Accueil", "Contribuer"]),
    "a-propos/": ("À propos", ["Accueil"]),
}
"""The tab of each page, and the first steps of the way to it."""


def _words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


@pytest.mark.parametrize("url", PAGES)
def test_sense_of_place(site: Site, url: str) -> None:
    """One tab is the current one, and the way leads to pages that are there."""
    tab, way = PAGES[url]
    page = site.page(url)
    tabs = re.findall(
        r'<a aria-current="true" [^>]*class="md-tabs__link">(.*?)</a>', page, re.DOTALL
    )
    assert list(map(_words, tabs)) == [tab]
    [shown] = re.findall(r'<nav class="forum-way".*?</nav>', page, re.DOTALL)
    assert list(map(_words, re.findall(r"<a .*?</a>", shown)))[: len(way)] == way


def test_skip_link(site: Site) -> None:
    """On every page the first link leads to its title, whatever its text holds."""
    wrong = {}
    for path in site.columns:
        skip = re.search(r'<a href="#([^"]*)" class="md-skip">', site.page(path))
        first = re.search(r"<h1[^>]* id=\"([^\"]*)\"", site.columns[path])
        if skip and (not first or first[1] != skip[1]):
            wrong[path] = (skip[1], first and first[1])
    assert wrong == {}


def test_names(site: Site) -> None:
    """No name of a page is longer than what is shown of it, or says that of the site twice."""
    titles = {path: re.findall("<title>(.*?)</title>", site.page(path)) for path in site.columns}
    assert [path for path, found in titles.items() if len(found) != 1] == []
    assert [title for [title] in titles.values() if len(title) > 75] == []
    assert [title for [title] in titles.values() if title.count("Forum") > 1] == []


def test_foot(own_site: Site) -> None:
    """Every page leads to what the law asks for, to the organisers and to the feeds."""
    for path in own_site.columns:
        for foot in re.findall(
            r'<nav class="forum-footer.*?</nav>', own_site.page(path), re.DOTALL
        ):
            assert _words(foot) == (
                "Mentions légales Confidentialité Accessibilité Écrire aux organisateurs"
                " Suivre le forum"
            )


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give pages of the theme's own, as it renders them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mends, "MENDS", ())
        config = configuration(
            nav=["index.md", {"Forum": ["questions/index.md", "texte.md"]}],
            theme={"features": ["navigation.tabs"], "palette": [{"scheme": "default"}]},
            forum={"notice": "Un essai", "search": False},
        )
        workshop = Workshop(tmp_path_factory.mktemp("stock")).write(SMALL)
        text = {"docs/texte.md": "# Un texte\n\n## Un\n\n### Deux\n"}
        built = workshop.write({"mkdocs.yml": config}, text).build()
    return "".join(built.page(url) for url in ("", "questions/", "questions/prix/marge/", "texte/"))


@pytest.mark.parametrize("mend", MENDS, ids=lambda mend: mend.fault)
def test_mend_is_needed(stock: str, mend: Mend) -> None:
    """The theme still has each fault; if this fails, take the mend out."""
    assert mend.on(stock) != stock


def test_mends_know_this_theme() -> None:
    """Where mends begin and end is where the theme's main column does."""
    base = Path(get_theme_dir("material"), "base.html").read_text(encoding="utf-8")
    assert (base.count('<article class="md-content__inner'), base.count("</article>")) == (1, 1)


def test_scripts_stay(site: Site) -> None:
    """What a hash of the policy stands for isn't touched."""
    script = "<script>\n  let one = `a  \n  b`\n</script>"
    assert mended(f"<p>  \n  {script}  \n") == f"<p>\n{script}\n"


def test_scripts_behind_that_of_the_theme() -> None:
    """The theme's script waits for the page, unless another one may need it before."""
    script = '<script src="../assets/javascripts/bundle.0a.min.js"></script>'
    assert mended(f"{script}\n</body>") == f"{script.replace(' ', ' defer ', 1)}\n</body>"
    others = f'{script}\n<script src="../own.js"></script>\n</body>'
    assert mended(others) == others


def test_empty_forum(workshop: Workshop) -> None:
    """A forum without an entry is built, and tells its organiser what comes first."""
    home = workshop.write({"mkdocs.yml": configuration(), "docs/.empty": ""}).build().page("")
    steps = re.findall(r'<li class="forum-steps__step"><b>(.*?)</b>', home)
    assert steps == [
        "Annoncez une édition",
        "Publiez une première intervention",
        "Invitez les membres",
    ]


WEIGHT = 95_000
"""Bytes of a first visit at the most, packed as hosts send them, without those of the search."""


def test_weight(own_site: Site) -> None:
    """A talk with all that its page asks for at once is light, and a form asks for few scripts."""
    talk = "interventions/la-relation-de-confiance/"
    files = {talk: own_site.file(talk), **_asked(own_site, talk)}
    packed = {path: len(gzip.compress(file.read_bytes(), 6)) for path, file in files.items()}
    assert sum(packed.values()) <= WEIGHT, packed
    form = _asked(own_site, "contribuer/repondre/")
    assert len(form) <= 9, sorted(form)


def _asked(site: Site, url: str) -> dict[str, Path]:
    """Give the styles, scripts and icons that a page asks for."""
    wanted = re.compile(
        r'<link rel="(?:stylesheet|icon)" href="([^"]+)"|<script [^>]*src="([^"]+)"'
    )
    paths = ("".join(found.groups("")) for found in wanted.finditer(site.page(url)))
    return {path: (site.file(url).parent / path).resolve() for path in paths}


def test_no_spaces_at_ends(site: Site) -> None:
    """Around the main column no line ends with a space."""
    for path in site.columns:
        frame = re.sub(r"<(script|article)\b.*?</\1>", "", site.page(path), flags=re.DOTALL)
        if "md-content__inner" in site.page(path):
            assert not re.search(r"[ \t]\n", frame), path


def test_foot_of_pages_that_stay(workshop: Workshop) -> None:
    """A page that is taken over from the last site has the present names at its foot."""
    nav = {"mkdocs.yml": configuration(nav=["index.md"])}
    notice = {"docs/mentions-legales.md": "# Mentions\n\nNous.\n"}
    workshop.write(SMALL, nav, notice).run("build", "-q")
    run = workshop.write({"docs/mentions-legales.md": "# Éditeur\n\nNous.\n"}).run("build", "-q")
    foot = Site(workshop.folder / "site").page("questions/prix/marge/").partition("forum-footer")[2]
    assert (run.status, ">Éditeur</a>" in foot) == (0, True)

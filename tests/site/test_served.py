"""What `mkdocs serve` shows after an edit, and what it tells."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.conftest import Log, Workshop
from tests.edits import EDITS, FORUM, put
from tests.served import URL, Served
from tests.sites import configuration
from tests.small import SMALL

ANSWER = "docs/reponses/prix/marge/bob.md"
PAGE = "questions/prix/marge/"
PRINTED = "interventions/prix/imprimer/"
OUTPUTS = {
    *("atom.xml", "forum.ics", "forum.json", "llms.txt", "interventions/prix/index.md"),
    *(f"{PRINTED}index.html", "editions/2024/actes/index.html", "editions/2024/programme/"),
}
"""Paths of what is made when it is asked for."""

OF_LAST_BUILD = {"search/search_index.json"}
"""Path of what stays as the last build of the whole site made it: it is made of all texts."""

Serve = Callable[..., Served]


@pytest.fixture
def serve(workshop: Workshop) -> Iterator[Serve]:
    """Give what serves the forum of the workshop in a folder of a name."""
    with ExitStack() as opened:

        def served(name: str, **options: Any) -> Served:
            site = Served(workshop.folder, workshop.folder / name, **options)
            opened.callback(site.close)
            return site

        yield served


def test_on_demand(workshop: Workshop, serve: Serve) -> None:
    """Whoever asks for a file gets what a build makes, though none was made before."""
    options = {"content_security_policy": False, "cards": True}
    put(workshop.folder, {**SMALL, "mkdocs.yml": configuration(site_url=URL, forum=options)})
    made = workshop.build().files
    served = serve("served")
    assert {PRINTED, "atom.xml"}.isdisjoint(served.paths)
    assert [path for path, held in made.items() if served.page(path) != held] == []


@pytest.mark.parametrize(
    "seed",
    [
        *range(10),
        *(pytest.param(seed, marks=pytest.mark.thorough) for seed in range(10, 300)),
    ],
)
def test_edits(workshop: Workshop, log: Log, serve: Serve, seed: int) -> None:
    """After some edits, all that is served is what a first build makes; of faults, before them."""
    draw = random.Random(seed)
    texts = dict(FORUM)
    put(workshop.folder, texts)
    served = serve("served")
    good, done = dict(texts), []
    for _ in range(draw.randint(1, 4)):
        edit = draw.choice(EDITS)
        done.append(edit.__name__)
        edit(texts, draw)
        put(workshop.folder, texts)
        log.take()
        served.rebuild()
        if not any(line.startswith("ERROR") for line in log.take()):
            good = dict(texts)
        for path in draw.sample(sorted(served.paths | OUTPUTS), 3):
            served.page(path)
    put(workshop.folder, good)
    shutil.rmtree(workshop.folder / ".cache")
    cold = serve("cold")
    asked = (served.paths | cold.paths | OUTPUTS) - OF_LAST_BUILD
    wrong = [path for path in sorted(asked) if served.page(path) != cold.page(path)]
    log.take()
    assert (done, wrong) == (done, [])


def test_fault(workshop: Workshop, log: Log, serve: Serve) -> None:
    """A fault is told below the page of before, which stays; once it is mended, all is well."""
    put(workshop.folder, SMALL)
    served = serve("served")
    before = served.page(PAGE)
    workshop.write({ANSWER: SMALL[ANSWER].replace("date", "jour")})
    served.rebuild()
    assert served.page(PAGE) == before
    told = served.bar(PRINTED)
    assert "docs/reponses/prix/marge/bob.md:2:1: F111" in told
    assert "vouliez-vous écrire" in told
    assert [line[:5] for line in log.take()] == ["ERROR", "ERROR"]
    workshop.write({"mkdocs.yml": "site_name: [", ANSWER: SMALL[ANSWER] + "Plus.\n"})
    served.rebuild()
    assert (served.page(PAGE), "mkdocs.yml" in served.bar()) == (before, True)
    assert log.take() != []
    workshop.write({"mkdocs.yml": SMALL["mkdocs.yml"]})
    served.rebuild()
    assert served.bar(PAGE) == ""
    assert "Plus." in served.text(PAGE)


def test_sitemap(workshop: Workshop, serve: Serve) -> None:
    """The map of the site tells the day of an answer as soon as the answer does."""
    put(workshop.folder, SMALL)
    served = serve("served")
    assert "2025-02-03" not in served.text("sitemap.xml")
    workshop.write({ANSWER: SMALL[ANSWER].replace("date:", "updated: 2025-02-03\ndate:")})
    served.rebuild()
    assert f"{PAGE}</loc>\n         <lastmod>2025-02-03" in served.text("sitemap.xml")
    assert served.page("sitemap.xml.gz") == serve("cold").page("sitemap.xml.gz")


def test_sitemap_in_order(workshop: Workshop, serve: Serve) -> None:
    """Pages keep their place in the map of the site, whichever talk comes first."""
    put(workshop.folder, FORUM)
    served = serve("served")
    first = served.text("sitemap.xml")
    talk = "docs/interventions/valeur.md"
    workshop.write({talk: FORUM[talk].replace("title: La", "title: Une")})
    served.rebuild()
    assert served.builds == 1
    assert served.text("sitemap.xml") == serve("cold").text("sitemap.xml") == first


def test_only_what_changed(workshop: Workshop, serve: Serve) -> None:
    """An edit of a text builds no site; a page that comes or goes does."""
    put(workshop.folder, SMALL)
    served = serve("served")
    workshop.write({ANSWER: SMALL[ANSWER] + "Encore.\n"})
    served.rebuild()
    assert "Encore." in served.text(PAGE)
    assert "Encore." in served.text(PRINTED)
    assert served.builds == 1
    workshop.write({"docs/membres/zoe.md": "---\nname: Zoé Martin\n---\n"})
    served.rebuild()
    assert "Zoé Martin" in served.text("membres/zoe/")
    assert served.builds == 2


@pytest.mark.parametrize(
    ("wrong", "code", "is_strict"),
    [
        ({ANSWER: SMALL[ANSWER].replace("date", "jour")}, "F111", False),
        ({ANSWER: SMALL[ANSWER].replace("date", "jour")}, "F111", True),
        ({ANSWER: SMALL[ANSWER] + "\n![](../../../membres/ana.png)\n"}, "F307", True),
    ],
)
def test_fault_at_first(
    workshop: Workshop, log: Log, serve: Serve, wrong: dict[str, str], code: str, is_strict: bool
) -> None:
    """Of a forum that can't be shown yet the faults are; once they are mended, it is there."""
    put(workshop.folder, {**SMALL, **wrong})
    served = serve("served", strict=is_strict)
    assert code in served.bar()
    workshop.write({path: f"{text} Encore." for path, text in wrong.items()})
    served.rebuild()
    assert code in served.bar()
    assert any(line.startswith("ERROR") for line in log.take())
    put(workshop.folder, SMALL)
    served.rebuild()
    assert (served.bar(), served.bar(PAGE)) == ("", "")
    assert "Beaucoup" in served.text(PAGE)

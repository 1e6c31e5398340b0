"""The page that explains the codes: every code at its anchor, in the language of the site."""

import re
from html import unescape

import pytest

from mkdocs_forum.core.faults.catalogue.codes import CODES
from mkdocs_forum.core.words.language import Language
from tests.conftest import Workshop
from tests.sites import Site, strip_tags
from tests.small import SMALL, SMALL_ENGLISH

FORUMS = {
    "fr": (SMALL, "contribuer/", "controles/"),
    "en": (SMALL_ENGLISH, "contribute/", "faults/"),
}


@pytest.fixture(scope="module", params=FORUMS)
def language(request: pytest.FixtureRequest) -> str:
    """Give each language of the interface."""
    return str(request.param)


@pytest.fixture(scope="module")
def built(language: str, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build a small forum in a language; once for all tests."""
    folder = tmp_path_factory.mktemp(f"codes-{language}")
    return Workshop(folder).write(FORUMS[language][0]).build(strict=True)


def test_anchors(built: Site, language: str) -> None:
    """Each code has a place on the page, in order, which the reports lead to."""
    _, guide, word = FORUMS[language]
    found = [name for name in built.html(guide + word).ids if re.fullmatch(r"f\d+", name)]
    assert found == [code.lower() for code in CODES]


def test_words(built: Site, language: str) -> None:
    """Each code is told with its title and its reason, as the reports have them."""
    _, guide, word = FORUMS[language]
    main = built.main(guide + word)
    told = " ".join(unescape(strip_tags(main)).split())
    tell = Language(language).tell
    wanted = {
        name: " ".join(f"{name} {tell(code.title)} {tell(code.reason)}".split())
        for name, code in CODES.items()
    }
    assert {name: words for name, words in wanted.items() if words not in told} == {}


def test_mended(built: Site, language: str) -> None:
    """What the check mends by itself is marked, and nothing else."""
    _, guide, word = FORUMS[language]
    marked = built.main(guide + word).count("mkdocs-forum check --fix")
    assert marked == sum(code.is_mechanical for code in CODES.values())


def test_way_there(built: Site, language: str) -> None:
    """The guide leads to the page."""
    _, guide, word = FORUMS[language]
    assert word in [link.url for link in built.html(guide).links]

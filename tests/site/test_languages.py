"""The languages of the interface: each site speaks one, save what its members wrote in another."""

import gettext
import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import accumulate
from pathlib import Path

import pytest

import mkdocs_forum
from mkdocs_forum.core.words.languages import conventions
from tests.conftest import Workshop
from tests.sites import Html, Site, configuration, joined, strip_tags
from tests.small import SMALL, SMALL_ENGLISH, in_language

LOCALES = Path(mkdocs_forum.__file__).parent / "locales"


def _sentences(language: str, other: str) -> Iterator[str]:
    """Give the sentences of a catalogue, without those that both languages share."""
    own, others = (gettext.translation("forum", LOCALES, [code]) for code in (language, other))
    told = {str(text) for text in others._catalog.values()}  # type: ignore[attr-defined]
    for text in set(own._catalog.values()) - told:  # type: ignore[attr-defined]
        plain = re.sub(r"<[^>]*>|%\(\w+\)s|\{\w+\}", "", str(text)).strip()
        is_shared = any(plain in each for each in told)  # "Close", in "Close the question".
        if len(plain) > 3 and "Project-Id" not in plain and not is_shared:
            yield plain


def _told(site: Site) -> Iterator[tuple[str, str]]:
    """Give what the forum's own part of each page says, names for screen readers included."""
    for path, text in site.columns.items():
        text = re.sub(r"<(pre|code)\b.*?</\1>", "", text, flags=re.DOTALL)
        text = re.sub(r"<(\w+)[^>]*\blang=.*?</\1>", "", text, flags=re.DOTALL)
        names = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', text)
        yield path, unescape(" ".join([strip_tags(text), *names]))


def _strangers(site: Site, language: str, own: str) -> list[tuple[str, str]]:
    words = "|".join(map(re.escape, _sentences(language, own)))
    sentences = re.compile(rf"(?<!\w)(?:{words})(?!\w)")
    return [(path, words) for path, told in _told(site) for words in sentences.findall(told)]


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build a forum in English."""
    folder = tmp_path_factory.mktemp("english")
    return Workshop(folder).write(SMALL_ENGLISH).build(strict=True)


def test_english_site(english: Site) -> None:
    """A site in English has the folders of English and says nothing in French."""
    assert joined(english.dead_links()) == ""
    assert _strangers(english, "fr", "en") == []
    assert "About: price !" in strip_tags(english.main("talks/price/"))


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Build a forum in German."""
    folder = tmp_path_factory.mktemp("german")
    return Workshop(folder).write(in_language("de")).build(strict=True)


def test_german_site(german: Site) -> None:
    """A site in German has folders, headings and days of its own, and says nothing in English."""
    assert joined(german.dead_links()) == ""
    strangers = {words for _, words in _strangers(german, "en", "de")}
    assert strangers <= {"What"}  # A question of theirs.
    assert {path.split("/")[0] for path in german.pages} - {"404.html", "index.html"} == {
        *("folgen", "fragen", "mitglieder", "mitmachen", "sitzungen", "suche", "tagungen"),
        *("meine-texte", "themen", "vortraege"),
    }
    told = strip_tags(german.main("tagungen/2024/"))
    assert "1. und 2. Oktober 2024" in told
    assert "3. Tagung" in unescape(told).replace("\u00a0", " ")


def test_unspoken_language(workshop: Workshop, caplog: pytest.LogCaptureFixture) -> None:
    """A theme whose language no catalogue speaks is told of, unless another one is named."""
    for forum, is_told in (({}, True), ({"language": "en"}, False)):
        caplog.clear()
        files = {"docs/index.md": "# Forumo\n"}
        workshop.write(files, {"mkdocs.yml": configuration(language="eo", forum=forum)}).build()
        assert ("no sentences in 'eo'" in caplog.text) is is_told


def test_english_words_of_addresses(english: Site) -> None:
    """The addresses of a site in English are English."""
    folders = {path.split("/")[0] for path in english.pages} - {"404.html", "index.html"}
    assert folders == {
        "contribute",
        "editions",
        "follow",
        "members",
        "my-texts",
        "questions",
        "search",
        "sessions",
        "talks",
        "topics",
    }
    for path in (
        "editions/2024/proceedings/index.html",
        "talks/price/print/index.html",
        "questions/open/index.html",
    ):
        assert path in english.pages


def test_english_typography(english: Site) -> None:
    """No space of French stands in a site in English, nor French quotes; numbers hold together."""
    found = re.compile("[\u202f«»]|(?<!\\d)\u00a0|\u00a0(?!\\d)")
    assert [path for path, told in _told(english) if found.search(told)] == []


def test_french_site(site: Site) -> None:
    """A site in French says nothing in English."""
    assert _strangers(site, "en", "fr") == []


@pytest.mark.parametrize("language", ["site", "english", "german"])
def test_choices_of_the_search(language: str, request: pytest.FixtureRequest) -> None:
    """Whatever hits may be chosen by has a name, and each state finds a question."""
    site: Site = request.getfixturevalue(language)
    facets, index = (
        json.loads((site.path / f"assets/forum/search/{name}.json").read_text("utf-8"))
        for name in ("facets", "index")
    )
    kinds = [kind for kind, count in index["kinds"] for _ in range(count)]
    for facet, names in (("kind", index["names"]), ("status", index["statuses"])):
        assert [names.get(value) for value, *_ in facets[facet]] == [
            name for _, name, _ in facets[facet]
        ]
    assert not [name for value, name, _ in facets["edition"] + facets["person"] if name == value]
    for status, _, documents in facets["status"]:
        numbers = accumulate(int(step, 36) for step in documents.split())
        assert "question" in {kinds[number] for number in numbers}, status


def test_french_footnotes(site: Site) -> None:
    """What Markdown extensions add is French, too."""
    assert "Jump back" not in site.main("interventions/le-juste-prix/")


def test_french_spaces(site: Site) -> None:
    """Before high signs and inside guillemets stand spaces that don't break, on every page."""
    wrong = []
    for path, told in _told(site):
        wrong += [(path, found) for found in re.findall(r".{8} [;!?»:%](?!\S).{0,8}|« .{8}", told)]
    assert wrong == []


def test_french_elision(site: Site) -> None:
    """« De » loses its vowel before a name that begins with one."""
    found = [
        (path, words)
        for path, told in _told(site)
        for words in re.findall(r"\b[Dd]e [AEIOUYÉÈÊÀÂÎÔH]\w+", told)
    ]
    assert found == []


def test_language_of_parts(site: Site) -> None:
    """What is marked as English is English: the furniture around it isn't."""
    french = re.compile(r"question|réponse|rencontre|Lire|Voir|mai\b|Intervention", re.IGNORECASE)
    wrong = []
    for path, column in site.columns.items():
        html = Html(column)
        for tag, attributes, start, end in html.elements:
            if attributes.get("lang") == "en":
                text = re.sub(r"(?s)<(\w+)[^>]*\blang=\"fr\".*?</\1>", "", column[start:end])
                told = unescape(strip_tags(text)).replace("Questions left open", "")
                wrong += [(path, tag, words) for words in french.findall(told)]
    assert wrong == []


def test_language_of_titles(site: Site) -> None:
    """A title in another language is marked as such wherever it stands."""
    title = "Pricing abroad: what changes?"
    wrong = []
    for path, column in site.columns.items():
        marked = [
            (start, end)
            for _, attributes, start, end in Html(column).elements
            if attributes.get("lang") == "en"
        ]
        places = [found.start() for found in re.finditer(re.escape(title), column)]
        wrong += [
            path for place in places if not any(start <= place < end for start, end in marked)
        ]
    assert wrong == []


@pytest.mark.parametrize("own", [{}, {"separator": "[_]+"}], ids=["unsaid", "said"])
def test_words_of_the_themes_search(workshop: Workshop, own: dict[str, str]) -> None:
    """Where the theme's search is wanted, words are parted as the language, or the site, wants."""
    plugins = [{"search": own}, {"forum": {"search": False}}]
    site = workshop.write(SMALL, {"mkdocs.yml": configuration(plugins=plugins)}).build()
    wanted = own.get("separator", conventions("fr").search_separator)
    assert site.search["config"]["separator"] == wanted
    assert not (site.path / "recherche").exists()
    assert "forum-search" not in site.page("interventions/prix/")

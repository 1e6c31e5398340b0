"""A talk in two languages: each page leads to the other, and both to one set of questions."""

import json
import re

from tests.sites import Site

ORIGINAL, TRANSLATION = "interventions/pricing-abroad/", "interventions/le-prix-a-l-etranger/"
QUESTION = "questions/pricing-abroad/discount/"
ROOT = "https://forum.example.org/"


def test_pages(site: Site) -> None:
    """Each says in which other language the talk is; its questions lead to the same pages."""
    for here, there, lang in ((ORIGINAL, TRANSLATION, "fr"), (TRANSLATION, ORIGINAL, "en")):
        column = site.main(here)
        name = there.split("/")[1]
        assert f'<a href="../{name}/" hreflang="{lang}" lang="{lang}">' in column
        assert 'href="../../questions/pricing-abroad/journey/"' in column
    _, text = site.main(TRANSLATION).split('class="forum-text"')
    assert 'lang="en"' not in text.split("</h2>")[0]
    assert "Qui paie le voyage" in site.main(TRANSLATION)
    former = site.page("questions/le-prix-a-l-etranger/discount/")
    assert 'href="../../pricing-abroad/discount/"' in former


def test_question(site: Site) -> None:
    """The page of a question has its wording in both languages, and the search knows both."""
    column = site.main(QUESTION)
    assert re.search(r'hreflang="fr" lang="fr">Un client fidèle doit-il', column)
    assert "Should a faithful client" in column


def test_lists(site: Site) -> None:
    """Lists show the talk once, with its other language."""
    rows = re.findall(
        r'<h\d class="forum-row__title"><a href="([^"]+)"', site.main("interventions/")
    )
    assert ("pricing-abroad/" in rows, "le-prix-a-l-etranger/" in rows) == (True, False)
    assert "Aussi en français" in site.main("editions/2025/")


def test_other_programs(site: Site) -> None:
    """Heads and the map of the site tell each language; structured data, which is which."""
    for url in (ORIGINAL, TRANSLATION):
        links = re.findall(
            r'<link rel="alternate " href="([^"]+)" hreflang="([^"]+)"', site.page(url)
        )
        assert sorted(links) == sorted(
            [
                (ROOT + ORIGINAL, "en"),
                (ROOT + ORIGINAL, "x-default"),
                (ROOT + TRANSLATION, "fr"),
            ]
        )
        assert site.page("sitemap.xml").count(f'href="{ROOT}{url}"/>') == 2
    assert '"translationOfWork":{"@type":"CreativeWork","name":"Pricing abroad' in site.page(
        TRANSLATION
    )
    assert '"workTranslation":[{' in site.page(ORIGINAL)
    talks = json.loads(site.page("editions/2025/edition.json"))["talks"]
    found = {talk["id"]: talk for talk in talks}
    assert found["le-prix-a-l-etranger"]["translation_of"] == "pricing-abroad"
    assert found["pricing-abroad"]["questions"][0]["wordings"][0]["language"] == "fr"


def test_answer(own_site: Site) -> None:
    """An answer in another language says so on its page, on paper, in feeds and in the data."""
    page = own_site.main("questions/le-bureau-d-un-pere/quitter-les-lieux/")
    assert re.search(r'<div class="forum-answer__text" lang="en"><p>I did not get', page)
    assert '<div lang="en">' in own_site.page("interventions/le-bureau-d-un-pere/imprimer/")
    feed = own_site.page("interventions/le-bureau-d-un-pere/atom.xml")
    assert re.search(r'<entry xml:lang="en">(?:(?!</entry>).)*I did not get', feed, re.DOTALL)
    assert '"language": "en"' in own_site.page("editions/2024/edition.json")

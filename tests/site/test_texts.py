"""What may stand in an entry, and what becomes of it on the pages."""

import json
import re
from html import unescape

import pytest

from tests.conftest import Log, Workshop
from tests.sites import Html, configuration, joined, strip_tags
from tests.small import SMALL

TITLE = '<b>x</b> & "y"'
TYPESET = "<b>x</b> & «\u202fy\u202f»"


def test_signs_of_html_in_titles(workshop: Workshop) -> None:
    """Titles are texts: what looks like HTML in them is shown, never obeyed."""
    quoted = json.dumps(TITLE)
    site = workshop.write(
        SMALL,
        {
            "docs/editions/2024.md": (
                f"---\ntitle: {quoted}\ndate: 2024-10-01\ntheme: {quoted}\nplace: {quoted}\n"
                f"organiser: {quoted}\naliases: vieux/2024/\n---\n"
            ),
            "docs/interventions/prix.md": (
                f"---\ntitle: {quoted}\nedition: 2024\nspeakers: ana\ntopics: [{quoted}]\n"
                f"summary: {quoted}\nsession: {quoted}\nlicence: {quoted}\n"
                "aliases: vieux/prix/\n---\n\n"
                '## Questions\n\n- Que vaut `<b>x</b>` & "y" ? {#marge}\n'
            ),
            "docs/membres/ana.md": (
                f"---\nname: {quoted}\ncompany: {quoted}\nrole: {quoted}\nplace: {quoted}\n---\n"
            ),
            "docs/reponses/prix/marge/ana.md": (
                f"---\ndate: 2024-11-02\nsources: [{quoted}]\n---\n\nBien.\n"
            ),
        },
    ).build(strict=True)
    for path, content in site.files.items():
        if path.endswith((".html", "index.json", "sitemap.xml")):
            text = content.decode()
            assert "<b>x" not in text, path
            assert "&amp;lt;" not in text, path
            assert "&amp;amp;" not in text, path
    for url in ("interventions/prix/", "editions/2024/", "membres/ana/", "themes/b-x-b-y/"):
        html = site.html(url)
        (title,) = html.inner("title")
        heading, *_ = html.inner("h1")
        assert unescape(title) == f"{TYPESET} - Forum"
        assert unescape(heading) == TYPESET
    (heading,) = site.html("questions/prix/marge/").inner("h1")
    assert unescape(heading) == "Que vaut <b>x</b> & «\u202fy\u202f»\u202f?"
    titles = {url: unescape(document["title"]) for url, document in site.search_index.items()}
    assert titles["questions/prix/marge/#ana"] == f"Réponse de {TYPESET}"


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("Note: un prix se dit tôt.", []),
        ("title: rien", []),
        ("---\n\nAprès un trait.", []),
        # What looks like another file is told in each of the five texts.
        ("---\ntitle: faux\n---\n\nAprès un faux en-tête.", ["F159"] * 5),
        ("    du code", []),
        ("# Un titre de premier rang", []),
        ("{#rien} et {{ rien }} et {% rien %}", []),
    ],
)
def test_first_line_is_kept(workshop: Workshop, log: Log, first: str, told: list[str]) -> None:
    """Whatever stands first in a text is text: of a talk, a member, an edition, an answer.

    That holds where the site's Markdown reads keys, too.
    """
    body = f"{first}\n\nLe mot de la fin."
    talk = SMALL["docs/interventions/prix.md"].replace("Du prix.\n", f"{body}\n")
    site = workshop.write(
        SMALL,
        {
            "docs/interventions/prix.md": talk,
            "mkdocs.yml": configuration(markdown_extensions=["meta", "attr_list"]),
            "docs/membres/ana.md": f"---\nname: Ana Ferrand\ntopics: Prix\n---\n{body}\n",
            "docs/editions/2024.md": f"---\ntitle: Rencontre\ndate: 2024-10-01\n---\n{body}\n",
            "docs/reponses/prix/marge/bob.md": f"---\ndate: 2024-11-02\n---\n{body}\n",
            "docs/questions/prix/marge.md": (
                f"---\nstatus: synthesised\ndate: 2024-12-01\n---\n{body}\n"
            ),
        },
    ).build(strict=not told)
    assert [line.split()[2] for line in log.take() if line.startswith("WARNING")] == told
    words = re.findall(r"[\w']+", first)
    for url in ("interventions/prix/", "membres/ana/", "editions/2024/", "questions/prix/marge/"):
        text = unescape(strip_tags(site.main(url)))
        assert "Le mot de la fin" in text, url
        assert [word for word in words if word not in text] == [], url
    assert "Le prix" in next(site.html("interventions/prix/").inner("h1"))


HOOK = """
import json
from pathlib import Path

seen = {}

def on_page_context(context, page, config, nav):
    seen[page.file.src_uri] = page.meta
    return context

def on_post_build(config):
    Path(config.site_dir, "meta.json").write_text(json.dumps(seen, default=str))
"""


def test_frontmatter_stays_in_the_forum(workshop: Workshop) -> None:
    """An entry can't set what the theme reads of a page, such as its template."""
    options = configuration(hooks=["hook.py"])
    workshop.write(SMALL, {"mkdocs.yml": options, "hook.py": HOOK})
    site = workshop.build(strict=True)
    seen = json.loads((site.path / "meta.json").read_text())
    assert set(seen["interventions/prix.md"]) == {"description", "template", "title", "hide"}
    assert set(seen["membres/ana.md"]) == {"description", "template", "title", "hide"}
    assert set(seen["editions/2024.md"]) == {"description", "template", "title", "hide"}


def test_keys_of_other_plugins(workshop: Workshop) -> None:
    """Keys that are named under `extra_keys` reach the page with their types, texts escaped."""
    options = configuration(
        hooks=["hook.py"], forum={"extra_keys": ["level", "weight", "seen", "colours"]}
    )
    header = "level:\n  easy: true\nweight: 3\nseen: 2024-10-01\ncolours: [a<b, '\"c']\n---\n"
    talk = SMALL["docs/interventions/prix.md"].replace("---\n\nDu prix", f"{header}\nDu prix")
    member = f"---\nname: Ana Ferrand\ntopics: Prix\n{header}"
    workshop.write(
        SMALL,
        {
            "mkdocs.yml": options,
            "hook.py": HOOK,
            "docs/interventions/prix.md": talk,
            "docs/membres/ana.md": member,
        },
    )
    site = workshop.build(strict=True)
    meta = json.loads((site.path / "meta.json").read_text())["interventions/prix.md"]
    assert meta["level"] == {"easy": True}
    assert meta["weight"] == 3
    assert meta["seen"] == "2024-10-01"
    assert meta["colours"] == ["a&lt;b", "&quot;c"]


def test_own_pages_introduce(workshop: Workshop) -> None:
    """A page of the site's own at the address of a listing stands above it, under its own title."""
    site = workshop.write(
        SMALL,
        {
            "docs/interventions/index.md": "# Nos interventions\n\nToutes.\n",
            "docs/questions/sans-reponse.md": "---\ntitle: Aidez-nous\n---\n\nVite.\n",
            "docs/themes/prix.md": "Ce que nous disons du prix.\n",
            "docs/index.md": "# Bienvenue\n\nChez nous.\n",
        },
    ).build(strict=True)
    for url, title, text, item in (
        ("interventions/", "Nos interventions", "Toutes.", "Le prix"),
        ("questions/sans-reponse/", "Aidez-nous", "Vite.", "Que vaut un rabais"),
        ("themes/prix/", "Prix", "Ce que nous disons du prix.", "Le prix"),
        ("", "Bienvenue", "Chez nous.", "Le prix"),
    ):
        main = site.main(url)
        headings = [strip_tags(heading) for heading in Html(main).inner("h1")]
        assert headings == [title], url
        assert 0 < main.index(text) < main.index(item), url


def test_own_page_takes_the_place_of_the_guide(workshop: Workshop) -> None:
    """Of the guide to contributing only the site's own text remains, where there is one."""
    own = {"docs/contribuer/index.md": "---\ntitle: Écrire\n---\n\nAppelez-nous.\n"}
    site = workshop.write(SMALL, own).build(strict=True)
    assert "Appelez-nous." in site.main("contribuer/")
    assert "forum_answering" not in site.main("contribuer/")


def test_links_within_the_detail_of_a_question(workshop: Workshop) -> None:
    """What stands below a question is part of its talk, on the question's page too.

    Links to sections, footnotes and references are written once, for the talk.
    """
    talk = (
        "---\ntitle: Le prix\nedition: 2024\nspeakers: ana\n---\n\n## Compter\n\nTout.\n\n"
        "## Questions\n\n- Que vaut une marge ? {#marge}\n\n"
        "    Voir [plus haut](#compter), [l'étude][etude] et la note[^1].\n\n"
        "[^1]: Une note.\n\n[etude]: https://example.org/etude\n"
    )
    options = configuration(markdown_extensions=["footnotes"])
    site = workshop.write(
        SMALL, {"mkdocs.yml": options, "docs/interventions/prix.md": talk}
    ).build()
    assert joined(site.dead_links()) == ""
    main = site.main("questions/prix/marge/")
    assert 'href="../../../interventions/prix/#compter"' in main
    assert 'href="https://example.org/etude"' in main
    assert "[^1]" not in main


def test_pictures_of_drafts(workshop: Workshop) -> None:
    """A picture that drafts alone show isn't published; one that a text shows, too, is."""
    draft = (
        "---\ntitle: Plus tard\nedition: 2024\nspeakers: ana\ndraft: true\n---\n\n"
        "![Seule](seule.gif) ![Commune](../membres/la%20commune.gif)\n"
    )
    member = f"{SMALL['docs/membres/ana.md']}\n![Commune](la%20commune.gif)\n"
    gif = "GIF89a\x01\0\x01\0"
    workshop.write(
        SMALL,
        {
            "docs/interventions/tard.md": draft,
            "docs/interventions/seule.gif": gif,
            "docs/interventions/autre.gif": gif,
            "docs/membres/la commune.gif": gif,
            "docs/membres/ana.md": member,
        },
    )
    found = {path for path in workshop.build().files if path.endswith(".gif")}
    assert found == {"interventions/autre.gif", "membres/la commune.gif"}


def test_what_no_consent_names_is_not_published(workshop: Workshop, log: Log) -> None:
    """Contact data and the photograph without consent stand in no file of the site."""
    member = (
        "---\nname: Ana Ferrand\nphoto: photos/ana.gif\ncontact:\n  email: ana@example.org\n"
        "  phone: 06 39 98 11 22\n  address: 3 rue du Port\n"
        "consent:\n  publish: []\n  date: 2026-01-01\n---\n"
    )
    workshop.write(
        SMALL,
        {"docs/membres/ana.md": member, "docs/membres/photos/ana.gif": "GIF89a\x01\0\x01\0 IMAGE"},
    )
    site = workshop.build()
    told = log.take()
    assert [line.split(" ")[1:3] for line in told] == [
        ["docs/membres/ana.md:3:1:", "F301"],
        ["docs/membres/ana.md:5:3:", "F301"],
        ["docs/membres/ana.md:6:3:", "F301"],
        ["docs/membres/ana.md:7:3:", "F301"],
    ]
    secrets = (b"ana@example.org", b"0639981122", b"06 39 98 11 22", b"3 rue du Port", b"IMAGE")
    found = [
        (path, secret)
        for path, content in site.files.items()
        for secret in secrets
        if secret in content
    ]
    assert found == []

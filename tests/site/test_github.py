"""What members write as on GitHub, on the pages of a site without any extension of its own."""

import pytest

from tests.conftest import Workshop
from tests.small import SMALL

HEAD = "---\ntitle: {}\nedition: 2024\nspeakers: ana\n---\n\n"
TEXTS: dict[str, tuple[str, str, list[str], list[str]]] = {
    "list right below a paragraph": (
        "Trois habitudes",
        "Avant chaque mission, je fais trois choses :\n- je relis l'offre,\n"
        "- j'appelle le client,\n- je note ce que je ne sais pas.\n\nEnsuite je me déplace.\n",
        ["<li>je relis l’offre,</li>", "<li>je note ce que je ne sais pas.</li>"],
        ["- je"],
    ),
    "numbers right below a paragraph": (
        "Étapes",
        "Voici l'ordre :\n1. écouter\n2. reformuler\n3. chiffrer\n",
        ["<ol>", "<li>chiffrer</li>"],
        ["2. ref"],
    ),
    "numbers from the fourth on": (
        "Suite",
        "4. écouter\n5. reformuler\n",
        ['<ol start="4">'],
        [],
    ),
    "nested by two spaces": (
        "Imbriquée",
        "- Préparer\n  - lire le dossier\n  - poser les questions\n- Restituer\n",
        ["<li>Préparer<ul>\n<li>lire le dossier</li>"],
        [],
    ),
    "details with Markdown": (
        "Replié",
        "<details>\n<summary>Le tableau complet</summary>\n\n**Avant** : voir "
        "[la note](https://example.org/note).\n\n- un\n- deux\n\n</details>\n",
        [
            "<summary>Le tableau complet</summary>",
            "<strong>Avant</strong>",
            '<a href="https://example.org/note">la note</a>',
            "<li>deux</li>",
        ],
        ["**", "- un"],
    ),
    "struck": ("Prix", "Le prix était de ~~540~~ 680 euros.\n", ["<del>540</del>"], ["~"]),
    "bare addresses": (
        "Adresses",
        "La note est sur https://example.org/note et mon adresse est ana@example.org.\n",
        ['<a href="https://example.org/note">https://example.org/note</a> et'],
        [],
    ),
    "tasks": ("Tâches", "- [ ] un\n- [x] deux\n", ['type="checkbox"', "checked"], ["[ ]", "[x]"]),
    "note": ("Note", "Un fait[^1].\n\n[^1]: Source.\n", ['class="footnote-ref"'], ["Source.>"]),
    "own title": (
        "L’été du fichier",
        "# L'été  du fichier\n\nLe texte commence ici.\n\n## Suite\n",
        ["<p>Le texte commence ici.</p>", '<h2 id="suite">'],
        ["L'été  du fichier", 'id="lete'],
    ),
    "other title": (
        "Le titre",
        "# Un\n\n## Deux\n\n###### Trois\n",
        ['<h2 id="un">', '<h3 id="deux">', '<h6 id="trois">'],
        ['<h1 id="un"'],
    ),
    "alert": (
        "Alerte",
        "> [!CAUTION]\n> Ne signez *rien*.\n",
        ['class="admonition danger"', 'admonition-title">Danger<', "<em>rien</em>"],
        ["[!"],
    ),
    "unclosed signs": ("Signes", "Le tableau <![ tel <? quel <!.\n", ["&lt;![ tel"], []),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the main column of a talk with each text."""
    workshop = Workshop(tmp_path_factory.mktemp("github"))
    names = {name: f"texte-{number}" for number, name in enumerate(TEXTS)}
    talks = {
        f"docs/interventions/{names[name]}.md": HEAD.format(title) + text
        for name, (title, text, _, _) in TEXTS.items()
    }
    site = workshop.write(SMALL, talks).build()
    return {name: site.main(f"interventions/{names[name]}/") for name in TEXTS}


@pytest.mark.parametrize("name", TEXTS)
def test_text(pages: dict[str, str], name: str) -> None:
    """It is shown as GitHub shows it, and its title once."""
    _, _, shown, hidden = TEXTS[name]
    text = pages[name].partition('<div class="forum-text">')[2]
    assert [piece for piece in shown if piece not in text] == []
    assert [piece for piece in hidden if piece in text] == []
    assert pages[name].count("<h1") == 1


def test_every_kind_of_text(workshop: Workshop) -> None:
    """Answers, syntheses, editions and members are read so, too; the site's own pages aren't."""
    text = "Deux :\n- ~~un~~\n  - deux\n"
    site = workshop.write(
        SMALL,
        {
            "docs/editions/2024.md": SMALL["docs/editions/2024.md"] + text,
            "docs/membres/ana.md": SMALL["docs/membres/ana.md"] + text,
            "docs/reponses/prix/marge/bob.md": f"---\ndate: 2024-11-02\n---\n\n{text}",
            "docs/questions/prix/marge.md": (
                f"---\nstatus: synthesised\ndate: 2025-01-01\n---\n\n{text}"
            ),
            "docs/membres/index.md": text,
            "docs/a-propos.md": text,
        },
    ).build()
    counts = {
        path: site.main(path).count("<li><del>un</del><ul>\n<li>deux</li>")
        for path in ("editions/2024/", "membres/ana/", "questions/prix/marge/", "membres/")
    }
    assert counts == {path: 1 + (path == "questions/prix/marge/") for path in counts}
    assert "\n- ~~un~~\n  - deux</p>" in site.main("a-propos/")

"""A forum with one long talk that has everything, and what was answered to it."""

from collections.abc import Mapping
from pathlib import Path
from shutil import copyfile

from tests.sites import FORUM, configuration, write

TALK = "tout-ce-qui-simprime"
EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "tables", "md_in_html"),
    {"toc": {"permalink": True}},
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.mark"),
    {"pymdownx.highlight": {"linenums": True}},
    {"pymdownx.tasklist": {"custom_checkbox": True}},
    {"pymdownx.tabbed": {"alternate_style": True}},
]
LONG = "https://example.org/" + "/".join(f"chapitre-{number}-du-rapport" for number in range(1, 9))
ANSWERS = {"aucune": 0, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "longue": 1}
"""How many answers each question has."""


NUMBER, AMOUNT = "98765", "54\u00a0321\u00a0€"
"""Stand in narrow columns beside a long text."""


def _prose(seed: int, sentences: int) -> str:
    """Write sentences that differ from all others."""
    return " ".join(
        f"La {seed}e mission a duré {number + 3} semaines, et le client « pressé » en voulait "
        f"{seed + number} de moins : qui l'aurait cru ?"
        for number in range(sentences)
    )


def _talk() -> str:
    rows = "\n".join(
        f"| Poste {number} | dépense du mois {number}, à répartir | {number * 37} € | {number} % |"
        for number in range(1, 71)
    )
    sections = "\n\n".join(
        f"## Partie {number}\n\n{_prose(number, 4)}\n\n"
        f"### Détail {number}\n\n{_prose(40 + number, 7)}"
        for number in range(1, 6)
    )
    questions = "\n".join(
        [
            "- Que répondre à qui ne demande *rien* ? {#aucune}",
            "- Que dire [du rapport](https://example.org/rapport?an=2024&mois=11) ? {#une}",
            "- Faut-il choisir[^2] ? {#deux}",
            "",
            "    Deux cas, au moins :",
            "",
            "    1. le client paie d'avance ;",
            "    2. le client recommande.",
            "",
            "- Qui tranche quand trois confrères se contredisent ? {#trois}",
            "- À quatre voix, laquelle garder ? {#quatre}",
            "- Combien de pages faut-il pour répondre ? {#longue}",
        ]
    )
    return f"""\
---
title: "Tout ce qui s'imprime : <une> intervention & ses \\"réponses\\""
edition: "2024"
speakers: [ana, bob]
session: Foire aux idées
topics: [Papier, Encre]
licence: CC BY-SA 4.0
---

L'OCDE compte ; l'OCDE publie[^1]. Voir [le rapport entier]({LONG}), <https://example.org/seul>,
[l'autre intervention](autre.md).

*[OCDE]: Organisation de coopération et de développement économiques

{sections}

## Un tableau

| Poste | Libellé | Montant | Part |
| --- | --- | ---: | ---: |
{rows}

??? note "Ce qui est replié"

    Le texte replié dit le secret de la mission.

=== "En hiver"

    Rien au-delà de cinq.

=== "En été"

    Dix, si l'agenda est vide.

!!! warning "À retenir"

    On retient ce qui est encadré.

```python
def cout(journee, frais):  # {"un commentaire qui ne tient pas sur une ligne " * 3}
    return journee + frais
```

| Large | {" | ".join(f"Colonne-{number}" for number in range(1, 11))} |
| --- | {" | ".join("---" for _ in range(10))} |
| Adresse | {" | ".join("anticonstitutionnellement" for _ in range(10))} |

| Numéro | Texte | Montant |
| --- | --- | ---: |
| {NUMBER} | {_prose(91, 3)} | {AMOUNT} |
| 2 | {_prose(92, 45)} | |

- [x] Relire ==deux fois==
- [ ] Signer

![Le visage d'une consœur](photo.png)

[![Le même visage](photo.png)](https://example.org/visage)

Terme
:   Sa définition.

## Questions en suspens

{questions}

[^1]: La note dit [où la trouver](https://example.org/note-de-bas-de-page).

[^2]: Une note sous une question.
"""


def _answers() -> Mapping[str, str]:
    authors = ("ana", "bob", "cleo", "dan")
    found = {}
    for place, (question, count) in enumerate(ANSWERS.items()):
        for number, author in enumerate(authors[:count]):
            seed = 100 + 10 * place + number
            paragraphs = 22 if question == "longue" else 1 + number
            body = "\n\n".join(_prose(seed + 1000 * part, 4) for part in range(paragraphs))
            link = f"[une page](https://example.org/{question}/{author})"
            found[f"docs/reponses/{TALK}/{question}/{author}.md"] = (
                f"---\ndate: 2025-{1 + number:02}-05\n---\n\n{body}\n\nVoir {link}[^1].\n\n"
                f"[^1]: Note de la réponse {seed}.\n"
            )
    return found


def write_everything(folder: Path) -> Path:
    """Write the forum; its edition has another talk, to which this one links."""
    write(
        folder,
        {
            "mkdocs.yml": configuration(
                markdown_extensions=EXTENSIONS,
                copyright="Textes sous CC BY-SA 4.0",
                theme={
                    "palette": [
                        {"media": f"(prefers-color-scheme: {name})", "scheme": scheme}
                        for name, scheme in (("light", "default"), ("dark", "slate"))
                    ]
                },
            ),
            "docs/editions/2024.md": (
                "---\ntitle: Douzième rencontre\ndate: 2024-10-01\nend_date: 2024-10-02\n"
                "theme: Ce que le papier garde\nplace: Metz\norganiser: Bob\n---\n\n"
                "Voir [la deuxième](../interventions/autre.md).\n"
            ),
            f"docs/interventions/{TALK}.md": _talk(),
            "docs/interventions/autre.md": (
                f'---\ntitle: L\'autre intervention\nedition: "2024"\nspeakers: cleo\n'
                f"topics: Papier\n---\n\n{_prose(77, 5)}\n\n"
                f"Voir [la première]({TALK}.md#partie-2).\n\n"
                "## Questions\n\n- Et le prix ? {#prix}\n"
            ),
            "docs/membres/ana.md": (
                "---\nname: Ana Ferrand\nrole: Contrôle de gestion\ncontact:\n"
                "  email: ana@example.org\n  phone: 06 39 98 11 22\n"
                "consent: {publish: [email, phone], date: 2024-01-01}\n---\n"
            ),
            "docs/membres/bob.md": "---\nname: Bob Quéméner\nwebsite: https://example.org/bob\n---\n",
            "docs/membres/cleo.md": "---\nname: Cléo Vasseur\n---\n",
            "docs/membres/dan.md": "---\nname: Dan Ottavi\n---\n",
            f"docs/questions/{TALK}/quatre.md": (
                "---\nstatus: synthesised\nby: bob\ndate: 2025-06-15\n---\n\n"
                "La première ; voir [pourquoi](https://example.org/synthese).\n"
            ),
            **_answers(),
        },
    )
    photo = FORUM / "docs/membres/photos/chloe.png"
    copyfile(photo, folder / "docs/interventions/photo.png")
    return folder

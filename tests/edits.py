"""Random edits of a small forum whose texts lead to each other."""

import random
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.sites import configuration
from tests.small import SMALL

Texts = dict[str, str]

FORUM: Texts = {
    **SMALL,
    "docs/interventions/valeur.md": (
        "---\ntitle: La valeur\nedition: 2024\nspeakers: [bob, ana]\n"
        "topics: [Prix, Valeur]\n---\n\n"
        "Voir [le prix](prix.md#compter), [Ana](../membres/ana.md) et "
        "[une réponse](../reponses/prix/marge/bob.md).\n\n![Vue](vue.gif)\n\n"
        "## Questions\n\n- Quelle valeur ? {#quelle}\n\n    Avec [un détail](prix.md).\n"
    ),
    "docs/interventions/vue.gif": "GIF89a\x01\0\x01\0",
    "docs/interventions/projet.md": (
        "---\ntitle: Un projet\nedition: 2027\nspeakers: ana\ndraft: true\n---\n\nUn projet.\n"
    ),
    "docs/editions/2027.md": "---\ntitle: Rencontre 2027\ndate: 2027-10-01\n---\n\nÀ venir.\n",
    "docs/questions/valeur/quelle.md": (
        "---\nstatus: synthesised\nby: ana\ndate: 2025-01-01\ntopics: [Bilan]\n---\n\n"
        "Selon [Bob](../../reponses/prix/marge/bob.md).\n\n## Suite\n\nRien.\n"
    ),
    "docs/reponses/valeur/quelle/bob.md": (
        "---\ndate: 2024-12-01\n---\n\n"
        "Voir [la synthèse](../../../questions/valeur/quelle.md#suite)"
        ", et écrire à <https://example.org/>.[^1]\n\n[^1]: Une note.\n"
    ),
    "docs/a-propos.md": "# À propos\n\nDe [Bob](membres/bob.md).\n",
}
"""Files of a forum whose texts lead to each other."""


def _some(texts: Texts, draw: random.Random, folder: str) -> str | None:
    found = sorted(path for path in texts if path.startswith(f"docs/{folder}"))
    found = [path for path in found if path.endswith(".md")]
    return draw.choice(found) if found else None


def change_text(texts: Texts, draw: random.Random) -> None:
    """Write a paragraph more at the end of a text."""
    kinds = ("interventions", "reponses", "questions", "membres", "editions", "a-propos")
    if path := _some(texts, draw, draw.choice(kinds)):
        piece = draw.choice(("Plus.", "## Titre\n\nBas.", "[Ana](/x)", "**Gras** : « oui »."))
        texts[path] = f"{texts[path]}\n{piece}\n"


def change_key(texts: Texts, draw: random.Random) -> None:
    """Change a title or a name."""
    if path := _some(texts, draw, draw.choice(("interventions", "membres", "editions"))):
        word = draw.choice(("Neuf", "Été", "R&D"))
        for key in ("title: ", "name: "):
            texts[path] = texts[path].replace(key, f"{key}{word} ", 1)


def add_answer(texts: Texts, draw: random.Random) -> None:
    """Answer a question, retained or not, as a draft or not."""
    key, who = draw.choice(("prix/marge", "prix/rabais", "valeur/quelle")), draw.choice("ab")
    member = {"a": "ana", "b": "bob"}[who]
    kept = f"retained: {draw.choice(('true', 'false'))}\ndraft: {draw.choice(('true', 'false'))}"
    texts[f"docs/reponses/{key}/{member}.md"] = (
        f"---\ndate: 2025-0{draw.randint(1, 9)}-01\n{kept}\n---\n\nRéponse.\n"
    )


def add_outcome(texts: Texts, draw: random.Random) -> None:
    """Close a question, or draw its answers together."""
    status = draw.choice(("closed", "synthesised"))
    texts[f"docs/questions/prix/{draw.choice(('marge', 'rabais'))}.md"] = (
        f"---\nstatus: {status}\ndate: 2025-02-03\nby: bob\n---\n\nAinsi.\n"
    )


def add_talk(texts: Texts, draw: random.Random) -> None:
    """Give another talk."""
    name = draw.choice(("aaa", "zzz"))
    texts[f"docs/interventions/{name}.md"] = (
        f"---\ntitle: {name}\nedition: {draw.choice(('2024', '2027'))}\nspeakers: bob\n"
        f"topics: [{draw.choice(('Prix', 'Autre'))}]\n---\n\nDu neuf.\n\n## Questions\n\n"
        "- Encore ? {#encore}\n"
    )


def add_member(texts: Texts, draw: random.Random) -> None:
    """Add a member, and let an answer be theirs."""
    texts["docs/membres/zoe.md"] = "---\nname: Zoé Martin\ntopics: Valeur\n---\n\nBonjour.\n"
    texts["docs/reponses/prix/rabais/zoe.md"] = "---\ndate: 2025-03-04\n---\n\nDe Zoé.\n"


def add_edition(texts: Texts, draw: random.Random) -> None:
    """Add an edition, after the others or before them."""
    year = draw.choice(("2020", "2030"))
    texts[f"docs/editions/{year}.md"] = f"---\ntitle: En {year}\ndate: {year}-05-06\n---\n"


def remove(texts: Texts, draw: random.Random) -> None:
    """Remove an answer, an outcome or a talk with all that was said of it."""
    kind = draw.choice(("reponses", "questions", "interventions/valeur"))
    if path := _some(texts, draw, kind):
        del texts[path]
        if "valeur" in kind:
            for other in [other for other in texts if "/valeur/" in other]:
                del texts[other]


def rename_question(texts: Texts, draw: random.Random) -> None:
    """Call a question otherwise, with its answers and its outcome."""
    for path in [path for path in texts if "/prix/rabais" in path]:
        texts[path.replace("/prix/rabais", "/prix/remise")] = texts.pop(path)
    talk = "docs/interventions/prix.md"
    texts[talk] = texts[talk].replace("{#rabais}", "{#remise}")


def rename_member(texts: Texts, draw: random.Random) -> None:
    """Let a member's file have another name; the former address leads to the new one."""
    if "docs/membres/bob.md" not in texts:
        return
    for path in list(texts):
        if path.endswith("/bob.md"):
            texts[path.replace("/bob.md", "/robert.md")] = texts.pop(path)
    for path, text in texts.items():
        if path.endswith(".md"):
            texts[path] = (
                text.replace("bob.md", "robert.md").replace("speakers: bob", "speakers: robert")
                .replace("[bob", "[robert").replace("by: bob", "by: robert")
            )  # fmt: skip
    member = "docs/membres/robert.md"
    texts[member] = texts[member].replace("---\n", "---\naliases: [membres/bob/]\n", 1)


def toggle_draft(texts: Texts, draw: random.Random) -> None:
    """Publish a draft, or take a text back."""
    if path := _some(texts, draw, draw.choice(("interventions", "reponses"))):
        text = texts[path]
        if "draft: true" in text:
            texts[path] = text.replace("draft: true\n", "")
        else:
            plain = text.replace("draft: false\n", "")
            texts[path] = plain.replace("---\n", "---\ndraft: true\n", 1)


def change_picture(texts: Texts, draw: random.Random) -> None:
    """Put another picture there."""
    texts["docs/interventions/vue.gif"] = draw.choice(("GIF89a\x02\0\x02\0", "GIF89a\x03\0\x02\0"))


def change_options(texts: Texts, draw: random.Random) -> None:
    """Change the configuration."""
    options = draw.choice(
        (
            {"forum": {"page_size": 2}},
            {"forum": {"typography": False}},
            {"nav": ["index.md", {"Propos": "a-propos.md"}, "interventions/index.md"]},
            {"site_url": "https://example.org/f/"},
            {"use_directory_urls": False},
            {"markdown_extensions": ["admonition", "footnotes"]},
            {"theme": {"features": ["navigation.tabs"]}},
        )
    )
    texts["mkdocs.yml"] = configuration(**options)


def change_template(texts: Texts, draw: random.Random) -> None:
    """Override a template."""
    texts["mkdocs.yml"] = configuration(theme={"custom_dir": "theme"})
    footer = draw.choice(("un", "deux"))
    texts["theme/main.html"] = (
        '{% extends "base.html" %}{% block footer %}' + footer + "{% endblock %}"
    )


EDITS: tuple[Callable[[Texts, random.Random], None], ...] = (
    *(change_text, change_text, change_key, add_answer, add_outcome, add_talk, add_member),
    *(add_edition, remove, rename_question, rename_member, toggle_draft, change_picture),
    *(change_options, change_template),
)


def put(folder: Path, texts: Mapping[str, str]) -> None:
    """Let a folder hold the files, and no others."""
    for name in ("docs", "theme"):
        for path in sorted((folder / name).rglob("*"), reverse=True):
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path.relative_to(folder).as_posix() not in texts:
                path.unlink()
    for name, text in texts.items():
        path = folder / name
        held = text.encode("latin-1" if name.endswith(".gif") else "utf-8")
        if not path.is_file() or path.read_bytes() != held:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(held)

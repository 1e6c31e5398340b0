"""Outputs made of equal parts say the same, whatever was edited meanwhile."""

import datetime
import random
import re
from collections.abc import Callable, Iterator

import pytest

from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.forum import Forum, load
from mkdocs_forum.core.html.tree import Text, read
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.settings import FOLDERS, WORDS, Settings
from mkdocs_forum.core.outputs.contents import Contents
from mkdocs_forum.core.outputs.days import Days
from mkdocs_forum.core.outputs.outputs import outputs
from mkdocs_forum.core.outputs.search.search import search_files
from mkdocs_forum.core.pages.making.make_views import make_views
from mkdocs_forum.core.pages.output import Output
from mkdocs_forum.core.pages.pages import derive_pages
from mkdocs_forum.core.printing.talk import Texts
from mkdocs_forum.core.publish.serialise import Fingerprints, digest
from tests import edits

TODAY = datetime.date(2026, 11, 20)
SETTINGS = Settings(
    site_name="Forum",
    site_url="https://forum.example.org/a/",
    language="fr",
    folders=FOLDERS["fr"],
    words=WORDS["fr"],
    today=TODAY,
)
KEYS = {
    "interventions": (
        *("aliases: [interventions/ancien/]", "licence: CC0", "lang: en", "summary: En bref"),
        *("session: Atelier", "date: 2024-10-03", "start: '14:00'", "duration: 30", "order: 3"),
        *("notice: [{date: 2025-01-02, text: Un erratum}]", "room: Bleue", "topics: [Prix, Neuf]"),
        *("question_aliases: {vieille: quelle}", "title: L'idée", "title: L’idée"),
    ),
    "reponses": (
        *("sources: [Un livre]", "updated: 2025-06-07", "licence: CC0", "retained: true"),
        *("notice: [{date: 2025-01-02, text: Un erratum}]", "replies_to: bob", "lang: en"),
    ),
    "questions": (
        *("asked_of: bob", "topics: [Autre]", "date: 2025-09-09", "by: bob", "status: closed"),
        *("promised: [{by: ana, until: 2026-12-01}]", "duplicate_of: prix/marge"),
        "status: duplicate\nduplicate_of: prix/marge",
    ),
    "membres": (
        *("aliases: [membres/vieux/]", "role: Conseil", "company: Une maison", "place: Lyon"),
        *("sort_name: Aaa", "topics: [Prix]", "name: L'un", "name: L’un"),
    ),
    "editions": (
        *("place: Lyon", "theme: La valeur", "number: 9", "end_date: 2024-12-31"),
        *("aliases: [editions/vieille/]", "call: {closes: 2024-02-03}"),
        *("title: L'an", "title: L’an", "editors: [Ana]"),
    ),
    "themes": ("also: [Tarif]", "also: [Coût]", "part_of: Valeur", "title: Prix juste"),
}


def set_keys(texts: edits.Texts, draw: random.Random) -> None:
    """Give keys of a text other values."""
    folder = draw.choice(sorted(KEYS))
    found = [path for path in texts if path.startswith(f"docs/{folder}/") and path.endswith(".md")]
    if found:
        path, lines = draw.choice(sorted(found)), draw.choice(KEYS[folder])
        for line in lines.split("\n"):
            key = line.partition(":")[0]
            rest = re.sub(rf"(?m)^{key}:.*\n", "", texts[path])
            texts[path] = rest.replace("---\n", f"---\n{line}\n", 1)


def word_question(texts: edits.Texts, draw: random.Random) -> None:
    """Ask the same otherwise, or say more of it."""
    path = "docs/interventions/valeur.md"
    if path in texts:
        asked = draw.choice(("- Quelle valeur ?", "- L'autre ?", "- L’autre ?"))
        detail = draw.choice(("Avec ", "Sans ", "Ni "))
        text = re.sub(r"(?m)^- .*(?= \{#quelle\})", asked, texts[path])
        texts[path] = re.sub(r"(?m)^    \w+ ", f"    {detail}", text)


def add_topic(texts: edits.Texts, draw: random.Random) -> None:
    """Give a topic a page of its own."""
    texts.setdefault("docs/themes/prix.md", "---\ntitle: Prix\n---\n\nDu prix.\n")


EDITS: tuple[Callable[[edits.Texts, random.Random], None], ...] = (
    *(edit for edit in edits.EDITS if edit not in (edits.change_options, edits.change_template)),
    *([set_keys] * 20),
    *(word_question, word_question, add_topic),
)


def read_texts(texts: edits.Texts) -> Forum:
    """Read a forum."""
    held = {path.removeprefix("docs/"): text for path, text in texts.items() if ".md" in path}
    return load(held, SETTINGS)


def made(library: Library) -> Iterator[Output]:
    """Give the outputs of a forum, as builds ask for them; what texts say is their source."""
    views = make_views(library, SETTINGS)
    kinds = {
        "talk": library.talks,
        "edition": library.editions,
        "answer": library.answers,
        "synthesis": library.outcomes,
        "detail": {key: each for key, each in library.questions.items() if each.detail},
        "member": library.members,
    }
    found: dict[str, dict[str, Text]] = {
        kind: {
            key: read(f"<p>{getattr(each, 'body', '') or getattr(each, 'detail', '')}</p>")
            for key, each in entries.items()
        }
        for kind, entries in kinds.items()
    }
    rendered = Texts(
        found["talk"],
        found["edition"],
        answers=found["answer"],
        syntheses=found["synthesis"],
        details=found["detail"],
        members=found["member"],
    )
    hashes = {
        f"{kind}:{key}": digest(text.html)
        for kind, entries in found.items()
        for key, text in entries.items()
    }
    contents = Contents(library, views, rendered, SETTINGS, Days(TODAY), hashes)
    pages = list(derive_pages(library, SETTINGS, views))
    yield from outputs(contents)
    yield from search_files(contents, pages, [])


@pytest.mark.parametrize(
    "seed",
    [*range(8), *(pytest.param(seed, marks=pytest.mark.thorough) for seed in range(8, 200))],
)
def test_edits(seed: int) -> None:
    """What has the same path and is made of equal parts says the same."""
    draw, known, done = random.Random(seed), dict[tuple[str, str], str](), []
    texts = dict(edits.FORUM)
    for _ in range(40):
        edit, edited = draw.choice(EDITS), dict(texts)
        edit(edited, draw)
        forum = read_texts(edited)
        if any(fault.severity is Severity.ERROR for fault in forum.faults):
            continue  # Of such a forum nothing is made.
        texts, prints = edited, Fingerprints()
        done.append(edit.__name__)
        for output in made(forum.library):
            if output.made_of is not None:
                key = (output.target, prints.of(output.made_of))
                assert known.setdefault(key, output.text) == output.text, (done, output.target)
    assert any("/prix/" in target for target, _ in known)

"""A forum in which every place holds an attack."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.redirects import redirects
from mkdocs_forum.core.model.settings import FOLDERS, Settings
from mkdocs_forum.core.reading.files import check_files
from tests.attacks import BODIES, FIELDS, NAMES, PICTURE, collected
from tests.sites import configuration, write

SETTINGS = Settings(language="fr", folders=FOLDERS["fr"])

STEP = 8
"""Of the collected payloads every eighth is put into a page; the policy is tried on all."""
PER_PAGE = 60
"""Answers on one page."""

KINDS = (
    *("interventions/t{}/", "questions/t{}/q/", "membres/m{}/", "editions/e{}/"),
    *("themes/sujet-{}/", "interventions/t{}/imprimer/"),
)
"""Pages on which each text stands; they are opened in turn."""

EXTENSIONS = [
    *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"),
    *("pymdownx.details", "pymdownx.highlight", "pymdownx.keys", "pymdownx.superfences"),
    {"pymdownx.tabbed": {"alternate_style": True}},
    {"pymdownx.tasklist": {"custom_checkbox": True}},
    {"toc": {"permalink": True}},
]
CONFIGURATION: Mapping[str, Any] = {
    "markdown_extensions": EXTENSIONS,
    "theme": {
        "features": [
            *("content.code.annotate", "content.code.copy", "content.footnote.tooltips"),
            *("content.tabs.link", "content.tooltips", "navigation.instant", "navigation.tabs"),
            "toc.follow",
        ],
        "palette": [
            {"scheme": "default", "toggle": {"icon": "material/weather-sunny", "name": "a"}},
            {"scheme": "slate", "toggle": {"icon": "material/weather-night", "name": "b"}},
        ],
    },
    "validation": {"links": {"not_found": "ignore", "unrecognized_links": "ignore"}},
}


@dataclass(frozen=True)
class Hostile:
    """A forum of attacks."""

    texts: Mapping[str, str]
    """Its files."""
    pages: Sequence[str]
    """The addresses at which an attack is shown."""
    redirects: Sequence[str]
    """The former addresses that are attacks."""
    told: Sequence[str]
    """Files that a check refuses, which no page shows."""


@cache
def hostile() -> Hostile:
    """Give the forum; what a check refuses is left out, as no build would take it."""
    texts = dict([*_bodies(), *_fields(), *_names(), *_collected(), *_frame()])
    told: list[str] = []
    while True:
        library, faults, _ = load(texts, SETTINGS)
        refused = {
            fault.location.path for fault in faults if fault.severity is Severity.ERROR
        } & set(texts)
        if not refused:
            break
        told += sorted(refused)
        texts = {path: text for path, text in texts.items() if path not in refused}
    options = configuration(**CONFIGURATION)
    files = {f"docs/{path}": text for path, text in texts.items()}
    return Hostile(
        {"mkdocs.yml": options, **files}, list(_pages(texts, library)), _former(library), told
    )


def write_hostile(folder: Path, attacks: Hostile) -> Path:
    """Write the forum with its pictures, save those that a check refuses."""
    write(folder, attacks.texts)
    pictures = [f"membres/{name}.png" for name in NAMES.values()]
    docs = folder / "docs"
    for path in pictures:
        (docs / path).write_bytes(PICTURE)
    faults = list(check_files(docs, pictures, SETTINGS, lambda _: False))
    for refused in {fault.location.path for fault in faults}:
        (docs / refused).unlink()
    return folder


def _entry(body: str, **keys: object) -> str:
    """Write an entry; JSON is YAML, too."""
    header = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items()]
    return "\n".join(["---", *header, "---", "", body, ""])


def _frame() -> Iterator[tuple[str, str]]:
    yield "membres/ana.md", _entry("", name="Ana")
    yield "editions/2024.md", _entry("", title="2024", date="2024-10-01")
    yield "questions/index.md", BODIES["image"]
    yield "interventions/README.md", BODIES["attribute list, settings"]
    yield "membres/index.md", BODIES["heading, first"]
    yield "themes/seul.md", BODIES["heading"]
    yield "index.md", "# Accueil"


def _bodies() -> Iterator[tuple[str, str]]:
    """Put each text into an entry of every kind."""
    for number, body in enumerate(BODIES.values()):
        asked = " ".join(body.split()) or "a"
        detail = "\n".join(f"    {line}" for line in body.split("\n"))
        talk = f"{body}\n\n## Questions\n\n- {asked} {{#q}}\n\n{detail}\n"
        yield (
            f"interventions/t{number}.md",
            _entry(
                talk, title=f"T{number}", edition="2024", speakers="ana", topics=f"Sujet {number}"
            ),
        )
        yield f"reponses/t{number}/q/ana.md", _entry(body, date="2024-11-02")
        yield f"questions/t{number}/q.md", _entry(body, status="synthesised", date="2025-01-01")
        yield f"membres/m{number}.md", _entry(body, name=f"M{number}")
        yield f"editions/e{number}.md", _entry(body, title=f"E{number}", date="2020-01-01")
        yield f"themes/sujet-{number}.md", body


def _fields() -> Iterator[tuple[str, str]]:
    """Fill every key that takes a text with each value."""
    for number, value in enumerate(FIELDS.values()):
        yield (
            f"editions/f{number}.md",
            _entry("", title=value, date="2021-01-01", theme=value, place=value, organiser=value),
        )
        yield (
            f"membres/f{number}.md",
            _entry(
                "",
                name=value,
                company=value,
                role=value,
                place=value,
                topics=[value, "a"],
                contact={"address": value},
                consent={"publish": ["address"], "date": "2024-01-01"},
            ),
        )
        yield (
            f"interventions/f{number}.md",
            _entry(
                f"a\n\n## Questions\n\n- {value} {{#q}}\n",
                title=value,
                edition=f"f{number}",
                speakers=f"f{number}",
                session=value,
                topics=[value, "a"],
                summary=value,
                licence=value,
            ),
        )
        yield f"reponses/f{number}/q/f{number}.md", _entry("a", date="2024-11-02", sources=[value])
        yield f"themes/f{number}.md", _entry("a", title=value, description=value)
        # Keys that are told: none reaches a page.
        for key, kind in (("template", "membres"), ("website", "membres"), ("hide", "editions")):
            keys = {"name": "a", key: value} if kind == "membres" else {"title": "a", key: value}
            yield f"{kind}/k{number}-{key}.md", _entry("", **keys)


def _names() -> Iterator[tuple[str, str]]:
    """Call entries of every kind by each name, and let it be a picture and a former address."""
    for number, name in enumerate(NAMES.values()):
        talk = "a\n\n## Questions\n\n- a {#q}\n"
        yield (
            f"interventions/{name}.md",
            _entry(talk, title=name, edition="2024", speakers="ana", topics=name),
        )
        yield f"editions/{name}.md", _entry("", title=name, date="2022-01-01")
        yield f"membres/{name}.md", _entry("", name=name)
        yield f"themes/{name}.md", "a"
        yield f"reponses/f5/q/{name}.md", _entry("a", author="ana", date="2024-11-02")
        pictures = f'![{number}](<{name}.png> "{number}")\n\n<img src="{name}.png" alt="a">\n'
        yield f"membres/n{number}.md", _entry(pictures, name=f"N{number}", photo=f"{name}.png")
        yield f"membres/p{number}.md", _entry(pictures, name=f"P{number}")
        letter = {"publish": ["email"], "date": "2024-01-01"}
        contact = {"email": f"{name}@example.org"}
        yield f"membres/l{number}.md", _entry("", name="L", contact=contact, consent=letter)
    for number, name in enumerate([*NAMES.values(), *FIELDS.values()]):
        yield f"membres/a{number}.md", _entry("", name=f"A{number}", aliases=[name])


def _collected() -> Iterator[tuple[str, str]]:
    """Put collected payloads into answers, many to a page, each rendered by itself."""
    for number, payload in enumerate(list(collected())[::STEP]):
        talk = f"c{number // PER_PAGE}"
        if number % PER_PAGE == 0:
            yield (
                f"interventions/{talk}.md",
                _entry(
                    "## Questions\n\n- a {#q}\n",
                    title=payload or "a",
                    edition="2024",
                    speakers="ana",
                ),
            )
        yield (
            f"reponses/{talk}/q/ana-{number}.md",
            _entry(payload, author="ana", date="2024-11-02", sources=[payload or "a"]),
        )


def _former(library: Library) -> list[str]:
    return [found.target.removesuffix("index.html") for found in redirects(library, SETTINGS)]


def _pages(texts: Mapping[str, str], library: Library) -> Iterator[str]:
    """Give an address for each attack; those of our own stand on pages of several kinds in turn."""
    yield from ("", "interventions/", "questions/", "questions/sans-reponse/", "editions/")
    yield from ("membres/", "themes/", "themes/seul/", "editions/2024/actes/")
    for path in texts:
        folder, _, name = path.removesuffix(".md").partition("/")
        number = int("".join(filter(str.isdigit, name)) or 0)
        if name.startswith("c") and folder == "interventions":
            yield f"questions/{name}/q/"
        elif name.startswith("f") and folder == "interventions":
            yield f"interventions/{name}/"
            yield f"questions/{name}/q/"
            yield f"interventions/{name}/imprimer/"
        elif name.startswith("f") and folder in {"editions", "membres", "themes"}:
            yield f"{folder}/{name}/"
        elif name.startswith("t") and folder == "interventions":
            yield KINDS[number % len(KINDS)].format(number)
        elif re.fullmatch(r"[lnp]\d+", name) or name in NAMES.values():
            yield from [f"{folder}/{name}/"] if path in library.pages else []

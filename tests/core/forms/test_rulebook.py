"""The rulebook: what forms know of the rules and of the forum."""

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath as Path
from typing import Any

import pytest
from markdown import Markdown

from mkdocs_forum.core.checks.link_targets import Site
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.forms.fields import CONSENT, FORMS
from mkdocs_forum.core.forms.page_fields import ASKED
from mkdocs_forum.core.forms.rulebook import RULEBOOK, rulebook, rulebook_file
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.assets import SCRIPTS, assets
from mkdocs_forum.core.reading.entry import MODELS, START_PAGES

SETTINGS = Settings(
    language="fr",
    today=datetime.date(2024, 12, 1),
    licence="CC BY 4.0",
    email="forum@example.org",
    repository="https://github.com/example/forum.git",
)


NOWHERE = Site()


def made(
    forum: Mapping[str, str], settings: Settings = SETTINGS, site: Site = NOWHERE
) -> dict[str, Any]:
    """Give the rulebook of a forum, as a browser reads it."""
    library, _, _ = load(dict(forum), settings)
    read: dict[str, Any] = json.loads(json.dumps(rulebook(library, settings, site)))
    return read


def test_pictures(forum: dict[str, str]) -> None:
    """Names of pictures that are there can't be had again; of members, whom agreed photos show."""
    agreed = "photo: photos/ana.png\nconsent: {publish: [photo], date: 2004-01-01}\n---"
    files = {
        **forum,
        "members/ana.md": forum["members/ana.md"].replace("\n---", f"\n{agreed}", 1),
        "members/bob.md": forum["members/bob.md"].replace(
            "\n---", "\nphoto: photos/bob-durand.jpg\n---", 1
        ),
    }
    paths = ("photos/ana.png", "photos/bob-durand.jpg", "photos/zoe.webp")
    addresses = {f"members/{path}": "" for path in paths} | {"answers/prix/marge/schema.png": ""}
    found = made(files, site=Site(addresses=addresses))["pictures"]["taken"]
    assert found == ["ana.png", "schema.png"]


def test_entries(forum: dict[str, str]) -> None:
    """It knows what a new file may name, and which names it can't have."""
    files = {
        **forum,
        "talks/prix.md": forum["talks/prix.md"].replace(
            "order", "aliases: talks/cout/\nquestion_aliases: {taux: marge}\norder"
        ),
        "talks/projet.md": "---\ntitle: P\nedition: 2005\nspeakers: bob\ndraft: true\n---\n",
        "questions/prix/rabais.md": "---\nstatus: closed\ndate: 2005-01-01\n---\n",
        "answers/rabais-ana.md": (
            "---\nquestion: prix/rabais\nauthor: ana\ndate: 2004-11-02\n---\n\nPeu.\n"
        ),
    }
    found = made(files)["entries"]
    pages = {*SETTINGS.words.values(), *START_PAGES}
    found["taken"] = [path for path in found["taken"] if Path(path).stem not in pages]
    assert found == {
        "questions": [
            {
                "id": "avenir/quand",
                "title": "Pour quand\u202f?",
                "talk": "avenir",
            },
            {
                "id": "accord/qui",
                "title": "Qui signe\u202f?",
                "talk": "accord",
            },
            {
                "id": "prix/marge",
                "title": "Que vaut une marge\u202f?",
                "talk": "prix",
            },
        ],
        "members": [{"slug": "ana", "name": "Ana Martin"}, {"slug": "bob", "name": "Bob Durand"}],
        "editions": [
            {"slug": "2005", "title": "Forum 2005", "date": "2005-10-01"},
            {"slug": "2004", "title": "Forum 2004", "date": "2004-09-24"},
        ],
        "topics": ["Confiance", "Marge", "Signature"],
        "talks": {
            "accord": {"title": "L’accord", "lang": ""},
            "prix": {"title": "Le prix", "lang": ""},
            "avenir": {"title": "L’avenir", "lang": ""},
        },
        "settled": ["prix/rabais"],
        "renamed": {
            "cout/marge": "prix/marge",
            "cout/rabais": "prix/rabais",
            "cout/taux": "prix/marge",
            "prix/taux": "prix/marge",
        },
        "taken": [
            "answers/accord/qui/ana.md",
            "answers/prix/marge/ana.md",
            "answers/prix/marge/bob.md",
            "answers/prix/rabais/rabais-ana.md",
            "answers/rabais-ana.md",
            "members/ana.md",
            "members/bob.md",
            "talks/accord.md",
            "talks/avenir.md",
            "talks/cout.md",
            "talks/prix.md",
        ],
    }


def test_site(forum: dict[str, str]) -> None:
    """It says how a file is sent, and to what its author agrees."""
    told = made(forum)
    names = ("language", "docs", "licence", "email", "forge")
    assert {name: told[name] for name in names} == {
        "language": "fr",
        "docs": "docs",
        "licence": "CC BY 4.0",
        "email": "forum@example.org",
        "forge": {
            "kind": "github",
            "new": "https://github.com/example/forum/new/main",
            "upload": "https://github.com/example/forum/upload/main",
        },
    }


@pytest.mark.parametrize(
    ("repository", "forge"),
    [
        (None, {"kind": "", "new": "", "upload": ""}),
        (
            "https://codeberg.org/a/b",
            {
                "kind": "forgejo",
                "new": "https://codeberg.org/a/b/_new/main",
                "upload": "https://codeberg.org/a/b/_upload/main",
            },
        ),
        (
            "https://gitlab.com/a/b",
            {"kind": "gitlab", "new": "https://gitlab.com/a/b/-/new/main", "upload": ""},
        ),
    ],
)
def test_forge(forum: dict[str, str], repository: str | None, forge: Mapping[str, str]) -> None:
    """Other forges have another address, and some forums have none."""
    assert made(forum, replace(SETTINGS, repository=repository))["forge"] == forge


def test_field(forum: dict[str, str]) -> None:
    """A field says how it may be written, and what is told if it isn't."""
    found = {field["name"]: field for field in made(forum)["fields"]["members"]}
    assert found["phone"] == {
        "name": "phone",
        "within": "contact",
        "many": False,
        "label": "Numéro de téléphone",
        "pattern": {"source": r"^\+?[\p{Nd} .()-]{4,30}$", "flags": "u"},
        "hint": "écrivez un seul numéro en chiffres, par exemple «\u202f01 99 00 12 34\u202f»",
    }
    assert [name for name, field in found.items() if "pattern" in field] == [
        *("website", "photo", "account", "email", "phone", "fax"),
    ]


@pytest.mark.parametrize("kind", ASKED)
def test_order_of_fields(kind: str) -> None:
    """A form has its fields in the order in which the model writes its keys."""
    asked = [*FORMS[kind], *(CONSENT if kind == "members" else ())]
    keys = list(dict.fromkeys(field.keys[0] for field in asked if field.name != "slug"))
    assert keys == [key for key in MODELS[kind].model_fields if key in keys]


@pytest.mark.parametrize("known", [True, False])
def test_notation(forum: dict[str, str], known: bool) -> None:
    """It says which notations the site knows, so that a preview shows no others."""
    names = ["abbr", "admonition", "def_list", "footnotes"] if known else []
    site = Site(render=lambda text, path: Markdown(extensions=names).convert(text))
    assert made(forum, site=site)["notation"] == dict.fromkeys(
        ("abbreviations", "boxed", "definitions", "footnotes"), known
    )


def test_sentences(forum: dict[str, str]) -> None:
    """It holds every sentence that a script tells, and no other, in the language of the site."""
    scripts = [output.text for output in assets() if output.target.startswith(SCRIPTS)]
    named = set(re.findall(r'"([A-Z]+(?:_[A-Z]+)*)"', "".join(scripts)))
    told = made(forum)["sentences"]
    assert told.keys() == named & set(Sentence.__members__)
    assert [name for name, text in told.items() if text == Sentence[name]] == []


def test_pattern_of_the_organisers(forum: dict[str, str]) -> None:
    """Their own pattern for the heading of questions is found at the beginning of a heading."""
    settings = replace(SETTINGS, question_heading=re.compile(r"(?i)(?:Les |(?P<of>\w+) )?débats"))
    assert made(forum, settings)["rules"]["questions"]["heading"] == {
        "source": r"^(?:(?:Les |(?<of>[\p{L}\p{N}_]+) )?d\u{e9}bats)",
        "flags": "iu",
    }


def test_file(forum: dict[str, str]) -> None:
    """It is published as JSON, the same for the same forum."""
    library, _, _ = load(dict(forum), SETTINGS)
    output = rulebook_file(library, SETTINGS, NOWHERE)
    assert (output.target, json.loads(output.text)) == (RULEBOOK, made(forum))

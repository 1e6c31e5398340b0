"""Cards of members: what they agreed to publish, read back by a reader that isn't ours."""

from typing import Any

import pytest
import vobject

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.vcards import vcards
from mkdocs_forum.core.pages.making.make_views import make_views

SETTINGS = Settings(site_url="https://e.org/")
WHOLE = """---
name: {name}
company: "Ferrand; Filles, S.A."
role: 'Prix & marges \\ {{accolades}}'
website: https://example.org/ana
contact:
  email: ana@example.org
  phone:
    - 06 39 98 12 34
    - +33 1 99 00 12 35
  fax: 01 99 00 12 36
  address: |
    Résidence « Les Tilleuls »

    12, rue du Port ; bâtiment B
    29000 Quimper
consent:
  publish: {publish}
  date: 2026-01-01
---
"""


def cards(publish: str, name: str = "Ana Ferrand") -> dict[str, str]:
    """Give the cards of a forum with one member."""
    text = WHOLE.format(name=name, publish=publish)
    library, _, _ = load({"members/ana.md": text}, SETTINGS)
    made = vcards(library, make_views(library, SETTINGS), SETTINGS)
    return {output.target: output.text for output in made}


def read(text: str) -> Any:
    """Read a card."""
    assert all(len(line.encode()) <= 76 for line in text.split("\r\n"))
    return vobject.readOne(text)


def test_everything() -> None:
    """All that a member agreed to publish comes back, each number and each line."""
    [(path, text)] = cards("[email, phone, fax, address]").items()
    card = read(text)
    lines = "Résidence « Les Tilleuls »\n12, rue du Port ; bâtiment B\n29000 Quimper"
    assert path == "members/ana/ana.vcf"
    assert (card.fn.value, card.n.value.family, card.n.value.given) == (
        "Ana Ferrand",
        "Ferrand",
        "Ana",
    )
    assert [tel.value for tel in card.tel_list] == [
        "06 39 98 12 34",
        "+33 1 99 00 12 35",
        "01 99 00 12 36",
    ]
    assert (card.email.value, card.adr.value.street, card.label.value) == (
        "ana@example.org",
        lines,
        lines,
    )
    assert card.org.value == ["Ferrand; Filles, S.A."]
    assert card.title.value == "Prix & marges \\ {accolades}"
    assert (card.url.value, card.uid.value) == (
        "https://example.org/ana",
        "https://e.org/members/ana/",
    )


@pytest.mark.parametrize("name", ["שלום עולם", '"🦊 Ana; Ferrand, \\\\ </script> {}"', "é" * 90])
def test_names(name: str) -> None:
    """Whatever a name holds comes back."""
    [text] = cards("email", name).values()
    assert read(text).fn.value == name.strip('"').replace("\\\\", "\\")


@pytest.mark.parametrize(
    ("publish", "told"),
    [
        ("email", {"email"}),
        ("phone", {"tel"}),
        ("fax", {"tel"}),
        ("address", {"adr", "label"}),
    ],
)
def test_consent(publish: str, told: set[str]) -> None:
    """What no consent names stands in no card."""
    [text] = cards(publish).values()
    assert read(text).contents.keys() & {"email", "tel", "adr", "label"} == told


def test_nothing_to_tell() -> None:
    """Who can't be reached has no card."""
    assert cards("photo") == {}

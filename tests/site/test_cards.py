"""The cards of a site: where they are, what says so, and whose they are not."""

import pytest
from mkdocs.exceptions import Abort
from PIL import Image

from mkdocs_forum.adapter.options import forum as options
from tests.conftest import Log, Workshop
from tests.sites import Site, configuration, joined
from tests.small import SMALL

TALK, QUESTION = "interventions/prix/prix.png", "questions/prix/marge/marge.png"
CARDS = {"mkdocs.yml": configuration(forum={"cards": True})}


def background(site: Site, path: str = TALK) -> tuple[int, ...]:
    """Give the colour behind the words of a card."""
    found = Image.open(site.path / path).convert("RGB").getpixel((1190, 10))
    assert isinstance(found, tuple)
    return found


def test_cards(workshop: Workshop) -> None:
    """Each talk and each question has one, and its page leads there."""
    site = workshop.write(SMALL, CARDS).build()
    cards = {path for path in site.files if path.endswith(".png") and not path.startswith("assets")}
    assert cards == {TALK, QUESTION, "questions/prix/rabais/rabais.png"}
    for page, card in (("interventions/prix/", TALK), ("questions/prix/marge/", QUESTION)):
        html = site.page(page)
        assert f'<meta property="og:image" content="https://forum.example.org/{card}">' in html
    assert '"image":"https://forum.example.org/' in site.page("interventions/prix/")
    assert "og:image" not in site.page("membres/ana/")


def test_without_the_option(workshop: Workshop) -> None:
    """Who asks for none has none."""
    site = workshop.write(SMALL).build()
    assert TALK not in site.files
    assert "og:image" not in site.page("interventions/prix/")


def test_no_card_of_drafts_and_of_other_letters(workshop: Workshop) -> None:
    """A draft has no card, nor has a title that would be boxes."""
    talk = SMALL["docs/interventions/prix.md"]
    site = workshop.write(
        SMALL,
        CARDS,
        {
            "docs/interventions/deux.md": talk.replace("Le prix", "Deux\ndraft: true"),
            "docs/interventions/trois.md": talk.replace("Le prix", "שלום"),
        },
    ).build()
    unwanted = ("interventions/deux", "interventions/trois/trois.png", "questions/deux")
    assert [path for path in site.files if path.startswith(unwanted)] == []
    assert "og:image" not in site.page("interventions/trois/")


@pytest.mark.parametrize(
    ("palette", "style", "expected"),
    [
        (None, "", (64, 81, 181)),
        ({"primary": "teal"}, "", (0, 148, 133)),
        ([{"primary": "red"}, {"primary": "teal"}], "", (239, 85, 82)),
        ({"primary": "custom"}, ":root > * { --md-primary-fg-color: #1d3f58; }", (29, 63, 88)),
        ({"primary": "no such colour"}, "", (64, 81, 181)),
    ],
)
def test_palette(
    workshop: Workshop, palette: object, style: str, expected: tuple[int, ...]
) -> None:
    """A card has the colour of the site: its own, or that of its palette."""
    theme = {"palette": palette} if palette else {}
    config = configuration(forum={"cards": True}, theme=theme, extra_css=["own.css"])
    site = workshop.write(SMALL, {"mkdocs.yml": config, "docs/own.css": style}).build()
    assert background(site) == expected


def test_kept(workshop: Workshop) -> None:
    """What is kept is what is built again; what nothing shows any more isn't kept."""
    first = workshop.write(SMALL, CARDS).build().files[TALK]
    folder = workshop.folder / ".cache/plugin/forum/cards"
    kept = {path.name for path in folder.iterdir()}
    assert workshop.build().files[TALK] == first
    talk = SMALL["docs/interventions/prix.md"].replace("Le prix", "Le coût")
    workshop.write({"docs/interventions/prix.md": talk}).build()
    assert len(kept) == 3
    now = {path.name for path in folder.iterdir()}
    # The cards of its questions don't name the talk.
    assert (len(now), len(kept & now)) == (3, 2)


def test_without_the_library(workshop: Workshop, monkeypatch: pytest.MonkeyPatch, log: Log) -> None:
    """Who lacks the library is told how to install it."""
    monkeypatch.setattr(options, "find_spec", lambda name: None)
    workshop.write(SMALL, CARDS)
    with pytest.raises(Abort):
        workshop.build()
    assert "pip install 'mkdocs-forum[cards]'" in joined(log.take())

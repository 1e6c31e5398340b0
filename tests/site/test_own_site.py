"""The repository's own forum, and the examples that its guides and the reference show."""

import re
from collections import Counter

from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from mkdocs_forum.adapter.files import entry_texts
from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import FOLDERS, WORDS, Settings
from mkdocs_forum.core.model.topics import topic_key
from mkdocs_forum.core.reading.source import Source, read_source
from tests.conftest import Log, Workshop
from tests.sites import ROOT, Site, configuration, joined

GUIDES = (
    *("contribuer/index.md", "contribuer/intervention.md", "contribuer/recevoir.md"),
    *("contribuer/organiser.md", "contribuer/toute-l-annee.md", "contribuer/questions.md"),
    "contribuer/construire.md",
)
EXAMPLE = re.compile(r"<!-- fichier: (\S+) -->\s*\n(```+|~~~+)\w*\n(.*?)\n\2", re.DOTALL)
AUTHORS = {
    "interventions/la-relation-de-confiance/": "Jean-Paul Bardez",
    "interventions/a-deux-chez-le-meme-client/": "Béatrice Sauvanel, Nadir Tazerout",
    "questions/prix-d-ami/garder-l-ami/": "Gwenaël Trobihan",
    "questions/la-relation-de-confiance/valeur-ajoutee/": "Jean-Paul Bardez",
}
"""Whom a reader mode takes for the author: who speaks, or who asks."""
SETTINGS = Settings(language="fr", folders=FOLDERS["fr"], words=WORDS["fr"])


def _examples() -> list[tuple[str, str]]:
    found = []
    for guide in GUIDES:
        text = (ROOT / "docs" / guide).read_text(encoding="utf-8")
        found += [(path, f"{body}\n") for path, _, body in EXAMPLE.findall(text)]
    return found


def test_own_site_links(own_site: Site) -> None:
    """Every link of the site leads somewhere, and no page asks another host for anything."""
    assert joined(own_site.dead_links()) == ""
    assert joined(map(str, own_site.foreign())) == ""


def test_reader_modes(own_site: Site) -> None:
    """Who reads a page without its style gets each paragraph once, and the author who is meant."""
    for url, author in AUTHORS.items():
        html = (own_site.path / url / "index.html").read_text(encoding="utf-8")
        assert re.findall(r'<meta name="author" content="(.*?)">', html) == [author]
        paragraphs = Counter(re.findall(r"<p>(.{60,}?)</p>", html))
        assert len(paragraphs) > 2
        assert [text for text, times in paragraphs.items() if times > 1] == []


def test_guides_show_whole_files() -> None:
    """The guides show a file of each kind, each once."""
    paths = [path for path, _ in _examples()]
    assert len(set(paths)) == len(paths)
    kinds = {path.split("/")[1] for path in paths}
    assert kinds == {"editions", "interventions", "membres", "questions", "reponses"}


def test_examples_of_the_guides(workshop: Workshop) -> None:
    """Put into an empty forum, the guides' files build it without a fault."""
    site = workshop.write({"mkdocs.yml": configuration()}, dict(_examples())).build(strict=True)
    assert joined(site.dead_links()) == ""


def test_fault_shown_in_the_guide() -> None:
    """The guide shows a fault as the software tells it."""
    text = (ROOT / "docs/contribuer/index.md").read_text(encoding="utf-8")
    assert re.search(r"^\S+\.md:\d+:\d+: F\d{3} .+\n    conseil\u00a0: .+$", text, re.MULTILINE)


def test_examples_of_the_reference(workshop: Workshop, log: Log) -> None:
    """The reference's configuration and its talk make a forum, with what the talk names."""
    page = (ROOT / ".github/reference/writing.md").read_text(encoding="utf-8")
    # The first of each kind.
    blocks = dict(reversed(re.findall(r"```(yaml|markdown)\n(.*?)```", page, re.DOTALL)))
    site = workshop.write(
        {
            "mkdocs.yml": f"{blocks['yaml']}site_url: https://forum.example.org/\n",
            "docs/talks/trust.md": blocks["markdown"],
            "docs/editions/2027.md": "---\ntitle: Meeting\ndate: 2027-05-28\n---\n",
            "docs/members/ana-lopez.md": "---\nname: Ana Lopez\n---\n",
            "docs/answers/trust/real-need/ana-lopez.md": "---\ndate: 2026-11-20\n---\n\nI ask.\n",
        }
    ).build(strict=True)
    assert 'id="ana-lopez"' in site.main("questions/trust/real-need/")
    assert log.take() == []


def test_own_content() -> None:
    """The forum is at least as large as a reader may expect, and has every status of a question."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    library, problems, _ = load(entry_texts(get_files(config), SETTINGS), SETTINGS)
    # The day passes by which somebody promised an answer: that is no fault.
    assert [problem for problem in problems if problem.severity is not Severity.NOTICE] == []
    # Members send more: what they send must not fail here.
    words = [len(re.findall(r"\w+", talk.body)) for talk in library.talks.values()]
    assert len([length for length in words if 500 <= length <= 1100]) >= 12
    assert (len(library.questions) >= 45, len(library.answers) >= 35) == (True, True)
    assert (len(library.members) >= 12, len(library.topics) >= 10) == (True, True)
    assert {str(library.status(key)) for key in library.questions} == {
        "open",
        "answered",
        "synthesised",
        "closed",
        "duplicate",
    }
    assert {topic_key(topic.name) for topic in library.topics.values()} == set(library.topics)


SEED_FREE = re.compile(r"04 42|06 20 33|13360|Roquevaire|Lascours")


def test_no_contact_detail_of_the_speaker_of_2004() -> None:
    """What the public page of 2004 told of its speaker's whereabouts stands nowhere."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md")]
    assert [text for text in texts if SEED_FREE.search(text)] == []


def test_telephone_numbers_are_fictional() -> None:
    """Every telephone number of a member is in a range that France reserves for fiction.

    The ranges are those of the numbering plan (Arcep, decision 2018-0881, annex).
    """
    fictional = re.compile(r"(?:01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) \d\d \d\d")
    for path in sorted((ROOT / "docs/membres").glob("*.md")):
        source = read_source(path.name, path.read_bytes())
        assert isinstance(source, Source)
        contact = source.meta.get("contact")
        phone = contact.get("phone") if isinstance(contact, dict) else None
        assert phone is None or fictional.fullmatch(str(phone)), path.name

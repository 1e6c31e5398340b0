"""Languages of the interface: each is one folder, and a fault in its file is told."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import mkdocs_forum
from mkdocs_forum.core.words.languages import FILE, LANGUAGES, found, read

PACKAGE = Path(mkdocs_forum.__file__).parent
GERMAN = Path(__file__).with_name("german.toml")

SCRIPT = """
import datetime, json
from mkdocs_forum.core.intake.issues.templates import issue_forms
from mkdocs_forum.core.intake.mail.replies import read_reply
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import FOLDERS, WORDS, Settings
from mkdocs_forum.core.model.synonyms import near_key
from mkdocs_forum.core.repository.forge import new_answer_url
from mkdocs_forum.core.words.days import days
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.languages import LANGUAGES
from mkdocs_forum.core.words.typography.rules import rules

language = Language("de")
forge = "https://github.com/club/forum"
settings = Settings("de", FOLDERS["de"], WORDS["de"], repository=forge)
first, last = datetime.date(2027, 5, 1), datetime.date(2027, 5, 2)
letter = ["Ein Rabatt.", "", "Mit freundlichen Grüßen", "Ana"]
print(json.dumps({
    "codes": LANGUAGES,
    "address": Addresses(settings).url(Addresses(settings).output("talks", "preis", "print")),
    "begun": new_answer_url("preis/marge", settings),
    "issue form": [path for path in issue_forms(settings)][0],
    "date": language.date(first, weekday=True),
    "dates": language.dates(first, last),
    "ordinal": language.ordinal(3),
    "day": [str(day) for day in days("Samstag, den 1. Mai 2027")],
    "key": near_key("Titel", ["date", "title"]),
    "words": read_reply(letter).text,
    "typography": bool(rules("de")),
    "sentence": language.tell("Without an answer"),
}))
"""


def test_order() -> None:
    """French and English come first, as they always did."""
    assert LANGUAGES == ("fr", "en")


def test_language_is_one_folder(tmp_path: Path) -> None:
    """A folder is all that a new language takes; without a catalogue it says English sentences."""
    copy = tmp_path / "mkdocs_forum"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("assets", "__pycache__"))
    (copy / "locales" / "de").mkdir()
    shutil.copy(GERMAN, copy / "locales" / "de" / FILE)
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.stderr == ""
    assert json.loads(run.stdout) == {
        "codes": ["fr", "en", "de"],
        "address": "vortraege/preis/drucken/",
        "begun": "https://github.com/club/forum/new/main?filename=docs%2Fantworten%2Fpreis%2Fmarge"
        "%2Fdein-name.md&value=---%0Adate%3A%20JJJJ-MM-TT%0A---%0A%0A",
        "issue form": ".github/ISSUE_TEMPLATE/antwort.yml",
        "date": "Samstag, 1. Mai 2027",
        "dates": "1. und 2. Mai 2027",
        "ordinal": "3.",
        "day": ["2027-05-01"],
        "key": "title",
        "words": "Ein Rabatt.",
        "typography": False,
        "sentence": "Without an answer",
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('= "impressum.md"', "=", "Invalid value (at line 3, column 15)"),
        ("letters =", "colour =", "colour: Extra inputs are not permitted"),
        ('day = "JJJJ-MM-TT"', "", "placeholders.day: Field required"),
        ('talks = "vortraege"', "", "folders: Value error, lacks or doesn't know: talks"),
        ('page = "seite"', 'pages = "seite"', "lacks or doesn't know: page, pages"),
        ('talks = "vortraege"', 'talks = "Vorträge"', "folders.talks: String should match"),
        ('talks = "vortraege"', 'talks = "foren"', "folders: Value error, gives a name twice"),
        ('other = "."', 'one = "."', "ordinals: Value error, lacks: other"),
    ],
)
def test_faults(tmp_path: Path, old: str, new: str, told: str) -> None:
    """A fault names the file and the key."""
    path = tmp_path / FILE
    path.write_text(GERMAN.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ValueError, match=FILE) as raised:
        read(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert told in str(raised.value)


def test_order_of_others(tmp_path: Path) -> None:
    """The order of the others is the alphabet's; a folder without the file is no language."""
    for code in ("it", "en", "de", "fr"):
        (tmp_path / code).mkdir()
        (tmp_path / code / FILE).touch()
    (tmp_path / "es").mkdir()
    assert found(tmp_path) == ("fr", "en", "de", "it")

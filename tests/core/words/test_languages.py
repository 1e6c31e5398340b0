"""Languages of the interface: each is one folder, and a fault in its file is told."""

import datetime
import re
from pathlib import Path

import pytest

from mkdocs_forum.core.forms.compose import heading
from mkdocs_forum.core.intake.issues.templates import issue_forms
from mkdocs_forum.core.intake.mail.replies import read_reply
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import FOLDERS, WORDS, Settings
from mkdocs_forum.core.model.synonyms import near_key
from mkdocs_forum.core.repository.forge import new_answer_url
from mkdocs_forum.core.words.days import days
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.languages import FILE, LANGUAGES, LOCALES, found, read

GERMAN = LOCALES / "de" / FILE


def test_order() -> None:
    """French and English come first, as they always did; the others by their codes."""
    assert LANGUAGES == ("fr", "en", "de")


def test_language_is_one_folder() -> None:
    """What stands in the folder of a language is all that it takes: nothing else knows of it."""
    language = Language("de")
    forge = "https://github.com/club/forum"
    pattern = re.compile(language.conventions.question_heading)
    settings = Settings("de", FOLDERS["de"], WORDS["de"], pattern, repository=forge)
    first, last = datetime.date(2027, 5, 1), datetime.date(2027, 5, 2)
    addresses = Addresses(settings)
    letter = ["Ein Rabatt.", "", "Mit freundlichen Grüßen", "Ana"]
    assert {
        "address": addresses.url(addresses.output("talks", "preis", "print")),
        "begun": new_answer_url("preis/marge", settings),
        "issue form": next(iter(issue_forms(settings))),
        "date": language.date(first, weekday=True),
        "dates": language.dates(first, last),
        "time": language.times("14:00", "14:30"),
        "ordinal": language.ordinal(3),
        "day": days("Samstag, den 1. Mai 2027"),
        "key": near_key("Überschrift", ["date", "title"]),
        "words": read_reply(letter).text,
        "heading": heading(settings),
        "sentence": language.tell("Without an answer"),
        "name": language.answer_by("Anna"),
    } == {
        "address": "vortraege/preis/drucken/",
        "begun": f"{forge}/new/main?filename=docs%2Fantworten%2Fpreis%2Fmarge"
        "%2Fihr-name.md&value=---%0Adate%3A%20JJJJ-MM-TT%0A---%0A%0A",
        "issue form": ".github/ISSUE_TEMPLATE/antwort.yml",
        "date": "Samstag, 1. Mai 2027",
        "dates": "1. und 2. Mai 2027",
        "time": "14 Uhr – 14:30 Uhr",
        "ordinal": "3.",
        "day": (first,),
        "key": "title",
        "words": "Ein Rabatt.",
        "heading": "Fragen",
        "sentence": "Ohne Antwort",
        "name": "Antwort von Anna",
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
        ('talks = "vortraege"', 'talks = "tagungen"', "folders: Value error, gives a name twice"),
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

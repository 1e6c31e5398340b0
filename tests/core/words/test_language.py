"""The language of the interface: its dates, its numbers, its sentences."""

import datetime

import pytest

from mkdocs_forum.core.words.language import Language

DATES = {
    "first of a month, fr": ("fr", "2004-10-01", "1er octobre 2004"),
    "first of a month, en": ("en", "2004-10-01", "1 October 2004"),
    "another day, fr": ("fr", "2004-09-24", "24 septembre 2004"),
    "another day, en": ("en", "2004-09-24", "24 September 2004"),
    "eleventh, fr": ("fr", "2004-11-11", "11 novembre 2004"),
    "accents, fr": ("fr", "2004-02-29", "29 février 2004"),
}


@pytest.mark.parametrize(("code", "day", "written"), DATES.values(), ids=DATES)
def test_date(code: str, day: str, written: str) -> None:
    """A day is written as readers of the language do."""
    assert Language(code).date(datetime.date.fromisoformat(day)) == written


WEEKDAYS = {
    "fr": ("fr", "2004-09-24", "vendredi 24 septembre 2004"),
    "first of a month, fr": ("fr", "2004-10-01", "vendredi 1er octobre 2004"),
    "en": ("en", "2004-09-24", "Friday 24 September 2004"),
}


@pytest.mark.parametrize(("code", "day", "written"), WEEKDAYS.values(), ids=WEEKDAYS)
def test_weekday(code: str, day: str, written: str) -> None:
    """The day of the week stands before the day."""
    assert Language(code).date(datetime.date.fromisoformat(day), weekday=True) == written


SPANS: dict[str, tuple[str, str, str | None, str]] = {
    "no end": ("fr", "2027-05-24", None, "lundi 24 mai 2027"),
    "one day": ("fr", "2027-05-24", "2027-05-24", "lundi 24 mai 2027"),
    "two days, fr": ("fr", "2027-05-24", "2027-05-25", "24 et 25 mai 2027"),
    "two days, en": ("en", "2027-05-24", "2027-05-25", "24–25 May 2027"),
    "three days, fr": ("fr", "2027-05-01", "2027-05-03", "1er–3 mai 2027"),
    "three days, en": ("en", "2027-05-01", "2027-05-03", "1–3 May 2027"),
    "two months, fr": ("fr", "2027-04-30", "2027-05-02", "30 avril – 2 mai 2027"),
    "to a first, fr": ("fr", "2027-04-30", "2027-05-01", "30 avril – 1er mai 2027"),
    "two months, en": ("en", "2027-04-30", "2027-05-02", "30 April – 2 May 2027"),
    "two years, fr": ("fr", "2026-12-31", "2027-01-01", "31 décembre 2026 – 1er janvier 2027"),
}


@pytest.mark.parametrize(("code", "first", "last", "written"), SPANS.values(), ids=SPANS)
def test_span(code: str, first: str, last: str | None, written: str) -> None:
    """A stretch of days says once what its ends have in common."""
    end = datetime.date.fromisoformat(last) if last else None
    assert Language(code).dates(datetime.date.fromisoformat(first), end) == written


ORDINALS = {
    "fr": {1: "1re", 2: "2e", 5: "5e", 11: "11e", 21: "21e", 100: "100e"},
    "en": {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st"}
    | {22: "22nd", 23: "23rd", 101: "101st", 111: "111th", 112: "112th"},
}


@pytest.mark.parametrize("code", ORDINALS)
def test_ordinal(code: str) -> None:
    """The number of an edition is written as readers of the language do."""
    numbers = ORDINALS[code]
    assert {number: Language(code).ordinal(number) for number in numbers} == numbers


TOLD = {"fr": "Sans réponse", "en": "Without an answer"}


@pytest.mark.parametrize(("code", "told"), TOLD.items(), ids=TOLD)
def test_tell(code: str, told: str) -> None:
    """A sentence of the interface is told in the language."""
    assert Language(code).tell("Without an answer") == told


def test_unknown_sentence() -> None:
    """A sentence without translation is told as it is."""
    assert Language("fr").tell("No such sentence") == "No such sentence"

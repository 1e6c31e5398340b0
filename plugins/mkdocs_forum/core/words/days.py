"""Days as people write them, where a file wants year-month-day."""

import datetime
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from babel.dates import get_month_names

from mkdocs_forum.core.words.languages import LANGUAGES, Conventions, of_all
from mkdocs_forum.core.words.slugs import slugify

LONGEST: Final = 40
"""Characters of a day at the most, with the name of the day of the week."""
QUOTES: Final = "\"'“”‘’«» \xa0\u202f"
"""What may stand around a day."""
_SIGN: Final = r"(?P<sign>[-/.\u2010-\u2015\u2212])"
"""What parts the numbers: Word makes other dashes of hyphens, which look the same."""
YEAR_FIRST: Final = re.compile(
    rf"(?P<year>\d{{4}}){_SIGN}(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})", re.ASCII
)
_TIME: Final = re.compile(
    r"(?<=\d)(?:T|t| +)\d{1,2}[:hH]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)? *(?:[Zz]|[+-]\d{2}:?\d{2})?$"
)
"""The time of a day, as programs write it behind one (ISO 8601)."""
YEAR_LAST: Final = re.compile(
    rf"(?P<day>\d{{1,2}}){_SIGN}(?P<month>\d{{1,2}})(?P=sign)(?P<year>\d{{4}})", re.ASCII
)


def _endings(language: Conventions) -> tuple[str, ...]:
    return language.dates.endings


def _endings_behind_month(language: Conventions) -> tuple[str, ...]:
    return language.dates.endings if language.dates.month_first else ()


IN_WORDS: Final = (
    re.compile(
        rf"(?:[a-z]+ ){{0,2}}(?P<day>[0-9]{{1,2}})(?:{'|'.join(of_all(_endings))})? "
        r"(?P<month>[a-z]+) (?P<year>[0-9]{4})"
    ),
    re.compile(
        r"(?P<month>[a-z]+) (?P<day>[0-9]{1,2})"
        rf"(?:{'|'.join(of_all(_endings_behind_month))})? (?P<year>[0-9]{{4}})"
    ),
)
"""Days in words, once accents and punctuation are taken off."""


def days(text: str) -> tuple[datetime.date, ...]:
    """Give the days that a text may mean: one, two where day and month may be either, or none."""
    written = text.strip(QUOTES)
    if len(written) > LONGEST:
        return ()
    written = _TIME.sub("", written)
    if found := YEAR_FIRST.fullmatch(written):
        return _existing((found["year"], found["month"], found["day"]))
    if found := YEAR_LAST.fullmatch(written):
        year, month, day = found["year"], found["month"], found["day"]
        # Where points part them, the day comes first.
        other = () if found["sign"] == "." else ((year, day, month),)
        return _existing((year, month, day), *other)
    plain = " ".join(filter(None, map(slugify, written.split())))
    for pattern in IN_WORDS:
        if found := pattern.fullmatch(plain):
            return _existing((found["year"], months().get(found["month"], ""), found["day"]))
    return ()


def _existing(*written: tuple[str, str, str]) -> tuple[datetime.date, ...]:
    """Give those of some days, as year, month and day, that exist."""
    found = []
    for parts in written:
        try:
            found.append(datetime.date(*map(int, parts)))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))


@cache
def months() -> Mapping[str, str]:
    """Give the numbers of the months by their French and English names, whole and short."""
    return {
        slugify(name): str(number)
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language).items()
    }

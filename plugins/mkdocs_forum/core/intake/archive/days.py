"""Days within the lines of a page: 'Vendredi 24 septembre 2004, à Aix', '24 et 25 mai 2005'."""

import datetime
import re
from dataclasses import dataclass
from typing import Final

from mkdocs_forum.core.words.days import days

_MONTHS: Final = r"[^\W\d_]{3,12}\.?"
_DAY: Final = r"\d{1,2}(?:er|st|nd|rd|th)?"
_SPAN: Final = r"(?:\s*(?:-|–|/|,|et|and|au|à|to|&)\s*)"
_WRITTEN = re.compile(
    rf"(?P<first>{_DAY})(?:\s+(?P<month1>{_MONTHS}))?(?:{_SPAN}(?:[^\W\d_]{{3,9}}\s+)?(?P<last>{_DAY}))?\s+(?P<month>{_MONTHS})\s+(?P<year>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/.-])")
_ISO = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_MONTH_FIRST = re.compile(rf"(?P<month>{_MONTHS})\s+(?P<day>{_DAY}),?\s+(?P<year>(?:19|20)\d\d)")
YEAR = re.compile(r"(?<!\d)(?:19[89]\d|20[0-4]\d)(?!\d)")
_AROUND = re.compile(
    r"(?i)(?:\b(?:le|les|du|on|the|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b[\s,]*)+$"
)


@dataclass(frozen=True)
class Days:
    """The day of an edition as a line tells it."""

    first: datetime.date
    last: datetime.date | None
    before: str
    """What stands before it in the line."""
    behind: str
    """What stands behind it."""


def find_days(text: str) -> Days | None:
    """Give the first day that a line tells, or nothing."""
    for found in _WRITTEN.finditer(text):
        if written := _written(found):
            return _placed(text, found, *written)
    for found in _MONTH_FIRST.finditer(text):
        if told := days(f"{found['day']} {found['month']} {found['year']}"):
            return _placed(text, found, told[0], None)
    for found in _ISO.finditer(text):
        if told := days(found[0]):
            return _placed(text, found, told[0], None)
    for found in _NUMBERS.finditer(text):
        year = found[4] if len(found[4]) == 4 else f"{'19' if found[4] > '80' else '20'}{found[4]}"
        # The day comes first on pages in French; an American would see the 13th month.
        for day, month in ((found[1], found[3]), (found[3], found[1])):
            if told := days(f"{day}.{month}.{year}"):
                return _placed(text, found, told[0], None)
    return None


def _written(found: re.Match[str]) -> tuple[datetime.date, datetime.date | None] | None:
    year, month = found["year"], found["month"]
    if found["last"] is None:
        # Without a second day, the first one's month is a word that stands between.
        told = days(f"{found['first']} {month} {year}") if not found["month1"] else ()
        return (told[0], None) if told else None
    first = days(f"{found['first']} {found['month1'] or month} {year}")
    last = days(f"{found['last']} {month} {year}")
    return (first[0], last[0]) if first and last and first[0] <= last[0] else None


def _placed(
    text: str, found: re.Match[str], first: datetime.date, last: datetime.date | None
) -> Days:
    before = _AROUND.sub("", text[: found.start()])
    return Days(
        first,
        last if last != first else None,
        *(_bare(each) for each in (before, text[found.end() :])),
    )


def _bare(text: str) -> str:
    return text.strip(" ,;:.-–—()[]/|")

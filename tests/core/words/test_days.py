"""Days as people write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_forum.core.words.days import days
from mkdocs_forum.core.words.language import Language


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("24/09/2004", ["2004-09-24"]),
        ("24-9-2004", ["2004-09-24"]),
        ("09/24/2004", ["2004-09-24"]),
        ("02/11/2004", ["2004-11-02", "2004-02-11"]),
        ("02/02/2004", ["2004-02-02"]),
        ("2.11.2004", ["2004-11-02"]),
        ("2004/11/2", ["2004-11-02"]),
        ("“2004-11-02”", ["2004-11-02"]),
        ("vendredi 24 septembre 2004", ["2004-09-24"]),
        ("Le 1er AOÛT 2004", ["2004-08-01"]),
        ("2 févr. 2004", ["2004-02-02"]),
        ("24 September 2004", ["2004-09-24"]),
        ("Sept 24th, 2004", ["2004-09-24"]),
        ("24 et 25 mai 2005", []),
        ("31/02/2004", []),
        ("24/09/04", []),
        ("24/09-2004", []),
        ("24 brumaire 2004", []),
        ("mai 2004", []),
        ("2004-11-02 10:30", ["2004-11-02"]),
        ("2026-05-29T10:00+02:00", ["2026-05-29"]),
        ("2026-05-29T08:00:00.123Z", ["2026-05-29"]),
        ("24/09/2004 18h30", ["2004-09-24"]),
        ("2004-11-02 10", []),
        ("٢٤/٠٩/٢٠٠٤", []),
        ("", []),
    ],
)
def test_days(text: str, meant: list[str]) -> None:
    """What can be told of a day is told, and no day is made up."""
    assert [str(day) for day in days(text)] == meant


@pytest.mark.parametrize("code", ["fr", "en"])
@given(day=st.dates(datetime.date(1000, 1, 1)))
def test_days_as_the_site_writes_them(code: str, day: datetime.date) -> None:
    """A day that was copied from a page of the site is understood."""
    language = Language(code)
    written = [language.date(day), language.date(day, weekday=True)]
    assert [days(text) for text in written] == [(day,), (day,)]


@given(st.text())
def test_any_text(text: str) -> None:
    """No text is refused by an exception."""
    assert len(days(text)) <= 2

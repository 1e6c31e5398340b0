"""The language of the interface: its catalogue, its dates and its numbers."""

import datetime
import gettext
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date

from mkdocs_forum.core.words.slugs import slugify

DOMAIN = "forum"
"""Name of the catalogues."""

N_ = str
"""Marks a text of the interface that is translated elsewhere."""

_ELIDED = frozenset("aeiouh")
"""Letters before which French elides `de`; names with an aspirated h are rare."""

_LOCALES = Path(__file__).parents[2] / "locales"


@dataclass(frozen=True)
class Language:
    """One language of the interface."""

    code: str
    """Code of the language: `fr` or `en`."""

    @property
    def catalogue(self) -> gettext.NullTranslations:
        """The translations of the interface."""
        return _catalogue(self.code)

    def tell(self, text: str) -> str:
        """Translate a text of the interface."""
        return self.catalogue.gettext(text)

    def date(self, day: datetime.date, *, weekday: bool = False) -> str:
        """Write a day as readers of the language do: `1er octobre 2004`, `1 October 2004`.

        Arguments:
            day: The day.
            weekday: Whether to name the day of the week before it.
        """
        return self._write(day, "EEEE d MMMM y" if weekday else "d MMMM y")

    def dates(self, first: datetime.date, last: datetime.date | None) -> str:
        """Write a stretch of days, with what its ends have in common once.

        Returns:
            For instance `24 et 25 mai 2027`, `1er–3 mai 2027`, `30 avril – 2 mai 2027`.
        """
        if last is None or last == first:
            return self.date(first, weekday=True)
        if first.year != last.year:
            return f"{self.date(first)} – {self.date(last)}"
        if first.month != last.month:
            return f"{self._write(first, 'd MMMM')} – {self.date(last)}"
        day = self._write(first, "d")
        if self.code == "fr" and (last - first).days == 1:
            return f"{day} et {self.date(last)}"
        return f"{day}–{self.date(last)}"

    def answer_by(self, name: str) -> str:
        """Write the title of somebody's answer: `Réponse de Claire`, `Réponse d’Ana`."""
        title = self.tell("Answer by %(name)s") % {"name": name}
        if self.code == "fr" and slugify(name)[:1] in _ELIDED:
            return title.replace(f"de {name}", f"d’{name}")
        return title

    def ordinal(self, number: int) -> str:
        """Write the number of an edition: `1re`, `5e` in French, where it is feminine."""
        if self.code == "fr":
            return "1re" if number == 1 else f"{number}e"
        last = number % 10 if number % 100 not in {11, 12, 13} else 0
        return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"

    def _write(self, day: datetime.date, form: str) -> str:
        """Write a day in a form of Unicode's, the first of a month as French has it."""
        written = format_date(day, form, Locale(self.code))
        if self.code != "fr" or day.day != 1:
            return written
        return " ".join("1er" if word == "1" else word for word in written.split(" "))


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, _LOCALES, [code], fallback=True)

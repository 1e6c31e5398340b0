"""The language of the interface: its catalogue, its dates and its numbers."""

import datetime
import gettext
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time

from mkdocs_forum.core.words.languages import LOCALES, Conventions, conventions
from mkdocs_forum.core.words.slugs import slugify

DOMAIN = "forum"
"""Name of the catalogues."""

N_ = str
"""Marks a text of the interface that is translated elsewhere."""


@dataclass(frozen=True)
class Language:
    """One language of the interface."""

    code: str
    """Code of the language: one of `LANGUAGES`."""

    @property
    def conventions(self) -> Conventions:
        """What is peculiar to the language, beside its sentences."""
        return conventions(self.code)

    @property
    def catalogue(self) -> gettext.NullTranslations:
        """The translations of the interface."""
        return _catalogue(self.code)

    def tell(self, text: str) -> str:
        """Translate a text of the interface."""
        return _told(self.code, text)

    def date(self, day: datetime.date, *, weekday: bool = False) -> str:
        """Write a day as readers of the language do: `1er octobre 2004`, `1 October 2004`.

        Arguments:
            day: The day.
            weekday: Whether to name the day of the week before it.
        """
        forms = self.conventions.dates
        return _written(self.code, day, forms.weekday if weekday else forms.day)

    def dates(self, first: datetime.date, last: datetime.date | None) -> str:
        """Write a stretch of days, with what its ends have in common once.

        Returns:
            For instance `24 et 25 mai 2027`, `1er–3 mai 2027`, `30 avril – 2 mai 2027`.
        """
        forms = self.conventions.dates
        if last is None or last == first:
            return self.date(first, weekday=True)
        if first.year != last.year:
            return f"{self.date(first)} – {self.date(last)}"
        if first.month != last.month:
            return f"{_written(self.code, first, forms.without_year)} – {self.date(last)}"
        form = forms.two if (last - first).days == 1 else forms.span
        return form.format(first=_written(self.code, first, forms.number), last=self.date(last))

    def times(self, start: str, end: str = "") -> str:
        """Write a time of day, or a stretch of time: `14 h 30`, `14 h – 14 h 30`, `14:30`.

        Arguments:
            start: The time as `14:30`.
            end: That of its end, if it is known.
        """
        forms = self.conventions.dates
        times = [datetime.time.fromisoformat(time) for time in (start, end) if time]
        written = [
            format_time(time, forms.time if time.minute else forms.hour, locale=Locale(self.code))
            for time in times
        ]
        return " – ".join(written)

    def answer_by(self, name: str | None) -> str:
        """Write the title of somebody's answer: `Réponse de Claire`, `Réponse anonyme`."""
        if name is None:
            return self.tell("Anonymous answer")
        title = self.tell("Answer by %(name)s") % {"name": name}
        elision = self.conventions.elision
        if elision and slugify(name)[:1] in {*elision.before}:
            return title.replace(f"{elision.word}{name}", f"{elision.elided}{name}")
        return title

    def name_of(self, code: str) -> str:
        """Give what a language is called in this one: `anglais`, `English`."""
        try:
            return Locale.parse(code, sep="-").get_display_name(self.code) or code
        except (UnknownLocaleError, ValueError):
            return code

    def ordinal(self, number: int) -> str:
        """Write the number of an edition: `1re`, `5e` in French, where it is feminine."""
        endings = self.conventions.ordinals
        return f"{number}{endings.get(Locale(self.code).ordinal_form(number), endings['other'])}"


@lru_cache(4096)  # The pages of a forum tell the same few days again and again.
def _written(code: str, day: datetime.date, form: str) -> str:
    """Write a day in a form of Unicode's, the first of a month as the language has it."""
    written = format_date(day, form, Locale(code))
    if day.day != 1:
        return written
    first = conventions(code).dates.first
    return " ".join(first if word == "1" else word for word in written.split(" "))


@lru_cache(4096)
def _told(code: str, text: str) -> str:
    return _catalogue(code).gettext(text)


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALES, [code], fallback=True)

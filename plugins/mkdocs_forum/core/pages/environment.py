"""The templates' surroundings: escaping, translations, dates."""

import datetime
import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context
from jinja2.utils import urlize
from markupsafe import Markup, escape

from mkdocs_forum.core.html.indentation import unindented
from mkdocs_forum.core.html.links import mark_foreign
from mkdocs_forum.core.html.tree import read
from mkdocs_forum.core.model.addresses import FORMS, REQUESTS, SECTIONS, Addresses, mailto, relative
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.assets import drawn_icons
from mkdocs_forum.core.pages.rows import Rows
from mkdocs_forum.core.words.language import Language

TEMPLATES = Path(__file__).parents[2] / "templates"
"""Folder of the forum's templates; their names begin with `forum/`."""


_TAG_ALONE = re.compile(r"(?<!-[%}]\}\n)^(\{%(?!-)(?:(?!%\}).)*%\})\n", re.MULTILINE)
"""A line of a template that holds one tag, and whose end no other tag takes for the only space."""


class Unindented(Extension):
    """Keeps the indentation of templates out of the pages: each repeats that of all of them."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Give the source of a template without it."""
        is_page = (name or "").endswith(".html")
        return _TAG_ALONE.sub(r"\1", unindented(source)) if is_page else source


_SEARCH_WORDS = re.compile(r'"search\.result\.[^"]*": "(?:[^"\\]|\\.)*", ')


def _unsearched(html: str) -> str:
    """Take the words of the theme's own search out of what each page tells its script."""
    return _SEARCH_WORDS.sub("", html)


def _raised(text: str, language: Language) -> Markup:
    """Raise the letters of ordinal numbers, where the language prints them so."""
    written = str(escape(text))
    if endings := language.conventions.raised:
        written = re.sub(rf"\b(\d+)({'|'.join(endings)})\b", r"\1<sup>\2</sup>", written)
    return Markup(written)


def _time(day: datetime.date, words: Markup) -> Markup:
    """Tell machines the day that words tell readers."""
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), words)


def _linked(text: str) -> Markup:
    """Make links of the addresses in a text of a contribution."""
    return Markup(mark_foreign(read(urlize(text))).html)


@pass_context
def _url(context: Context, url: str) -> str:
    """Give an address as a link from the page that is rendered."""
    return relative(url, context["page"].url)


def prepare(environment: Environment, settings: Settings) -> Environment:
    """Prepare an environment for the forum's templates.

    Values are escaped in templates whose name begins with `forum/` and only there: those of the
    theme expect values that are HTML.
    """
    language = Language(settings.language)

    def raised(text: str) -> Markup:
        return _raised(text, language)

    @cache
    def icon(name: str) -> Markup:
        if name in drawn_icons():
            return Markup(f'<span class="forum-icon forum-icon--{name}" aria-hidden="true"></span>')
        assert environment.loader
        source, _, _ = environment.loader.get_source(environment, f".icons/material/{name}.svg")
        drawing = Markup(source.removesuffix("\n"))
        return Markup('<span class="forum-icon" aria-hidden="true">{}</span>').format(drawing)

    @cache
    def date(day: datetime.date, *, weekday: bool = False) -> Markup:
        return _time(day, raised(language.date(day, weekday=weekday)))

    @cache
    def dates(first: datetime.date, last: datetime.date | None) -> Markup:
        return _time(first, raised(language.dates(first, last)))

    def times(start: str, end: str = "") -> Markup:
        words = escape(language.times(start, end))
        return Markup('<time datetime="{}">{}</time>').format(start, words)

    @cache
    def told(text: str) -> Markup:
        return Markup(language.tell(text)) % {}

    def tell(text: str, /, **values: object) -> Markup:
        return Markup(language.tell(text)) % values if values else told(text)

    # A template is compiled in each build: to fold its constants takes longer than it spares.
    environment.optimized = False
    environment.autoescape = lambda name: name is not None and name.startswith("forum/")
    environment.add_extension(Unindented)
    environment.add_extension("jinja2.ext.i18n")
    # Known to Jinja only at run time, once the extension is there.
    install = environment.install_gettext_translations  # type: ignore[attr-defined]
    install(language.catalogue, newstyle=True)
    environment.policies["ext.i18n.trimmed"] = True
    # Jinja's own function formats a text anew at each place, even where no value stands in it.
    environment.globals["_"] = environment.globals["gettext"] = tell
    environment.filters["forum_url"] = _url
    environment.filters["forum_unsearched"] = _unsearched
    environment.filters["forum_linked"] = _linked
    environment.filters["forum_mailto"] = mailto
    environment.filters["forum_date"] = date
    environment.filters["forum_dates"] = dates
    environment.filters["forum_times"] = times
    environment.filters["forum_ordinal"] = lambda number: raised(language.ordinal(number))
    environment.globals["forum_settings"] = settings
    environment.globals["forum_icon"] = icon
    environment.globals["forum_row"] = Rows(environment)
    addresses = Addresses(settings)
    environment.globals["forum_sections"] = {
        kind: addresses.url(addresses.section(kind)) for kind in SECTIONS
    }
    environment.globals["forum_forms"] = {
        name: addresses.form(name) for name in (*FORMS, *REQUESTS)
    }
    environment.globals["forum_follow"] = addresses.url(addresses.follow())
    environment.filters["forum_talk_pdf"] = addresses.talk_pdf
    environment.globals["forum_selection"] = addresses.url(addresses.selection())
    environment.globals["forum_search"] = addresses.url(addresses.search())
    return environment

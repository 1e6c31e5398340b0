"""Works as a bibliography has them, by ISO 690, in the language of the site."""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.outputs.citing.work import Work
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.names import Name
from mkdocs_forum.core.words.typography.rules import typeset

_ENDS = tuple(".?!…")
_TAGS = re.compile("<[^>]*>")


def sentence(work: Work, settings: Settings) -> Markup:
    """Give the reference of a work, with what it is printed by in italics."""
    return Markup(" ").join(map(_ended, _parts(work, settings)))


def _parts(work: Work, settings: Settings) -> Iterator[Markup]:
    tell = Language(settings.language).tell

    def written(text: str, lang: str = "") -> str:
        return typeset(text, settings.typeset_in(lang or None))

    if work.authors:
        yield escape(tell(" and ").join(map(_name, work.authors)))
    title = _in_language(written(work.title, work.language), work.language, settings)
    online = escape(tell("[online]"))
    if work.container:
        yield title
        within = escape(tell("In") + tell(": "))
        yield within + _cited(escape(written(work.container))) + " " + online
    else:
        yield _cited(title) + " " + online
    yield escape(", ".join(filter(None, [_imprint(work, tell(": ")), _days(work, settings)])))
    if work.isbn:
        yield escape(f"ISBN {work.isbn}")
    if work.url:
        yield escape(tell("Available from") + tell(": ") + work.url)


def _cited(title: Markup) -> Markup:
    return Markup(f"<cite>{title}</cite>")


def _name(name: Name) -> str:
    return ", ".join(filter(None, [name.family.upper(), name.given]))


def _in_language(text: str, lang: str, settings: Settings) -> Markup:
    if lang == settings.language:
        return escape(text)
    return Markup(f'<span lang="{escape(lang)}">{escape(text)}</span>')


def _imprint(work: Work, colon: str) -> str:
    return colon.join(filter(None, [work.place, work.publisher]))


def _days(work: Work, settings: Settings) -> str:
    language = Language(settings.language)
    day = language.date(work.date)
    if work.updated and work.updated != work.date:
        told = language.tell("updated on %(day)s") % {"day": language.date(work.updated)}
        return f"{day} ({told})"
    return day


def _ended(part: Markup) -> Markup:
    """End a part with a full stop, save where a sign of its own ends it, or an address."""
    text = _TAGS.sub("", str(part))
    is_ended = text.endswith(_ENDS) or "://" in text.rpartition(" ")[2]
    return part if is_ended else part + "."

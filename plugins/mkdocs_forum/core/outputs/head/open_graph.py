"""What a page says of itself to those who share it: Open Graph."""

import datetime
from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from mkdocs_forum.core.outputs.head.site import Site
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.views import QuestionView, TalkView

Tag = tuple[str, str]


def open_graph(
    context: contexts.Context | None, title: str, url: str, description: str, site: Site
) -> Iterator[Tag]:
    """Give properties and their values.

    Arguments:
        context: What the page shows; nothing of a page of the site's own.
        title: Its title as it was written.
        url: Its address, relative to the root of the site.
        description: What is told of it.
        site: The site.
    """
    yield "og:site_name", site.settings.site_name
    yield "og:title", title
    yield "og:type", _type(context, url)
    yield "og:url", site.settings.site_url and site.whole(url)
    yield "og:locale", locale_of(_language(context) or site.settings.language)
    for other in context.talk.others if isinstance(context, contexts.Talk) else ():
        yield "og:locale:alternate", locale_of(other.lang)
    yield "og:description", description
    match context:
        case contexts.Talk(talk=talk):
            yield from _article(talk, site.changed(_path(talk, site), talk.date), site)
            yield from _image("talks", talk.slug, title, site)
        case contexts.Question(question=question):
            yield from _article(question.talk, _last(question, site), site)
            yield from _image("questions", question.id, title, site)


def _type(context: contexts.Context | None, url: str) -> str:
    if isinstance(context, contexts.Member):
        return "profile"
    is_site = not url or context is None or isinstance(context, contexts.Listing)
    return "website" if is_site else "article"


def _language(context: contexts.Context | None) -> str | None:
    match context:
        case contexts.Talk(talk=talk):
            return talk.lang
        case contexts.Question(question=question):
            return question.talk.lang
    return None


def _article(talk: TalkView, changed: datetime.date, site: Site) -> Iterator[Tag]:
    yield "article:published_time", talk.date.isoformat()
    if changed > talk.date:
        yield "article:modified_time", changed.isoformat()
    for member in talk.speakers if site.settings.site_url else ():
        yield "article:author", site.whole(member.url)
    for topic in site.library.talks[talk.slug].meta.topics:
        yield "article:tag", topic


def _image(kind: str, slug: str, title: str, site: Site) -> Iterator[Tag]:
    if image := site.image(kind, slug):
        yield "og:image", image
        yield "og:image:type", "image/png"
        yield "og:image:width", "1200"
        yield "og:image:height", "630"
        yield "og:image:alt", title
        yield "twitter:card", "summary_large_image"


def _path(talk: TalkView, site: Site) -> str:
    return site.library.talks[talk.slug].path


def _last(question: QuestionView, site: Site) -> datetime.date:
    """Give the day on which something was last written about a question."""
    library = site.library
    answers = library.answers_by_question.get(question.id, ())
    written = (library.answers[key].meta for key in answers)
    days = [question.talk.date, *(meta.updated or meta.date for meta in written)]
    if (outcome := library.outcomes.get(question.id)) and outcome.meta.date:
        days.append(outcome.meta.date)
    return max(days)


@cache
def locale_of(language: str) -> str:
    """Give a language with the territory that Open Graph wants: `fr_FR`, `en_GB`."""
    try:
        found = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return language.replace("-", "_")
    subtags = get_global("likely_subtags")
    likely = subtags.get(f"{found.language}_{found.script}") or subtags.get(found.language, "")
    return f"{found.language}_{found.territory or likely.rpartition('_')[2]}".rstrip("_")

"""Talks in several languages, as pages show them: where each is, how each words a question."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.naming.set_words import SetWords
from mkdocs_forum.core.pages.views import QuestionView, TalkView, Version
from mkdocs_forum.core.words.language import Language


def versions(slug: str, library: Library, settings: Settings) -> tuple[Version, ...]:
    """Give a talk in all its languages, the one it was written in first; nothing of a single one.

    Arguments:
        slug: The talk, or a translation of it.
        library: The forum.
        settings: The options.
    """
    slugs = library.versions(slug)
    return tuple(_versions(slugs, library, settings)) if len(slugs) > 1 else ()


def _versions(slugs: tuple[str, ...], library: Library, settings: Settings) -> Iterator[Version]:
    addresses, words = Addresses(settings), SetWords(settings)
    for slug in slugs:
        meta = library.talks[slug].meta
        lang = meta.lang or settings.language
        yield Version(
            slug=slug,
            title=words(meta.title, meta.lang),
            url=addresses.url(addresses.entry("talks", slug)),
            lang=lang,
            language=Language(settings.language).name_of(lang),
            is_original=slug not in library.originals,
        )


def wordings(question: str, library: Library, settings: Settings) -> tuple[Link, ...]:
    """Give how translations word a question, each with the place where it does."""
    addresses, words = Addresses(settings), SetWords(settings)
    found = []
    for slug in library.versions(question.partition("/")[0])[1:]:
        meta = library.talks[slug].meta
        url = addresses.url(addresses.entry("talks", slug))
        found += [
            Link(words(each.title, meta.lang), f"{url}#{each.slug}", meta.lang)
            for each in library.wordings[slug]
            if each.id == question
        ]
    return tuple(found)


def worded(
    library: Library, talks: Mapping[str, TalkView], questions: Mapping[str, QuestionView]
) -> dict[str, dict[str, QuestionView]]:
    """Give the questions of each translation in its words, by the translation."""
    return {
        slug: dict(_worded(talks[slug], [each.id for each in asked], questions))
        for slug, asked in library.wordings.items()
    }


def _worded(
    talk: TalkView, keys: Iterable[str], questions: Mapping[str, QuestionView]
) -> Iterator[tuple[str, QuestionView]]:
    for key in keys:
        view = questions[key]
        place = f"{talk.url}#{view.slug}"
        title = next(link.text for link in view.wordings if link.url == place)
        yield key, replace(view, title=title, talk=talk, passage_url=place)

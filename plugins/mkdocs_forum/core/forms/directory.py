"""The directory of a forum: what a new entry may name and link to, and which names are taken."""

from collections.abc import Iterator
from typing import Any

from mkdocs_forum.core.forms.form import Form
from mkdocs_forum.core.forms.page_fields import ASKED
from mkdocs_forum.core.html.typography import typeset
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.redirects import redirects
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.read import Missing

Json = dict[str, Any]


def directory(library: Library, missing: Missing, settings: Settings) -> Json:
    """Give the directory, as the rulebook holds it."""
    form = Form("answers", library, settings)
    question, author = form.fields[:2]
    edition = next(
        field for field in Form("talks", library, settings).fields if field.name == "edition"
    )
    return {
        "questions": [
            {
                "id": choice.key,
                "title": _shown(choice.label, library, settings, talk),
                "talk": talk,
                "date": _day(library, talk),
            }
            for choice in form.choices(question)
            for talk in [library.questions[choice.key].talk]
        ],
        "members": [{"slug": choice.key, "name": choice.label} for choice in form.choices(author)],
        "editions": [
            {
                "slug": choice.key,
                "title": _shown(choice.label, library, settings),
                "date": library.editions[choice.key].meta.date.isoformat(),
            }
            for choice in form.choices(edition)
        ],
        "topics": [topic.name for topic in library.topics.values()],
        "talks": _talks(library, missing, settings),
        "renamed": {**library.former_names, "questions": library.former_questions},
        "taken": sorted(_taken(library, settings)),
    }


def _talks(library: Library, missing: Missing, settings: Settings) -> Json:
    return {
        slug: {
            "title": _shown(talk.meta.title, library, settings, slug),
            "lang": talk.meta.lang or "",
            "date": _day(library, slug),
            "questions": [found.slug for found in library.asked(slug)],
            **_misread(missing, slug),
        }
        for slug, talk in library.talks.items()
    }


def _misread(missing: Missing, slug: str) -> Json:
    """Tell where a list of questions is at fault, if it is."""
    place = missing.misread.get(slug)
    return {"misread": {"path": place.path, "line": place.line}} if place else {}


def _shown(title: str, library: Library, settings: Settings, talk: str = "") -> str:
    """Give a title with the spaces that its language wants, as pages show it."""
    lang = library.talks[talk].meta.lang if talk else None
    return typeset(title) if settings.spaced(lang) else title


def _day(library: Library, slug: str) -> str:
    """Give the day on which a talk is given, or nothing where nobody says it."""
    talk = library.talks[slug]
    edition = library.editions.get(talk.meta.edition)
    day = talk.meta.date or (edition and edition.meta.date)
    return day.isoformat() if day else ""


def _taken(library: Library, settings: Settings) -> Iterator[str]:
    """Give the paths that a new file can't have: of files, and of pages that stood there once."""
    shown = [*library.talks.values(), *library.members.values(), *library.answers.values()]
    found = {entry.path for entry in shown}
    # Two answers to one question have two names, wherever their files stand.
    found |= {f"{settings.folders['answers']}/{key}.md" for key in library.answers}
    target = Addresses(settings).target
    for redirect in redirects(library, settings):
        source = f"{redirect.target.removesuffix('.html').removesuffix('/index')}.md"
        found |= {source} if target(source) == redirect.target else set()
    folders = tuple(f"{settings.folders[kind]}/" for kind in ASKED)
    return (path for path in found if path.startswith(folders))

"""The directory of a forum: what a new entry may name and link to, and which names are taken."""

import posixpath
from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_forum.core.forms.form import Form
from mkdocs_forum.core.forms.page_fields import ASKED
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.redirects import redirects
from mkdocs_forum.core.library.shown import published
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.kinds import Answer
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.making.answers import ANONYMOUS
from mkdocs_forum.core.reading.entry import START_PAGES, is_contribution
from mkdocs_forum.core.reading.files import PICTURES
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.typography.rules import typeset

Json = dict[str, Any]


def directory(library: Library, settings: Settings) -> Json:
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
        "talks": {
            slug: {
                "title": _shown(talk.meta.title, library, settings, slug),
                "lang": talk.meta.lang or "",
                **({"of": library.originals[slug]} if slug in library.originals else {}),
            }
            for slug, talk in library.talks.items()
        },
        "settled": [key for key in library.questions if not library.status(key).takes_answers],
        "renamed": library.former_questions,
        "taken": sorted(_taken(library, settings)),
    }


def decisions(library: Library, settings: Settings) -> Json:
    """Give what organisers may decide on: the answers, and the questions that have an outcome."""
    shown = published(library)
    return {
        "folder": settings.folders["questions"],
        "answers": [
            {
                "id": key,
                "path": answer.path,
                "author": _author(answer.meta, library, settings),
                "kept": answer.meta.retained,
            }
            for key, answer in shown.answers.items()
            if answer.meta.member is None or answer.meta.member in library.members
        ],
        "outcomes": list(library.outcomes),
    }


def _author(answer: Answer, library: Library, settings: Settings) -> str:
    if answer.member is None:
        return Language(settings.language).tell(ANONYMOUS)
    return library.members[answer.member].meta.name


def pictures(paths: Iterable[str], library: Library, settings: Settings) -> list[str]:
    """Give the names of the pictures that lie beside the texts of a forum.

    The name of a file may be that of whom it shows: of members, only photos are told whose
    publication they agreed to.
    """
    members = f"{settings.folders['members']}/"
    agreed = {
        f"{members}{photo}"
        for member in library.members.values()
        for photo in member.meta.published("photo")
    }
    found = {
        posixpath.basename(path)
        for path in paths
        if posixpath.splitext(path)[1].lower() in PICTURES
        and is_contribution(path, settings)
        and (path in agreed or not path.startswith(members))
    }
    return sorted(found)


def _shown(title: str, library: Library, settings: Settings, talk: str = "") -> str:
    """Give a title as pages show it."""
    lang = library.talks[talk].meta.lang if talk else None
    return typeset(title, settings.typeset_in(lang))


def _taken(library: Library, settings: Settings) -> Iterator[str]:
    """Give the paths that a new file can't have: of files, of pages, and of former ones."""
    shown = [*library.talks.values(), *library.members.values(), *library.answers.values()]
    found = {entry.path for entry in shown}
    # Two answers to one question have two names, wherever their files stand.
    found |= {f"{settings.folders['answers']}/{key}.md" for key in library.answers}
    target = Addresses(settings).target
    for redirect in redirects(library, settings):
        source = f"{redirect.target.removesuffix('.html').removesuffix('/index')}.md"
        found |= {source} if target(source) == redirect.target else set()
    folders = tuple(f"{settings.folders[kind]}/" for kind in ASKED)
    names = {*settings.words.values(), *START_PAGES}
    pages = {f"{folder}{name}.md" for folder in folders for name in names}
    return (path for path in found | pages if path.startswith(folders))

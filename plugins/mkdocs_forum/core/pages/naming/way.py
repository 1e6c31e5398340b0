"""The way from the start page to a page: what it stands below."""

from typing import Final

from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.indexes import Link
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.words.language import N_, Language

SECTIONS: Final = {
    "editions": N_("Editions"),
    "talks": N_("Talks"),
    "questions": N_("Questions"),
    "members": N_("Members"),
    "topics": N_("Topics"),
    "sessions": N_("Sessions"),
    "contribute": N_("Contribute"),
}
"""Names of the sections that have a page, by their kinds."""


def way_to(view: VirtualPage, settings: Settings) -> tuple[Link, ...]:
    """Give the pages that a page of the forum stands below, the start page left out."""
    addresses, tell = Addresses(settings), Language(settings.language).tell
    here = addresses.url(view.source)
    kind = _kind(view.source, settings)
    steps = []
    if kind:
        steps.append(Link(tell(SECTIONS[kind]), addresses.url(addresses.section(kind))))
    match view.context:
        case contexts.Talk(talk=talk):
            steps.append(Link(talk.edition.title, talk.edition.url))
        case contexts.Transcript(talk=talk):
            steps.append(Link(talk.title, talk.url, talk.lang))
        case contexts.Question(question=question):
            steps.append(Link(question.talk.title, question.talk.url, question.talk.lang))
    return tuple(step for step in steps if step.url != here)


def section_of(source: str, settings: Settings) -> str | None:
    """Give the source path of the page of the navigation to whose section a page belongs."""
    kind = _kind(source, settings)
    # Sessions have no section of their own: talks lead there.
    shown = "talks" if kind == "sessions" else kind
    return Addresses(settings).section(shown) if shown else None


def _kind(source: str, settings: Settings) -> str | None:
    folder, below, _ = source.partition("/")
    return next((kind for kind in SECTIONS if below and settings.folders[kind] == folder), None)

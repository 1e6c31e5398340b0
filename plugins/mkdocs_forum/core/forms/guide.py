"""The forms of the guide to contributing: a page for each, beside those of the library."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from mkdocs_forum.core.forms.rulebook import RULEBOOK
from mkdocs_forum.core.library.keeping import Keep, make_anew
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.addresses import FORMS, Addresses
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.assets import CORRECT_SCRIPT, FORM_SCRIPT
from mkdocs_forum.core.pages.finding.search import search_page
from mkdocs_forum.core.pages.making.materials import Transcripts, transcript_pages
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.pages import derive_pages
from mkdocs_forum.core.pages.views import EditionView, Views
from mkdocs_forum.core.repository.forge import (
    folder_url,
    forge_name,
    fork_url,
    kind_of_forge,
)
from mkdocs_forum.core.words.language import N_, Language

_KINDS: Final[Mapping[str, str]] = {
    "answer": "answers",
    "propose": "talks",
    "introduce": "members",
    "settle": "questions",
}
"""Kind of entry that each form begins."""
_TITLES: Final[Mapping[str, str]] = {
    "answer": N_("Answer a question"),
    "propose": N_("Propose a talk"),
    "introduce": N_("Create my page"),
    "settle": N_("Decide about a question"),
}

_CORRECT: Final = N_("Report or correct")

ANY: Final = "_question_"
"""Stands for a question in the address that a script makes of it."""
ANYBODY: Final = "_member_"
"""Stands for a member in such an address."""


ANYTHING: Final = "_name_"
"""Stands for an entry in the address at which it will stand."""
_SHOWN: Final[Mapping[str, str]] = {
    "answers": "questions",
    "questions": "questions",
    "talks": "talks",
    "members": "members",
}
"""Whose pages show each kind of entry."""


def all_pages(
    library: Library,
    settings: Settings,
    views: Views,
    transcripts: Transcripts,
    keep: Keep = make_anew,
) -> list[VirtualPage]:
    """Give every page of a forum, those of the forms last."""
    pages = [
        *derive_pages(library, settings, views, keep),
        *transcript_pages(views, transcripts, settings),
        *form_pages(settings, views),
    ]
    if settings.search:
        pages.append(search_page(settings, list(pages)))
    return pages


def _whom(views: Views) -> EditionView | None:
    """Give the latest edition that says who organises it."""
    known = [edition for edition in views.editions.values() if edition.meta.organiser]
    return max(known, key=lambda edition: edition.meta.date, default=None)


def form_pages(settings: Settings, views: Views) -> Iterator[VirtualPage]:
    """Give the pages of the forms."""
    whom = _whom(views)
    calls = [edition for edition in views.editions.values() if edition.proposals_until]
    addresses, language = Addresses(settings), Language(settings.language)
    guide_url = addresses.url(addresses.section("contribute"))
    yield VirtualPage(
        source=addresses.guide("correct"),
        kind="correct",
        title=language.tell(_CORRECT),
        derive=partial(
            contexts.Correct, CORRECT_SCRIPT, addresses.url("index.md"), guide_url, whom
        ),
    )
    for name in FORMS:
        kind = _KINDS[name]
        yield VirtualPage(
            source=addresses.guide(name),
            kind=name,
            title=language.tell(_TITLES[name]),
            derive=partial(
                contexts.Form,
                kind=kind,
                rulebook=RULEBOOK,
                script=FORM_SCRIPT,
                forge=forge_name(settings),
                forge_url=folder_url(kind, settings),
                forge_kind=kind_of_forge(settings),
                fork_url=fork_url(settings),
                guide_url=guide_url,
                question_url=addresses.url(addresses.entry("questions", ANY)),
                member_url=addresses.url(addresses.entry("members", ANYBODY)),
                whom=whom,
                calls=calls,
                page_url=addresses.url(addresses.entry(_SHOWN[kind], ANYTHING)),
            ),
        )

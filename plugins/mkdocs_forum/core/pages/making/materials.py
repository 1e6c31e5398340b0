"""The views of what talks bring, and the pages of their transcripts."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Final
from urllib.parse import quote, urlsplit

from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.materials import Material
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.naming.set_words import SetWords
from mkdocs_forum.core.pages.page import VirtualPage
from mkdocs_forum.core.pages.views import MaterialView, TalkView, Views
from mkdocs_forum.core.reading.materials.transcript import Passage
from mkdocs_forum.core.words.language import N_, Language

KINDS: Final[Mapping[str, str]] = {
    "slides": N_("Slides"),
    "handout": N_("Handout"),
    "recording": N_("Recording"),
    "transcript": N_("Transcript"),
}
"""What each kind of material is called."""

Transcripts = Mapping[str, tuple[Passage, ...]]
"""The passages of each transcript, by the path of its file."""


def material_views(
    talk: str, materials: Iterable[Material], settings: Settings
) -> Iterator[MaterialView]:
    """Make the views of what a talk brings.

    Arguments:
        talk: Its name.
        materials: What it brings.
        settings: The options.
    """
    addresses, tell, words = (
        Addresses(settings),
        Language(settings.language).tell,
        SetWords(settings),
    )
    for material in materials:
        kind = "transcript" if material.is_transcript else material.kind
        path = f"{settings.folders['talks']}/{material.file}" if material.file else ""
        url = material.address or quote(path)
        if material.is_transcript:
            url = addresses.url(addresses.transcript(talk))
        yield MaterialView(
            title=words(material.title),
            kind=kind,
            name=tell(KINDS[kind]) if kind else "",
            url=url,
            path=path,
            host=urlsplit(material.address).hostname or "" if material.address else "",
        )


def transcript_pages(
    views: Views, transcripts: Transcripts, settings: Settings
) -> Iterator[VirtualPage]:
    """Give the page of the transcripts of each talk that brings some."""
    addresses, tell = Addresses(settings), Language(settings.language).tell
    for slug, talk in views.talks.items():
        if parts := tuple(_parts(talk, transcripts)):
            yield VirtualPage(
                source=addresses.transcript(slug),
                kind="transcript",
                title=f"{tell(KINDS['transcript'])}{tell(': ')}{talk.title}",
                subject=slug,
                derive=partial(contexts.Transcript, talk, parts),
            )


def _parts(talk: TalkView, transcripts: Transcripts) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    for material in talk.materials:
        if material.path.endswith(".vtt"):
            yield material.title, transcripts.get(material.path, ())

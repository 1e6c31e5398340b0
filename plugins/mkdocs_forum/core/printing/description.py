"""What a document to print says of itself to programs: by whom it is, when, under which licence."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.pages.views import EditionView, TalkView
from mkdocs_forum.core.words.licences import licence_url


@dataclass(frozen=True)
class Description:
    """A document as catalogues list it."""

    authors: tuple[str, ...]
    summary: str
    keywords: tuple[str, ...]
    created: datetime.date
    """Day of the talk or of the edition."""
    modified: datetime.date
    """Day of the last change to its texts."""
    publisher: str
    licence: str
    """That of its texts; nothing where none is known, or not all have the same."""

    @property
    def licence_url(self) -> str | None:
        """Where its licence can be read."""
        is_address = self.licence.startswith(("https://", "http://"))
        return self.licence if is_address else licence_url(self.licence)


@dataclass(frozen=True)
class Look:
    """How a site looks, for its covers."""

    logo: str = ""
    """Address of its logo, relative to the root of the site, or the drawing itself."""
    colour: str = "#000000"


def of_talk(view: TalkView, state: datetime.date, settings: Settings) -> Description:
    """Describe the document of a talk."""
    return Description(
        authors=tuple(member.name for member in view.speakers),
        summary=view.meta.summary or "",
        keywords=tuple(topic.text for topic in view.topics),
        created=view.date,
        modified=state,
        publisher=publisher_of(view.edition, settings),
        licence=view.licence or settings.licence,
    )


def of_edition(
    view: EditionView, talks: Iterable[TalkView], state: datetime.date, settings: Settings
) -> Description:
    """Describe a document about an edition, of its talks: each speaker and each topic once."""
    held = [of_talk(talk, state, settings) for talk in talks]
    own = view.meta.licence
    licences = {own} if own else {description.licence for description in held}
    return Description(
        authors=_once(name for description in held for name in description.authors),
        summary=view.meta.theme or "",
        keywords=_once(word for description in held for word in description.keywords),
        created=view.date,
        modified=state,
        publisher=publisher_of(view, settings),
        licence=licences.pop() if len(licences) == 1 else "",
    )


def publisher_of(view: EditionView, settings: Settings) -> str:
    """Give who publishes the texts of an edition: who is named, who organised it, or the site."""
    return view.meta.publisher or view.meta.organiser or settings.site_name


def _once(words: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))

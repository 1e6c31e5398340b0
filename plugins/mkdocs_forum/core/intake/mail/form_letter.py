"""The sentences of a letter that a form writes; `letter.js` puts it together."""

from collections.abc import Iterable, Iterator
from typing import Final

from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.words.language import N_, Language
from mkdocs_forum.core.words.languages import LANGUAGES

PATH: Final = N_("File: {path}")
"""Line that says where the file that follows belongs."""
END: Final = N_("--- end of the file ---")
"""Line that says where the file above it ends."""

_SENTENCES: Final = (
    N_("Hello,"),
    N_("My text is in the attached file."),
    N_("My texts are in the attached files."),
    N_("My text and what belongs to it are in the attached package."),
    N_("My text and its pictures are in the attached package."),
    N_("I agree that my text is published on this site."),
)
_LICENCE: Final = N_("I agree that my text is published under the licence %(licence)s.")


def told(sentence: str) -> list[str]:
    """Give a sentence in every language: letters pass from one to another."""
    return [Language(code).tell(sentence) for code in LANGUAGES]


def sentences(paths: Iterable[str], settings: Settings) -> Iterator[str]:
    """Give what a letter says beside its files that is known without it.

    Arguments:
        paths: Paths of its files below the docs folder.
        settings: The options.
    """
    yield from (wording for sentence in _SENTENCES for wording in told(sentence))
    if settings.licence:
        yield from (wording % {"licence": settings.licence} for wording in told(_LICENCE))
    for path in paths:
        shown = f"{settings.docs_path}/{path}"
        yield from (wording.format(path=shown) for wording in told(PATH))

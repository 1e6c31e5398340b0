"""The sentences of a letter that a form writes; `letter.js` and `correct.js` put it together."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import unquote, urlsplit

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.library.targets import is_address
from mkdocs_forum.core.model.addresses import Addresses
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
PAGE: Final = N_("It is about this page:")
REQUESTS: Final[Mapping[str, tuple[str, str]]] = {
    N_("I propose a correction."): (
        N_("the mail proposes a correction of {page}"),
        N_("write it into '{path}' if you agree, then reply to the sender"),
    ),
    N_("I report something."): (
        N_("the mail reports something about {page}"),
        N_("read it, correct '{path}' if need be, then reply to the sender"),
    ),
    N_("I ask you to withdraw my answer."): (
        N_("the mail asks you to withdraw a text from {page}"),
        N_("remove '{path}', or write 'draft: true' into it, then reply to the sender"),
    ),
    N_("I ask you to remove the data about me."): (
        N_("the mail asks you to remove personal data from {page}"),
        N_(
            "see with 'mkdocs-forum whois' what the forum says about the sender, remove it from "
            "'{path}' or with 'mkdocs-forum forget', then reply"
        ),
    ),
}
"""What the form for corrections asks, and what to do then: a mail is never obeyed by itself."""
_ADDRESS = re.compile(r"https?://[^\s<>\[\]]+")
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


def requested(lines: Iterable[str], library: Library, settings: Settings) -> Refusal | None:
    """Tell what a letter asks that the form for corrections wrote, and how it is done.

    Arguments:
        lines: The lines of the letter.
        library: The forum.
        settings: The options.
    """
    requests = {plain: each for each in REQUESTS for plain in _plain(each)}
    heads = tuple(_plain(PAGE))
    found, page, is_near = "", "", False
    for line in lines:
        plain = _letters(line)
        found = found or requests.get(plain, "")
        is_near = is_near or plain.startswith(heads)
        address = _ADDRESS.search(line) if is_near else None
        page = page or (address[0] if address else "")
    if not found:
        return None
    message, hint = REQUESTS[found]
    path = _path(page, library, settings)
    shown = f"{settings.docs_path}/{path}" if path else page
    return Refusal(say(message, page=page), say(hint, path=shown))


def _plain(sentence: str) -> list[str]:
    return [_letters(wording) for wording in told(sentence)]


def _letters(text: str) -> str:
    """Give a text without spaces and signs, which mail programs change."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _path(page: str, library: Library, settings: Settings) -> str:
    """Give the path of the file whose text a page shows, on whatever host the page was read."""
    addresses = Addresses(settings)
    urls = {
        addresses.url(addresses.entry(kind, slug)): entry.path
        for kind, entries in (
            ("talks", library.talks),
            ("members", library.members),
            ("editions", library.editions),
        )
        for slug, entry in entries.items()
    }
    for key, question in library.questions.items():
        urls[addresses.url(addresses.entry("questions", key))] = library.talks[question.talk].path
    for answer in library.answers.values():
        url = addresses.url(addresses.entry("questions", answer.meta.question))
        urls[f"{url}#{answer.slug.rpartition('/')[2]}"] = answer.path
    address = unquote(page)
    if not is_address(address):
        return ""
    parts = urlsplit(address)
    place = parts.path
    for wanted in (f"{place}#{parts.fragment}", place):
        if found := next((urls[url] for url in urls if f"/{wanted}".endswith(f"/{url}")), None):
            return found
    return ""

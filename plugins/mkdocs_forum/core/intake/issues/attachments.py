"""What was dropped into an issue: the forge keeps each file, and writes its address.

Only addresses that a forge gives to what is dropped there are ever asked for.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Final
from urllib.parse import urljoin

from mkdocs_forum.core.faults.diagnostic import Message, say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.materials import is_material_name
from mkdocs_forum.core.intake.pictures.picture import Picture, reference, token
from mkdocs_forum.core.model.settings import Settings

MOST: Final = 20
"""Pictures of an issue at the most."""
MOST_FILES: Final = 10
"""Documents and transcripts of an issue at the most."""
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_GITHUB = re.compile(
    rf"https://github\.com/(?:user-attachments|[\w.-]+/[\w.-]+)/assets/(?:\d+/)?{_UUID}"
    r"|https://user-images\.githubusercontent\.com/\d+/[\w.-]+"
)
_GITHUB_FILE = re.compile(
    r"https://github\.com/(?:user-attachments|[\w.-]+/[\w.-]+)/files/\d+/[\w.%-]+\.(?:pdf|vtt)",
    re.IGNORECASE,
)
_FORGEJO = re.compile(rf"/attachments/{_UUID}")
_MARKDOWN = re.compile(r"!\[([^\[\]]*)\]\(\s*<?([^\s()<>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
_LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(\s*<?([^\s()<>]+)>?\s*\)")
_HTML = re.compile(r"<img(\s[^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\s(alt|src)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_BARE = re.compile(r"(?m)^[ \t]*<?(https?://[^\s<>]+)>?[ \t]*$")


Brought = Mapping[str, bytes | Message]
"""What stands at the addresses of an issue, or why it can't be had."""


def addresses(text: str, settings: Settings) -> list[str]:
    """Give the whole addresses of what was dropped into an issue, each once."""
    found = [whole for _, _, whole in _dropped(text, settings)]
    return list(dict.fromkeys(found))


@dataclass(frozen=True)
class DroppedFile:
    """A document or a transcript that was dropped into an issue."""

    address: str
    name: str
    words: str
    """What stands beside it on its line."""
    line: str
    """Its line, as it was written."""


def dropped_files(text: str, settings: Settings) -> list[DroppedFile]:
    """Give the documents and transcripts that were dropped into a part of an issue."""
    found = []
    for line in text.split("\n"):
        for link in _LINK.finditer(line) if "](" in line else ():
            for whole in _whole_file(link[1], link[2], settings):
                words = " ".join(f"{line[: link.start()]} {line[link.end() :]}".split())
                found.append(DroppedFile(whole, link[1], words.strip(":- "), line))
    return found


def _whole_file(name: str, address: str, settings: Settings) -> Iterator[str]:
    """Give an address that a forge gave to a document or a transcript, whole."""
    if not is_material_name(name):
        return
    if _GITHUB_FILE.fullmatch(address):
        yield address
    elif not _GITHUB.fullmatch(address):
        yield from _whole(address, settings)


def marked(text: str, settings: Settings) -> str:
    """Give a text in which tokens stand for what was dropped there."""
    pieces: list[str] = []
    end = 0
    for found, words, whole in sorted(_dropped(text, settings), key=lambda each: each[0].start()):
        pieces += [text[end : found.start()], token(reference("", whole.encode()), words)]
        end = found.end()
    return "".join([*pieces, text[end:]])


def pictures(brought: Brought) -> list[Picture]:
    """Give what was brought, by the references that tokens have."""
    return [
        Picture(address.rpartition("/")[2], data, reference("", address.encode()), is_shown=True)
        for address, data in brought.items()
        if isinstance(data, bytes)
    ]


def lost(brought: Brought, hint: Message) -> list[Refusal]:
    """Tell what can't be had."""
    return [
        Refusal(say("'{name}' was left out: {reason}", name=address, reason=data), hint)
        for address, data in brought.items()
        if isinstance(data, Message)
    ]


def refusals(brought: Brought) -> list[Refusal]:
    """Tell which pictures can't be had, or are none."""
    hint = say("drop the picture there again: PNG, JPEG, WebP, AVIF or GIF")
    refused = lost(brought, hint)
    for address, data in brought.items():
        if isinstance(data, bytes) and Picture("", data).ending is None:
            refused.append(
                Refusal(say("'{name}' isn't a picture that the site can show", name=address), hint)
            )
    return refused


def _dropped(text: str, settings: Settings) -> Iterator[tuple[re.Match[str], str, str]]:
    """Find what was dropped: where it stands, its words and its whole address."""
    for found in _MARKDOWN.finditer(text) if "![" in text else ():
        yield from ((found, found[1], whole) for whole in _whole(found[2], settings))
    for found in _HTML.finditer(text) if "<" in text else ():
        given = {
            key.lower(): unescape(one or two) for key, one, two in _ATTRIBUTE.findall(found[1])
        }
        whole = _whole(given.get("src", ""), settings)
        yield from ((found, given.get("alt", ""), each) for each in whole)
    for found in _BARE.finditer(text):
        yield from ((found, "", whole) for whole in _whole(found[1], settings))


def _whole(address: str, settings: Settings) -> Iterator[str]:
    """Give an address that a forge gave, whole."""
    repository = settings.repository or ""
    if _GITHUB.fullmatch(address):
        yield address
    elif repository and _FORGEJO.search(address):
        # It may lack the host, or the host and the repository.
        whole = urljoin(repository, address)
        root = urljoin(repository, "/")
        if whole.startswith(root) and _FORGEJO.search(whole[len(root) - 1 :]):
            yield whole

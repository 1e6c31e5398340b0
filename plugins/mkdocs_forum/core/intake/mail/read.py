"""A mail as it is saved in a file becomes a letter."""

import datetime
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.errors import MessageError
from email.headerregistry import BaseHeader, HeaderRegistry
from email.message import MIMEPart
from email.utils import parseaddr
from itertools import islice
from pathlib import PurePosixPath
from typing import Final

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.mail.letter import Attachment, Letter, Wording, whole
from mkdocs_forum.core.intake.mail.parts import (
    TEXT_ENDINGS,
    Places,
    data_of,
    is_attached,
    is_picture,
    is_shown,
    is_text,
    name_of,
    parameter,
    text_of,
)
from mkdocs_forum.core.intake.mail.plain_text import unflow, without_link_targets
from mkdocs_forum.core.intake.materials import NewMaterial, is_material_name
from mkdocs_forum.core.intake.packages import ENDING as PACKAGE
from mkdocs_forum.core.intake.packages import unpacked
from mkdocs_forum.core.intake.pictures.picture import Picture
from mkdocs_forum.core.intake.rich_text.documents import ENDING, read_document
from mkdocs_forum.core.intake.rich_text.links import unwrapped
from mkdocs_forum.core.intake.rich_text.page import lines_of
from mkdocs_forum.core.reading.files import PICTURES
from mkdocs_forum.core.words.characters import visible
from mkdocs_forum.core.words.encodings import decode

LARGEST: Final = 40_000_000
"""Bytes of a mail at the most: providers take 25 MB, written in base64."""
LARGEST_TEXT: Final = 500_000
"""Characters of a text with its HTML: five times those of the largest file."""
MOST_BOUNDARIES: Final = 3000
"""Lines of a mail that may begin a part. The library takes 2 s for as many parts."""
DEEPEST: Final = 20
"""Levels of parts in one another. A forwarded reply has four."""
MOST_PARTS: Final = 200
"""Parts of a mail. One with twenty pictures has thirty."""
MOST_DOCUMENTS: Final = 3
"""Documents of Word and packages that are read, each of which may take 10 s."""

LONGEST_HEADER: Final = 1000
"""Characters of a header that are read. The library takes 1 s for 1,500 that are full of signs;
the name of a file has 255 letters at the most, in up to three signs each."""

_OUTLOOK = b"\xd0\xcf\x11\xe0"
_UNREADABLE = (
    *(MessageError, LookupError, ValueError, TypeError, AttributeError),
    *(AssertionError, RecursionError),
)
"""What the library's parser raises at headers that no mail program writes."""


class _Headers(HeaderRegistry):
    """Reads headers, of which it takes no more than the beginning."""

    def __call__(self, name: str, value: str) -> BaseHeader:
        return super().__call__(name, value[:LONGEST_HEADER])


_POLICY = policy.default.clone(header_factory=_Headers())


def read_letter(data: bytes) -> Letter | Refusal:
    """Read a mail as it is saved in a file.

    Arguments:
        data: What the file holds.
    """
    if data.startswith(_OUTLOOK):
        hint = say("open it in Outlook, and save it as '.eml'")
        return Refusal(say("the mail is saved in a format that only Outlook reads"), hint)
    if len(data) > LARGEST:
        message = say("the mail is larger than {most} MB", most=LARGEST // 1_000_000)
        return Refusal(message, say("ask the sender for the text without pictures"))
    if data.count(b"\n--") > MOST_BOUNDARIES:
        return _crowded()
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        data = decode(data).encode("utf-8", "replace")
    try:
        mail = message_from_bytes(data.removeprefix(BOM_UTF8), policy=_POLICY)
        return _opened(mail)
    except _UNREADABLE:
        message = say("the mail is damaged: its parts can't be read")
        return Refusal(message, say("ask the sender to attach the text as a file"))


def _opened(mail: MIMEPart) -> Letter | Refusal:
    leaves = list(_leaves(mail, 0))
    if len(leaves) > MOST_PARTS or any(depth > DEEPEST for depth, _ in leaves):
        return _crowded()
    if any(len(text_of(part)) > LARGEST_TEXT for _, part in leaves if not is_attached(part)):
        message = say("the text of the mail is larger than {most} KB", most=LARGEST_TEXT // 1000)
        return Refusal(message, say("ask the sender for the text without pictures"))
    documents = [part for _, part in leaves if name_of(part).lower().endswith((ENDING, PACKAGE))]
    return _letter(mail, documents[:MOST_DOCUMENTS])


def _letter(mail: MIMEPart, documents: Sequence[MIMEPart]) -> Letter:
    """Read a letter, and some of the documents that came with it."""
    parts = list(_own_parts(mail))
    places = Places.of(parts)
    attached = [part for part in parts if not part.is_multipart() and is_attached(part)]
    came = [each for part in attached for each in _enclosed(part, documents, places)]
    name, sender = parseaddr(_header(mail, "from"))
    _, reply_to = parseaddr(_header(mail, "reply-to"))
    return Letter(
        subject=" ".join(_header(mail, "subject").split()),
        name=name,
        sender=sender,
        reply_to=reply_to or sender,
        identifier=_header(mail, "message-id").strip(),
        day=_day(mail),
        bodies=[body for body in _bodies(mail, places) if body],
        attachments=[each for each in came if isinstance(each, Attachment)],
        pictures=[each for each in came if isinstance(each, Picture)],
        materials=[each for each in came if isinstance(each, NewMaterial)],
        letters=[_letter(inner, documents) for part in parts for inner in _inner(part)],
        others=[each for each in came if isinstance(each, str) and each],
    )


_Enclosed = Attachment | Picture | NewMaterial | str
"""What came with a letter; of what isn't read, the name."""


def _enclosed(part: MIMEPart, documents: Sequence[MIMEPart], places: Places) -> Iterator[_Enclosed]:
    """Read what came beside the texts of a letter, if it is of a kind that is taken."""
    name = name_of(part)
    files = unpacked(data_of(part)) if part in documents and _is_package(name) else None
    if is_picture(part):
        yield places.picture(part)
    elif is_material_name(name):
        yield NewMaterial(name, data_of(part))
    elif is_text(part):
        yield Attachment(name, text_of(part))
    elif files is not None:
        yield from _files(files)
    elif part in documents:
        yield from _document(name, data_of(part))
    else:
        yield name


def _is_package(name: str) -> bool:
    return name.lower().endswith(PACKAGE)


def _document(name: str, data: bytes) -> Iterator[_Enclosed]:
    document = read_document(data)
    if document is None:
        yield name
        return
    yield Attachment(name, document.text, True, document.pictures, document.comments)
    yield from document.others


def _files(files: Sequence[tuple[str, bytes]]) -> Iterator[_Enclosed]:
    """Read the files of a package; of its documents, the first."""
    documents = islice((name for name, _ in files if name.lower().endswith(ENDING)), 1)
    for name, data in files:
        ending = PurePosixPath(name.lower()).suffix
        if ending in PICTURES:
            yield Picture(PurePosixPath(name).name, data)
        elif is_material_name(name):
            yield NewMaterial(visible(name), data)
        elif ending in TEXT_ENDINGS and len(data) <= LARGEST_TEXT:
            yield Attachment(name, decode(data).removeprefix("\ufeff").replace("\r\n", "\n"))
        elif name in documents:
            yield from _document(visible(name), data)
        else:
            yield visible(name)


def _crowded() -> Refusal:
    message = say("the mail has too many parts")
    return Refusal(message, say("ask the sender to attach the text as a file"))


def _leaves(part: MIMEPart, depth: int) -> Iterator[tuple[int, MIMEPart]]:
    """Give the parts that hold something, each with its depth; nothing stands too deep unseen."""
    if not part.is_multipart() or depth > DEEPEST:
        yield depth, part
        return
    for inner in part.iter_parts() if part.is_multipart() else ():
        yield from _leaves(inner, depth + 1)


def _own_parts(part: MIMEPart) -> Iterator[MIMEPart]:
    """Give the parts that hold something, a letter in the letter as one."""
    if not part.is_multipart() or part.get_content_type() == "message/rfc822":
        yield part
        return
    for inner in part.iter_parts():
        yield from _own_parts(inner)


def _inner(part: MIMEPart) -> Iterator[MIMEPart]:
    """Give the letter that a part is, if it is one."""
    if part.is_multipart():
        yield from part.iter_parts()


def _bodies(part: MIMEPart, places: Places) -> Iterator[Sequence[Wording]]:
    if part.get_content_type() == "multipart/alternative":
        pieces = [list(_wordings(inner, places)) for inner in part.iter_parts()]
        # The plain one first.
        yield sorted(map(whole, filter(None, pieces)), key=lambda wording: bool(wording.html))
    elif part.get_content_type() == "message/rfc822":
        return
    elif part.is_multipart():
        for inner in part.iter_parts():
            yield from _bodies(inner, places)
    elif wording := _wording(part, places):
        yield [wording]


def _wordings(part: MIMEPart, places: Places) -> Iterator[Wording]:
    """Give the pieces of a text, between which pictures may stand."""
    for leaf in _own_parts(part):
        if wording := _wording(leaf, places):
            yield wording


def _wording(part: MIMEPart, places: Places) -> Wording | None:
    kind = part.get_content_type()
    if places.stands_itself(part):
        mark = places.token(part)
        return Wording([mark], is_faithful=True, html=f"<p>{mark}</p>")
    if not is_shown(part):
        return None
    if kind == "text/html":
        html = text_of(part)
        return Wording(list(map(unwrapped, lines_of(html))), is_faithful=True, html=html)
    if kind != "text/plain":
        return None
    text = places.marked(unwrapped(without_link_targets(text_of(part))))
    if parameter(part, "format") == "flowed":
        return Wording(unflow(text, parameter(part, "delsp") == "yes"), is_faithful=True)
    return Wording(text.split("\n"), is_faithful=False)


def _header(mail: MIMEPart, name: str) -> str:
    return visible(str(mail.get(name, "")))


def _day(mail: MIMEPart) -> datetime.date | None:
    """Give the day that a letter bears; the clock of its sender may be wrong."""
    written: datetime.datetime | None = getattr(mail.get("date"), "datetime", None)
    return written.date() if written else None

"""A mail as it is saved in a file becomes a letter."""

import datetime
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.errors import MessageError
from email.headerregistry import BaseHeader, HeaderRegistry
from email.message import MIMEPart
from email.utils import parseaddr
from typing import Final

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.mail.letter import Attachment, Letter, Wording, whole
from mkdocs_forum.core.intake.mail.parts import (
    is_attached,
    is_shown,
    is_text,
    name_of,
    parameter,
    text_of,
)
from mkdocs_forum.core.intake.mail.plain_text import unflow, without_link_targets
from mkdocs_forum.core.intake.rich_text.documents import ENDING, read_document
from mkdocs_forum.core.intake.rich_text.links import unwrapped
from mkdocs_forum.core.intake.rich_text.page import lines_of
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
"""Documents of Word that are read, each of which may take 10 s."""

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
        hint = say("open it in Outlook, and save it in the form '.eml'")
        return Refusal(say("the mail is saved in a form that only Outlook reads"), hint)
    if len(data) > LARGEST:
        message = say("the mail is larger than {most} MB", most=LARGEST // 1_000_000)
        return Refusal(message, say("ask for the text without pictures"))
    if data.count(b"\n--") > MOST_BOUNDARIES:
        return _crowded()
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        data = decode(data).encode("utf-8", "replace")
    try:
        mail = message_from_bytes(data.removeprefix(BOM_UTF8), policy=_POLICY)
        return _opened(mail)
    except _UNREADABLE:
        message = say("the mail isn't put together as mails are")
        return Refusal(message, say("ask for the text as an attached file"))


def _opened(mail: MIMEPart) -> Letter | Refusal:
    leaves = list(_leaves(mail, 0))
    if len(leaves) > MOST_PARTS or any(depth > DEEPEST for depth, _ in leaves):
        return _crowded()
    if any(len(text_of(part)) > LARGEST_TEXT for _, part in leaves if not is_attached(part)):
        message = say("the text of the mail is larger than {most} KB", most=LARGEST_TEXT // 1000)
        return Refusal(message, say("ask for the text without pictures"))
    documents = [part for _, part in leaves if name_of(part).lower().endswith(ENDING)]
    return _letter(mail, documents[:MOST_DOCUMENTS])


def _letter(mail: MIMEPart, documents: Sequence[MIMEPart]) -> Letter:
    """Read a letter, and some of the documents that came with it."""
    parts = list(_own_parts(mail))
    attached = [part for part in parts if not part.is_multipart() and is_attached(part)]
    read = [(part, _attachment(part, documents)) for part in attached]
    attachments = [attachment for _, attachment in read if attachment]
    unread = [name for part, attachment in read if not attachment and (name := name_of(part))]
    name, sender = parseaddr(_header(mail, "from"))
    _, reply_to = parseaddr(_header(mail, "reply-to"))
    return Letter(
        subject=" ".join(_header(mail, "subject").split()),
        name=name,
        sender=sender,
        reply_to=reply_to or sender,
        identifier=_header(mail, "message-id").strip(),
        day=_day(mail),
        bodies=[body for body in _bodies(mail) if body],
        attachments=attachments,
        letters=[_letter(inner, documents) for part in parts for inner in _inner(part)],
        others=[*unread, *(name for each in attachments for name in each.pictures)],
    )


def _attachment(part: MIMEPart, documents: Sequence[MIMEPart]) -> Attachment | None:
    """Read what came with a letter, if it is a text or one of some documents."""
    if is_text(part):
        return Attachment(name_of(part), text_of(part))
    data = part.get_payload(decode=True) if part in documents else None
    document = read_document(data) if isinstance(data, bytes) else None
    if not document:
        return None
    return Attachment(name_of(part), document.text, True, document.pictures)


def _crowded() -> Refusal:
    message = say("the mail has too many parts")
    return Refusal(message, say("ask for the text as an attached file"))


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


def _bodies(part: MIMEPart) -> Iterator[Sequence[Wording]]:
    if part.get_content_type() == "multipart/alternative":
        pieces = [list(_wordings(inner)) for inner in part.iter_parts()]
        # The plain one first.
        yield sorted(map(whole, filter(None, pieces)), key=lambda wording: bool(wording.html))
    elif part.get_content_type() == "message/rfc822":
        return
    elif part.is_multipart():
        for inner in part.iter_parts():
            yield from _bodies(inner)
    elif is_shown(part) and (wording := _wording(part)):
        yield [wording]


def _wordings(part: MIMEPart) -> Iterator[Wording]:
    """Give the pieces of a text, between which pictures may stand."""
    for leaf in _own_parts(part):
        if is_shown(leaf) and (wording := _wording(leaf)):
            yield wording


def _wording(part: MIMEPart) -> Wording | None:
    kind = part.get_content_type()
    if kind == "text/html":
        html = text_of(part)
        return Wording(list(map(unwrapped, lines_of(html))), is_faithful=True, html=html)
    if kind != "text/plain":
        return None
    text = unwrapped(without_link_targets(text_of(part)))
    if parameter(part, "format") == "flowed":
        return Wording(unflow(text, parameter(part, "delsp") == "yes"), is_faithful=True)
    return Wording(text.split("\n"), is_faithful=False)


def _header(mail: MIMEPart, name: str) -> str:
    return visible(str(mail.get(name, "")))


def _day(mail: MIMEPart) -> datetime.date | None:
    """Give the day that a letter bears; the clock of its sender may be wrong."""
    written: datetime.datetime | None = getattr(mail.get("date"), "datetime", None)
    return written.date() if written else None

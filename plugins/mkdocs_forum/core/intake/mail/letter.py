"""A letter that came by e-mail: what it says, in whatever wrapping a mail program gave it.

Nothing in it is followed or run, and of its headers only the subject and the day are used; the
sender's address helps to propose an author, and is never written.
"""

import datetime
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.headerregistry import BaseHeader, HeaderRegistry
from email.message import MIMEPart
from email.utils import parseaddr
from pathlib import PurePosixPath
from typing import Final

from mkdocs_forum.core.faults.diagnostic import say
from mkdocs_forum.core.forms.form import Refusal
from mkdocs_forum.core.intake.mail.plain_text import unflow, without_link_targets
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

LONGEST_HEADER: Final = 1000
"""Characters of a header that are read. The library takes 1 s for 1,500 that are full of signs;
the name of a file has 255 letters at the most, in up to three signs each."""

_OUTLOOK = b"\xd0\xcf\x11\xe0"
_TEXTS = frozenset({"text/plain", "text/markdown", "text/x-markdown", "text/x-web-markdown"})
_ENDINGS = (".md", ".markdown", ".md.txt")
_WESTERN = frozenset({"", "us-ascii", "ascii", "iso-8859-1", "latin-1", "latin1", "iso-8859-15"})
"""Charsets that mail programs name where they mean UTF-8 or Windows' own."""
_CHARSET = re.compile(r"(?:utf|iso|windows|cp|mac|koi8|big5|gb|euc|shift|hz|ks_c)[\w-]*")
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


@dataclass(frozen=True)
class Wording:
    """A text of a letter, as lines; what is quoted begins with `>`."""

    lines: Sequence[str]
    is_faithful: bool
    """Whether its lines end where its author ended them."""


@dataclass(frozen=True)
class Attachment:
    """A text that came with a letter."""

    name: str
    text: str


@dataclass(frozen=True)
class Letter:
    """A letter without its wrapping."""

    subject: str = ""
    sender: str = ""
    """Address that the letter says it is from, which anyone can write."""
    day: datetime.date | None = None
    """Day on which it says it was written."""
    bodies: Sequence[Sequence[Wording]] = ()
    """Its texts, each in one or several wordings, the plain one first."""
    attachments: Sequence[Attachment] = ()
    others: Sequence[str] = ()
    """Names of what came with it and isn't read."""


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
    parts = [part for _, part in leaves]
    attached = [part for part in parts if _is_attached(part)]
    texts = [part for part in attached if _is_text(part)]
    shown = [part for part in parts if part not in attached]
    if any(len(_text(part)) > LARGEST_TEXT for part in shown):
        message = say("the text of the mail is larger than {most} KB", most=LARGEST_TEXT // 1000)
        return Refusal(message, say("ask for the text without pictures"))
    return Letter(
        subject=" ".join(_header(mail, "subject").split()),
        sender=parseaddr(_header(mail, "from"))[1],
        day=_day(mail),
        bodies=[body for body in _bodies(mail, 0) if body],
        attachments=[Attachment(_name(part), _text(part)) for part in texts],
        others=[name for part in attached if part not in texts and (name := _name(part))],
    )


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


def _bodies(part: MIMEPart, depth: int) -> Iterator[Sequence[Wording]]:
    if part.get_content_type() == "multipart/alternative":
        leaves = [leaf for _, leaf in _leaves(part, depth) if not _is_attached(leaf)]
        leaves.sort(key=lambda leaf: leaf.get_content_type() == "text/html")
        yield [wording for leaf in leaves if (wording := _wording(leaf))]
    elif part.is_multipart():
        for inner in part.iter_parts():
            yield from _bodies(inner, depth + 1)
    elif not _is_attached(part) and (wording := _wording(part)):
        yield [wording]


def _wording(part: MIMEPart) -> Wording | None:
    kind = part.get_content_type()
    if kind == "text/html":
        return Wording(lines_of(_text(part)), is_faithful=True)
    if kind != "text/plain":
        return None
    text = without_link_targets(_text(part))
    if _parameter(part, "format") == "flowed":
        return Wording(unflow(text, _parameter(part, "delsp") == "yes"), is_faithful=True)
    return Wording(text.split("\n"), is_faithful=False)


def _is_attached(part: MIMEPart) -> bool:
    kind = part.get_content_type()
    shown = kind in {"text/plain", "text/html"} and part.get_content_disposition() != "attachment"
    return not shown or bool(part.get_filename())


def _is_text(part: MIMEPart) -> bool:
    name = _name(part).lower()
    return name.endswith(_ENDINGS) or part.get_content_type() in _TEXTS


def _name(part: MIMEPart) -> str:
    """Give the name of an attachment, as it may be told."""
    name = str(part.get_filename() or "").replace("\\", "/")
    return visible(PurePosixPath(name).name)


def _text(part: MIMEPart) -> str:
    """Give the text of a part, whatever it says of its encoding."""
    data = part.get_payload(decode=True)
    charset = str(part.get_content_charset("")).lower()
    text = _decoded(data, charset) if isinstance(data, bytes) else ""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, charset: str) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return decode(data)
    # What is UTF-8 is nothing else, whatever its label says.
    names = ["utf-8", "cp1252"] if charset in _WESTERN else [charset, "utf-8"]
    for name in names:
        if not _CHARSET.fullmatch(name):
            continue
        try:
            return data.decode(name)
        except (LookupError, ValueError):
            continue
    return decode(data)


def _parameter(part: MIMEPart, name: str) -> str:
    return str(part.get_param(name, "")).strip().lower()


def _header(mail: MIMEPart, name: str) -> str:
    return visible(str(mail.get(name, "")))


def _day(mail: MIMEPart) -> datetime.date | None:
    """Give the day that a letter bears; the clock of its sender may be wrong."""
    written: datetime.datetime | None = getattr(mail.get("date"), "datetime", None)
    return written.date() if written else None

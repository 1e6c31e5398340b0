"""A part of a mail: its name, its text, and whether it is shown or attached."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from email.message import MIMEPart
from pathlib import PurePosixPath

from mkdocs_forum.core.words.characters import visible
from mkdocs_forum.core.words.encodings import decode

_GENERATED = re.compile(r"ATT\d+\.(?:txt|htm)l?", re.IGNORECASE)
"""Name that Exchange gives to a part of the text, below a picture or of a list."""
_TEXTS = frozenset({"text/plain", "text/markdown", "text/x-markdown", "text/x-web-markdown"})
_ENDINGS = (".md", ".markdown", ".txt")
_WESTERN = frozenset({"", "us-ascii", "ascii", "iso-8859-1", "latin-1", "latin1", "iso-8859-15"})
"""Charsets that mail programs name where they mean UTF-8 or Windows' own."""
_CHARSET = re.compile(r"(?:utf|iso|windows|cp|mac|koi8|big5|gb|euc|shift|hz|ks_c)[\w-]*")


def is_shown(part: MIMEPart) -> bool:
    """Whether a part is a text that mail programs show."""
    return not part.is_multipart() and not is_attached(part)


def is_attached(part: MIMEPart) -> bool:
    """Whether a part came beside the text."""
    if part.get_content_type() not in {"text/plain", "text/html"}:
        return True
    if _GENERATED.fullmatch(name_of(part)):
        return False
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def is_text(part: MIMEPart) -> bool:
    """Whether an attachment is a text."""
    name = name_of(part).lower()
    return name.endswith(_ENDINGS) or part.get_content_type() in _TEXTS


def name_of(part: MIMEPart) -> str:
    """Give the name of an attachment, as it may be told."""
    name = str(part.get_filename() or "").replace("\\", "/")
    return visible(PurePosixPath(name).name)


def text_of(part: MIMEPart) -> str:
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


def parameter(part: MIMEPart, name: str) -> str:
    """Give a parameter of the type of a part."""
    return str(part.get_param(name, "")).strip().lower()

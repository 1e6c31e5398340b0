"""A part of a mail: its name, its text, whether it is shown or attached; where pictures stand."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import MIMEPart
from pathlib import PurePosixPath
from urllib.parse import unquote

from mkdocs_forum.core.intake.pictures.picture import Picture, reference, token
from mkdocs_forum.core.reading.files import PICTURES
from mkdocs_forum.core.words.characters import visible
from mkdocs_forum.core.words.encodings import decode

_GENERATED = re.compile(r"ATT\d+\.(?:txt|htm)l?", re.IGNORECASE)
"""Name that Exchange gives to a part of the text, below a picture or of a list."""
_TEXTS = frozenset({"text/plain", "text/markdown", "text/x-markdown", "text/x-web-markdown"})
TEXT_ENDINGS = (".md", ".markdown", ".txt")
"""How the names of texts end."""
_WESTERN = frozenset({"", "us-ascii", "ascii", "iso-8859-1", "latin-1", "latin1", "iso-8859-15"})
"""Charsets that mail programs name where they mean UTF-8 or Windows' own."""
_CHARSET = re.compile(r"(?:utf|iso|windows|cp|mac|koi8|big5|gb|euc|shift|hz|ks_c)[\w-]*")
_IN_HTML = re.compile(r"""\bsrc\s*=\s*["']?cid:([^"'\s<>]+)""", re.IGNORECASE)
_IN_TEXT = re.compile(r"\[(?:cid:|image: |inline: )([^\[\]\n]+)\]")
"""How programs write in a plain text where a picture stands."""


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
    return name.endswith(TEXT_ENDINGS) or part.get_content_type() in _TEXTS


def is_picture(part: MIMEPart) -> bool:
    """Whether a part says that it is a picture, by its type or its name."""
    ending = PurePosixPath(name_of(part)).suffix.lower()
    return part.get_content_maintype() == "image" or ending in PICTURES


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


@dataclass(frozen=True)
class Places:
    """Where the pictures of a letter stand in its texts."""

    known: frozenset[str] = frozenset()
    """By what the texts may name the pictures that there are."""
    shown: frozenset[str] = frozenset()
    """By what they do."""

    @classmethod
    def of(cls, parts: Iterable[MIMEPart]) -> "Places":
        """See what the parts of a letter say."""
        parts = [part for part in parts if not part.is_multipart()]
        pictures = [part for part in parts if is_picture(part)]
        known = {name for part in pictures for name in (_reference(part), reference(name_of(part)))}
        texts = [text_of(part) for part in parts if pictures and is_shown(part)]
        found = [*_IN_HTML.findall("\n".join(texts)), *_IN_TEXT.findall("\n".join(texts))]
        return cls(frozenset(known), frozenset(reference(unquote(name)) for name in found))

    def picture(self, part: MIMEPart) -> Picture:
        """Read a picture."""
        named = _reference(part)
        return Picture(
            name_of(part) or f"image.{part.get_content_subtype()}",
            data_of(part),
            named,
            bool(self.shown & {named, reference(name_of(part))}) or self.stands_itself(part),
        )

    def stands_itself(self, part: MIMEPart) -> bool:
        """Whether a picture stands between texts, as Apple's programs send them."""
        is_inline = is_picture(part) and part.get_content_disposition() == "inline"
        return is_inline and not self.shown & {_reference(part), reference(name_of(part))}

    def token(self, part: MIMEPart) -> str:
        """Write where such a picture stands."""
        return token(_reference(part))

    def marked(self, text: str) -> str:
        """Give a plain text in which it is written alike where its pictures stand."""
        return _IN_TEXT.sub(self._token, text)

    def _token(self, found: re.Match[str]) -> str:
        named = reference(found[1])
        is_picture = found[0].startswith("[cid:") or named.lower().endswith(tuple(PICTURES))
        return token(named) if is_picture or named in self.known else found[0]


def data_of(part: MIMEPart) -> bytes:
    """Give what a part holds."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _reference(part: MIMEPart) -> str:
    identifier = visible(str(part.get("content-id", ""))).strip().strip("<>")
    return reference(identifier, data_of(part))

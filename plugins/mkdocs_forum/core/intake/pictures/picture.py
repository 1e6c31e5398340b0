"""A picture as it comes: judged by what it holds, whatever its name says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

import imagesize

from mkdocs_forum.core.faults.diagnostic import Diagnostic
from mkdocs_forum.core.intake.pictures.metadata import without_metadata
from mkdocs_forum.core.intake.pictures.scaling import scaled
from mkdocs_forum.core.reading.files import HEAD, LARGEST, MOST_PIXELS, check_picture, meant_ending
from mkdocs_forum.core.words.slugs import slugify

TOKEN = re.compile(r"!\[([^\[\]]*)\]\(cid:([^()\s]*)\)")
"""How a picture of a letter stands in a text before it has a place: its words, its reference."""
_UNSAFE = re.compile(r"[^\w.@$+-]")
_LIKE_A_NAME = re.compile(
    r"\s*(?:\S+\.(?:avif|bmp|gif|heic|jpe?g|png|tiff?|webp)|image|img|photo|picture|unnamed"
    r"|(?:image|img|photo|dsc|pxl)[\s_-]?\d+)?\s*",
    re.IGNORECASE,
)
"""Words that programs write where nobody said what a picture shows."""
_SMALL: Final = 22_500
"""Pixels of the largest logo: 150 × 150."""


@dataclass(frozen=True)
class Picture:
    """A picture that came with a contribution."""

    name: str
    """Name that it came with, or its path in a package; nobody has judged it yet."""
    data: bytes
    reference: str = ""
    """By what a text names it, as `TOKEN` holds it."""
    is_shown: bool = False
    """Whether a text that came with it says where it stands."""
    is_documents: bool = False
    """Whether it came within a document."""

    @cached_property
    def ending(self) -> str | None:
        """The ending that its name should have; nothing if it is no picture that a site shows."""
        return meant_ending(self.data[:HEAD])

    @property
    def file_name(self) -> str:
        """A name under which it can lie in a folder."""
        stem = PurePosixPath(self.name.replace("\\", "/")).stem
        return f"{slugify(stem) or 'image'}{self.ending}"

    @property
    def is_small(self) -> bool:
        """Whether it is as small as what programs and companies set below a letter."""
        return self.pixels <= _SMALL

    @property
    def pixels(self) -> int:
        """How many pixels it has."""
        width, height = imagesize.get(BytesIO(self.data), exif_rotation=False)
        return int(width * height)

    @cached_property
    def plain(self) -> bytes:
        """What it holds, without what it tells beside itself."""
        return without_metadata(self.data)

    def fitted(self) -> "Picture":
        """Give it made smaller, if it is too large for a page and can be."""
        if len(self.data) <= LARGEST and self.pixels <= MOST_PIXELS:
            return self
        return replace(self, data=scaled(self.data) or self.data)

    def faults(self) -> Iterator[Diagnostic]:
        """Tell why it may not be published."""
        return check_picture(self.file_name, self.data)


def reference(identifier: str, data: bytes = b"") -> str:
    """Give by what a text names a picture: its identifier in a mail, or else what it holds."""
    return _UNSAFE.sub("_", identifier) if identifier else sha256(data).hexdigest()[:16]


def token(identifier: str, words: str = "") -> str:
    """Write where a picture stands in a text."""
    told = (
        "" if _LIKE_A_NAME.fullmatch(words) else " ".join(re.sub(r"[\[\]\\]", " ", words).split())
    )
    return f"![{told}](cid:{identifier})"


def without_tokens(line: str) -> str:
    """Give a line without the pictures in it."""
    return TOKEN.sub("", line) if "](cid:" in line else line

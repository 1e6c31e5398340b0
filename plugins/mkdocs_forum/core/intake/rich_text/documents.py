"""Documents of Word as Markdown: what their author set off keeps its sign, pictures are told."""

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final
from zipfile import ZipFile

from mkdocs_forum.core.intake.rich_text.page import lines_of

ENDING: Final = ".docx"
"""How the names of such documents end."""
LARGEST: Final = 4_000_000
"""Bytes of all that is read of a document, unpacked: forty times a file of the forum."""
MOST_TAGS: Final = 100_000
"""Tags in it, for which the library takes up to 10 s. A hundred pages have 40,000."""
MOST_FILES: Final = 500
"""Files in a document. One with a hundred pictures has 120."""

_READ = ("word/", "_rels/", "[Content_Types]")
_DECLARATIONS = tuple(
    "<!DOCTYPE".encode(charset) for charset in ("utf-8", "utf-16-le", "utf-16-be")
)
"""What Word never writes, and what may make a text of any length."""
_PICTURES = "word/media/"
_STYLES: Final = "\n".join(
    [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Titre'] => h1:fresh",
        "p[style-name='Subtitle'] => h2:fresh",
        *(f"p[style-name='Titre {level}'] => h{level}:fresh" for level in range(1, 7)),
        *(f"p[style-name='{name}'] => blockquote > p:fresh" for name in ("Quote", "Intense Quote")),
    ]
)
_NOTE = re.compile(r'<sup><a href="#(?:foot|end)note-\d+"[^>]*>\[(\d+)\]</a></sup>')
_NOTES = re.compile(r'<ol>(<li id="(?:foot|end)note-.*)</ol>', re.DOTALL)
_NOTE_TEXT = re.compile(r'<li id="(?:foot|end)note-(\d+)"><p>')
_BACK = re.compile(r'\s*<a href="#(?:foot|end)note-ref-\d+">↑</a>')


@dataclass(frozen=True)
class Document:
    """The text of a document."""

    text: str
    pictures: tuple[str, ...] = ()
    """Names of the pictures in it."""


def read_document(data: bytes) -> Document | None:
    """Read a document of Word, or nothing if it can't be read or is too large."""
    # Here, since it takes a tenth of a second, and most commands read none.
    import mammoth

    try:
        with ZipFile(BytesIO(data)) as files:
            names = files.namelist()
            if not _is_harmless(files):
                return None
        html = mammoth.convert_to_html(
            BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=lambda image: [],
        ).value
    except Exception:  # The library raises anything at a document that no program wrote.
        return None
    text = "\n".join(lines_of(_noted(html), marks=True, tables=True)).strip("\n")
    pictures = (PurePosixPath(name).name for name in names if name.startswith(_PICTURES))
    return Document(text, tuple(pictures))


def _is_harmless(files: ZipFile) -> bool:
    """Whether what is read of a document is small, and declares nothing."""
    entries = [entry for entry in files.infolist() if entry.filename.startswith(_READ)]
    entries = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
    if len(files.infolist()) > MOST_FILES or sum(entry.file_size for entry in entries) > LARGEST:
        return False
    texts = [files.read(entry) for entry in entries]
    declares = any(sign in text for text in texts for sign in _DECLARATIONS)
    return not declares and sum(text.count(b"<") for text in texts) <= MOST_TAGS


def _noted(html: str) -> str:
    """Write footnotes as Markdown does."""
    html = _NOTE.sub(r"[^\1]", _BACK.sub("", html))
    return _NOTES.sub(lambda found: _NOTE_TEXT.sub(r"<p>[^\1]: ", found[1]), html)
